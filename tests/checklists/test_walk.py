"""The walk-through: one settings page at a time the first time, one page the second time, and honest counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from footprint.checklists import (
    NOT_FOUND,
    SOMETHING_ELSE,
    Check,
    Decision,
    Library,
    NetworkFile,
    Progress,
    SettingsPage,
    Standing,
    State,
    Where,
    answer,
    check_of,
    confirm_same,
    first_visit,
    history,
    latest,
    latest_of_all,
    note,
    on_phone,
    overall,
    progress,
    second_visit,
    set_to_in_words,
    stopped_in_words,
)
from footprint.vault.vault import Vault
from tests.conftest import FakeClock

TODAY = date(2026, 11, 16)
IN_MAY = date(2027, 5, 16)


@pytest.fixture
def bird(chirp: NetworkFile) -> NetworkFile:
    """Six essential checks on three settings pages, and two of "Go further"; written out of order on purpose."""
    posts, devices = chirp.checks

    def make(check: Check, check_id: str, page: str, *, essential: bool = True, **more: object) -> Check:
        return msgspec.structs.replace(check, id=check_id, page=page, title=f"{check_id}?", essential=essential, **more)

    return msgspec.structs.replace(
        chirp,
        checks=(
            make(devices, "two_step", "login"),
            make(posts, "future", "privacy", minutes=0.5),
            make(posts, "tags", "tagging", minutes=0.5),
            make(posts, "past", "privacy", minutes=0.5, link=""),
            make(devices, "alerts", "login", again=1),
            make(posts, "old", "privacy", retired=True),
            make(posts, "stories", "stories", essential=False),
            make(posts, "friends", "privacy", minutes=0.25, where=Where.PHONE, web=()),
            make(posts, "ads", "privacy", essential=False),
        ),
    )


def names(pages: tuple[SettingsPage, ...]) -> list[list[str]]:
    return [[one.check.id for one in page.checks] for page in pages]


def now(vault: Vault, network: NetworkFile, today: date = TODAY) -> Progress:
    return progress(network, latest(vault, network.id), today)


def set_all(vault: Vault, network: NetworkFile, **choices: str) -> None:
    for check in network.checks:
        if check.essential and not check.retired:
            answer(vault, network, check, choices.get(check.id, "all_mine" if check.look else "followers"))


def test_checks_of_one_settings_page_come_together_essentials_first(bird: NetworkFile) -> None:
    walk = first_visit(bird, {}, TODAY)
    assert names(walk.essential) == [["future", "past", "friends"], ["tags"], ["two_step", "alerts"]]
    assert names(walk.further) == [["stories"], ["ads"]]
    first = walk.essential[0]
    assert (first.id, first.group_title, first.open) == ("privacy", "Your posts", True)
    assert first.link == "https://www.chirp.example/settings/privacy"
    assert first.menu == "Settings > Privacy > Posts"
    assert walk.resume("alerts") == 2


def test_a_settings_page_that_nobody_has_to_open_again_is_closed(vault: Vault, bird: NetworkFile) -> None:
    answer(vault, bird, check_of(bird, "tags"), "anyone", decision=Decision.CHANGED)
    walk = first_visit(bird, latest(vault, "chirp"), TODAY)
    assert [page.open for page in walk.essential] == [True, False, True]


def test_progress_of_a_network_nobody_looked_at(bird: NetworkFile) -> None:
    empty = progress(bird, {}, TODAY)
    assert (empty.state, empty.total, empty.dealt_with, empty.not_looked_at) == (State.NOT_STARTED, 6, 0, 6)
    assert empty.minutes_left == 4  # 0.5 + 0.5 + 0.25 + 0.5 + 1 + 1 = 3.75
    assert (empty.stopped_at, empty.check_again, stopped_in_words(empty)) == (None, None, "")


def test_a_walk_left_half_way_says_where(vault: Vault, bird: NetworkFile) -> None:
    answer(vault, bird, check_of(bird, "future"), "followers")
    answer(vault, bird, check_of(bird, "friends"), "followers")  # "past" was skipped
    left = now(vault, bird)
    assert (left.state, left.dealt_with, left.not_looked_at, left.minutes_left) == (State.IN_PROGRESS, 2, 4, 3)
    assert left.stopped_at is not None
    assert left.stopped_at.id == "tags"
    assert stopped_in_words(left) == "You stopped at check 4 on 16 November 2026."
    for one in ("tags", "two_step", "alerts"):
        answer(vault, bird, check_of(bird, one), "all_mine" if one != "tags" else "followers")
    skipped = now(vault, bird).stopped_at
    assert skipped is not None
    assert skipped.id == "past"


def test_what_is_less_safe_by_choice_is_done_and_counted(vault: Vault, bird: NetworkFile) -> None:
    set_all(vault, bird)
    assert now(vault, bird).state is State.DONE
    answer(vault, bird, check_of(bird, "tags"), "anyone", decision=Decision.KEEP)
    kept = now(vault, bird)
    assert (kept.state, kept.dealt_with, kept.less_safe_by_choice, kept.minutes_left) == (State.DONE, 6, 1, 0)


@pytest.mark.parametrize(
    ("choice", "decision", "until"),
    [
        (NOT_FOUND, None, None),
        (SOMETHING_ELSE, None, None),
        ("anyone", None, None),
        ("anyone", Decision.LATER, date(2026, 11, 20)),
    ],
)
def test_what_was_not_settled_is_never_done(
    vault: Vault, bird: NetworkFile, choice: str, decision: Decision | None, until: date | None
) -> None:
    set_all(vault, bird)
    answer(vault, bird, check_of(bird, "tags"), choice, decision=decision, until=until)
    found = now(vault, bird)
    assert (found.state, found.dealt_with) == (State.IN_PROGRESS, 5)
    assert found.stopped_at is not None
    assert found.stopped_at.id == "tags"


def test_a_day_put_off_to_makes_the_network_due(vault: Vault, bird: NetworkFile) -> None:
    set_all(vault, bird)
    answer(vault, bird, check_of(bird, "tags"), "anyone", decision=Decision.LATER, until=date(2026, 11, 20))
    assert now(vault, bird, date(2026, 11, 19)).minutes_left == 0
    found = now(vault, bird, date(2026, 11, 20))
    assert (found.state, found.due, found.minutes_left) == (State.DUE, ("tags",), 1)


def test_after_its_time_a_finished_network_is_due_and_nothing_done_is_lost(vault: Vault, bird: NetworkFile) -> None:
    set_all(vault, bird)
    done = now(vault, bird)
    assert done.check_again == date(2026, 12, 16)  # "alerts" asks for a month
    later = now(vault, bird, IN_MAY)
    assert (later.state, later.dealt_with, later.total) == (State.DUE, 6, 6)
    assert set(later.due) == {"future", "past", "friends", "tags", "alerts"}  # "two_step" has a year


def test_undo_takes_progress_back(vault: Vault, bird: NetworkFile) -> None:
    done = answer(vault, bird, check_of(bird, "future"), "followers")
    vault.undo(done.undo)
    assert now(vault, bird).state is State.NOT_STARTED


def test_the_second_visit_lists_what_was_set_and_asks_only_what_must_be_asked(
    vault: Vault, clock: FakeClock, bird: NetworkFile
) -> None:
    set_all(vault, bird, past="anyone")
    answer(vault, bird, check_of(bird, "tags"), "anyone", decision=Decision.KEEP)
    answer(vault, bird, check_of(bird, "stories"), "anyone", decision=Decision.CHANGED)
    clock.advance(days=20)
    reworded = msgspec.structs.replace(
        bird,
        checks=tuple(
            msgspec.structs.replace(check, title="Changed?") if check.id == "friends" else check
            for check in bird.checks
        ),
    )
    visit = second_visit(reworded, latest(vault, "chirp"), clock.now.date())
    assert [one.check.id for one in visit.same] == ["two_step", "future", "alerts", "stories"]
    assert [one.check.id for one in visit.kept] == ["tags"]
    assert names(visit.again) == [["past", "friends"]]
    assert set_to_in_words(visit.same[-1]) == "Followers only"


def test_still_the_same_renews_the_answers_as_one_thing_to_undo(
    vault: Vault, clock: FakeClock, bird: NetworkFile
) -> None:
    set_all(vault, bird, past="anyone")
    answer(vault, bird, check_of(bird, "future"), "anyone", decision=Decision.CHANGED)
    answer(vault, bird, check_of(bird, "tags"), "anyone", decision=Decision.KEEP, reason="I like it")
    clock.advance(days=200)
    day = clock.now.date()
    before = latest(vault, "chirp")
    done = confirm_same(vault, bird, before, [check.id for check in bird.checks if check.essential])
    by_check = {one.check: one for one in done.value}
    # "past" is still undecided, "alerts" was asked to be looked at monthly: both are asked, not confirmed.
    assert set(by_check) == {"future", "tags", "friends", "two_step"}
    assert (by_check["future"].choice, by_check["future"].decision) == ("followers", None)
    assert (by_check["tags"].decision, by_check["tags"].reason) == (Decision.KEEP, "I like it")
    after = now(vault, bird, day)
    assert set(after.due) == {"past", "alerts"}
    assert len(history(vault, bird, check_of(bird, "future"))) == 3
    vault.undo(done.undo)
    assert latest(vault, "chirp") == before


def test_on_my_phone_holds_what_only_the_app_has(vault: Vault, bird: NetworkFile) -> None:
    rows = on_phone([bird], latest_of_all(vault), TODAY)
    assert [one.state.check.id for one in rows] == ["two_step", "alerts", "friends"]
    assert rows[2].link == "https://www.chirp.example/settings/privacy"
    answer(vault, bird, check_of(bird, "friends"), "followers")
    answer(vault, bird, check_of(bird, "alerts"), NOT_FOUND)
    rows = on_phone([bird], latest_of_all(vault), TODAY)
    assert [(one.network_name, one.state.standing) for one in rows] == [
        ("Chirp", Standing.NOT_LOOKED_AT),
        ("Chirp", Standing.NOT_FOUND),
    ]


def test_overall_puts_what_was_begun_first_and_names_what_nobody_looked_at(vault: Vault, bird: NetworkFile) -> None:
    fresh, begun, done = (
        msgspec.structs.replace(bird, id=name, name=name.title()) for name in ("aviary", "brook", "cage")
    )
    library = Library([fresh, begun, done])
    answer(vault, begun, check_of(begun, "future"), "followers")
    set_all(vault, done)
    together = overall(library, latest_of_all(vault), ["cage", "aviary", "unknown", "brook", "cage"], TODAY)
    assert [one.network for one in together.networks] == ["brook", "aviary", "cage"]
    assert (together.total, together.dealt_with, together.done) == (18, 7, 1)
    assert together.not_looked_at == ("Aviary",)


def test_a_note_alone_is_not_an_answer(vault: Vault, bird: NetworkFile) -> None:
    note(vault, bird, check_of(bird, "future"), "Ask about this")
    assert now(vault, bird).state is State.NOT_STARTED


def test_the_readme_example_can_be_walked(vault: Vault, chirp: NetworkFile, folder: Path) -> None:
    walk = first_visit(chirp, {}, TODAY)
    assert names(walk.essential) == [["future_posts"]]
    assert names(walk.further) == [["devices"]]
    assert now(vault, chirp).minutes_left == 1

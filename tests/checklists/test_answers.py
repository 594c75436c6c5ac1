"""Answers are kept with their history, can be undone, and are found again whatever became of their check."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from footprint.checklists import (
    NOT_FOUND,
    SOMETHING_ELSE,
    Check,
    Decision,
    Given,
    NetworkFile,
    NotAnAnswer,
    NoteKind,
    Standing,
    answer,
    answer_for,
    answer_together,
    check_of,
    history,
    latest,
    latest_of_all,
    load,
    looks_different,
    note,
    note_for,
    notes,
    states,
)
from footprint.checklists.records import Due
from footprint.errors import NotFound
from footprint.vault.vault import Vault

TODAY = date(2026, 11, 16)


@pytest.fixture
def posts(chirp: NetworkFile) -> Check:
    return check_of(chirp, "future_posts")


@pytest.fixture
def devices(chirp: NetworkFile) -> Check:
    return check_of(chirp, "devices")


def standing(vault: Vault, network: NetworkFile, check_id: str, today: date = TODAY) -> Standing:
    return next(one.standing for one in states(network, latest(vault, network.id), today) if one.check.id == check_id)


def due(vault: Vault, network: NetworkFile, check_id: str, today: date = TODAY) -> Due | None:
    return next(one.due for one in states(network, latest(vault, network.id), today) if one.check.id == check_id)


def test_every_answer_is_kept_and_the_newest_counts(vault: Vault, chirp: NetworkFile, posts: Check) -> None:
    first = answer(vault, chirp, posts, "anyone").value
    second = answer(vault, chirp, posts, "followers").value  # the same instant: the later row is still the newer one
    assert latest(vault, "chirp") == {"future_posts": second}
    assert history(vault, chirp, posts) == (second, first)
    assert first.title_seen == "Who can see your future posts?"
    assert (first.label_seen, second.label_seen) == ("Anyone", "Followers only")


def test_undo_brings_back_the_answer_before_and_redo_the_new_one(
    vault: Vault, chirp: NetworkFile, posts: Check
) -> None:
    first = answer(vault, chirp, posts, "anyone").value
    second = answer(vault, chirp, posts, "followers")
    redo = vault.undo(second.undo)
    assert latest(vault, "chirp")["future_posts"] == first
    vault.undo(redo)
    assert latest(vault, "chirp")["future_posts"] == second.value


def test_a_page_answered_together_is_one_thing_to_undo(
    vault: Vault, chirp: NetworkFile, posts: Check, devices: Check
) -> None:
    done = answer_together(vault, chirp, [Given(posts, "anyone", Decision.KEEP), Given(devices, "all_mine")])
    assert len(latest(vault, "chirp")) == 2
    vault.undo(done.undo)
    assert latest(vault, "chirp") == {}


def test_one_wrong_answer_of_a_page_keeps_none(vault: Vault, chirp: NetworkFile, posts: Check, devices: Check) -> None:
    with pytest.raises(NotAnAnswer, match="can be answered with: all_mine, one_unknown"):
        answer_together(vault, chirp, [Given(posts, "anyone"), Given(devices, "nonsense")])
    assert latest(vault, "chirp") == {}


@pytest.mark.parametrize(
    ("choice", "more", "expected"),
    [
        ("followers", {}, Standing.SAFER),
        ("followers", {"decision": Decision.KEEP}, Standing.SAFER),
        ("anyone", {}, Standing.LESS_SAFE),
        ("anyone", {"decision": Decision.CHANGED}, Standing.SAFER),
        ("anyone", {"decision": Decision.CHANGED, "changed_to": "anyone"}, Standing.LESS_SAFE),
        (SOMETHING_ELSE, {"decision": Decision.CHANGED}, Standing.SAFER),
        ("anyone", {"decision": Decision.KEEP, "reason": "I write in public"}, Standing.KEPT),
        ("anyone", {"decision": Decision.LATER, "until": TODAY + timedelta(days=4)}, Standing.LATER),
        ("", {"decision": Decision.LATER, "until": TODAY + timedelta(days=4)}, Standing.LATER),
        ("", {"decision": Decision.NOT_FOR_ME}, Standing.NOT_FOR_ME),
        (SOMETHING_ELSE, {}, Standing.SOMETHING_ELSE),
        (SOMETHING_ELSE, {"decision": Decision.KEEP}, Standing.KEPT),
        (NOT_FOUND, {}, Standing.NOT_FOUND),
    ],
)
def test_what_is_set_and_what_was_decided(
    vault: Vault, chirp: NetworkFile, posts: Check, choice: str, more: dict[str, object], expected: Standing
) -> None:
    assert standing(vault, chirp, "future_posts") is Standing.NOT_LOOKED_AT
    answer(vault, chirp, posts, choice, **more)  # type: ignore[arg-type]
    assert standing(vault, chirp, "future_posts") is expected


def test_what_was_found_and_what_it_was_changed_to_are_both_kept(
    vault: Vault, chirp: NetworkFile, posts: Check
) -> None:
    kept = answer(vault, chirp, posts, "anyone", decision=Decision.CHANGED).value
    assert (kept.choice, kept.changed_to, kept.set_to) == ("anyone", "followers", "followers")


@pytest.mark.parametrize(
    ("choice", "more", "words"),
    [
        ("", {}, "Choose what it is set to now"),
        ("", {"decision": Decision.CHANGED}, "Choose what it is set to now"),
        ("anyone", {"decision": Decision.LATER}, "a day after today"),
        ("anyone", {"decision": Decision.LATER, "until": TODAY}, "a day after today"),
        ("anyone", {"decision": Decision.KEEP, "until": TODAY}, "must be after today"),
        ("anyone", {"decision": Decision.CHANGED, "changed_to": "x"}, "can be changed to: followers, anyone"),
        ("public", {}, "can be answered with: followers, anyone, something_else, not_found"),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_changes(
    vault: Vault, chirp: NetworkFile, posts: Check, choice: str, more: dict[str, object], words: str
) -> None:
    with pytest.raises(NotAnAnswer, match=words):
        answer(vault, chirp, posts, choice, **more)  # type: ignore[arg-type]
    assert latest(vault, "chirp") == {}


def test_a_check_that_only_looks_is_done_when_looked_at(vault: Vault, chirp: NetworkFile, devices: Check) -> None:
    answer(vault, chirp, devices, "one_unknown")
    assert standing(vault, chirp, "devices") is Standing.LOOKED
    with pytest.raises(NotAnAnswer, match="only something to look at"):
        answer(vault, chirp, devices, "one_unknown", decision=Decision.CHANGED)


def test_when_an_answer_comes_up_again(vault: Vault, chirp: NetworkFile, posts: Check, devices: Check) -> None:
    answer(vault, chirp, posts, "followers")
    assert due(vault, chirp, "future_posts", date(2027, 5, 15)) is None
    assert due(vault, chirp, "future_posts", date(2027, 5, 16)) is Due.AGE  # high risk: six months
    answer(vault, chirp, posts, "anyone", decision=Decision.LATER, until=date(2026, 11, 20))
    assert due(vault, chirp, "future_posts", date(2026, 11, 19)) is None
    assert due(vault, chirp, "future_posts", date(2026, 11, 20)) is Due.LATER
    answer(vault, chirp, posts, "anyone", decision=Decision.KEEP, until=date(2026, 12, 1))
    assert due(vault, chirp, "future_posts", date(2026, 11, 30)) is None
    assert due(vault, chirp, "future_posts", date(2026, 12, 1)) is Due.EXPIRED
    answer(vault, chirp, posts, decision=Decision.NOT_FOR_ME)
    assert due(vault, chirp, "future_posts", date(2031, 1, 1)) is None
    answer(vault, chirp, devices, "all_mine")
    assert due(vault, chirp, "devices", date(2027, 11, 15)) is None
    assert due(vault, chirp, "devices", date(2027, 11, 16)) is Due.AGE  # medium: twelve


def reload(folder: Path, example: str, *changes: tuple[str, str]) -> NetworkFile:
    for old, new in changes:
        assert old in example
        example = example.replace(old, new)
    (folder / "chirp.toml").write_text(example, encoding="utf-8")
    library = load(folder)
    assert not library.problems
    return library.network("chirp")


def test_a_renamed_check_keeps_its_answers(
    vault: Vault, folder: Path, example: str, chirp: NetworkFile, posts: Check
) -> None:
    old = answer(vault, chirp, posts, "followers").value
    note(vault, chirp, posts, "Ask Ada.")
    now = reload(folder, example, ('id = "future_posts"', 'id = "posts"\nwas = ["future_posts"]'))
    renamed = check_of(now, "future_posts")
    assert renamed.id == "posts"
    assert standing(vault, now, "posts") is Standing.SAFER
    assert due(vault, now, "posts") is None
    newer = answer(vault, now, renamed, "anyone").value
    assert history(vault, now, renamed) == (newer, old)
    assert standing(vault, now, "posts") is Standing.LESS_SAFE
    kept = note(vault, now, renamed, "Ask Ada again.").value
    assert notes(vault, "chirp") == (kept,)


def test_a_reworded_check_is_asked_again_but_mended_steps_ask_nobody(
    vault: Vault, folder: Path, example: str, chirp: NetworkFile, posts: Check
) -> None:
    answer(vault, chirp, posts, "followers")
    mended = reload(folder, example, ('"Choose **Followers**."', '"Choose **My followers**."'))
    assert due(vault, mended, "future_posts") is None
    reworded = reload(folder, example, ('label = "Anyone"', 'label = "Anyone at all"'))
    assert due(vault, reworded, "future_posts") is Due.WORDING
    assert standing(vault, reworded, "future_posts") is Standing.SAFER


def test_a_split_check_hands_its_answer_to_both_halves(
    vault: Vault, folder: Path, example: str, chirp: NetworkFile, devices: Check
) -> None:
    old = answer(vault, chirp, devices, "all_mine").value
    head, tail = example[: example.rindex("[[checks]]")], example[example.rindex("[[checks]]") :]
    halves = "".join(tail.replace('"devices"\ngroup', f'"{one}"\ngroup').replace("every device", f"every {one}")
                     for one in ("phones", "laptops"))  # fmt: skip
    gone = tail.replace('id = "devices"', 'id = "devices"\nretired = true\nsplit_into = ["phones", "laptops"]')
    (folder / "chirp.toml").write_text(head + gone + halves, encoding="utf-8")
    now = load(folder).network("chirp")
    for half in ("phones", "laptops"):
        assert answer_for(now, check_of(now, half), latest(vault, "chirp")) == old
        assert due(vault, now, half) is Due.WORDING
    answer(vault, now, check_of(now, "phones"), "all_mine")
    assert (due(vault, now, "phones"), due(vault, now, "laptops")) == (None, Due.WORDING)
    assert history(vault, now, check_of(now, "devices")) == (old,)
    assert "devices" not in [one.check.id for one in states(now, latest(vault, "chirp"), TODAY)]


def test_the_answers_of_a_network_that_is_gone_can_still_be_read(
    vault: Vault, chirp: NetworkFile, posts: Check
) -> None:
    answer(vault, msgspec.structs.replace(chirp, id="tweetle"), posts, "anyone")
    assert latest_of_all(vault)["tweetle"]["future_posts"].label_seen == "Anyone"
    assert latest(vault, "chirp") == {}


def test_a_note_is_kept_changed_removed_and_undone(vault: Vault, chirp: NetworkFile, posts: Check) -> None:
    first = note(vault, chirp, posts, "  Old photos from 2009 ")
    assert first.value is not None
    assert first.value.text == "Old photos from 2009"
    note(vault, chirp, posts, "Only two are left")
    looks_different(vault, chirp, posts, "The button says Audience")
    assert [(one.kind, one.text) for one in notes(vault)] == [
        (NoteKind.NOTE, "Only two are left"),
        (NoteKind.LOOKS_DIFFERENT, "The button says Audience"),
    ]
    removed = note(vault, chirp, posts, " ")
    assert removed.value is None
    assert note_for(vault, chirp, posts) is None
    vault.undo(removed.undo)
    back = note_for(vault, chirp, posts)
    assert back is not None
    assert back.text == "Only two are left"
    seen = note_for(vault, chirp, posts, NoteKind.LOOKS_DIFFERENT)
    assert seen is not None


def test_an_unknown_check_is_a_sentence_that_names_the_known_ones(chirp: NetworkFile) -> None:
    with pytest.raises(NotFound, match="There are: future_posts, devices"):
        check_of(chirp, "nothing")

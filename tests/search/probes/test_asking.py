"""One site at a time: what it says, and why that is or is not believed."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from footprint.search import probes
from footprint.search.probes import Answer, Reason, Run
from footprint.search.probes.asking import talk
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Web, entries
from tests.search.probes.site_web import SiteWeb
from tests.search.probes.table import HANDLES, KNOWN, Row, rows

TABLE = rows()


def first(kind: str) -> Row:
    return next(row for row in TABLE if row.kind == kind)


def people(row: Row) -> tuple[str, str]:
    """Somebody who has an account there, and somebody who has none."""
    there = next(handle for handle in HANDLES if row.has(handle))
    return there, next(handle for handle in HANDLES if not row.has(handle))


@pytest.mark.parametrize("kind", ["status", "message", "redirect", "json", "slow but sound"])
def test_a_site_that_behaves_is_read_right(ask: Callable[..., Run], kind: str) -> None:
    row = first(kind)
    there, gone = people(row)
    run = ask((row,), there, gone)
    assert [(one.handle, one.answer, one.reason) for one in run.results] == [
        (there, Answer.FOUND, Reason.TOLD_APART),
        (gone, Answer.ABSENT, Reason.SAYS_NO),
    ]


@pytest.mark.parametrize(
    ("kind", "reasons"),
    [
        ("catch-all", {Reason.MADE_UP_EXISTS, Reason.UNCLEAR}),
        ("catch-all json", {Reason.MADE_UP_EXISTS}),
        ("soft 404", {Reason.SOFT_404}),
        ("404 for all", {Reason.KNOWN_NOT_SEEN}),
        ("blocked 403", {Reason.TURNED_AWAY}),
        ("blocked 999", {Reason.TURNED_AWAY}),
        ("challenge 200", {Reason.CHALLENGE}),
        ("challenge 503", {Reason.TROUBLE, Reason.CHALLENGE}),
        ("challenge 403", {Reason.TURNED_AWAY, Reason.CHALLENGE}),
        ("login page", {Reason.LOGIN}),
        ("login redirect", {Reason.LOGIN}),
        ("rate limiting", {Reason.ASKED_TO_WAIT}),
        ("in trouble", {Reason.TROUBLE}),
        ("hangs up", {Reason.NO_ANSWER}),
        ("now and then 200", {Reason.CHANGEABLE, Reason.KNOWN_NOT_SEEN}),
        ("now and then 404", {Reason.CHANGEABLE, Reason.KNOWN_NOT_SEEN}),
        ("now and then a wall", {Reason.CHALLENGE}),
    ],
)
def test_a_site_that_does_not_gives_a_reason(ask: Callable[..., Run], kind: str, reasons: set[Reason]) -> None:
    row = first(kind)
    run = ask((row,), *people(row))
    assert {one.answer for one in run.results} == {Answer.CANNOT_TELL}
    assert {one.reason for one in run.results} <= reasons
    assert not run.told


def test_a_site_that_turns_half_way_is_believed_in_what_it_said_twice_before(ask: Callable[..., Run]) -> None:
    """It says no to everybody after 3 questions. Which of them were asked twice by then is left to chance."""
    row = first("wall half way")
    there, gone = people(row)
    found, absent = ask((row,), there, gone).results
    assert (found.answer, found.reason) in {
        (Answer.FOUND, Reason.TOLD_APART),
        (Answer.CANNOT_TELL, Reason.CHANGEABLE),
    }
    assert absent.answer is Answer.CANNOT_TELL
    assert absent.reason in {Reason.CHANGEABLE, Reason.KNOWN_NOT_SEEN}


def test_a_site_that_takes_too_long_is_left(vault: Vault, sites: SiteWeb) -> None:
    row = first("too slow")
    door = Web(
        vault,
        offline=lambda: False,
        resolver=sites.resolver,
        dial=sites.dial,
        authority=sites.authority,
        pace=0,
        total=0.4,
    )
    run = probes.run(vault, door, probes.plan(vault, [row.site], people(row)), Task()).value
    assert {one.reason for one in run.results} == {Reason.TOO_SLOW}


def test_the_made_up_username_is_asked_first_and_never_one_of_the_persons(
    ask: Callable[..., Run], sites: SiteWeb
) -> None:
    row = first("status")
    there, gone = people(row)
    ask((row,), there, gone)
    asked = [one.path.removeprefix("/u/") for one in sites.asked]
    assert asked[0] not in (*HANDLES, KNOWN)
    assert asked.index(there) > 0
    assert set(asked) == {asked[0], there, gone, KNOWN, *(one for one in asked if one not in (*HANDLES, KNOWN))}


def test_two_runs_never_ask_for_the_same_made_up_username(vault: Vault) -> None:
    made = [probes.plan(vault, [first("status").site], ["ada_example"]).lines[0].made_up for _n in range(3)]
    assert len({word for pair in made for word in pair}) == 6


def test_what_is_sent_is_what_the_plan_shows(vault: Vault, site_door: Web) -> None:
    table = tuple(first(kind) for kind in ("status", "json", "login page"))
    made = probes.plan(vault, [row.site for row in table], HANDLES[:3])
    probes.run(vault, site_door, made, Task())
    shown = {sending.url for sending in made.sendings}
    sent = {one.url for one in entries(vault)}
    assert sent <= shown
    personal = [one for one in entries(vault) if one.details]
    assert {detail for one in personal for detail in one.details} <= set(HANDLES[:3])
    assert all(one.purpose == "probe" for one in entries(vault))


def test_a_redirect_to_another_site_is_not_followed(vault: Vault, site_door: Web, sites: SiteWeb) -> None:
    row = first("login redirect")
    probes.run(vault, site_door, probes.plan(vault, [row.site], HANDLES[:1]), Task())
    assert {one.path.partition("/")[2].partition("/")[0] for one in sites.asked} == {"u"}


def test_an_unverified_site_never_says_absent(vault: Vault, site_door: Web) -> None:
    import msgspec

    from footprint.checklists import Confidence

    row = first("status")
    there, gone = people(row)
    site = _changed(row, msgspec.structs.replace(row.site.probe, confidence=Confidence.UNVERIFIED))
    run = probes.run(vault, site_door, probes.plan(vault, [site], [there, gone]), Task()).value
    assert [(one.answer, one.reason, one.sure) for one in run.results] == [
        (Answer.FOUND, Reason.TOLD_APART, False),
        (Answer.CANNOT_TELL, Reason.UNVERIFIED, False),
    ]


def test_without_an_account_to_compare_with_nobody_is_absent(vault: Vault, site_door: Web) -> None:
    import msgspec

    row = first("status")
    site = _changed(row, msgspec.structs.replace(row.site.probe, known=""))
    run = probes.run(vault, site_door, probes.plan(vault, [site], [people(row)[1]]), Task()).value
    assert [one.reason for one in run.results] == [Reason.NOTHING_TO_COMPARE]


def test_a_stop_keeps_what_was_settled(vault: Vault, site_door: Web) -> None:
    table = tuple(row for row in TABLE if row.kind == "status")[:30]
    task = Task(lambda done, _total, _note: task.stop() if done >= 3 else None)
    run = probes.run(vault, site_door, probes.plan(vault, [row.site for row in table], HANDLES[:1]), task).value
    assert run.stopped
    assert len(run.results) == len(table)
    assert any(one.reason is Reason.SAYS_NO or one.answer is Answer.FOUND for one in run.results)
    assert any(one.reason is Reason.STOPPED for one in run.results)
    assert all(one.answer is Answer.CANNOT_TELL for one in run.results if one.reason is Reason.STOPPED)


def test_many_sites_at_once_but_one_question_at_a_time_at_each(ask: Callable[..., Run], sites: SiteWeb) -> None:
    table = tuple(row for row in TABLE if row.kind == "slow but sound")
    before = threading.active_count()
    ask(table, *HANDLES[:2])
    assert sites.crowded == set()
    assert threading.active_count() <= before + 4


def test_a_site_on_the_list_is_not_asked_even_if_a_plan_names_it(vault: Vault) -> None:
    from dataclasses import replace

    row = first("status")
    line = probes.plan(vault, [row.site], HANDLES[:1]).lines[0]
    bad = replace(line, site=replace(row.site, profile="https://onlyfans.com/{handle}"))
    with pytest.raises(probes.NeverAsked):
        talk(bad, lambda request: pytest.fail(f"asked {request.url}"))
    assert probes.plan(vault, [bad.site], HANDLES[:1]).lines == ()


def _changed(row: Row, probe: object) -> probes.Site:
    from dataclasses import replace

    return replace(row.site, probe=probe)  # type: ignore[arg-type]  # msgspec's replace gives back what it was given

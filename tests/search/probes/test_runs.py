"""What a run keeps: results, calibration by the person's own accounts, findings to sort, and a way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from footprint import person, search
from footprint.person import AccountState, DetailKind
from footprint.search import probes
from footprint.search.probes import Answer, BadHandle, NothingToAsk, Reason, Run
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Offline, Web
from tests.search.probes.table import HANDLES, Row, rows

TABLE = rows()
SOUND = tuple(row for row in TABLE if row.kind in ("status", "json"))


def with_account(handle: str, there: bool = True) -> Row:
    return next(row for row in SOUND if row.has(handle) is there)


def test_a_run_is_kept_and_can_be_read_again(vault: Vault, ask: Callable[..., Run]) -> None:
    run = ask(SOUND[:4], *HANDLES[:2])
    assert probes.find_run(vault, run.id) == run
    assert probes.last_run(vault) == run
    assert run.ended_at is not None
    assert not run.stopped
    assert len(run.results) == 8


def test_own_accounts_are_asked_for_and_counted(vault: Vault, site_door: Web) -> None:
    me = HANDLES[0]
    seen = [row for row in SOUND if row.has(me)][:2]
    wall = next(row for row in TABLE if row.kind == "login page")
    for row in (*seen, wall):
        person.add_account(vault, row.site.id, handle=me)
    run = probes.run(vault, site_door, probes.plan(vault, [row.site for row in (*seen, wall)], [me]), Task()).value
    assert [(one.declared, one.answer) for one in run.results] == [
        (True, Answer.FOUND),
        (True, Answer.FOUND),
        (True, Answer.CANNOT_TELL),
    ]
    assert (run.calibration.found, run.calibration.declared) == (2, 3)
    assert run.calibration.sentence.startswith("Found 2 of your 3 accounts.")
    assert [one.reason for one in run.calibration.missed] == [Reason.LOGIN]


def test_a_closed_account_is_not_counted(vault: Vault) -> None:
    person.add_account(vault, SOUND[0].site.id, handle="ada_old", state=AccountState.CLOSED)
    assert probes.plan(vault, [SOUND[0].site]).lines == ()


def test_a_site_that_does_not_see_the_persons_own_account_is_not_believed(vault: Vault, site_door: Web) -> None:
    me, other = HANDLES[0], "nobody_at_all"
    row = with_account(me, there=False)
    person.add_account(vault, row.site.id, handle=me)
    run = probes.run(vault, site_door, probes.plan(vault, [row.site], [other]), Task()).value
    assert {one.reason for one in run.results} == {Reason.OWN_NOT_SEEN}
    assert {one.answer for one in run.results} == {Answer.CANNOT_TELL}


def test_profiles_that_were_found_wait_to_be_sorted(vault: Vault, ask: Callable[..., Run]) -> None:
    row = with_account(HANDLES[3])
    run = ask((row,), HANDLES[3])
    assert [one.address for one in search.findings(vault)] == [run.results[0].address]


def test_undo_takes_the_run_and_its_findings_back(vault: Vault, site_door: Web) -> None:
    row = with_account(HANDLES[3])
    done = probes.run(vault, site_door, probes.plan(vault, [row.site], [HANDLES[3]]), Task())
    vault.undo(done.undo)
    assert probes.last_run(vault) is None
    assert search.findings(vault) == ()


def test_the_persons_own_usernames_are_the_ones_to_ask_for(vault: Vault) -> None:
    person.add_detail(vault, DetailKind.HANDLE, "@ada_example")
    made = probes.plan(vault, [SOUND[0].site])
    assert [one.handle for one in made.lines[0].asks] == ["ada_example"]


def test_a_username_that_cannot_be_one_is_not_asked(vault: Vault) -> None:
    made = probes.plan(vault, [SOUND[0].site], ["x"])
    assert made.lines == ()
    assert made.unfit == ((SOUND[0].site.name, "x"),)


@pytest.mark.parametrize("typed", ["", "  ", "ada example", "ada/example", "a" * 101, "<b>"])
def test_what_is_no_username_is_said(vault: Vault, typed: str) -> None:
    with pytest.raises(BadHandle):
        probes.plan(vault, [SOUND[0].site], [typed])


def test_nothing_chosen_is_said(vault: Vault, site_door: Web) -> None:
    made = probes.plan(vault, [SOUND[0].site], ["ada_example"]).only([])
    with pytest.raises(NothingToAsk):
        probes.run(vault, site_door, made, Task())


def test_offline_nothing_is_asked_and_nothing_is_kept(vault: Vault) -> None:
    door = Web(vault, offline=lambda: True)
    with pytest.raises(Offline):
        probes.run(vault, door, probes.plan(vault, [SOUND[0].site], ["ada_example"]), Task())
    assert probes.runs(vault) == ()

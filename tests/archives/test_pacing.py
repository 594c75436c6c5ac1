"""The plan of a day: small batches at each network, held while a case is open, ticked off and undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint import log
from footprint.archives.deciding import decide
from footprint.archives.index import finding
from footprint.archives.index.filters import Decided, Find
from footprint.archives.pacing import A_DAY, plan, tick
from footprint.log import ladder
from footprint.log.ladder import Case, Considered, LifeEvent, PauseFirst
from footprint.vault import Vault
from tests.archives.copies import Copy, bring, post
from tests.conftest import FakeClock

NO = Considered(Case.NO)


@pytest.fixture
def decided(vault: Vault, tmp_path: Path) -> Vault:
    bring(vault, Copy(tmp_path / "a", [post(n) for n in range(50)]))
    decide(vault, finding.ids(vault, Find()), Decided.DELETE)
    return vault


def test_a_day_has_twenty_and_the_rest_comes_later(decided: Vault, clock: FakeClock) -> None:
    today = clock().date()
    first = plan(decided, today)
    assert (len(first.today), first.done, first.left, first.days, first.held) == (A_DAY, 0, 50, 3, "")
    tick(decided, [one.id for one in first.today[:15]], considered=NO)
    after = plan(decided, today)
    assert (len(after.today), after.done, after.left) == (5, 15, 35)
    tick(decided, [one.id for one in after.today], considered=NO)
    assert plan(decided, today).today == () and plan(decided, today).left == 30
    clock.advance(days=1)
    assert (len(plan(decided, clock().date()).today), plan(decided, clock().date()).days) == (A_DAY, 2)


def test_ticking_off_asks_first_and_can_be_undone(decided: Vault, clock: FakeClock) -> None:
    wanted = [one.id for one in plan(decided, clock().date()).today]
    with pytest.raises(PauseFirst):
        tick(decided, wanted)
    done = tick(decided, wanted, considered=NO)
    assert len(done.value) == A_DAY
    decided.undo(done.undo)
    assert plan(decided, clock().date()).left == 50


def test_while_a_complaint_is_open_the_plan_is_held(decided: Vault, clock: FakeClock) -> None:
    ladder.set_life_event(decided, LifeEvent.COMPLAINT, True)
    held = plan(decided, clock().date())
    assert not held.today and held.left == 50 and "complaint" in held.held
    ladder.set_life_event(decided, LifeEvent.COMPLAINT, False)
    item = plan(decided, clock().date()).today[0].item_id
    ladder.say_case(decided, item, Case.PERHAPS)
    careful = plan(decided, clock().date())
    assert careful.kept == 1 and item not in [one.item_id for one in careful.today] and len(careful.today) == A_DAY


def test_what_a_copy_shows_gone_is_no_longer_to_do(decided: Vault, tmp_path: Path, clock: FakeClock) -> None:
    bring(decided, Copy(tmp_path / "b", [post(n) for n in range(0, 50, 2)]))
    assert plan(decided, clock().date()).left == 25 and log.count(decided, log.Query(), clock().date()) == 50

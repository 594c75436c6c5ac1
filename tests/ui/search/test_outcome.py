"""The eight ways a look can end: each has words of its own, and one that failed says what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from footprint.search import Look, Outcome, Run, overall
from ui.desk import Desk
from ui.search.outcome import OutcomeCard
from ui.search.wording import next_step, outcome_label


def run(*outcomes: Outcome, stopped: bool = False, results: int = 0) -> Run:
    looks = tuple(
        Look(str(at), "r", "bluesky", f"words {at}", one, "", results if one is Outcome.RESULTS else 0, True)
        for at, one in enumerate(outcomes)
    )
    return Run("r", datetime.now(UTC), None, overall(list(outcomes), stopped=stopped), stopped, False, looks)


Show = Callable[[Run], OutcomeCard]


@pytest.fixture
def card(desk: Desk, qtbot: QtBot) -> Show:
    def show(made: Run) -> OutcomeCard:
        shown = OutcomeCard(desk, made)
        qtbot.addWidget(shown)
        shown.show()
        qtbot.waitUntil(lambda: not desk.lanes.busy)
        return shown

    return show


def words_of(card: QWidget) -> str:
    return "\n".join(one.text() for one in card.findChildren(QWidget) if hasattr(one, "text") and one.isVisible())


def test_each_of_the_eight_has_its_own_words() -> None:
    assert len({outcome_label(one) for one in Outcome}) == 8
    assert [one for one in Outcome if not next_step(one)] == [Outcome.RESULTS, Outcome.EMPTY]


@pytest.mark.parametrize("outcome", [one for one in Outcome if not one.searched])
def test_a_look_that_failed_is_never_clean_and_can_be_tried_again(card: Show, outcome: Outcome) -> None:
    made = card(run(Outcome.EMPTY, outcome))
    shown = words_of(made)
    assert made.banner.tone == "warn"
    assert "good news" not in shown and next_step(outcome) in shown
    assert made.retry.isVisible() and len(made.failed) == 1
    assert made.by_hand.isVisible()


def test_nothing_found_by_all_says_what_it_is_worth(card: Show) -> None:
    made = card(run(Outcome.EMPTY, Outcome.EMPTY))
    assert made.banner.tone == "ok"
    assert "a search cannot find everything" in words_of(made)
    assert not made.retry.isVisible()


def test_a_search_that_was_stopped_says_what_was_kept(card: Show) -> None:
    shown = words_of(card(run(Outcome.RESULTS, stopped=True, results=3)))
    assert "Stopped. 3 results came back" in shown and "may be missing" in shown


def test_stopped_before_anything_is_not_nothing_found(card: Show) -> None:
    made = card(run(stopped=True))
    assert made.banner.tone == "warn"
    assert "Nothing found" not in words_of(made)


def test_a_key_that_is_refused_leads_to_settings(card: Show, desk: Desk) -> None:
    went: list[str] = []
    desk.went.connect(lambda place, _details: went.append(place))
    made = card(run(Outcome.KEY_REFUSED))
    button = next(one for one in made.findChildren(QWidget) if getattr(one, "kind", "") and "key" in one.text())
    button.click()
    assert went == ["settings"]

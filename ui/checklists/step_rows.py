"""The list of steps at the left of a walk-through."""

from __future__ import annotations

from itertools import groupby

from footprint.checklists import CheckState, SettingsPage
from footprint.i18n import ngettext
from ui.checklists import words
from ui.checklists.now import Now
from ui.checklists.trail import Trail
from ui.kit.steps import StepRow, StepState

# Up to so many checks all have a row; beyond it, groups other than the one at hand have one row together.
ALL = 14


def step_rows(trail: Trail, now: Now) -> list[StepRow]:
    """A row for each check under its group; those of the page at hand are where the person is."""
    here = {one.check.id for one in trail.page.checks}
    rows: list[StepRow] = []
    for _group, pages in groupby(trail.pages, key=lambda page: page.group):
        found = [now.again(page) for page in pages]
        states = [one for page in found for one in page.checks]
        if len(trail.checks) > ALL and not here.intersection(one.check.id for one in states):
            rows.append(_together(found[0], states))
        else:
            rows += [_row(found[0], one, here) for one in states]
    return rows


def looked(state: CheckState) -> bool:
    return state.answered and state.due is None


def _row(page: SettingsPage, state: CheckState, here: set[str]) -> StepRow:
    kind = StepState.HERE if state.check.id in here else StepState.DONE if looked(state) else StepState.TODO
    return StepRow(state.check.id, words.short_name(state.check), kind, page.group_title)


def _together(page: SettingsPage, states: list[CheckState]) -> StepRow:
    """Leads to the first check of the group that still wants the person."""
    first = next((one for one in states if not looked(one)), states[0])
    kind = StepState.DONE if all(looked(one) for one in states) else StepState.TODO
    said = ngettext("{group}: {n} check", "{group}: {n} checks", len(states))
    return StepRow(first.check.id, said.format(group=page.group_title, n=len(states)), kind)

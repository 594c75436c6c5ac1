"""The order of a walk-through: one settings page at a time, essentials first; the second time, one page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from footprint.checklists.answers import answer_for, answer_together, check_of, label
from footprint.checklists.format import Check, NetworkFile, Risk, Where
from footprint.checklists.records import Answer, CheckState, Decision, Due, Given, Latest, Standing
from footprint.checklists.standing import cadence, state_of, states
from footprint.dates import local_day, months_later
from footprint.vault.changes import Done
from footprint.vault.vault import Vault

_RISKS = tuple(Risk)  # high, medium, low


@dataclass(frozen=True)
class SettingsPage:
    """Checks that lie on one settings page of the network, answered together."""

    id: str
    group: str
    group_title: str
    link: str
    menu: str
    checks: tuple[CheckState, ...]

    @property
    def open(self) -> bool:
        return any(one.open for one in self.checks)


@dataclass(frozen=True)
class Walk:
    """The essential pages in order, and the pages of "Go further"."""

    essential: tuple[SettingsPage, ...]
    further: tuple[SettingsPage, ...]

    def resume(self, check_id: str) -> int:
        """The number of the essential page that holds a check, to go on where the person stopped."""
        return next(
            (at for at, page in enumerate(self.essential) if any(one.check.id == check_id for one in page.checks)), 0
        )


@dataclass(frozen=True)
class SecondVisit:
    """ "Still the same?": `same` and `kept` stand on one page to be confirmed at once, `again` are asked anew.

    `kept` are less safe by choice: shown apart so that they can be opened, and confirmed without nagging.
    """

    same: tuple[CheckState, ...]
    kept: tuple[CheckState, ...]
    again: tuple[SettingsPage, ...]


@dataclass(frozen=True)
class PhoneCheck:
    """A check that exists only in the phone app, for the list "On my phone"."""

    network: str
    network_name: str
    state: CheckState
    link: str


def pages(network: NetworkFile, chosen: Sequence[CheckState]) -> tuple[SettingsPage, ...]:
    """`chosen` grouped by settings page, and ordered by risk and effort.

    The group with the riskiest check comes first, and in it the page with the riskiest check; where two are alike, the
    one that takes less time for each check, then the file's own order.
    """
    titles = {group.id: group.title for group in network.groups}
    found: dict[str, list[CheckState]] = {}
    for group_id in _groups_by_risk(titles, chosen):
        mine: dict[str, list[CheckState]] = {}
        for one in chosen:
            if one.check.group == group_id:
                mine.setdefault(one.check.page, []).append(one)
        for page, checks in sorted(mine.items(), key=lambda item: (_riskiest(item[1]), _effort(item[1]))):
            found.setdefault(page, []).extend(checks)
    return tuple(
        SettingsPage(
            id=page,
            group=checks[0].check.group,
            group_title=titles[checks[0].check.group],
            link=next((one.check.link for one in checks if one.check.link), ""),
            menu=next((one.check.menu for one in checks if one.check.menu), ""),
            checks=tuple(checks),
        )
        for page, checks in found.items()
    )


def _groups_by_risk(group_ids: Iterable[str], chosen: Sequence[CheckState]) -> list[str]:
    return sorted(group_ids, key=lambda group: _riskiest([one for one in chosen if one.check.group == group]))


def _riskiest(checks: Sequence[CheckState]) -> int:
    """0 for high risk; what has no check comes last."""
    return min((_RISKS.index(one.check.risk) for one in checks), default=len(_RISKS))


def _effort(checks: Sequence[CheckState]) -> float:
    """Minutes for each check."""
    return sum(one.check.minutes for one in checks) / len(checks)


def ordered(network: NetworkFile, chosen: Sequence[CheckState]) -> list[CheckState]:
    """The checks in the order the walk-through comes to them."""
    return [one for page in pages(network, chosen) for one in page.checks]


def first_visit(network: NetworkFile, answers: Latest, today: date) -> Walk:
    """The whole checklist: the essential pages, then the rest."""
    everything = states(network, answers, today)
    return Walk(
        pages(network, [one for one in everything if one.check.essential]),
        pages(network, [one for one in everything if not one.check.essential]),
    )


def second_visit(network: NetworkFile, answers: Latest, today: date) -> SecondVisit:
    """What was set last time, on one page; only what changed, is undecided or was long ago is asked anew.

    Essential checks never answered are among those asked; of "Go further" only what was answered counts.
    """
    wanted = [one for one in states(network, answers, today) if one.check.essential or one.answered]
    again = [one for one in wanted if _ask_again(one, today)]
    rest = [one for one in wanted if one not in again]
    return SecondVisit(
        same=tuple(one for one in rest if one.standing is not Standing.KEPT),
        kept=tuple(one for one in rest if one.standing is Standing.KEPT),
        again=pages(network, again),
    )


def _ask_again(state: CheckState, today: date) -> bool:
    if state.answer is None or state.due in (Due.WORDING, Due.LATER, Due.EXPIRED):
        return True
    if state.standing is Standing.NOT_FOR_ME:
        return False
    if state.standing not in (Standing.SAFER, Standing.LOOKED, Standing.KEPT):
        return True
    return months_later(local_day(state.answer.at), 2 * cadence(state.check)) <= today


def set_to_in_words(state: CheckState) -> str:
    """What a check was set to last time, in the words of its choice."""
    return label(state.check, state.answer.set_to) if state.answer and state.answer.set_to else ""


def confirm_same(
    vault: Vault, network: NetworkFile, answers: Latest, check_ids: Iterable[str]
) -> Done[tuple[Answer, ...]]:
    """Keep "still the same" for these checks: a new answer each, as before, as one thing to undo."""
    today = local_day(vault.now())
    given = []
    for check_id in check_ids:
        check = check_of(network, check_id)
        before = answer_for(network, check, answers)
        if before is None or _ask_again(state_of(check, before, today), today):
            continue
        given.append(_as_before(check, before))
    return answer_together(vault, network, given)


def _as_before(check: Check, before: Answer) -> Given:
    """The same answer given today; what was changed then is simply what it is set to now."""
    decision = None if before.decision is Decision.CHANGED else before.decision
    return Given(check, before.set_to, decision, "", before.reason, before.until)


def on_phone(
    networks: Iterable[NetworkFile], answers_by_network: Mapping[str, Latest], today: date
) -> tuple[PhoneCheck, ...]:
    """Every check that exists only in a phone app and is not dealt with, essentials first within each network."""
    found: list[PhoneCheck] = []
    for network in networks:
        mine = states(network, answers_by_network.get(network.id, {}), today)
        phone = [one for one in mine if one.check.where is Where.PHONE and one.open]
        phone.sort(key=lambda one: not one.check.essential)
        found += [PhoneCheck(network.id, network.name, one, one.check.link) for one in phone]
    return tuple(found)

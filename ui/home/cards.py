"""The cards of Home. Each shows one part of an `Overview` and says what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from footprint import log
from footprint.checklists import Progress as NetworkProgress
from footprint.checklists import State
from footprint.dates import day_in_words, local_day, number
from footprint.home import Kind, Overview, Suggestion, Urgency, due_in_words
from footprint.i18n import _, ngettext
from footprint.search import Run
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.chart import Trend
from ui.kit.layout import Flow, Fold, hbox, vbox
from ui.kit.progress import Progress
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.text import IconLabel, PlainLabel
from ui.kit.theme import space

ICONS: Mapping[Kind, str] = {
    Kind.NAME: "search",
    Kind.CHECKLIST: "checklist",
    Kind.SEARCH: "search",
    Kind.SORT: "search",
    Kind.ITEM: "remove",
    Kind.ACCOUNTS: "accounts",
    Kind.OWN: "bell",
    Kind.LIFE: "refresh",
}
_MOST_DUE = 3
_MOST_FOLDED = 20
_MOST_NETWORKS = 12

if TYPE_CHECKING:
    from footprint.search.changes import Comparison

Go = Callable[..., None]


class DueCard(RowsCard):
    """At most three rows, then all of them behind one button."""

    def __init__(self, seen: Overview, today: date, opened: Callable[[Suggestion], None], go: Go) -> None:
        super().__init__(_("Due now"))
        due = seen.due
        for at, one in enumerate(due[:_MOST_DUE]):
            self.body.addWidget(_due_row(one, today, opened, last=at + 1 == min(len(due), _MOST_DUE)))
        if not due:
            self.add_beside(PlainLabel(_until(seen), colour="text2"))
        if len(due) > _MOST_DUE:
            self._fold(seen, today, opened, go)

    def _fold(self, seen: Overview, today: date, opened: Callable[[Suggestion], None], go: Go) -> None:
        rest = Fold(_("See all {n}").format(n=number(len(seen.due))))
        space(rest.body, 0)
        for one in seen.due[_MOST_DUE:_MOST_FOLDED]:
            rest.body.addWidget(_due_row(one, today, opened, last=False))
        if len(seen.due) > _MOST_FOLDED:
            more = Btn(_("The rest is on your list"), "quiet")
            more.clicked.connect(lambda: go("remove", status=log.Group.YOUR_TURN.value))
            rest.body.addWidget(more)
        self.body.addLayout(hbox(rest, margins=(12, 0, 12, 0)))


def _until(seen: Overview) -> str:
    until = seen.nothing_due_until
    return _("Nothing is due until {day}.").format(day=day_in_words(until)) if until else _("Nothing is due.")


def _due_row(one: Suggestion, today: date, opened: Callable[[Suggestion], None], *, last: bool) -> RowButton:
    overdue = one.urgency is Urgency.OVERDUE
    tone = "neutral" if not overdue else "info" if one.kind is Kind.ITEM else "warn"
    row = RowButton(one.title, one.reason, due_in_words(one, today), tone, icon=ICONS[one.kind], last=last)
    row.clicked.connect(lambda: opened(one))
    return row


class ThingsCard(RowsCard):
    """The one big number: a count of things, never a score, how it has moved, and the ways to exactly those things."""

    def __init__(self, seen: Overview, names: Mapping[str, str], go: Go) -> None:
        super().__init__(_("Things you want to change"))
        self._add_number(seen)
        if len(seen.trend) > 1:
            self.add_beside(_trend(seen))
        self._add_rows(seen, names, go)

    def _add_number(self, seen: Overview) -> None:
        words = vbox(PlainLabel(_what_they_are(seen)), spacing=2)
        if seen.trend_words:
            change = seen.trend[-1].count - seen.trend[-2].count
            words.addWidget(PlainLabel(seen.trend_words, "small", "ok" if change < 0 else "text2"))
            if change > 0:
                words.addWidget(PlainLabel(_("A new search may add to it."), "small", "text2"))
        row = QHBoxLayout()
        space(row, 14, (12, 0, 12, 0))
        row.addWidget(PlainLabel(number(seen.open_things), "number", wrap=False))
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def _add_rows(self, seen: Overview, names: Mapping[str, str], go: Go) -> None:
        """Their numbers add up to the big one."""
        rows: list[tuple[str, int, str, dict[str, str]]] = []
        for group in (log.Group.YOUR_TURN, log.Group.WAITING):
            count = sum(found for value, found in seen.items_by_state.items() if log.Status(value).group is group)
            title = _("To remove: your turn") if group is log.Group.YOUR_TURN else _("To remove: waiting for others")
            rows.append((title, count, "remove", {"status": group.value}))
        for network, count in seen.open_by_network.items():
            title = _("{network}: settings to change").format(network=names.get(network, network))
            rows.append((title, count, "checklists", {"network": network, "view": "about"}))
        shown = [row for row in rows if row[1]]
        for title, count, place, details in shown:
            row = RowButton(title, "", number(count), "neutral", last=title == shown[-1][0])
            row.clicked.connect(lambda _on=False, place=place, details=details: go(place, **details))
            self.body.addWidget(row)


def _trend(seen: Overview) -> Trend:
    from babel.dates import format_date

    from footprint.i18n import locale_name

    points = [(format_date(one.day, "LLL", locale=locale_name()), one.count) for one in seen.trend]
    sentence = _("From {first} in {start} to {last} in {end}.").format(
        first=points[0][1], start=points[0][0], last=points[-1][1], end=points[-1][0]
    )
    return Trend(points, sentence, _("Things you want to change"))


def _what_they_are(seen: Overview) -> str:
    items = ngettext("{n} thing to remove", "{n} things to remove", seen.open_items).format(n=number(seen.open_items))
    settings = ngettext("{n} setting", "{n} settings", seen.open_settings).format(n=number(seen.open_settings))
    if seen.open_items and seen.open_settings:
        return _("{items} and {settings}").format(items=items, settings=settings)
    return items if seen.open_items else settings if seen.open_settings else _("Nothing is left to change")


class ProgressCard(Card):
    """Every network of the person and the name search, with “not looked at” said plainly."""

    def __init__(self, seen: Overview, go: Go) -> None:
        super().__init__(title=_("Your progress"))
        bars = [_network_bar(one) for one in seen.networks[:_MOST_NETWORKS]]
        bars.append(_search_bar(seen))
        self.add(Flow(bars, 320, 24, most=2))
        if not seen.networks:
            self.add(PlainLabel(_("Add the networks you use, and their progress stands here."), colour="text2"))
        place = "checklists" if seen.networks else "accounts"
        onward = Btn(_("Open the checklists") if seen.networks else _("Add an account"), "quiet")
        onward.clicked.connect(lambda: go(place))
        self.add(ButtonRow(onward))


def _network_bar(one: NetworkProgress) -> Progress:
    bar = Progress(one.name)
    if one.state is State.NOT_STARTED:
        words = _("Not looked at")
    elif one.state is State.DUE:
        words = ngettext("{n} check is due again", "{n} checks are due again", len(one.due)).format(n=len(one.due))
    else:
        words = ngettext("{done} of {total} check done", "{done} of {total} checks done", one.total)
        words = words.format(done=one.dealt_with, total=one.total)
    bar.show(one.dealt_with, one.total, words)
    return bar


def _search_bar(seen: Overview) -> Progress:
    bar = Progress(_("Name search"))
    if seen.results_total:
        words = _("{done} of {total} results sorted").format(
            done=number(seen.results_sorted), total=number(seen.results_total)
        )
    elif seen.last_run is None:
        words = _("Not looked at")
    else:
        words = _("Nothing to sort")
    bar.show(seen.results_sorted, seen.results_total, words)
    return bar


class ItemsCard(RowsCard):
    """Items by state, each a way into the list."""

    def __init__(self, seen: Overview, go: Go) -> None:
        super().__init__(_("To remove"))
        shown = [status for status in log.Status if seen.items_by_state.get(status.value)]
        for status in shown:
            count = number(seen.items_by_state[status.value])
            tone = status.tone if status.tone not in ("done", "waiting") else "neutral"
            row = RowButton(status.label, "", count, tone, last=status is shown[-1])
            row.clicked.connect(lambda _on=False, value=status.value: go("remove", status=value))
            self.body.addWidget(row)
        if not shown:
            self.add_beside(PlainLabel(_("Nothing is on your list. Things you want gone come here."), colour="text2"))


class LastSearchCard(RowsCard):
    """When the person last looked for their name, and how that ended; a failed look is never shown as a clean one."""

    def __init__(self, seen: Overview, go: Go) -> None:
        super().__init__(_("Your last search"))
        self._go = go
        self.changes: RowButton | None = None
        run = seen.last_run
        if run is None:
            self.add_beside(PlainLabel(_("You have not looked for your name yet."), colour="text2"))
        else:
            self._add_run(run, seen)
        again = Btn(_("Search my name") if run is None else _("Search again"), "quiet")
        again.clicked.connect(lambda: go("search"))
        self.add_quiet(again)

    def show_changes(self, compared: Comparison | None) -> None:
        """What came and went since the search before; nothing where nothing did."""
        from footprint.search.changes import headline

        mine = compared.about(not_me=False) if compared is not None else None
        if mine is None or not mine.real:
            return
        since = _("Since {day}").format(day=day_in_words(local_day(mine.since.at)))
        self.changes = RowButton(headline(mine), since, icon="clock", last=True)
        self.changes.clicked.connect(lambda: self._go("search", stage="changes"))
        self.body.insertWidget(self.body.count() - 1, self.changes)

    def _add_run(self, run: Run, seen: Overview) -> None:
        worked = run.outcome.searched
        icon = IconLabel("check_circle" if worked else "warn", "ok" if worked else "warn", 22)
        words = vbox(PlainLabel(day_in_words(local_day(run.started_at)), "label"), PlainLabel(run.outcome.sentence))
        left = seen.results_total - seen.results_sorted
        if left:
            to_sort = ngettext("{n} result is left to sort.", "{n} results are left to sort.", left)
            words.addWidget(PlainLabel(to_sort.format(n=number(left)), "small", "text2"))
        row = QHBoxLayout()
        space(row, 12, (12, 0, 12, 6))
        row.addWidget(icon)
        row.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)

"""The cards of Home. Each shows one part of an `Overview` and says what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout

from footprint import log
from footprint.checklists import Progress as NetworkProgress
from footprint.checklists import State
from footprint.dates import day_in_words, local_day
from footprint.home import Kind, Overview, Suggestion, Urgency, due_in_words
from footprint.i18n import _, ngettext
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.chart import Trend
from ui.kit.layout import Fold, hbox, vbox
from ui.kit.progress import Progress, Ring
from ui.kit.rows import RowButton
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px

_ICONS = {
    Kind.NAME: "search",
    Kind.CHECKLIST: "checklist",
    Kind.SEARCH: "search",
    Kind.SORT: "search",
    Kind.ITEM: "remove",
    Kind.ACCOUNTS: "accounts",
}
_MOST_DUE = 3


class HeroCard(Card):
    """The one next thing, or a calm word when there is none."""

    opened = Signal(object)
    put_off = Signal(object)

    def __init__(self, seen: Overview) -> None:
        super().__init__("hero")
        self.primary: QAbstractButton | None = None
        one = seen.next
        words = QVBoxLayout()
        words.setSpacing(px(4))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        self.body.addLayout(row)
        if one is None:
            words.addWidget(Heading(_("All done for now"), "h2"))
            words.addWidget(PlainLabel(_all_done(seen)))
            return
        words.addWidget(PlainLabel(_lead(one), "small", "accent_text"))
        words.addWidget(Heading(one.title, "h2"))
        words.addWidget(PlainLabel(_reason(one)))
        go = Btn(_("Start") if one.urgency is Urgency.NEXT or one.kind is Kind.NAME else _("Continue"), "primary")
        go.clicked.connect(lambda: self.opened.emit(one))
        self.primary = go
        later = Btn(_("Remind me tomorrow"), "quiet")
        later.clicked.connect(lambda: self.put_off.emit(one))
        words.addSpacing(px(8))
        words.addLayout(hbox(go, later, None) if one.kind is not Kind.NAME else hbox(go, None))
        if one.total and one.done:
            row.addWidget(Ring(one.done, one.total))


def _lead(one: Suggestion) -> str:
    if one.urgency is Urgency.UNFINISHED and one.kind is not Kind.NAME:
        return _("Carry on where you left off")
    if one.urgency is Urgency.OVERDUE:
        return _("This is due")
    return _("A good next step")


def _reason(one: Suggestion) -> str:
    time = ngettext("About {m} minute.", "About {m} minutes.", one.minutes).format(m=one.minutes)
    return f"{one.reason} {time}"


def _all_done(seen: Overview) -> str:
    if seen.nothing_due_until is not None:
        return _("Nothing is due until {day}. Thank you for looking after this.").format(
            day=day_in_words(seen.nothing_due_until)
        )
    return _("You have dealt with everything you looked at.")


class DueCard(Card):
    """At most three rows, then all of them behind one button."""

    def __init__(self, seen: Overview, today: date, opened: Callable[[Suggestion], None]) -> None:
        super().__init__(title=_("Due now"))
        rows = [_due_row(one, today, opened) for one in seen.due[: 4 * _MOST_DUE]]
        for row in rows[:_MOST_DUE]:
            self.add(row)
        if not rows:
            until = seen.nothing_due_until
            self.add(
                PlainLabel(
                    _("Nothing is due until {day}.").format(day=day_in_words(until)) if until else _("Nothing is due.")
                )
            )
        if len(rows) > _MOST_DUE:
            rest = Fold(_("See all {n}").format(n=len(rows)))
            for row in rows[_MOST_DUE:]:
                rest.body.addWidget(row)
            self.add(rest)
        self.body.addStretch(1)


def _due_row(one: Suggestion, today: date, opened: Callable[[Suggestion], None]) -> RowButton:
    tone = "info" if one.kind is Kind.ITEM else "warn" if one.urgency is Urgency.OVERDUE else "neutral"
    row = RowButton(one.title, one.reason, due_in_words(one, today), tone, icon=_ICONS[one.kind])
    row.clicked.connect(lambda: opened(one))
    return row


class ThingsCard(Card):
    """The one big number: a count of things, never a score, and how it has moved."""

    def __init__(self, seen: Overview, opened: Callable[[], None]) -> None:
        super().__init__(title=_("Things you want to change"))
        number = PlainLabel(str(seen.open_things), "number", wrap=False)
        words = vbox(PlainLabel(_what_they_are(seen)), spacing=2)
        if seen.trend_words:
            fewer = len(seen.trend) > 1 and seen.trend[-1].count < seen.trend[-2].count
            words.addWidget(PlainLabel(seen.trend_words, "small", "ok" if fewer else "text2"))
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(number)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        if len(seen.trend) > 1:
            self._draw_trend(seen)
        if seen.open_things:
            show = Btn(_("Show them"), "quiet")
            show.clicked.connect(opened)
            self.body.addLayout(hbox(show, None))
        self.body.addStretch(1)

    def _draw_trend(self, seen: Overview) -> None:
        from babel.dates import format_date

        from footprint.i18n import locale_name

        points = [(format_date(one.day, "LLL", locale=locale_name()), one.count) for one in seen.trend]
        sentence = _("From {first} in {start} to {last} in {end}.").format(
            first=points[0][1], start=points[0][0], last=points[-1][1], end=points[-1][0]
        )
        self.add(Trend(points, sentence, _("Things you want to change")))


def _what_they_are(seen: Overview) -> str:
    items = ngettext("{n} thing to remove", "{n} things to remove", seen.open_items).format(n=seen.open_items)
    settings = ngettext("{n} setting", "{n} settings", seen.open_settings).format(n=seen.open_settings)
    if seen.open_items and seen.open_settings:
        return _("{items} and {settings}").format(items=items, settings=settings)
    return items if seen.open_items else settings if seen.open_settings else _("Nothing is left to change")


class ProgressCard(Card):
    """Every network of the person, with “not looked at” said plainly."""

    def __init__(self, seen: Overview, opened: Callable[[str], None]) -> None:
        super().__init__(title=_("Your progress"))
        if not seen.networks:
            self.add(PlainLabel(_("Add the networks you use, and their progress stands here."), colour="text2"))
        for one in seen.networks[:12]:
            row = RowButton(one.name, _dealt_with(one), *_pill(one), letter=one.name[:1])
            row.clicked.connect(lambda _checked=False, network=one.network: opened(network))
            self.add(row)
        if seen.results_total:
            bar = Progress(_("Name search"))
            bar.show(
                seen.results_sorted,
                seen.results_total,
                _("{done} of {total} results sorted").format(done=seen.results_sorted, total=seen.results_total),
            )
            self.add(bar)


def _dealt_with(one: NetworkProgress) -> str:
    if one.state is State.NOT_STARTED:
        return _("Not looked at")
    return _("{done} of {total} checks done").format(done=one.dealt_with, total=one.total)


def _pill(one: NetworkProgress) -> tuple[str, str]:
    return {
        State.NOT_STARTED: (_("Not started"), "neutral"),
        State.IN_PROGRESS: (_("In progress"), "info"),
        State.DUE: (_("Due again"), "warn"),
        State.DONE: (_("Done"), "done"),
    }[one.state]


class ItemsCard(Card):
    """Items by state, each a way into the list."""

    def __init__(self, seen: Overview, go: Callable[..., None]) -> None:
        super().__init__(title=_("To remove"))
        shown = [status for status in log.Status if seen.items_by_state.get(status.value)]
        for status in shown:
            count = seen.items_by_state[status.value]
            row = RowButton(status.label, "", str(count), status.tone)
            row.clicked.connect(lambda _checked=False, value=status.value: go("remove", status=value))
            self.add(row)
        if not shown:
            self.add(PlainLabel(_("Nothing is on your list. Things you want gone come here."), colour="text2"))
        self.body.addStretch(1)


class LastSearchCard(Card):
    """When the person last looked for their name, and how that ended; a failed look is never shown as a clean one."""

    def __init__(self, seen: Overview, today: date, go: Callable[..., None]) -> None:
        super().__init__(title=_("Your last search"))
        run = seen.last_run
        if run is None:
            self.add(PlainLabel(_("You have not looked for your name yet."), colour="text2"))
        else:
            self.add(PlainLabel(day_in_words(local_day(run.started_at)), "label"))
            self.add(PlainLabel(run.outcome.sentence))
        again = Btn(_("Search my name") if run is None else _("Search again"), "quiet")
        again.clicked.connect(lambda: go("search"))
        self.body.addLayout(hbox(again, None))
        self.body.addStretch(1)

"""Reminders: how often the checks come up, the ways to be told, and when to be left in peace."""

from __future__ import annotations

from footprint.i18n import _
from footprint.reminders import schedule
from ui.desk import Desk
from ui.kit.choice_cards import Tick
from ui.kit.choices import Choices, Option, Ticks
from ui.kit.fields import Field, Select
from ui.kit.layout import Columns
from ui.kit.text import PlainLabel
from ui.reminders.ways import WaysCard
from ui.settings.look import label_of, options_of
from ui.settings.section import Section, titled


class RemindersSection(Section):
    def __init__(self, desk: Desk, timer: schedule.Scheduler | None = None) -> None:
        super().__init__(desk)
        card = titled(_("How often"))
        self.months = Choices(label_of("months_between_checks"), options_of("months_between_checks"), columns=2)
        self.months.chosen.connect(self._changed)
        card.add(self.months)
        card.add(PlainLabel(_("Under Reminders you can change it for each thing."), "small", "text2"))
        self.body.addWidget(card)
        self._add_quiet()
        self.ways = WaysCard(desk, timer)
        self.ways.more.hide()  # it leads here
        if self.ways.heading is not None:
            self.ways.heading.set_role("h3")
        self.body.addWidget(self.ways)
        self.tray = Tick(label_of("tray"), _("Some computers have no place for it. Nothing depends on it."))
        self.tray.clicked.connect(lambda: self._set(tray=self.tray.isChecked()))
        self.ways.add(self.tray)
        self.body.addStretch(1)
        self.reload()

    def _add_quiet(self) -> None:
        card = titled(_("When to be left in peace"))
        hours = [(str(hour), _hour(hour)) for hour in range(24)]
        self.quiet_from, self.quiet_until = Select(_("From"), hours), Select(_("Until"), hours)
        self.quiet_from.chosen.connect(lambda value: self._set(quiet_from=int(value)))
        self.quiet_until.chosen.connect(lambda value: self._set(quiet_until=int(value)))
        card.add(Columns([Field(_("Quiet from"), self.quiet_from), Field(_("Until"), self.quiet_until)], min_width=380))
        self.days_off = Ticks(
            _("Days off"), [Option(str(at), _(name)) for at, name in enumerate(_day_names())], columns=2, cards=False
        )
        self.days_off.changed.connect(self._days_changed)
        card.add(self.days_off)
        card.add(PlainLabel(_("What comes up then is told afterwards. Nothing is lost."), "small", "text2"))
        self.body.addWidget(card)

    def reload(self) -> None:
        self.months.set_value(str(self.now.months_between_checks))
        self.quiet_from.set_value(str(self.now.quiet_from))
        self.quiet_until.set_value(str(self.now.quiet_until))
        self.days_off.set_values([str(at) for at in range(7) if self.now.days_off >> at & 1])
        self.tray.setChecked(self.now.tray)
        self.ways.reload()

    def _changed(self, value: str) -> None:
        self._set(months_between_checks=int(value))

    def _days_changed(self) -> None:
        self._set(days_off=sum(1 << int(value) for value in self.days_off.values()))

    def _set(self, **values: object) -> None:
        if not self.change(**values):
            self.reload()


def _hour(hour: int) -> str:
    """9am, midday, 9pm, and no word for midnight that could mean either day (`ui-design` 7)."""
    if hour == 0:
        return _("midnight, when the day begins")
    if hour == 12:
        return _("midday")
    return _("{hour}am").format(hour=hour) if hour < 12 else _("{hour}pm").format(hour=hour - 12)


def _day_names() -> list[str]:
    from babel.dates import get_day_names

    from footprint.i18n import locale_name

    names = get_day_names("wide", locale=locale_name())
    return [names[at] for at in range(7)]

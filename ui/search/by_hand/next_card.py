"""One search after the other: how far each site has come, what is next there, and one button that opens it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.dates import day_in_words, local_day, number
from footprint.i18n import _, ngettext
from footprint.search import ENGINES, HandOff
from footprint.search.rounds import Progress, Round, State, Step
from ui.arrival import focus_heading
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.clipboard import copy_secret
from ui.kit.layout import Columns
from ui.kit.progress import Progress as Bar
from ui.kit.steps import StepList, StepRow, StepState
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear

_COMING = 4  # searches that are named beside the next one


class NextCard(Card):
    """Nothing is opened before the button is pressed; the words can be read first."""

    opened = Signal(object)  # HandOff
    again_chosen = Signal()  # begin a new round
    copied = Signal(str)
    stepped = Signal()  # another primary button

    def __init__(self) -> None:
        super().__init__(title=_("One search after the other"))
        self._round: Round | None = None
        self._put_off: dict[str, list[str]] = {}
        self.engine = ""
        self.sites = StepList(_("Sites to look on"))
        self.sites.chosen.connect(self.show_engine)
        # What is next comes first, also where the two stand one under the other.
        self.add(Columns([self._make_side(), self._make_sites()], [2, 1], min_width=640, spacing=24))

    def _make_sites(self) -> QWidget:
        around = QWidget()
        column = QVBoxLayout(around)
        space(column, 4)
        column.addWidget(PlainLabel(_("Sites to look on"), "small", "text2"))
        column.addWidget(self.sites)
        column.addStretch(1)
        return around

    def _make_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        space(column, 10)
        self.bar = Bar("")
        self.lead = PlainLabel(_("Next"), "small", "text2")
        self.words = PlainLabel("", "h3", selectable=True)
        self.why = PlainLabel("", colour="text2")
        self.state = PlainLabel("", "small", "warn")
        self.advice = PlainLabel("", "small", "text2")
        self.open_button = Btn("", "primary", "external")
        self.open_button.clicked.connect(self._open)
        self.skip_button = Btn(_("Not this one now"))
        self.skip_button.clicked.connect(self._skip)
        self.copy_button = Btn(_("Copy the words"), "quiet")
        self.copy_button.clicked.connect(self._copy)
        self.other_button = Btn("", "primary", "search")
        self.other_button.clicked.connect(self._go_on)
        self.again_button = Btn(_("Start again from the first"), "quiet")
        self.again_button.clicked.connect(self.again_chosen)
        for part in (self.bar, self.lead, self.words, self.why, self.state, self.advice):
            column.addWidget(part)
        column.addWidget(ButtonRow(self.open_button, self.other_button, self.skip_button, self.copy_button))
        self.after = QVBoxLayout()
        space(self.after, 4)
        column.addLayout(self.after)
        column.addWidget(ButtonRow(self.again_button))
        column.addStretch(1)
        return side

    @property
    def primary(self) -> Btn:
        return self.open_button if not self.open_button.isHidden() else self.other_button

    def arrive(self) -> None:
        if self.heading is not None:
            focus_heading(self.heading)

    # -- showing -------------------------------------------------------------------------------------

    def show_round(self, found: Round) -> None:
        """How far the person has come. It stays on the site they are at."""
        self._round = found
        known = [one.name for one in ENGINES if found.of(one.name)]
        if self.engine not in known:
            self.engine = _where_to_begin(found, known)
        self._show()

    def show_engine(self, name: str) -> None:
        self.engine = name
        self._show()

    @property
    def step(self) -> Step | None:
        """What the button opens."""
        if self._round is None or not self.engine:
            return None
        return self._round.next(self.engine, self._put_off.get(self.engine, []))

    def _show(self) -> None:
        if self._round is None or not self.engine:
            return
        progress = self._round.progress(self.engine)
        self.sites.show([_row(self._round.progress(one.name), one.name == self.engine) for one in self._sites()])
        label = _(progress.engine.label)
        self.bar.label.setText(label)
        self.bar.bar.setAccessibleName(label)
        self.bar.show(progress.done, progress.total, _so_far(progress))
        step = self.step
        for part in (self.lead, self.words, self.why, self.advice, self.open_button, self.copy_button):
            part.setVisible(step is not None)
        left = progress.total - progress.done
        self.skip_button.setVisible(step is not None and left > 1)
        self.again_button.setVisible(progress.done > 0)
        self._show_step(step, label, progress)
        self._show_after()
        self.stepped.emit()

    def _show_after(self) -> None:
        """The searches that come then, so that the person sees what they are in for."""
        clear(self.after)
        assert self._round is not None
        left = self._round.left(self.engine, self._put_off.get(self.engine, []))[1:]
        for words in [_("After that"), *(one.hand_off.words for one in left[:_COMING])] if left else []:
            self.after.addWidget(PlainLabel(words, "small", "text2" if words == _("After that") else "text"))
        more = len(left) - _COMING
        if more > 0:
            words = ngettext("and {n} more", "and {n} more", more).format(n=number(more))
            self.after.addWidget(PlainLabel(words, "small", "text2"))

    def _show_step(self, step: Step | None, label: str, progress: Progress) -> None:
        if step is None:
            following = self._following()
            words = ngettext(
                "You looked at the {n} search here.", "You looked at all {n} searches here.", progress.total
            )
            self.state.setText(words.format(n=number(progress.total)))
            self.state.set_colour("ok")
            self.state.show()
            self.other_button.setVisible(bool(following))
            name = next((_(one.label) for one in ENGINES if one.name == following), "")
            self.other_button.setText(_("Go on with {site}").format(site=name))
            return
        self.other_button.hide()
        self.words.setText(step.hand_off.words)
        self.why.setText(step.hand_off.why)
        self.advice.setText(step.hand_off.advice)
        self.open_button.setText(_("Open next on {site}").format(site=label))
        said = _standing(step)
        self.state.setText(said)
        self.state.set_colour("warn")
        self.state.setVisible(bool(said))

    def _sites(self) -> list[object]:
        return [one for one in ENGINES if self._round is not None and self._round.of(one.name)]

    def _following(self) -> str:
        """The next site in the list that has something left."""
        if self._round is None:
            return ""
        names = [one.name for one in ENGINES if self._round.of(one.name)]
        at = names.index(self.engine) if self.engine in names else 0
        turned = [*names[at + 1 :], *names[:at]]
        return next((name for name in turned if self._round.next(name) is not None), "")

    # -- doing ---------------------------------------------------------------------------------------

    def open_next(self) -> HandOff | None:
        """Open what is next here, else on the next site; None when everything is done."""
        if self.step is None:
            self.engine = self._following() or self.engine
        step = self.step
        if step is not None:
            self.opened.emit(step.hand_off)
        return step.hand_off if step is not None else None

    def next_words(self) -> str:
        """What a button that opens the next one says; empty when everything is done."""
        if self._round is None:
            return ""
        engine = self.engine if self.step is not None else self._following()
        if not engine:
            return ""
        progress = self._round.progress(engine)
        at, total = number(min(progress.done + 1, progress.total)), number(progress.total)
        if engine == self.engine:
            return _("Open the next one ({n} of {total})").format(n=at, total=total)
        return _("Open the next one on {site}").format(site=_(progress.engine.label))

    def _open(self) -> None:
        self.open_next()

    def _skip(self) -> None:
        step = self.step
        if step is not None:
            put_off = self._put_off.setdefault(self.engine, [])
            if step.hand_off.words in put_off:  # round once: begin with the first of them again
                put_off.clear()
            put_off.append(step.hand_off.words)
            self._show()

    def _copy(self) -> None:
        step = self.step
        if step is not None:
            copy_secret(step.hand_off.words)
            self.copied.emit(step.hand_off.words)

    def _go_on(self) -> None:
        following = self._following()
        if following:
            self.show_engine(following)
            self.arrive()


def _where_to_begin(found: Round, names: list[str]) -> str:
    """The site that was begun and not finished, else the first that has something left."""
    left = [name for name in names if found.next(name) is not None]
    begun = [name for name in left if any(one.state is not State.TO_DO for one in found.of(name))]
    return next(iter([*begun, *left, *names]), "")


def _row(progress: Progress, here: bool) -> StepRow:
    label = _(progress.engine.label)
    if progress.done >= progress.total:
        title, state = _("{site}, all done").format(site=label), StepState.DONE
    elif progress.done:
        words = _("{site}, {n} of {total}")
        title = words.format(site=label, n=number(progress.done), total=number(progress.total))
        state = StepState.TODO
    else:
        title, state = label, StepState.TODO
    return StepRow(progress.engine.name, title, StepState.HERE if here else state)


def _so_far(progress: Progress) -> str:
    words = _("{n} of {total} looked at").format(n=number(progress.done), total=number(progress.total))
    if progress.turned_away:
        away = ngettext("{n} did not let you look", "{n} did not let you look", progress.turned_away)
        words = f"{words}, {away.format(n=number(progress.turned_away))}"
    return words


def _standing(step: Step) -> str:
    """“Opened yesterday, not written down yet.”"""
    if step.at is None:
        return ""
    if step.state is State.OPENED:
        return _("Opened {day}. You have not written down yet what you saw.").format(day=_when(step.at))
    if step.state is State.TURNED_AWAY:
        return _("The site did not let you look {day}. Try once more.").format(day=_when(step.at))
    return ""


def _when(at: datetime) -> str:
    """“today”, “yesterday”, “on 3 November 2026”."""
    day = local_day(at)
    ago = (local_day(datetime.now(UTC)) - day).days
    return {0: _("today"), 1: _("yesterday")}.get(ago) or _("on {day}").format(day=day_in_words(day))

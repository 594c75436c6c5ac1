"""A plan somebody gave: who it says it is from, what it asks, what already fits, and a tick for each part of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.dates import day_in_words
from footprint.i18n import _, ngettext
from footprint.reminders import Every
from footprint.supervision import plans
from footprint.supervision.plans import PROMISE, Choice, Offer, Part
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.choices import Option, Ticks
from ui.kit.layout import Fold, vbox
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px

_SEARCH, _BY, _AGAIN = "search", "by", "again"


class OfferView(QWidget):
    """`taken` with what was ticked, `closed` when none of it is wanted. Nothing is changed before `taken`."""

    taken = Signal(object)  # Choice
    closed = Signal()

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self.offer = offer
        self._column = vbox(spacing=16)
        self.setLayout(self._column)
        self._add_from()
        self._add_parts()
        self._add_buttons()
        self.show_choice(offer.fitting if offer.before is None else _before(offer))

    # -- what is chosen ----------------------------------------------------------------------------------

    @property
    def choice(self) -> Choice:
        more = self.more.values() if self.more is not None else ()
        return Choice(
            self.networks.values() if self.networks is not None else (), _SEARCH in more, _BY in more, _AGAIN in more
        )

    def show_choice(self, choice: Choice) -> None:
        """Tick exactly this, without telling anyone."""
        if self.networks is not None:
            self.networks.set_values(choice.networks)
        if self.more is not None:
            names = {_SEARCH: choice.search, _BY: choice.by, _AGAIN: choice.again}
            self.more.set_values(name for name, on in names.items() if on)
        self._say_how_much()

    def refuse(self, words: str) -> None:
        """Why it cannot be taken on as it is."""
        self.problem.say(words)
        self.problem.show()

    def _take(self) -> None:
        if self.choice.nothing:
            self.refuse(_("Choose at least one network or the search, or choose “None of it”."))
        else:
            self.problem.hide()
            self.taken.emit(self.choice)

    def _say_how_much(self) -> None:
        on = sum(len(ticks.values()) for ticks in (self.networks, self.more) if ticks is not None)
        all_of_it = sum(len(ticks.cards) for ticks in (self.networks, self.more) if ticks is not None)
        if on == all_of_it:
            self.take_button.setText(_("Take on all of it"))
        else:
            words = ngettext("Take on {n} of {total}", "Take on {n} of {total}", on)
            self.take_button.setText(words.format(n=on, total=all_of_it))
        self.problem.hide()

    # -- building ----------------------------------------------------------------------------------------

    def _add_from(self) -> None:
        plan = self.offer.plan
        card = Card()
        who = (
            _("It says it is from {who}").format(who=plan.sender)
            if plan.sender
            else _("It does not say who it is from")
        )
        card.add(Heading(who, "h2"))
        made = _("Made on {day}. Nobody can prove who made a plan, so ask if you are not certain.")
        card.add(PlainLabel(made.format(day=day_in_words(plan.made)), "small", "text2"))
        if plan.note:
            quoted = Card("sunken")
            quoted.add(PlainLabel(plan.note))
            card.add(quoted)
        self._column.addWidget(card)
        words = [words for words in map(plans.to_reader, self.offer.opened.worries) if words]
        if words:
            first = Banner("warn", _("Read this first"), words[0], quiet=True)
            for more in words[1:]:
                first.column.addWidget(PlainLabel(more))
            first.column.setSpacing(px(6))
            self._column.addWidget(first)
        nothing_back = _("Whatever you choose here, nothing is sent to anybody.")
        self._column.addWidget(Banner("info", _(PROMISE), nothing_back, quiet=True))

    def _add_parts(self) -> None:
        card = Card(title=_("What it asks"))
        every = Btn(_("Choose everything"), "quiet")
        every.clicked.connect(lambda: self.show_choice(self.offer.everything))
        none = Btn(_("Choose nothing"), "quiet")
        none.clicked.connect(lambda: self.show_choice(Choice()))
        card.add(
            PlainLabel(_("Take on all of it, some of it or nothing. Each part stands by itself."), "body", "text2")
        )
        card.add(ButtonRow(every, none))
        options = [Option(one.network, _name(one), _fits(one)) for one in self.offer.parts]
        self.networks = Ticks(_("Networks to check"), options) if options else None
        more = self._more()
        self.more = Ticks(_("And"), more, show_label=bool(options)) if more else None
        for ticks in (self.networks, self.more):
            if ticks is not None:
                card.add(ticks)
                ticks.changed.connect(self._say_how_much)
        asked = plans.questions(self.offer.plan)
        if asked:
            fold = Fold(_("Questions for the talk ({n})").format(n=len(asked)))
            for one in asked:
                fold.body.addWidget(PlainLabel(one.text))
            card.add(fold)
        self._column.addWidget(card)

    def _more(self) -> list[Option]:
        offer, found = self.offer, []
        if offer.plan.search:
            last = offer.last_search
            fits = _("You last did this on {day}.").format(day=day_in_words(last)) if last else _("Not done here yet.")
            found.append(Option(_SEARCH, _("Search for your name"), fits))
        if offer.plan.by is not None and offer.day_counts:
            day = day_in_words(offer.plan.by, weekday=True)
            found.append(Option(_BY, _("By {day}").format(day=day), _("Puts a reminder on that day.")))
        if offer.plan.again:
            every = Every(offer.plan.again).words
            found.append(Option(_AGAIN, _("Look again {every}").format(every=every), self._rhythm_fits()))
        return found

    def _rhythm_fits(self) -> str:
        own = {one.again for one in self.offer.parts if one.mine and one.again is not None}
        if own == {self.offer.plan.again}:
            return _("That is how you do it already.")
        if own:
            return _("In place of how often you look at these now.")
        return _("For what you take on here. You can change it under Reminders.")

    def _add_buttons(self) -> None:
        self.problem = Banner("danger", " ")
        self.problem.hide()
        self._column.addWidget(self.problem)
        self.take_button = Btn(" ", "primary", "check")
        self.take_button.clicked.connect(self._take)
        none = Btn(_("None of it"))
        none.clicked.connect(self.closed)
        self._column.addWidget(ButtonRow(self.take_button, none))


def _before(offer: Offer) -> Choice:
    """What was taken on of this plan earlier."""
    taken = offer.before
    assert taken is not None
    return Choice(taken.networks, taken.search, offer.day_counts and taken.by is not None, bool(taken.again))


def _name(one: Part) -> str:
    return one.name if one.known else _("Any other network: {name}").format(name=one.name)


def _fits(one: Part) -> str:
    """What of it the person does already."""
    if one.finished:
        return _("All checks are done here.")
    if one.done:
        return _("{done} of {total} checks are done here.").format(done=one.done, total=one.total)
    if one.mine:
        return _("It is in your list. Not looked at yet.")
    return _("Not in your list. Choose it only if you use it.")

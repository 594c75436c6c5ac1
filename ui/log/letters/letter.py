"""One private message: written by us, changed by the person, sent by them and never by the app."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QSignalBlocker, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from footprint import log
from footprint.i18n import _
from footprint.log import BlankLeft, Item, Letter, MayNotAsk, Origin, Setting, letter_named
from footprint.log.ladder import Rung
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.fields import Field, NotesBox
from ui.kit.layout import hbox
from ui.kit.text import PlainLabel
from ui.log import drafts
from ui.log.drafts import Writing
from ui.log.fields import Problem
from ui.log.letters.blanks import Blanks
from ui.log.letters.choices import LetterChoices
from ui.log.letters.drafting import Begun, Looked, as_it_is, begun, looked_at
from ui.log.letters.law_fold import LawFold
from ui.log.letters.mail import open_mail
from ui.log.letters.remarks import Remarks
from ui.log.letters.ways import Ways
from ui.packs.letter_rules import LetterRules

TYPING_PAUSE_MS = 150
NOTE = "note"


class MessageBox(NotesBox):
    """The message. Selecting is no way round a gap: nothing with one in it is copied, cut out or dragged off."""

    refused = Signal()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = super().createMimeDataFromSelection()
        if not {"[", "]"} & set(data.text()):
            return data
        self.refused.emit()
        kept = QMimeData()
        kept.setText(QGuiApplication.clipboard().text())
        return kept


class LetterCard(Card):
    """Which letter, gaps, text, what to look at again, then the ways to ask."""

    def __init__(self, desk: Desk, shelf: str = drafts.LETTERS) -> None:
        """`shelf`: where what was begun is put away."""
        super().__init__(title=_("Ask privately"))
        self._desk, self._vault, self._shelf = desk, desk.bench.vault, shelf
        self._writings = drafts.letters(self._vault, shelf)
        self._writing = self._gaps_of = Writing()
        self._item: Item | None = None
        self._shows: tuple[object, ...] = ()
        self._step: Rung | None = None
        self._step_title = ""
        self._again = False
        self._shown = False
        self._letter: Letter | None = None
        self._setting = Setting()
        self.open_mail: Callable[[QUrl], bool] = open_mail
        self._make()
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPING_PAUSE_MS)
        self._typed.timeout.connect(self._redraft)
        self.blanks.changed.connect(self._typed.start)
        self.choices.changed.connect(self._on_choice)
        self.text.textChanged.connect(self._on_own_words)

    def show_item(self, item: Item, *, again: bool, step: Rung | None = None, title: str = "") -> None:
        """`again`: they were asked before. `step`: that of the ladder which comes next, with its `title`; its letters
        come first."""
        told = _told(item, again, step)
        self._again, self._step_title = again, title
        self.lead.setText(_lead(step))
        if self._item is not None and self._shows == told:
            self._read_setting()
            return
        self._shows, self._step = told, _first_asked(step, item) if again else step
        self._show(item, _name(item, step, again))

    def forget(self, item_id: str) -> None:
        """Whoever put it there is never written to: what was begun for them is dropped, and no text of it stays."""
        for name in [one for one in self._writings if one.partition(" ")[0] == item_id]:
            del self._writings[name]
        if self._item is None or self._item.id != item_id:
            return
        self._typed.stop()
        self._item, self._letter, self._shows, self._shown = None, None, (), False
        self._writing = self._gaps_of = Writing()
        self.blanks.show_blanks((), {})
        with QSignalBlocker(self.text):
            self.text.clear()
        self.ways.show_item(None)

    def show_note(self) -> None:
        """A note to people close to the person, which concerns nothing in the list."""
        self.heading.setText(_("Your note"))
        if not self._shown:
            self._show(None, NOTE)

    def put_away(self) -> None:
        """The letters that were begun are there again after unlocking."""
        if self._shown and self._writing.own_words is None:
            self._keep_values()
        drafts.keep_letters(self._vault, self._writings, self._shelf)

    def _show(self, item: Item | None, name: str) -> None:
        before, self._writing = self._writing, self._writings.setdefault(name, Writing())
        self._item, self._shown = item, True
        if before is not self._writing:
            self._letter = None
            self.choices.show_writing(self._writing)
            self.problem.say("")
            self._setting = Setting()
        self.ways.show_item(item)
        self._draft_anew()
        self._read_setting()

    def _read_setting(self) -> None:
        """What drafts are held against. It may take a moment: saved pages are read for words not to be said again."""
        item = self._item

        def known(setting: Setting) -> None:
            if item is self._item and setting != self._setting:
                self._setting = setting
                self._redraft()

        self._desk.read(lambda _task: log.setting_of(self._vault, item), known, lane="web")

    # -- building ------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.lead = PlainLabel(_lead(None), "body", "text2")
        self.choices = LetterChoices()
        self.tone, self.length = self.choices.tone, self.choices.length
        self.blanks = Blanks()
        self.text = MessageBox(_("Your message"), rows=15)
        self.text.refused.connect(self._gap_selected)
        self.remarks = Remarks(self.text)
        self.rules = LetterRules(self._desk)
        self.rules.wanted.connect(self._add_line)
        self.law = LawFold()
        self.problem = Problem()
        self.fresh = Btn(_("Start again with our words"), "quiet", icon="undo")
        self.fresh.clicked.connect(self._start_again)
        self.ways = Ways(self._desk, self._finished)
        self.ways.troubled.connect(self.problem.say)
        self.ways.open_mail = lambda link: self.open_mail(link)
        self.copy, self.email, self.in_person = self.ways.copy, self.ways.email, self.ways.in_person
        for part in self._parts():
            self.add(part)

    def _parts(self) -> tuple[QWidget, ...]:
        fresh = QWidget()
        fresh.setLayout(hbox(self.fresh, None))
        return (
            self.lead,
            self.choices,
            self.blanks,
            Field(_("Your message"), self.text, _("You can change any word.")),
            fresh,
            self.rules,
            self.remarks,
            self.law,
            self.problem,
            self.ways,
        )

    # -- writing -------------------------------------------------------------------------------------

    def _draft_anew(self) -> None:
        """Which gaps there are is asked with nothing filled in; then the letter with what was."""
        item, writing, step, bench = self._item, as_it_is(self._writing), self._step, self._desk.bench
        self._desk.read(
            lambda _task: begun(bench.vault, item, writing, step, bench.pack),
            self._show_begun,
            failed=self._no_letter,
        )

    def _show_begun(self, found: Begun) -> None:
        if found.item is not self._item:
            return
        self._writing.kind, self._gaps_of = found.kind, self._writing
        self._head(found)
        self.choices.show_kinds(found.kinds, found.letter.template, found.letter.first)
        self.rules.show_rules(found.rules, found.pack)
        self.law.show_law(found.letter.law)
        self.blanks.show_blanks(found.letter.blanks, self._writing.values)
        self._redraft()

    def _head(self, found: Begun) -> None:
        """The step this letter is written on, by its name; a letter of another step goes by its own."""
        if found.item is None:
            return
        file = letter_named(found.letter.template)
        fits = file is not None and (self._step is None or file.step(found.item.origin) is self._step)
        title = self._step_title if fits and self._step_title else found.letter.title
        self.heading.setText(_("Once more: {step}").format(step=title) if self._again else title)

    def _redraft(self) -> None:
        self._keep_values()
        item, writing, step, setting = self._item, as_it_is(self._writing), self._step, self._setting
        bench = self._desk.bench
        self._desk.read(
            lambda _task: looked_at(bench.vault, item, writing, step, setting, bench.pack),
            self._show_letter,
            failed=self._no_letter,
        )

    def _show_letter(self, found: Looked) -> None:
        if found.item is not self._item:
            return
        self._letter = found.letter
        own = self._writing.own_words
        with QSignalBlocker(self.text):
            if self.text.toPlainText() != (own or found.letter.text):
                self.text.setPlainText(own or found.letter.text)
        self.blanks.setVisible(own is None and bool(self.blanks.fields))
        self.fresh.setVisible(own is not None)
        if found.own == own:
            self.remarks.show_remarks(found.remarks)
            self.rules.show_given_away(found.given_away)

    def _keep_values(self) -> None:
        """What stands in the gaps; what was filled into the gaps of another kind is there for it again."""
        if self._gaps_of is not self._writing:
            return  # the gaps in sight are still those of the letter before
        for one in self.blanks.fields:
            self._writing.values.pop(one.blank.name, None)
        self._writing.values.update(self.blanks.values)

    def _on_choice(self) -> None:
        self._keep_values()
        self._writing.own_words = None
        self._draft_anew()

    def _on_own_words(self) -> None:
        self._writing.own_words = self.text.toPlainText()
        self.blanks.hide()
        self.fresh.show()
        self._typed.start()

    def _add_line(self, line: str) -> None:
        """The line of the organisation under the name, as the person asked; from then on the words are theirs."""
        text = self.text.toPlainText().rstrip()
        if not text.endswith(line):
            self.text.setPlainText(f"{text}\n{line}")

    def _start_again(self) -> None:
        self._writing.own_words = None
        self.problem.say("")
        self._redraft()

    def _no_letter(self, problem: Exception) -> None:
        if isinstance(problem, MayNotAsk):
            self.hide()
            if self._item is not None:
                self.forget(self._item.id)
        else:
            self._desk.show_problem(problem)

    def _gap_selected(self) -> None:
        self.problem.say(_("Fill in what stands in square brackets first. Then you can copy it."))
        if self._writing.own_words is None:
            self.blanks.point_at_gap()

    # -- asking --------------------------------------------------------------------------------------

    def _finished(self) -> Letter | None:
        """The letter if nothing is left to fill in; else what is missing is said."""
        letter = self._letter
        if letter is None or (self._writing.own_words is None and self.blanks.point_at_gap()):
            return None
        if self._writing.own_words is not None:
            letter = letter.edited(self._writing.own_words)
        try:
            letter.finished()
        except BlankLeft as problem:
            self.problem.say(str(problem))
            self.text.setFocus()
            return None
        self.problem.say("")
        return letter


def _name(item: Item, step: Rung | None, again: bool) -> str:
    """What a letter that was begun is kept under: one for each step of an item, and one for a reminder."""
    usual = Rung.SITE if item.origin is Origin.ORGANISATION else Rung.PERSON
    parts = [item.id, "again" if again else "", step.value if step not in (None, usual) else ""]
    return " ".join(part for part in parts if part)


def _first_asked(step: Rung | None, item: Item) -> Rung:
    """Whom a reminder goes to: the person, or whoever runs the page."""
    person = step is Rung.PERSON or (step is None and item.origin is not Origin.ORGANISATION)
    return Rung.PERSON if person else Rung.SITE


def _lead(step: Rung | None) -> str:
    if step is Rung.SEARCH:
        return _("Copy these words into the search engine’s form. You send it yourself.")
    if step in (Rung.SITE, Rung.ERASURE, Rung.COMPLAINT):
        return _("Write to them by email, or in their form. You send it yourself.")
    return _("Write to them in private, never in public. You send it yourself.")


def _told(item: Item, again: bool, step: Rung | None) -> tuple[object, ...]:
    """What a letter is made of: only when this changes is it written anew."""
    return (
        item.id, item.contact, item.address, item.place, item.network, item.kind, item.origin, item.action, item.state,
        item.relation, again, step,
    )  # fmt: skip

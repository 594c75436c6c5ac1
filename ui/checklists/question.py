"""One check of a settings page: the question, how to look, what it is set to now, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import (
    NOT_FOUND,
    SOMETHING_ELSE,
    Check,
    CheckState,
    Given,
    Kind,
    NoteKind,
    is_safer,
    label,
)
from footprint.i18n import _
from footprint.packs.origins import How
from ui.checklists import words
from ui.checklists.badges import Badge, badges, source_of
from ui.checklists.decide import Decide
from ui.checklists.different import LooksDifferent, marked
from ui.checklists.how import PHONE, HowTo, steps_on
from ui.checklists.note import NoteBox
from ui.checklists.now import Now
from ui.checklists.pills import Headed, pills
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.choices import Choices, Option
from ui.kit.from_pack import FromPackNote
from ui.kit.layout import Fold
from ui.kit.text import BoldText, Heading, PlainLabel
from ui.kit.theme import space

SAVED_MS = 2000


class Question(QWidget):
    """Emits what the person does; the walk-through keeps it and hands back how the check stands."""

    given = Signal(object)  # Given
    noted = Signal(object, object, str)  # check, NoteKind, text
    opened = Signal(str)  # an address
    swapped = Signal(str)  # web or phone
    history_asked = Signal(object)  # check
    old_photo = Signal(object)  # check
    taken = Signal(object)  # check, for the person's own list
    asked_more = Signal(QWidget, QWidget)  # what came up under the choices, and the choice it is about

    def __init__(self, now: Now, state: CheckState, *, on: str, alone: bool, link: str) -> None:
        """`alone`: the only check of its page, whose question is then the page's own heading.

        `link`: the address of its settings page, or empty where one button above serves all checks of the page.
        """
        super().__init__()
        self.now, self.check, self.alone = now, state.check, alone
        self._box = QVBoxLayout(self)
        space(self._box, 10)
        self.heading = Heading(state.check.title, "h1" if alone else "h2")
        self._box.addWidget(self.heading)
        if state.check.origin is not None:
            self._box.addWidget(FromPackNote(state.check.origin, state.check.origin.ours))
        self._box.addWidget(BoldText(state.check.why))
        again = words.why_again(state)
        if again:
            self._box.addWidget(PlainLabel(again, "small", "text2"))
        self.how: HowTo | None = None
        self._how_place = QVBoxLayout()
        self._box.addLayout(self._how_place)
        self._on, self._link = on, link
        if alone:
            self._add_how()
        else:
            self._add_how_fold()
            self._box.addWidget(pills(self._badges()))
        usual = _usual(state.check)
        if usual:
            self._box.addWidget(BoldText(usual, "small", "text2"))
        asked = _("What is it set to now?") if words.is_setting(state.check) else _("Your answer")
        self.choices = Choices(asked, _options(state.check))
        self.choices.setAccessibleName(f"{self.choices.heading.text()} {state.check.title}")
        self.choices.chosen.connect(self._chosen)
        self._box.addWidget(self.choices)
        self.problem = PlainLabel("", "body", "danger")
        self.problem.hide()
        self._box.addWidget(self.problem)
        self.decide: Decide | None = None
        self._asks_more = False
        self._decide_place = QVBoxLayout()
        self._box.addLayout(self._decide_place)
        self.saved = PlainLabel("", "small", "text2")
        self.saved.setObjectName("saved")
        self._box.addWidget(self.saved)
        self.different: LooksDifferent | None = None
        self._different_place = QVBoxLayout()
        self._box.addLayout(self._different_place)
        self.note: NoteBox | None = None
        self._add_tools()
        self._note_place = QVBoxLayout()
        self._box.addLayout(self._note_place)
        self.show_state(now, state)

    # -- how to look -------------------------------------------------------------------------------

    def _add_how(self) -> None:
        card = Card()
        card.add(Headed(Heading(_how_words(self.check), "h3"), self._badges()))
        card.add(self._made_how())
        if self._link:
            said = _("This opens your own web browser.")
            if self.now.network.kind is Kind.NETWORK:
                said = _("This opens your own web browser. This app cannot see your account.")
            card.add(PlainLabel(said, "small", "text2"))
        self._how_place.addWidget(card)

    def _badges(self) -> tuple[Badge, ...]:
        own = self.check.origin is not None and self.check.origin.how is How.ADDED
        return badges(self.now.network.kind, source_of(self.now.network, self.check, self.now.today), own=own)

    def _made_how(self) -> HowTo:
        self.how = HowTo(self.now.network, self.check, self.now.today, on=self._on, address=self._link)
        self.how.swapped.connect(self.swapped)
        self.how.opened.connect(self.opened)
        return self.how

    def _add_how_fold(self) -> None:
        """Beside other checks the steps wait in a fold: they mostly lead to the same page."""
        self.how_fold = Fold(_how_words(self.check))

        def fill(is_open: bool) -> None:
            if is_open and self.how is None:
                self.how_fold.body.addWidget(self._made_how())

        self.how_fold.toggled.connect(fill)
        self._how_place.addWidget(self.how_fold)

    def show_on(self, on: str) -> None:
        """Web or phone, as chosen beside another check."""
        self._on = on
        if self.how is not None:
            self.how.show_on(on)

    # -- the answer --------------------------------------------------------------------------------

    def show_state(self, now: Now, state: CheckState) -> None:
        """How the check stands now: after saving, undoing, or coming back to it."""
        had = self.now.note(self.check, NoteKind.LOOKS_DIFFERENT)
        self.now = now
        chosen = state.answer.choice if state.answer else ""
        if chosen != self.choices.value:
            self.choices.set_value(chosen)
        self._show_decide(chosen, state)
        text = now.note(self.check, NoteKind.LOOKS_DIFFERENT)
        if text and self.different is None:
            self._show_different(text)
        elif had and not text:  # taken back by an undo, not merely on its way to being kept
            self._hide_different()
        self._show_kept_note(now.note(self.check))
        self.history_button.setVisible(state.answer is not None)

    def _show_decide(self, chosen: str, state: CheckState) -> None:
        wanted = bool(chosen) and needs_deciding(self.check, chosen)
        if not wanted:
            if self.decide is not None:
                self.decide.hide()
            return
        if self.decide is None:
            self.decide = Decide(self.check, self.now.today)
            self.decide.decided.connect(self.given)
            self._decide_place.addWidget(self.decide)
        answer = state.answer if state.answer and state.answer.choice == chosen else None
        self.decide.show_for(chosen, answer)
        self.decide.show()
        if self._asks_more:
            self._asks_more = False
            self.asked_more.emit(self.decide, self.choices.cards[chosen])

    def _chosen(self, value: str) -> None:
        self.clear_problem()
        self.given.emit(Given(self.check, value))
        if needs_deciding(self.check, value):
            self._asks_more = True
        if value == NOT_FOUND and words.is_setting(self.check):
            self._mark_different()

    def choose(self, number: int) -> None:
        """The choice at this place, from 1."""
        cards = list(self.choices.cards.values())
        if 0 < number <= len(cards):
            cards[number - 1].setFocus()
            cards[number - 1].click()

    @property
    def answered(self) -> bool:
        return bool(self.choices.value)

    def say_saved(self) -> None:
        """Quietly, for two seconds."""
        self.saved.setText(_("Saved"))
        QTimer.singleShot(SAVED_MS, self.saved, lambda: self.saved.setText(""))

    def show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self.choices.focus_first()

    def clear_problem(self) -> None:
        self.problem.hide()

    # -- beside it ---------------------------------------------------------------------------------

    def _add_tools(self) -> None:
        self.different_button = Btn(_("My screen looks different"), "quiet", icon="info")
        self.different_button.clicked.connect(self._mark_different)
        self.old_button = Btn(_("I found an old photo or post"), "quiet", icon="camera")
        self.old_button.clicked.connect(lambda: self.old_photo.emit(self.check))
        self.history_button = Btn(_("Earlier answers"), "quiet", icon="clock")
        self.history_button.clicked.connect(lambda: self.history_asked.emit(self.check))
        self.note_button = Btn(_("Add a note"), "quiet", icon="edit")
        self.note_button.clicked.connect(self._open_note)
        self.take_button = Btn(_("Take to supervision"), "quiet", icon="share")
        self.take_button.clicked.connect(lambda: self.taken.emit(self.check))
        tools = {
            self.different_button: words.is_setting(self.check),
            self.old_button: self.now.network.kind is not Kind.PLACE and self.check.private_note,
            self.note_button: not self.alone and self.check.private_note,
            self.history_button: True,
            self.take_button: self.alone,  # beside others the menu takes the one at hand
        }
        self._box.addWidget(ButtonRow(*tools, gap=8))
        for button, fits in tools.items():
            button.setAccessibleDescription(self.check.title)
            if not fits:
                button.hide()
        if not self.alone and not self.check.private_note:
            self._box.addWidget(PlainLabel(words.no_note(), "small", "text2"))

    def add_note(self, note: NoteBox) -> None:
        """Its private note: kept here beside other checks, at the side when it is alone."""
        self.note = note
        note.written.connect(lambda check, text: self.noted.emit(check, NoteKind.NOTE, text))

    def _show_kept_note(self, text: str) -> None:
        if self.note is not None:
            self.note.show_text(text)
        elif text and not self.alone and self.check.private_note:
            self._show_note(text)

    def _open_note(self) -> None:
        self._show_note(self.now.note(self.check))
        if self.note is not None:
            self.note.edit.setFocus()

    def _show_note(self, text: str) -> None:
        note = NoteBox(self.check, text, rows=2)
        self.add_note(note)
        self._note_place.addWidget(note)
        self.note_button.hide()

    def _mark_different(self) -> None:
        if self.different is None:
            self.noted.emit(self.check, NoteKind.LOOKS_DIFFERENT, marked())
            self._show_different(marked())
        if self.different is not None:
            self.different.note.edit.setFocus()

    def _show_different(self, text: str) -> None:
        on_phone = (self.how.on if self.how is not None else steps_on(self.check, self._on)) == PHONE
        self.different = LooksDifferent(self.now.network, self.check, text, self.now.today, on_phone=on_phone)
        self.different.written.connect(lambda check, words_: self.noted.emit(check, NoteKind.LOOKS_DIFFERENT, words_))
        self.different.opened.connect(self.opened)
        self.different.closed.connect(self._hide_different)
        self._different_place.addWidget(self.different)
        self.different_button.hide()

    def _hide_different(self) -> None:
        if self.different is not None:
            self.different.hide()
            self.different.deleteLater()
            self.different = None
        self.different_button.setVisible(words.is_setting(self.check))

    def pending(self) -> list[tuple[NoteKind, str]]:
        """What is typed and not kept yet."""
        found: list[tuple[NoteKind, str]] = []
        if self.note is not None and self.note.pending is not None:
            found.append((NoteKind.NOTE, self.note.pending))
        if self.different is not None and self.different.note.pending is not None:
            found.append((NoteKind.LOOKS_DIFFERENT, self.different.note.pending or marked()))
        return found

    def mark_kept(self) -> None:
        for note in (self.note, self.different.note if self.different is not None else None):
            if note is not None:
                note.mark_kept()

    def flush(self) -> None:
        """Keep what is being typed."""
        if self.note is not None:
            self.note.flush()
        if self.different is not None:
            self.different.flush()


def needs_deciding(check: Check, choice: str) -> bool:
    """Whether there is something to decide: it is not the safer one, and there is a safer one."""
    return not is_safer(check, choice) and (not check.look or choice in (SOMETHING_ELSE, NOT_FOUND))


def _usual(check: Check) -> str:
    """What it is set to where nobody has changed it; only where that is known."""
    said = _("It usually starts as “{choice}”.").format(choice=label(check, check.default)) if check.default else ""
    return " ".join(part for part in (said, check.default_note) if part)


def _how_words(check: Check) -> str:
    return _("How to check") if words.is_setting(check) else _("What to do")


def _options(check: Check) -> list[Option]:
    safer = _("Safer choice")
    options = [Option(one.id, one.label, one.detail, safer if one.safer else "") for one in check.choices]
    if not words.is_setting(check):
        return [
            *options,
            Option(SOMETHING_ELSE, _("Something else"), _("None of these fits")),
            Option(NOT_FOUND, _("I do not know yet"), _("We will show this again next time")),
        ]
    return [
        *options,
        Option(SOMETHING_ELSE, _("Something else"), _("My screen says something that is not here")),
        Option(NOT_FOUND, _("I could not find it"), _("We will show this again next time")),
    ]

"""What opens over the page of pictures: one picture and where it stands, a profile of somebody, and whose it is."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from footprint.person import Purpose
from footprint.search.likeness import Meeting, Portrait, Standing
from ui.incoming import PICTURES, Incoming, has_something, of_file, of_mime
from ui.kit import files
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.choices import Choices, Option, Ticks
from ui.kit.dialogs import Sheet
from ui.kit.text import PlainLabel
from ui.search.likeness.tiles import Pair, Thumb
from ui.search.likeness.words import Shown
from ui.search.wording import shown_address

KINDS = "*" + " *".join(one for one in PICTURES if one in (".png", ".jpg", ".jpeg", ".webp", ".gif"))


class PictureSheet(Sheet):
    """One of the person's pictures: on which accounts it stands, and a way to take it out."""

    placed = Signal(tuple)  # ids of accounts
    removed = Signal()
    accounts_asked = Signal()

    def __init__(self, parent: QWidget, title: str, one: Portrait, standing: Standing, data: bytes) -> None:
        super().__init__(parent, title)
        self.add(Thumb(_("Your picture"), data, 144))
        self.ticks: Ticks | None = None
        if standing.places:
            options = [Option(place.account.id, place.words) for place in standing.places]
            self.ticks = Ticks(_("On which of your accounts is it?"), options)
            self.ticks.set_values(one.accounts)
            self.add(self.ticks)
        else:
            self.add(PlainLabel(_("You have not added an account yet. Add them first, then say where it is.")))
            go = Btn(_("Add an account"))
            go.clicked.connect(self._to_accounts)
            self.add(ButtonRow(go))
        out = self.add_button(Btn(_("Take this picture out"), "quiet", "trash"))
        out.clicked.connect(self._remove)
        if self.ticks is None:
            self.add_button(Btn(_("Close"), "primary")).clicked.connect(self.reject)
        else:
            self.add_button(Btn(_("Save"), "primary")).clicked.connect(self._save)

    def _save(self) -> None:
        if self.ticks is not None:
            self.placed.emit(self.ticks.values())
        self.accept()

    def _remove(self) -> None:
        self.removed.emit()
        self.accept()

    def _to_accounts(self) -> None:
        self.accounts_asked.emit()
        self.accept()


class MineSheet(Sheet):
    """It is theirs: what is the account for?"""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, meeting: Meeting) -> None:
        super().__init__(parent, _("What is this account for?"))
        network = meeting.found.network_name
        self.add(PlainLabel(_("It goes on the list of your accounts, under {network}.").format(network=network)))
        self.choices = Choices(
            _("What is this account for?"),
            [Option(one.value, one.label) for one in Purpose],
            show_label=False,
        )
        self.choices.set_value(Purpose.PERSONAL.value)
        self.add(self.choices)
        self.add_button(Btn(_("Cancel"))).clicked.connect(self.reject)
        self.add_button(Btn(_("Add it to my accounts"), "primary")).clicked.connect(self._done)

    def _done(self) -> None:
        self.chosen.emit(self.choices.value)
        self.accept()


class ProfileSheet(Sheet):
    """A profile somebody could find: its picture beside the person's, and ways to give its picture by hand."""

    given = Signal(object)  # Incoming
    opened = Signal()
    asked_again = Signal()
    result_asked = Signal()

    def __init__(self, parent: QWidget, meeting: Meeting, shown: Shown) -> None:
        super().__init__(parent, meeting.found.title)
        self.meeting = meeting
        self.add(PlainLabel(shown_address(meeting.found.finding.address), "small", "text2"))
        self.add(PlainLabel(meeting.sentence))
        if meeting.portrait is not None:
            sides = [(_("On this profile"), shown.copy_of(meeting.portrait))]
            if meeting.own is not None:
                sides.append((_("Yours"), shown.copy_of(meeting.own)))
            self.add(Pair(*sides))
        self.problem = Banner("warn", _("There is no picture here to take"))
        self.problem.hide()
        self.add(self.problem)
        how = _("Open the profile, save its picture, then choose it here. You can also drop or paste it.")
        self.add(PlainLabel(how, "small", "text2"))
        open_it = Btn(_("Open it"), "secondary", "external")
        open_it.clicked.connect(self.opened)
        choose = Btn(_("Choose its picture"), "secondary", "image")
        choose.clicked.connect(self._ask)
        paste = Btn(_("Paste it"), "secondary", "copy")
        paste.clicked.connect(self.paste)
        self.add(ButtonRow(open_it, choose, paste))
        quiet = Btn(_("See the result"), "quiet", "right")
        quiet.clicked.connect(self._see)
        self.add_button(quiet)
        if meeting.answer.value:
            again = Btn(_("Take back my answer"), "quiet", "undo")
            again.clicked.connect(self._again)
            self.add_button(again)
        self.add_button(Btn(_("Close"), "primary")).clicked.connect(self.reject)
        self.setAcceptDrops(True)

    def paste(self) -> None:
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData) -> None:
        """The first picture that a paste or a drop carries."""
        one = next((one for one in of_mime(data) if one.is_picture), None)
        self.problem.setVisible(one is None)
        if one is not None:
            self._give(one)

    def _ask(self) -> None:
        kinds = _("Pictures ({kinds})").format(kinds=KINDS)
        files.ask_open(self, _("The picture of this profile"), [kinds], lambda path: self._give(of_file(path)))

    def _give(self, one: Incoming) -> None:
        self.given.emit(one)
        self.accept()

    def _see(self) -> None:
        self.result_asked.emit()
        self.accept()

    def _again(self) -> None:
        self.asked_again.emit()
        self.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_something(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event.mimeData())
        event.acceptProposedAction()

"""“Who to tell”: the posts of the person’s workplace, typed in by them and kept as they type."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import N_, _
from footprint.log import incidents
from footprint.log.incidents import LONGEST_LINE, Contact, Post
from footprint.packs.origins import with_mark
from footprint.packs.records import Pack
from footprint.vault import Vault
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.fields import Field, TextBox
from ui.kit.layout import Fold
from ui.kit.theme import px, space
from ui.packs.contacts import contact_lines

PAUSE_MS = 600
_BOXES = (
    ("name", N_("What the role is called")),
    ("phone", N_("Phone")),
    ("email", N_("Email")),
    ("hours", N_("When they can be reached")),
)


class ContactsView(QWidget):
    """A part to open for each post. `done` leads back."""

    done = Signal()

    def __init__(self, desk: Desk, known: Sequence[Contact], pack: Pack | None = None) -> None:
        super().__init__()
        self._desk, self._pack = desk, pack
        self._kept = {one.post: one for one in known}
        self.boxes: dict[Post, dict[str, TextBox]] = {}
        self.folds: dict[Post, Fold] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        column = QVBoxLayout(self)
        space(column, 8)
        for one in known:
            fold = Fold(_title(one, incidents.pack_contacts(pack, one.post)))
            fold.toggled.connect(lambda is_open, post=one.post: self._fill(post) if is_open else None)
            self.folds[one.post] = fold
            column.addWidget(fold)
        self.primary = Btn(_("Done"), "primary")
        self.primary.clicked.connect(self._leave)
        column.addSpacing(px(8))
        column.addWidget(ButtonRow(self.primary))

    def _fill(self, post: Post) -> None:
        """The boxes are made when they are wanted."""
        if post in self.boxes:
            return
        self.boxes[post] = {}
        for one in incidents.pack_contacts(self._pack, post):
            self.folds[post].body.addWidget(contact_lines(one))
        for name, label in _BOXES:
            box = TextBox(f"{_(label)}: {post.label}")
            box.setText(getattr(self._kept[post], name))
            box.setMaxLength(LONGEST_LINE)
            box.textEdited.connect(lambda _text: self._pause.start())
            self.boxes[post][name] = box
            self.folds[post].body.addWidget(Field(_(label), box, optional=True))

    def changed(self) -> tuple[Contact, ...]:
        """What is typed and not kept yet."""
        typed = (
            Contact(post, **{name: " ".join(box.text().split()) for name, box in boxes.items()})
            for post, boxes in self.boxes.items()
        )
        return tuple(one for one in typed if one != self._kept[one.post])

    def flush(self) -> None:
        """Keep what is typed now."""
        self._pause.stop()
        vault = self._desk.bench.vault
        for one in self.changed():
            self._kept[one.post] = one
            self._desk.run(
                Operation(lambda _task, one=one: _put(vault, one), changes=Changes(incidents=True)), origin=self
            )

    def put_away(self) -> None:
        """The app is about to lock: here and now."""
        self._pause.stop()
        for one in self.changed():
            _put(self._desk.bench.vault, one)
            self._kept[one.post] = one

    def _leave(self) -> None:
        self.flush()
        self.done.emit()


def _put(vault: Vault, one: Contact) -> None:
    incidents.set_contact(vault, one.post, name=one.name, phone=one.phone, email=one.email, hours=one.hours)


def _title(one: Contact, from_pack: Sequence[Contact] = ()) -> str:
    """With how to reach the post: as the person typed it, else as an employer's pack says it."""
    said = _("{post}: {known}")
    if one.known:
        return said.format(post=one.post.label, known=_reach(one))
    if from_pack:
        return said.format(post=one.post.label, known=with_mark(_reach(from_pack[0]), from_pack[0].origin))
    return one.post.label


def _reach(one: Contact) -> str:
    return one.phone or one.email or one.name or one.hours

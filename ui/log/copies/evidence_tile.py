"""One kept copy in the list: covered until somebody asks for it, with its time and its fingerprint."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage

from footprint import dates
from footprint.i18n import _
from footprint.log import Evidence, EvidenceKind
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.picture import PictureBox
from ui.kit.text import PlainLabel
from ui.log.words import moment, size


class EvidenceTile(Card):
    """One copy: covered, with when it was kept and the fingerprint that shows it has not been changed."""

    remove_asked = Signal(str)
    look_asked = Signal()
    show_asked = Signal()

    def __init__(self, one: Evidence) -> None:
        super().__init__("sunken")
        self.title = one.name or one.kind.label
        is_picture = one.kind is EvidenceKind.PICTURE
        self.picture = PictureBox(self.title, most_height=220)
        self.picture.hide()
        self.show_it = Btn(_("Show it"), "quiet", "eye")
        if not is_picture:  # never shown before it has a parent: it would be a window of its own
            self.show_it.hide()
        self.show_it.clicked.connect(self._toggle)
        self.look = Btn(_("See it larger") if is_picture else _("Read it"), "quiet")
        self.look.clicked.connect(self.look_asked)
        self.remove = Btn(_("Remove this copy"), "quiet")
        self.remove.clicked.connect(lambda: self.remove_asked.emit(one.id))
        self.add(self.picture)
        self.add(PlainLabel(self.title, "label"))
        for words, tint in _about(one):
            self.add(PlainLabel(words, "small", tint))
        code = _("Fingerprint (SHA-256): {code}").format(code=_in_groups(one.sha256))
        self.code = PlainLabel(code, "small", "text2")
        self.add(self.code)
        self.add(ButtonRow(self.show_it, self.look, self.remove))

    @property
    def is_covered(self) -> bool:
        return not self.picture.has_picture

    def cover(self) -> None:
        """Nothing of the picture is left in the window."""
        self.picture.clear()
        self.picture.hide()
        self._say_button()

    def uncover(self, image: QImage) -> None:
        self.picture.show_image(image)
        self.picture.show()
        self._say_button()

    def _toggle(self) -> None:
        if self.is_covered:
            self.show_asked.emit()
        else:
            self.cover()

    def _say_button(self) -> None:
        self.show_it.setText(_("Show it") if self.is_covered else _("Cover it"))
        self.show_it.set_icon("eye" if self.is_covered else "eye_off")


def _about(one: Evidence) -> list[tuple[str, str]]:
    """What is known of it, each with its colour."""
    lines = [(_facts(one), "text2")]
    if one.made_from:
        lines.append((_("Parts of it were covered or left out before it was kept."), "text2"))
    if one.intimate:
        lines.append((_("Private. It is left out of files you make, unless you say so."), "text2"))
    if one.says_where:
        lines.append((_("This picture says where it was taken. Do not pass it on as it is."), "warn"))
    return lines


def _facts(one: Evidence) -> str:
    parts = [_("Kept {when}").format(when=moment(one.taken_at)), size(one.bytes)]
    if one.width:
        parts.append(f"{dates.number(one.width)} × {dates.number(one.height)}")
    return ". ".join(parts)


def _in_groups(code: str) -> str:
    """A long code in groups of eight, which a person can compare and a line can break between."""
    return " ".join(code[at : at + 8] for at in range(0, len(code), 8))

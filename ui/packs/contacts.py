"""One contact of a workplace as lines to read: who, how to reach them, and where that is known from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.log.incidents import Contact
from ui.kit.from_pack import FromPackMark
from ui.kit.text import PlainLabel
from ui.kit.theme import space


def contact_lines(one: Contact, *, marked: bool = True) -> QWidget:
    """A contact that comes from a pack; not `marked` where the card around it says so."""
    box = QWidget()
    column = QVBoxLayout(box)
    space(column, 2)
    called = one.called if one.called == one.post.label else f"{one.post.label}: {one.called}"
    column.addWidget(PlainLabel(called, "label"))
    reach = "\n".join(part for part in (one.phone, one.email, one.hours, one.note) if part)
    if reach:
        column.addWidget(PlainLabel(reach, selectable=True))
    if one.origin is not None and marked:
        column.addWidget(FromPackMark(one.origin), 0, Qt.AlignmentFlag.AlignLeft)
    return box

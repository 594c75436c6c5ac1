"""What an employer's pack says for one thing that happened: what the workplace asks for, and whom it names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from footprint.i18n import _
from footprint.log import incidents
from footprint.log.incidents import Contact, Kind
from footprint.packs.origins import FromPack
from footprint.packs.records import Pack
from ui.desk import Desk
from ui.kit.cards import Card
from ui.kit.from_pack import FromPackMark
from ui.kit.text import PlainLabel
from ui.packs.contacts import contact_lines
from ui.packs.links import host_of, link_button


def at_work_card(desk: Desk, pack: Pack | None, kind: Kind, in_line: Sequence[Contact]) -> Card | None:
    """None where the pack says nothing for this kind."""
    asked = incidents.asked_here(pack, kind)
    named = [one for one in in_line if one.origin is not None]
    if pack is None or not (asked or named):
        return None
    card = Card(title=_("At your workplace"))
    card.body.addWidget(FromPackMark(FromPack(pack.organisation)), 0, Qt.AlignmentFlag.AlignLeft)
    for one in asked:
        card.add(PlainLabel(one.words))
        if one.link:
            card.add(link_button(desk, one.link, one.link_label))
            card.add(PlainLabel(host_of(one.link), "small", "text2"))
    for contact in named:
        card.add(contact_lines(contact, marked=False))
        if contact.link:
            card.add(link_button(desk, contact.link, contact.called))
    return card


def contacts_card(pack: Pack | None) -> Card | None:
    """Everybody the pack names, for a page that is about nothing in particular."""
    found = incidents.all_pack_contacts(pack)
    if pack is None or not found:
        return None
    card = Card(title=_("Who to tell at work"))
    card.body.addWidget(FromPackMark(FromPack(pack.organisation)), 0, Qt.AlignmentFlag.AlignLeft)
    for one in found:
        card.add(contact_lines(one, marked=False))
    return card

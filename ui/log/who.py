"""Who put it there, and who it is to the person: asked first and once, because they decide what may be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from footprint.log import Item, Origin, Relation, known_relation, relations_for
from ui.kit.cards import Card
from ui.kit.choices import Choices, Option
from ui.kit.fields import Field, Select
from ui.kit.layout import vbox
from ui.kit.text import PlainLabel


def origin_choices() -> Choices:
    """The question as the form and the item page put it."""
    options = [Option(one.value, one.label, one.detail) for one in Origin]
    return Choices(_("Who put it there?"), options, columns=2, show_label=False)


def relation_question(origin: Origin | None) -> str:
    return _("What sort of place is it?") if origin is Origin.ORGANISATION else _("Who is it?")


class RelationField(QWidget):
    """“Who is it?” for a person, “What sort of place is it?” for an organisation, nothing where nobody is asked."""

    chosen = Signal(str)

    def __init__(self, *, under_heading: bool = False) -> None:
        """`under_heading`: the question stands as a heading above it already."""
        super().__init__()
        hint = _("It chooses the words, and who hears of it first.")
        self.select = Select(_("Who is it?"), [])
        self.select.chosen.connect(self.chosen)
        self.field = None if under_heading else Field(_("Who is it?"), self.select, hint)
        if self.field is None:
            self.setLayout(vbox(PlainLabel(hint, colour="text2"), self.select, spacing=10))
        else:
            self.setLayout(vbox(self.field))

    @property
    def value(self) -> str:
        return self.select.value

    @property
    def relation(self) -> Relation | None:
        return Relation(self.value) if self.value else None

    def show_origin(self, origin: Origin | None, value: str) -> None:
        """What can be answered for this origin; `value` stays chosen where it is among it."""
        relations = relations_for(origin) if origin is not None else ()
        title = relation_question(origin)
        if self.field is not None:
            self.field.set_label(title)
        self.select.setAccessibleName(title)
        self.select.set_options([("", _("Choose one")), *((one.value, one.label) for one in relations)])
        self.select.set_value(value if value in [one.value for one in relations] else "")
        self.setVisible(bool(relations))


class WhoCard(Card):
    """Asked on the page of an item until it is answered: who put it there, then who that is."""

    chosen = Signal(str)  # an Origin by its value
    known = Signal(str)  # a Relation by its value

    def __init__(self) -> None:
        super().__init__(title=_("Who put it there?"))
        self.words = PlainLabel(_("This decides what comes next. You can change it later."), colour="text2")
        self.origin = origin_choices()
        self.origin.chosen.connect(self.chosen)
        self.relation = RelationField(under_heading=True)
        self.relation.chosen.connect(lambda value: value and self.known.emit(value))
        for part in (self.words, self.origin, self.relation):
            self.add(part)
        self._item_id = ""

    def show_item(self, item: Item) -> None:
        """Nothing is chosen before the person has said it; “not sure” is an answer for as long as the page is open."""
        if item.id != self._item_id:
            self._item_id = item.id
            self.origin.set_value("")
        open_who, open_relation = _open_who(item, self.origin.value), _open_relation(item)
        self.heading.setText(relation_question(item.origin) if open_relation else _("Who put it there?"))
        self.words.setVisible(open_who)
        self.origin.setVisible(open_who)
        self.relation.show_origin(item.origin if open_relation else None, "")


def asks_who(item: Item, said: str = "") -> bool:
    """There is something to ask about who put it there; `said`: what was answered while the page is open."""
    return item.state.open and (_open_who(item, said) or _open_relation(item))


def _open_who(item: Item, said: str) -> bool:
    return bool(item.finding_id) and item.origin is Origin.UNSURE and said != Origin.UNSURE


def _open_relation(item: Item) -> bool:
    return known_relation(item) is None and bool(relations_for(item.origin))

"""Look: colours, text size and movement, applied at once."""

from __future__ import annotations

import dataclasses
from typing import Any

from footprint.i18n import _
from footprint.settings import Settings
from ui.desk import Desk
from ui.kit.cards import Card
from ui.kit.choices import Choices, Option
from ui.kit.fields import Field, Select
from ui.kit.text import PlainLabel
from ui.settings.section import Section


class LookSection(Section):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        card = Card()
        self.theme = Choices(label_of("theme"), options_of("theme"), columns=3)
        self.theme.chosen.connect(lambda value: self._changed(theme=value))
        card.add(self.theme)
        self.size = Select(label_of("text_size"), [(one.value, one.title) for one in options_of("text_size")])
        self.size.chosen.connect(lambda value: self._changed(text_size=int(value)))
        card.add(Field(label_of("text_size"), self.size, _("Ctrl and + or − change it anywhere in the app.")))
        card.add(PlainLabel(_("Nothing in this app slides, fades or blinks."), "small", "text2"))
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.reload()

    def reload(self) -> None:
        self.theme.set_value(self.now.theme)
        self.size.set_value(str(self.now.text_size))

    def _changed(self, **values: object) -> None:
        if not self.change(**values):
            self.reload()


def label_of(name: str) -> str:
    """The words of a setting, described once in `footprint.settings`."""
    return _(_field(name).metadata["label"])


def help_of(name: str) -> str:
    words = _field(name).metadata["help"]
    return _(words) if words else ""


def options_of(name: str) -> list[Option]:
    return [Option(str(value), _(words)) for value, words in _field(name).metadata["choices"]]


def _field(name: str) -> dataclasses.Field[Any]:
    return next(one for one in dataclasses.fields(Settings) if one.name == name)

"""Meta's records of labels and values, whose labels are in the language of the account.

Fields are chosen by the type of their value (an address, a time, the longest text); labels are for display. This
reads `label_values` (2024 on), `string_map_data` and `string_list_data` (2021 on) alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from footprint.archives.parsing.dates import epoch
from footprint.archives.parsing.shapes import Tree, tree, trees
from footprint.archives.parsing.texts import clean, line, link

_DEEPEST = 12

COMMENT = frozenset({"comment", "opmerking", "kommentar", "commentaire", "comentario", "commento"})
OWNER = frozenset(
    {
        "media owner", "media-eigenaar", "eigentümer der medien", "propriétaire du média", "propietario del contenido",
        "proprietario del contenuto multimediale", "owner", "author", "auteur", "autor", "autore",
    }
)  # fmt: skip
NAME = frozenset(
    {
        "name", "naam", "nom", "nombre", "nome", "username", "gebruikersnaam", "benutzername", "nom d’utilisateur",
        "nom d'utilisateur", "nombre de usuario", "nome utente",
    }
)  # fmt: skip
USERNAME = NAME - {"name", "naam", "nom", "nombre", "nome"}
REACTION = frozenset({"reaction", "reactie", "reaktion", "réaction", "reacción", "reazione"})


@dataclass
class Labels:
    """What a record says: its time, its first address, and its texts by label, in their order."""

    at: int | None = None
    link: str = ""
    texts: dict[str, str] = field(default_factory=dict)

    def named(self, labels: frozenset[str]) -> str:
        """The text under one of `labels` in whatever language."""
        return next((text for label, text in self.texts.items() if label.casefold() in labels), "")

    def longest(self, but: frozenset[str] = frozenset()) -> str:
        """The longest text that stands under none of the labels `but`."""
        return max((text for label, text in self.texts.items() if label.casefold() not in but), key=len, default="")


def read_labels(record: Tree) -> Labels:
    """Everything in one record, whichever of the three forms it has. Strings are mended already."""
    found = Labels(at=epoch(record.get("timestamp")))
    for one in trees(record.get("string_list_data")):
        _take(found, "", one)
    mapped = record.get("string_map_data")
    for label, value in tree(mapped).items():
        _take(found, label, tree(value))
    if type(mapped) is list:
        for one in trees(mapped):
            _take(found, line(one.get("label")), one)
    for label, one in _flat(record.get("label_values")):
        _take(found, label, one)
    return found


def _flat(values: object, depth: int = 0) -> Iterator[tuple[str, Tree]]:
    for one in trees(values):
        label = line(one.get("label")) or line(one.get("title")) or line(one.get("ent_field_name"))
        if "dict" in one and depth < _DEEPEST:
            yield from _flat(one["dict"], depth + 1)
        else:
            yield label, one


def _take(found: Labels, label: str, one: Tree) -> None:
    when = epoch(one.get("timestamp_value")) or epoch(one.get("timestamp"))
    if when is not None and found.at is None:
        found.at = when
    address = link(one.get("href"))
    text = clean(one.get("value"))
    if link(text):
        address, text = address or link(text), ""
    if address and not found.link:
        found.link = address
    if text.strip():
        found.texts[label if label not in found.texts else f"{label} {len(found.texts)}"] = text

"""Where the decoders of every room come together for an employer's pack, and what ships for it to name.

`footprint.packs` stands below the rooms whose files a pack may hold; so whoever reads one hands these in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from footprint.packs.records import Decoded, Ships

if TYPE_CHECKING:
    from footprint.checklists import Library, NetworkFile


class RoomParts:
    """Each file by the decoder of the room it belongs to. Nothing is imported before a pack holds such a file."""

    def checks(self, file: str, text: str) -> Decoded:
        from footprint.checklists.pack_parts import decode_checks

        return Decoded(*decode_checks(file, text))

    def network(self, file: str, text: str) -> Decoded:
        from footprint.checklists.pack_parts import decode_network

        return Decoded(*decode_network(file, text))

    def event(self, file: str, text: str) -> Decoded:
        from footprint.reminders.events.pack_parts import decode_event

        return Decoded(*decode_event(file, text))


PARTS = RoomParts()


class _OfEach(Mapping[str, frozenset[str]]):
    """Ids by checklist, each list read when it is first asked for: a pack names few of a hundred."""

    def __init__(self, library: Library, pick: Callable[[NetworkFile], Iterable[str]]) -> None:
        self._library, self._pick = library, pick
        self._names = tuple(one.id for one in library.heads())

    def __getitem__(self, name: str) -> frozenset[str]:
        if name not in self._library:
            raise KeyError(name)
        return frozenset(self._pick(self._library.network(name)))

    def __contains__(self, name: object) -> bool:
        return name in self._library

    def __iter__(self) -> Iterator[str]:
        return (one for one in self._names if one in self._library)

    def __len__(self) -> int:
        return sum(1 for _one in self)


def ships(library: Library) -> Ships:
    """What a pack may name. `library` holds what ships, without any pack laid over it."""
    from footprint.checklists import load_guidance
    from footprint.checklists.format import Pages
    from footprint.checklists.packed import may_hide
    from footprint.log.letters.templates import letter_files
    from footprint.reminders.events.pack_parts import PLACES

    guidance, _problems = load_guidance()
    return Ships(
        statements=frozenset(guidance.ids()),
        sections=frozenset(one.id for one in guidance.sections),
        checks=_OfEach(library, lambda one: (check.id for check in one.checks if not check.retired)),
        groups=_OfEach(library, lambda one: (group.id for group in one.groups)),
        kept=_OfEach(library, lambda one: (check.id for check in one.checks if not may_hide(check))),
        letters=frozenset(one.id for one in letter_files()),
        places=PLACES,
        pages=frozenset(Pages.__struct_fields__),
    )


def names(library: Library) -> Callable[[str], str]:
    """What people call the things a pack names, in the app's own words, for `footprint.packs.differences`.

    Of a check only the list it is in is read, and only when it is asked for.
    """
    from footprint.checklists import load_guidance
    from footprint.log.letters.templates import letter_named

    guidance, _problems = load_guidance()
    statements = {one.id: one.short for one in guidance.statements()}

    def name(key: str) -> str:
        network, slash, check = key.partition("/")
        if slash:
            return _check(library, network, check) or key
        if key in statements:
            return statements[key]
        said = library.name(key)
        letter = letter_named(key) if said == key else None
        return letter.title if letter is not None else said

    return name


def _check(library: Library, network: str, check: str) -> str:
    if network not in library:
        return ""
    shown = next((one for one in library.network(network).checks if one.id == check), None)
    original = getattr(library, "original", None)  # a library with a pack over it still knows what ships
    own = original(network, check) if original is not None else None
    found = own or shown
    return found.title if found is not None else ""

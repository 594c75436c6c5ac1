"""What is otherwise in a newer pack, in words for the person who decides about it.

It walks the types, so nothing a pack can say is left out: a field nobody gave a label to is told by its own name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from footprint.i18n import _
from footprint.packs import labels
from footprint.packs.labels import Names, shown
from footprint.packs.records import Pack, Part


@dataclass(frozen=True)
class Difference:
    """One change. `group` is the heading it stands under ("Who to tell"), `words` the sentence; `place` names the file
    and the key, for whoever makes packs."""

    group: str
    words: str
    place: str


@dataclass(frozen=True)
class _Thing:
    """One thing in a pack that has a name of its own: what it is called, and where it stands."""

    group: str
    called: str
    place: str
    value: msgspec.Struct


def differences(old: Pack | None, new: Pack, names: Names = str) -> tuple[Difference, ...]:
    """Every change from `old` to `new`, in the order of the pack; from None, all that a first pack brings.

    `names`: what people call the things that ship (`footprint.pack_parts.names`).
    """
    before = {} if old is None else dict(_things(old, names))
    after = dict(_things(new, names))
    found: list[Difference] = []
    for key, thing in after.items():
        if key not in before:
            found.append(Difference(thing.group, labels.new(thing.value, thing.called), thing.place))
        else:
            found += _changed(before[key], thing)
    for key, thing in before.items():
        if key not in after:
            found.append(Difference(thing.group, labels.gone(thing.value, thing.called), thing.place))
    if old is not None and old.key != new.key:
        found.insert(0, _other_key(old, new))
    return tuple(found)


def _other_key(old: Pack, new: Pack) -> Difference:
    unsigned = _("no key")
    words = _("Signed with another key: now {new}, before {old}.").format(
        new=new.fingerprint or unsigned, old=old.fingerprint or unsigned
    )
    return Difference(labels.group("pack"), words, "signature.toml")


# -- what there is ---------------------------------------------------------------------------------------


def _things(pack: Pack, names: Names) -> Iterator[tuple[tuple[str, ...], _Thing]]:
    """Everything in a pack with a name, by a key that stays the same from version to version."""
    yield ("pack",), _Thing(labels.group("pack"), pack.manifest.organisation, "pack.toml", pack.manifest)
    yield from _of_file("guidance", pack.guidance, names)
    yield from _of_file("contacts", pack.contacts, names)
    yield from _of_file("checks", pack.checks, names)
    yield from _of_parts("checks", pack.added_checks, names)
    yield from _of_parts("networks", pack.networks, names)
    yield from _of_file("cadences", pack.cadences, names)
    if pack.letters is not None:
        yield ("letters",), _Thing(labels.group("letters"), "", "letters.toml", pack.letters)
    yield from _of_file("links", pack.links, names)
    yield from _of_parts("events", pack.events, names)
    yield from _of_file("lenses", pack.lenses, names)


def _of_file(name: str, file: msgspec.Struct, names: Names) -> Iterator[tuple[tuple[str, ...], _Thing]]:
    """Each item of each list in one file."""
    for key in file.__struct_fields__:
        items = getattr(file, key)
        for at, one in enumerate(items if isinstance(items, tuple) else ()):
            thing = _Thing(labels.group(name), labels.called(one, names), f"{name}.toml: {key}[{at}]", one)
            yield (name, key, *labels.identity(one)), thing


def _of_parts(folder: str, parts: tuple[Part, ...], names: Names) -> Iterator[tuple[tuple[str, ...], _Thing]]:
    for part in parts:
        called = names(part.value.network) if folder == "checks" else str(part.value.name)
        yield (folder, part.file), _Thing(labels.group(folder), called, part.file, part.value)


# -- what changed ----------------------------------------------------------------------------------------


def _changed(before: _Thing, after: _Thing) -> Iterator[Difference]:
    what = labels.what(after.value, after.called)
    for place, words in _struct(before.value, after.value, ()):
        yield Difference(after.group, f"{what}: {words}", f"{after.place}{place}")


def _struct(old: msgspec.Struct, new: msgspec.Struct, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if type(old) is not type(new):
        yield "", _now(path, old, new)
        return
    for name in new.__struct_fields__:
        one, other = getattr(old, name), getattr(new, name)
        if one != other:
            yield from (
                (f".{name}{place}", words) for place, words in _value(one, other, (*path, labels.field(name, new)))
            )


def _value(old: object, new: object, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(old, msgspec.Struct) and isinstance(new, msgspec.Struct):
        yield from _struct(old, new, path)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _listed(old, new, path)
    else:
        yield "", _now(path, old, new)


def _listed(old: tuple[object, ...], new: tuple[object, ...], path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Items with an id are told one by one; of the others, which came and which went."""
    was, now = {_key(one): one for one in old}, {_key(one): one for one in new}
    label = _path(path)
    for key, one in now.items():
        if key not in was:
            yield "", _("{label}: new is “{new}”.").format(label=label, new=shown(one))
        elif was[key] != one:
            yield from _value(was[key], one, (*path[:-1], f"“{_title(was[key])}”"))
    for key, one in was.items():
        if key not in now:
            yield "", _("{label}: “{old}” is gone.").format(label=label, old=_title(one))
    kept_before, kept_after = [key for key in was if key in now], [key for key in now if key in was]
    if kept_before != kept_after:
        yield (
            "",
            _("{label}: the order is now {new}.").format(
                label=label, new=", ".join(f"“{_title(now[key])}”" for key in now)
            ),
        )
    elif was == now:
        yield "", _now(path, old, new)  # the same item more or less often


def _key(one: object) -> object:
    if isinstance(one, msgspec.Struct):
        return labels.identity(one) or shown(one)
    return one


def _now(path: tuple[str, ...], old: object, new: object) -> str:
    label, now, was = _path(path), _quoted(new), _quoted(old)
    if not now:
        return _("{label} is gone. It was “{old}”.").format(label=label, old=was)
    if not was:
        return _("{label} is now “{new}”. There was none.").format(label=label, new=now)
    return _("{label} is now “{new}”. It was “{old}”.").format(label=label, new=now, old=was)


def _quoted(value: object) -> str:
    """A value as it stands between quotes, where the full stop comes after them."""
    return shown(value).removesuffix(".")


def _path(path: tuple[str, ...]) -> str:
    return ", ".join(path)


def _title(one: object) -> str:
    """What an item in a list is called."""
    if isinstance(one, msgspec.Struct):
        return labels.called(one, str)
    return shown(one)

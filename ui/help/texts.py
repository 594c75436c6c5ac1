"""The help texts that ship with the app, decoded strictly."""

from __future__ import annotations

from functools import cache

import msgspec

from footprint.paths import shipped


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Help for one page: paragraphs with `**bold**` as the only mark-up."""

    id: str
    title: str
    text: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    topic: tuple[Topic, ...]


@cache
def topics() -> dict[str, Topic]:
    """Every topic by its id, in the order of the file."""
    data = (shipped("resources") / "help" / "help.toml").read_bytes()
    return {one.id: one for one in msgspec.toml.decode(data, type=_File).topic}

"""Every text of a checklist file with the place it stands at, for the rules about words and for translators."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from footprint.checklists.format import Check, NetworkFile, Page


class Text(NamedTuple):
    """`bold` says whether `**bold**` is painted there; elsewhere it would show as stars."""

    place: str
    words: str
    bold: bool = False


class Link(NamedTuple):
    place: str
    address: str


def pages(network: NetworkFile) -> Iterator[tuple[str, Page]]:
    """Its pages, and what it says of itself as a place."""
    for part, owner in (("pages", network.pages), ("place", network.place)):
        for name in owner.__struct_fields__ if owner is not None else ():
            page = getattr(owner, name)
            if isinstance(page, Page):
                yield f"{part}.{name}", page


def of_check(check: Check, place: str) -> Iterator[Text]:
    """The check's own words; menu paths are the network's words and stand apart."""
    yield Text(f"{place}.title", check.title)
    yield Text(f"{place}.short", check.short)
    yield Text(f"{place}.why", check.why, bold=True)
    for name in ("web", "phone", "steps"):
        for index, step in enumerate(getattr(check, name)):
            yield Text(f"{place}.{name}[{index}]", step, bold=True)
    for index, choice in enumerate(check.choices):
        yield Text(f"{place}.choices[{index}].label", choice.label)
        yield Text(f"{place}.choices[{index}].detail", choice.detail)
    yield Text(f"{place}.default_note", check.default_note, bold=True)
    yield Text(f"{place}.looks_different", check.looks_different, bold=True)


def of_frame(network: NetworkFile) -> Iterator[Text]:
    """The words of the file that belong to no check."""
    yield Text("summary", network.summary, bold=True)
    yield Text("profile.hint", network.profile.hint)
    for index, opening in enumerate(network.stranger.open):
        yield Text(f"stranger.open[{index}].label", opening.label)
    for index, group in enumerate(network.groups):
        yield Text(f"groups[{index}].title", group.title)
    for index, statement in enumerate(network.always_public):
        yield Text(f"always_public[{index}].text", statement.text, bold=True)
    for place, page in pages(network):
        yield Text(f"{place}.note", page.note, bold=True)
        for index, step in enumerate(page.steps):
            yield Text(f"{place}.steps[{index}]", step, bold=True)


def links(network: NetworkFile) -> Iterator[Link]:
    """Every address the file would have somebody open."""
    found = [Link("start", network.start), Link("profile.address", network.profile.address)]
    found += [Link(f"{place}.link", page.link) for place, page in pages(network)]
    found += [Link(f"stranger.open[{index}].link", one.link) for index, one in enumerate(network.stranger.open)]
    for index, check in enumerate(network.checks):
        found += [Link(f"checks[{index}].link", check.link), Link(f"checks[{index}].help", check.help)]
    return (link for link in found if link.address)

"""A page that shows pictures of screens, light and dark side by side, each described in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.reports.pages import environment

THEMES = ("light", "dark")


@dataclass(frozen=True)
class Screen:
    """One screen: its name in words and the picture's address for each theme there is one for."""

    name: str
    title: str
    pictures: tuple[tuple[str, str, str], ...]  # theme, address, words for somebody who cannot see it


def screens(folder: str, names: Iterable[str]) -> tuple[Screen, ...]:
    """Picture files called `NAME_light.png` and `NAME_dark.png` as screens, in the order the names come."""
    known = list(dict.fromkeys(names))
    bases = dict.fromkeys(base for name in known for theme in THEMES if (base := _base(name, theme)))
    return tuple(_screen(folder, base, known) for base in bases)


def pictures_html(shown: Iterable[Screen], day: date, files: Iterable[tuple[str, str]] = ()) -> str:
    """The page. `files` are further files beside it: address and what they are."""
    template = environment().get_template("pictures.html.j2")
    return template.render(screens=tuple(shown), day=day_in_words(day), files=tuple(files))


def _base(name: str, theme: str) -> str:
    ending = f"_{theme}.png"
    return name.removesuffix(ending) if name.endswith(ending) else ""


def _screen(folder: str, base: str, known: list[str]) -> Screen:
    title = base.replace("_", " ").strip().capitalize()
    words = {"light": _("The screen “{title}” in light colours"), "dark": _("The screen “{title}” in dark colours")}
    there = [(theme, f"{base}_{theme}.png") for theme in THEMES if f"{base}_{theme}.png" in known]
    return Screen(
        base, title, tuple((theme, f"{folder}/{name}", words[theme].format(title=title)) for theme, name in there)
    )

"""A small library of its own: copies of a few shipped files, and a place and a situation made up for the tests."""

from __future__ import annotations

import shutil
from pathlib import Path

from footprint import checklists, paths
from footprint.checklists import FolderLibrary

NETWORKS = ("facebook", "whatsapp", "linkedin", "venmo", "any-other")

_GROUP = """
[[groups]]
id = "main"
title = "The main thing"
"""

_SOURCE = """
source = "Bird watchers' guide, 4 March 2026"
verified = 2026-11-01
confidence = "{confidence}"
"""

_CHECK = """
[[checks]]
id = "{id}"
group = "main"
page = "{page}"
title = "{title}"
short = "{id}"
why = "It tells people more than you may like."
risk = "medium"
essential = true
minutes = 2
where = "anywhere"
steps = ["Think of the last month.", "Write down what comes to mind."]
guidance = ["g19"]
private_note = {note}
{source}
[[checks.choices]]
id = "yes"
label = "Yes"
safer = true

[[checks.choices]]
id = "no"
label = "No"
"""


def source(confidence: str = "independent") -> str:
    return _SOURCE.format(confidence=confidence)


def check(name: str, *, page: str = "", title: str = "Do you ask first?", note: bool = True) -> str:
    return _CHECK.format(id=name, page=page or name, title=title, note=str(note).lower(), source=source())


def situation(name: str, title: str, *checks: str) -> str:
    head = f'format = 1\nid = "{name}"\nname = "{title}"\nkind = "situation"\nsummary = "What to think of."\n'
    return head + _GROUP + "".join(checks)


def place(name: str, title: str, *, removal: str, expected: bool = False, nations: str = "") -> str:
    lines = [
        f'format = 1\nid = "{name}"\nname = "{title}"\nkind = "place"\nshelf = "registers"',
        'summary = "A list of people."\nstart = "https://www.lists.example/"',
        f'[place]\nremoval = "{removal}"\nexpected = {str(expected).lower()}',
        f"nations = [{nations}]" if nations else "",
    ]
    for part in ("public", "look", "come_off", "lasts", "comes_back"):
        link = f'link = "https://www.lists.example/{part}"' if part == "look" else ""
        confidence = "unverified" if part == "lasts" else "independent"
        lines.append(f'[place.{part}]\nnote = "This is about {part}."\n{link}\n{source(confidence)}')
    return "\n".join(lines) + _GROUP + check("listed", title="Are you on it?")


EXTRA = {
    "kept-list": place("kept-list", "The kept list", removal="ask"),
    "duty-list": place("duty-list", "The duty list", removal="cannot", expected=True),
    "own-list": place("own-list", "Own list", removal="yourself"),
    "welsh-list": place("welsh-list", "The Welsh list", removal="cannot", nations='"wales"'),
    "asking-first": situation("asking-first", "Asking first", check("ask"), check("again", note=False)),
    "two-together": situation("two-together", "Two together", check("one", page="p"), check("two", page="p")),
}


def small_library(folder: Path) -> FolderLibrary:
    """A few networks, four places and two situations."""
    folder.mkdir()
    for name in NETWORKS:
        shutil.copy(paths.shipped("checklists") / f"{name}.toml", folder)
    for name, text in EXTRA.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return checklists.load(folder)

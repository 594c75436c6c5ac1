"""The README is what a policy officer builds a pack by: its tables say what the types say, and name every error."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import footprint
from footprint import paths
from footprint.checklists import Check, Choice, NetworkFile
from footprint.checklists.format import Group
from footprint.checklists.pack_parts import AddedChecks
from footprint.packs import format as shape
from footprint.reminders.events import EventFile, StepFile

README = (paths.shipped("resources") / "packs" / "README.md").read_text(encoding="utf-8")
TYPES: dict[str, type[msgspec.Struct]] = {
    "`pack.toml`": shape.Manifest,
    "`guidance.toml`": shape.GuidanceFile,
    "`[[section]]` in `guidance.toml`": shape.Section,
    "`[[add]]` in `guidance.toml`": shape.AddedStatement,
    "`[[reword]]` in `guidance.toml`": shape.RewordedStatement,
    "`[[hide]]` in `guidance.toml`": shape.HiddenStatement,
    "`contacts.toml`": shape.ContactsFile,
    "`[[contact]]` in `contacts.toml`": shape.Contact,
    "`[[when]]` in `contacts.toml`": shape.When,
    "`checks.toml`": shape.ChecksFile,
    "`[[reword]]` in `checks.toml`": shape.RewordedCheck,
    "`[[hide]]` in `checks.toml`": shape.HiddenCheck,
    "`checks/NETWORK.toml`": AddedChecks,
    "`[[groups]]` in `checks/NETWORK.toml`": Group,
    "`[[checks]]` in `checks/NETWORK.toml`": Check,
    "`[[checks.choices]]` in `checks/NETWORK.toml`": Choice,
    "`networks/NAME.toml`": NetworkFile,
    "`events/NAME.toml`": EventFile,
    "`[[steps]]` in `events/NAME.toml`": StepFile,
    "`cadences.toml`": shape.CadencesFile,
    "`[[cadence]]` in `cadences.toml`": shape.Cadence,
    "`letters.toml`": shape.LettersFile,
    "`[[ask_first]]` in `letters.toml`": shape.AskFirst,
    "`links.toml`": shape.LinksFile,
    "`[[link]]` in `links.toml`": shape.Link,
    "`lenses.toml`": shape.LensesFile,
    "`[[words]]` in `lenses.toml`": shape.LensWords,
}
# What a pack refuses although our own files may say it, and what no file says at all.
REFUSED: dict[type[msgspec.Struct], set[str]] = {
    Check: {"facts", "origin"},
    NetworkFile: {"probe", "origin"},
    EventFile: {"pause", "origin"},
    StepFile: {"details"},
}
_HEADING = re.compile(r"^#{3,4} (.+)$", re.M)
_ROW = re.compile(r"^\| `(\w+)` \| (yes|no) \| (.+) \|$", re.M)


def sections() -> dict[str, str]:
    pieces = _HEADING.split(README.split("## The key")[0].split("## Every key")[1])
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def test_every_kind_of_table_has_a_section_and_no_section_is_of_nothing() -> None:
    assert sections().keys() == TYPES.keys()
    ours = {one for one in vars(shape).values() if isinstance(one, type) and issubclass(one, shape.Strict)}
    assert ours - set(TYPES.values()) == {shape.Strict}


@pytest.mark.parametrize("heading", TYPES)
def test_its_keys_are_those_of_the_type(heading: str) -> None:
    kind = TYPES[heading]
    told = {key: needed == "yes" for key, needed, _words in _ROW.findall(sections()[heading])}
    fields = {one.encode_name: one.required for one in msgspec.structs.fields(kind)}
    assert told == {name: needed for name, needed in fields.items() if name not in REFUSED.get(kind, set())}


def test_every_word_of_a_closed_list_stands_in_the_row_of_its_key() -> None:
    from enum import Enum

    def words(kind: object) -> Iterator[str]:
        if isinstance(kind, msgspec.inspect.EnumType):
            yield from (str(one.value) for one in kind.cls if isinstance(one, Enum))
        for inner in ("item_type", "types"):
            found = getattr(kind, inner, ())
            for one in found if isinstance(found, tuple) else (found,):
                yield from words(one)

    for heading, kind in TYPES.items():
        rows = {key: said for key, _needed, said in _ROW.findall(sections()[heading])}
        if kind.__module__ != shape.__name__:
            continue
        for field in msgspec.inspect.type_info(kind).fields:  # type: ignore[attr-defined]
            told = rows[field.encode_name]
            missing = [word for word in words(field.type) if f"`{word}`" not in told]
            assert not missing or "the posts of `contacts.toml`" in told, (heading, field.name, missing)


# -- the errors ------------------------------------------------------------------------------------------

ROOT = Path(footprint.__file__).parent
_PACKS = ("building", "reading", "rules", "seal", "shipping", "texts", "zipped")
SOURCES = [ROOT / "packs" / f"{name}.py" for name in _PACKS]
SOURCES += [ROOT / "checklists" / "pack_parts.py", ROOT / "checklists" / "check_rules.py"]
SOURCES += [ROOT / "reminders" / "events" / "pack_parts.py"]
NOT_ERRORS = {"The file", "A file without a name"}


def errors() -> list[str]:
    found = [
        said for said, _does in re.findall(r"^\| (.+?) \| (.+) \|$", README.split("## What each error means")[1], re.M)
    ]
    return [one for one in found if one not in ("What it says", "---")]


def messages(path: Path) -> Iterator[str]:
    """Every sentence a file can say, with “…” for what is filled in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "id", "") == "_"
            and isinstance(node.args[0], ast.Constant)
        ):
            text = str(node.args[0].value).replace("{{", "\x01").replace("}}", "\x02")
            yield re.sub(r"\{\w+\}", "…", text).replace("\x01", "{").replace("\x02", "}")


@pytest.mark.parametrize("path", SOURCES, ids=lambda one: f"{one.parent.name}/{one.stem}")
def test_every_error_there_is_stands_in_the_list(path: Path) -> None:
    said = set(messages(path)) - NOT_ERRORS
    assert said - set(errors()) == set()


def test_no_error_in_the_list_is_one_that_never_comes() -> None:
    also = [ROOT / "handwritten.py", ROOT / "checklists" / "load.py", ROOT / "reminders" / "events" / "load.py"]
    there = {message for path in (*SOURCES, *also) for message in messages(path)}
    sayings = (ROOT / "handwritten.py").read_text(encoding="utf-8")
    for one in errors():
        plain = re.sub(r"…", "{0}", one, count=1)
        plain = re.sub(r"…", "{1}", plain, count=1)
        assert one.startswith("**") or one in there or plain in sayings, one


def test_the_words_of_the_commands_are_real() -> None:
    from footprint.cli.packing import pack_group

    for name in re.findall(r"footprint pack (\w+)", README):
        assert name in pack_group.list_commands(None), name  # type: ignore[arg-type]


def test_every_link_inside_leads_somewhere() -> None:
    root = paths.shipped("resources").parent
    for name in re.findall(r"`((?:docs|checklists|resources)/[\w./-]+)`", README):
        assert (root / name).exists() or "NETWORK" in name, name

"""The example uses everything a pack can do, and the closed lists of packs are those of the rooms above."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import msgspec
import pytest

from footprint import paths
from footprint.checklists import CADENCE
from footprint.log import incidents
from footprint.pack_parts import PARTS
from footprint.packs import PackError
from footprint.packs import format as shape
from footprint.packs.building import build, read_any
from footprint.packs.cautions import cautions
from footprint.packs.format import MOST_MONTHS, Again, Happened, Post
from footprint.packs.never import KEPT_LISTS, KEPT_STATEMENTS, SHOWN_LISTS, private_matter
from footprint.reminders import cadences
from tests.packs import example

WHOLE = example.read(example.made())
TODAY = date(2026, 11, 25)
CAUTIONS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "packs" / "cautions.toml").read_text(encoding="utf-8")
)["case"]
# Fields in the formats of other rooms that the example leaves out, each because it is about something that has happened
# to a check since, or about a place or another kind of network.
LEFT_OUT = {
    "Check": {"menu", "phone", "help", "default", "default_source", "default_note", "was", "split_into", "retired"},
    "NetworkFile": {"suggest", "place", "stranger"},
    "StepFile": {"only_registered"},
}
NOT_IN_A_PACK = {
    "Check": {"facts", "origin", "private_note"},
    "NetworkFile": {"probe", "origin"},
    "EventFile": {"pause", "origin", "confidence"},  # it says what is usual
    "StepFile": {"details"},
}


def structs(value: object) -> Iterator[msgspec.Struct]:
    if isinstance(value, msgspec.Struct):
        yield value
        for name in value.__struct_fields__:
            yield from structs(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from structs(one)


def everything() -> list[msgspec.Struct]:
    held: list[object] = [one for one in vars(WHOLE).values() if isinstance(one, msgspec.Struct)]
    held += [part.value for part in (*WHOLE.added_checks, *WHOLE.networks, *WHOLE.events)]
    return [one for value in held for one in structs(value)]


def test_every_field_there_is_is_used() -> None:
    used: dict[type, set[str]] = {}
    for one in everything():
        given = {field.name for field in msgspec.structs.fields(one) if getattr(one, field.name) != _usual(field)}
        used.setdefault(type(one), set()).update(given)
    for kind in ours() | {"Check", "Choice", "NetworkFile", "EventFile", "StepFile"}:
        (found,) = [one for one in used if one.__name__ == kind]
        left = LEFT_OUT.get(kind, set()) | NOT_IN_A_PACK.get(kind, set())
        assert set(found.__struct_fields__) - used[found] - left == set(), kind


def ours() -> set[str]:
    there = {one for one in vars(shape).values() if isinstance(one, type) and issubclass(one, shape.Strict)}
    return {one.__name__ for one in there - {shape.Strict}}


def _usual(field: msgspec.structs.FieldInfo) -> object:
    return field.default_factory() if field.default_factory is not msgspec.NODEFAULT else field.default


def test_every_word_of_every_closed_list_is_used() -> None:
    text = "\n".join(example.texts().values())
    for kind in (shape.Changes, shape.Post, shape.Happened, shape.Again, shape.NeverSay, shape.Shown, shape.Lens):
        assert issubclass(kind, Enum)
        assert [one.value for one in kind if f'"{one.value}"' not in text] == []


def test_it_is_invented() -> None:
    """Hosts nobody can own, and numbers kept for drama (Ofcom)."""
    text = "\n".join(example.texts().values())
    assert all(host.endswith(".example") for host in WHOLE.manifest.hosts)
    for number in re.findall(r"\b0\d{3,4} ?\d{3} ?\d{3}\b", text):
        assert number.startswith(("01632 960 ", "07700 900 ")), number


def test_it_is_built_signed_and_read_and_nothing_in_it_wants_a_second_thought() -> None:
    data = build(example.FOLDER, example.KEY, parts=PARTS, ships=example.what_ships())
    assert data == example.made()
    assert example.read(data).fingerprint == WHOLE.fingerprint
    assert cautions(WHOLE, TODAY) == ()


# -- the lists of the rooms above ------------------------------------------------------------------------


def test_the_posts_and_the_kinds_are_those_of_the_incident_page() -> None:
    assert [one.value for one in Post] == [one.value for one in incidents.Post]
    assert [one.value for one in Happened] == [one.value for one in incidents.Kind]


def test_the_most_months_are_the_apps_own() -> None:
    assert MOST_MONTHS[Again.CHECKS] == max(CADENCE.values())
    assert MOST_MONTHS[Again.SEARCH] == cadences.USUAL_MONTHS
    assert cadences.posts().every.count == MOST_MONTHS[Again.POSTS]


def test_what_may_not_be_touched_is_there() -> None:
    ships = example.what_ships()
    assert ships.statements >= KEPT_STATEMENTS
    assert ships.checks.keys() >= KEPT_LISTS | SHOWN_LISTS


def test_places_an_event_may_open_are_places_of_the_app() -> None:
    from footprint.reminders.events.pack_parts import ICONS, PLACES

    text = (paths.shipped("resources").parent / "ui" / "places.py").read_text(encoding="utf-8")
    assert {name for name in PLACES if f'Place("{name}"' not in text} == set()
    icons = (paths.shipped("resources").parent / "ui" / "kit" / "icons.py").read_text(encoding="utf-8")
    assert {name for name in ICONS if f'"{name}":' not in icons} == set()


NAMES = ("Example Council", "Elm House", "Northside Team", "Adult Social Care", "Transitions Team", "Harbour Court")


@pytest.mark.parametrize("name", NAMES)
def test_the_names_of_a_workplace_are_let_in(name: str) -> None:
    assert private_matter(name) == ""


# -- what to think about again ---------------------------------------------------------------------------


@pytest.mark.parametrize("case", CAUTIONS, ids=lambda one: one["name"])
def test_it_says_what_is_worth_a_thought_and_builds_all_the_same(case: dict[str, Any]) -> None:
    texts = example.texts()
    for old, new in (case["replace"], case.get("also", ["format = 1", "format = 1"])):
        assert old in texts[case["file"]]
        texts[case["file"]] = texts[case["file"]].replace(old, new, 1)
    found = [str(one) for one in cautions(example.read(example.made(texts)), TODAY)]
    assert any(one.startswith(f"{case['file']}: ") and case["says"] in one for one in found), found


# -- building --------------------------------------------------------------------------------------------


def folder(tmp_path: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        path = tmp_path / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "mine"


def test_hidden_files_and_a_readme_stay_where_they_are(tmp_path: Path) -> None:
    mine = folder(tmp_path, {**example.texts(), ".DS_Store": "x", "README.md": "Mine.", ".git/config": "x"})
    assert build(mine, example.KEY, parts=PARTS, ships=None) == example.made()


def test_windows_line_ends_and_a_mark_at_the_start_change_nothing(tmp_path: Path) -> None:
    mine = folder(tmp_path, {})
    for name, text in example.texts().items():
        path = mine / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert build(mine, example.KEY, parts=PARTS, ships=None) == example.made()


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("logo.png", "x", "logo.png: is no file a pack can hold"),
        ("checks/more/facebook.toml", "x", "is no file a pack can hold"),
        ("signature.toml", "x", "signature.toml: is made by the app"),
    ],
)
def test_a_file_that_does_not_belong_is_named(tmp_path: Path, name: str, text: str, says: str) -> None:
    with pytest.raises(PackError, match=re.escape(says)):
        build(folder(tmp_path, {**example.texts(), name: text}), example.KEY, parts=PARTS, ships=None)


def test_a_link_in_the_folder_is_not_followed(tmp_path: Path) -> None:
    mine = folder(tmp_path, example.texts())
    (mine / "links.toml").unlink()
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    (mine / "links.toml").symlink_to(tmp_path / "secret")
    with pytest.raises(PackError, match="is a link to another file"):
        build(mine, example.KEY, parts=PARTS, ships=None)


def test_a_new_version_follows_on_the_one_before(tmp_path: Path) -> None:
    texts = example.texts()
    with pytest.raises(PackError, match=r"pack\.toml: version: must be higher than 1"):
        build(folder(tmp_path, texts), example.KEY, parts=PARTS, ships=None, after=WHOLE)
    texts["pack.toml"] = texts["pack.toml"].replace("version = 1", "version = 2")
    data = build(folder(tmp_path, texts), example.KEY, parts=PARTS, ships=None, after=WHOLE)
    assert example.read(data).version == 2
    texts["pack.toml"] = texts["pack.toml"].replace('id = "example-council"', 'id = "other-council"')
    with pytest.raises(PackError, match="must stay “example-council”"):
        build(folder(tmp_path, texts), example.KEY, parts=PARTS, ships=None, after=WHOLE)


def test_an_own_check_never_goes_without_a_word(tmp_path: Path) -> None:
    texts = example.texts()
    texts["pack.toml"] = texts["pack.toml"].replace("version = 1", "version = 2")
    facebook = texts["checks/facebook.toml"]
    texts["checks/facebook.toml"] = facebook.replace("org:badge_photos", "org:badge_pictures")
    with pytest.raises(PackError, match=r"checks/facebook\.toml: checks: the check “org:badge_photos” is gone"):
        build(folder(tmp_path, texts), example.KEY, parts=PARTS, ships=None, after=WHOLE)
    renamed = facebook.replace('id = "org:badge_photos"', 'id = "org:badge_pictures"\nwas = ["org:badge_photos"]')
    texts["checks/facebook.toml"] = renamed
    assert build(folder(tmp_path, texts), example.KEY, parts=PARTS, ships=None, after=WHOLE)


def test_a_folder_and_its_file_say_the_same(tmp_path: Path) -> None:
    path = tmp_path / "one.footprint-pack"
    path.write_bytes(example.made())
    one, other = read_any(example.FOLDER, parts=PARTS), read_any(path, parts=PARTS)
    assert one.manifest == other.manifest and one.networks == other.networks
    assert not one.signed and other.signed

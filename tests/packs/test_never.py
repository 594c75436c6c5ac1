"""What no pack can do is held by its types: there is no field for it, and no value that could be more than it says."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from msgspec import inspect

from footprint import paths
from footprint.checklists import NetworkFile
from footprint.checklists.pack_parts import AddedChecks
from footprint.packs import format as shape
from footprint.packs.never import KEPT_LISTS, SHOWN_LISTS, private_matter
from footprint.packs.seal import SignatureFile
from footprint.reminders.events import EventFile

TOP = (
    *(shape.Manifest, shape.GuidanceFile, shape.ContactsFile, shape.ChecksFile, shape.CadencesFile, shape.LettersFile),
    *(shape.LinksFile, shape.LensesFile, SignatureFile, AddedChecks, NetworkFile, EventFile),
)
# The only values there are. Nothing holds bytes, code, anything at all, or a table with names of its own.
VALUES = (
    *(inspect.StrType, inspect.IntType, inspect.BoolType, inspect.FloatType, inspect.DateType, inspect.NoneType),
    *(inspect.EnumType, inspect.LiteralType),
)
# In our own files alone; each is refused in a pack (`tests/data/packs/bad.toml`).
REFUSED = {"origin", "details", "probe", "facts", "pause"}


def fields(kind: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every field of a type with the plain value it ends in."""
    if isinstance(kind, inspect.StructType):
        for one in kind.fields:
            if one.name not in REFUSED:
                yield from fields(one.type, f"{path}.{one.encode_name}")
    elif isinstance(kind, inspect.VarTupleType):
        yield from fields(kind.item_type, path)
    elif isinstance(kind, inspect.UnionType):
        for inner in kind.types:
            yield from fields(inner, path)
    elif isinstance(kind, inspect.Metadata):
        yield from fields(kind.type, path)
    else:
        yield path, kind


@pytest.mark.parametrize("top", TOP, ids=lambda one: one.__name__)
def test_it_holds_plain_words_numbers_days_and_words_of_closed_lists(top: type[msgspec.Struct]) -> None:
    found = dict(fields(inspect.type_info(top), top.__name__))
    assert found
    assert {path: kind for path, kind in found.items() if not isinstance(kind, VALUES)} == {}


@pytest.mark.parametrize("top", TOP, ids=lambda one: one.__name__)
def test_an_unknown_key_is_an_error_wherever_it_stands(top: type[msgspec.Struct]) -> None:
    def structs(kind: object) -> Iterator[type[msgspec.Struct]]:
        if isinstance(kind, inspect.StructType):
            yield kind.cls
            for one in kind.fields:
                if one.name not in REFUSED:
                    yield from structs(one.type)
        for name in ("item_type", "type"):
            if hasattr(kind, name):
                yield from structs(getattr(kind, name))
        for inner in getattr(kind, "types", ()):
            yield from structs(inner)

    assert [one for one in structs(inspect.type_info(top)) if not one.__struct_config__.forbid_unknown_fields] == []


def test_of_a_shipped_check_and_a_shipped_statement_only_words_change() -> None:
    """Not its choices, not which is safer, not its steps, its risk, its place among the main ones or its day."""
    assert set(shape.RewordedCheck.__struct_fields__) == {"network", "check", "reason", "title", "why"}
    assert set(shape.HiddenCheck.__struct_fields__) == {"network", "check", "reason"}
    assert set(shape.RewordedStatement.__struct_fields__) == {"id", "reason", "short", "text"}
    assert set(shape.HiddenStatement.__struct_fields__) == {"id", "reason"}


def test_contacts_and_advice_are_added_and_never_taken_away() -> None:
    assert set(shape.ContactsFile.__struct_fields__) == {"format", "contact", "when"}
    assert {"words", "also_tell"} <= set(shape.When.__struct_fields__)


def test_the_lenses_are_about_work() -> None:
    assert {one.value for one in shape.Lens} == {"work_named", "people_supported", "court_and_cases"}
    assert set(shape.LensWords.__struct_fields__) == {"lens", "words", "reason"}
    there = paths.shipped("resources") / "lenses"
    assert [one for one in shape.Lens if not (there / f"{one.value}.toml").is_file()] == []


def test_the_kept_lists_are_shown_lists() -> None:
    assert KEPT_LISTS < SHOWN_LISTS


PRIVATE = {
    "politics": (
        "Labour Party",
        "vote Green",
        "Brexit",
        "PLAID CYMRU",
        "the election",
        "Sinn Féin",
        "Tory",
        "Plaid Lafur Llafur",
    ),
    "belief": ("Ramadan", "St Mary's Church", "my faith", "Jehovah's Witness", "islamic", "Jewish", "Mùslim", "eglwys"),
    "health": ("off sick", "Depression", "chemo and cancer", "ADHD", "pregnant", "long covid", "GP surgery"),
    "sexuality": ("LGBT network", "gay", "trans rights", "non-binary", "Pride"),
    "union": ("UNISON", "on strike", "shop steward", "trade union", "whistleblowing", "GMB", "picket line"),
}


@pytest.mark.parametrize(("matter", "name"), [(matter, name) for matter, names in PRIVATE.items() for name in names])
def test_what_is_private_is_never_looked_for(matter: str, name: str) -> None:
    assert private_matter(name) == matter
    assert private_matter(name.upper()) == matter
    assert private_matter(f"“{name}”") == matter
    assert private_matter(name.replace(" ", "_")) == matter
    assert private_matter(f"#Proud{name[:1].upper()}{name[1:]}") == matter

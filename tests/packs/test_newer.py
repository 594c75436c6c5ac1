"""What is new in a pack is told in words, whatever it is: the types are walked, so no field can change unseen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum
from typing import Any

import msgspec
import pytest

from footprint import checklists, paths
from footprint.pack_parts import names as all_names
from footprint.packs import Difference, Pack, differences
from footprint.packs.records import Part
from tests.packs import example

NOT_IN_A_FILE = {"origin", "facts", "probe"}
WHOLE = example.read(example.made())


def names(network: str) -> str:
    known = {"facebook": "Facebook", "rules-and-standards": "Rules", "g11": "A work profile is welcome"}
    return known.get(network, network)


def words(old: Pack | None, new: Pack) -> list[str]:
    return [one.words for one in differences(old, new, names)]


def changed(**texts: tuple[str, str]) -> Pack:
    """The example with words of its files replaced, each by a pair."""
    found = example.texts()
    for name, (old, new) in texts.items():
        file = name.replace("__", "/").replace("_", "-") + ".toml"
        assert old in found[file], old
        found[file] = found[file].replace(old, new, 1)
    return example.read(example.made(found))


def test_the_same_pack_has_no_differences() -> None:
    assert differences(WHOLE, example.read(example.made())) == ()


def test_a_first_pack_tells_all_it_brings() -> None:
    found = differences(None, WHOLE, names)
    assert found[0].group == "About this pack"
    assert {one.group for one in found} == {
        "About this pack",
        "Guidance",
        "Who to tell",
        "Checks",
        "Networks",
        "How often",
        "Letters",
        "Links",
        "When life changes",
        "Words to look for in old posts",
    }
    said = "\n".join(one.words for one in found)
    for expected in (
        "New statement: “Keep your badge out of photos”. The text: Take off your badge",
        "New contact: “Safeguarding lead: Safeguarding hub”. The number: 01632 960 103. The email: safeguarding@",
        "Says the check “Rules: employer_policy” in its own words. The reason: We name our own policy",
        "Hides the statement “A work profile is welcome”. The reason: Most of our teams",
        "New: how often you look at your settings (Facebook). The months between looks: 3.",
        "New checks for Facebook. “Is your team’s Facebook group closed to outsiders?”",
        "New in the library: “Council Chat”.",
        "New for when life changes: “Moving to another team of ours”.",
        "New words to look for: your work is named. The words: Example Council, Elm House",
    ):
        assert expected in said


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            {"contacts": ("01632 960 104", "01632 960 199")},
            ["The contact “IT security: IT help desk”: the number is now “01632 960 199”. It was “01632 960 104”."],
        ),
        (
            {"checks": ("Have you read our social media policy?", "Have you read our policy this year?")},
            [
                "Its words for the check “Rules: employer_policy”: the title is now “Have you read our policy this "
                "year?”. It was “Have you read our social media policy?”."
            ],
        ),
        (
            {"checks__facebook": ("closed to outsiders?", "closed?")},
            [
                "Its checks for Facebook: “Is your team’s Facebook group closed to outsiders?”, the title is now “Is "
                "your team’s Facebook group closed?”. It was “Is your team’s Facebook group closed to outsiders?”."
            ],
        ),
        (
            {"guidance": ('[[hide]]\nid = "g11"', '[[hide]]\nid = "g12"')},
            [
                "Hides the statement “g12”. The reason: Most of our teams do not use work profiles, and a team that "
                "does gets its own training.",
                "No longer hides the statement “A work profile is welcome”.",
            ],
        ),
        (
            {"cadences": ("months = 6", "months = 4")},
            ["How often you look at your settings: the months between looks is now “4”. It was “6”."],
        ),
        (
            {"lenses": ('"ExCo"]', '"Council House"]')},
            [
                "Words to look for: your work is named: the words: new is “Council House”.",
                "Words to look for: your work is named: the words: “ExCo” is gone.",
            ],
        ),
        (
            {"letters": ('line = "I write for myself, not for my employer."\n', "")},
            ["How letters are signed: the line is gone. It was “I write for myself, not for my employer”."],
        ),
        (
            {"pack": ("version = 1", "version = 2")},
            ["The pack: the version is now “2”. It was “1”."],
        ),
        (
            {"networks__staff_chat": ("You sign in with your work account, so", "Sign in with your work account:")},
            [
                "“Council Chat” in the library: the pages, how to change the password, the note is now “Sign in with "
                "your work account: there is no password of its own”. It was “You sign in with your work account, so "
                "there is no password of its own”."
            ],
        ),
    ],
    ids=lambda one: next(iter(one)) if isinstance(one, dict) else "",
)
def test_a_change_is_one_plain_sentence(texts: dict[str, tuple[str, str]], expected: list[str]) -> None:
    assert words(WHOLE, changed(**texts)) == expected


def test_what_came_went_and_moved_in_an_event() -> None:
    text = example.texts()["events/new-team.toml"]
    head, first, second, third, fourth = text.split("[[steps]]")
    found = example.texts()
    found["events/new-team.toml"] = "[[steps]]".join([head, second, first, fourth])
    said = words(WHOLE, example.read(example.made(found)))
    start = "“Moving to another team of ours”, for when life changes: the steps"
    assert said[0] == f"{start}: “Change a password that your old team shared” is gone."
    assert said[1] == (
        f"{start}: the order is now “Look at the groups you are in”, “Leave your old team’s chats”, “Read who to tell "
        "in your new team”."
    )
    assert third


def test_things_that_ship_are_called_as_people_know_them() -> None:
    known = all_names(checklists.load(paths.shipped("checklists")))
    assert known("g11") == "A work profile is welcome"
    assert known("facebook") == "Facebook"
    assert known("rules-and-standards/employer_policy") == "Have you read your employer’s own policy?"
    assert known("newspaper") != "newspaper"
    for unknown in ("g99", "myspace", "facebook/nothing", "myspace/nothing", "", "/"):
        assert known(unknown) == unknown
    said = "\n".join(one.words for one in differences(None, WHOLE, known))
    assert "the check “Rules and standards: Have you read your employer’s own policy?” in its own words" in said


def test_the_place_is_named_for_whoever_makes_packs() -> None:
    found = differences(WHOLE, changed(contacts=("01632 960 104", "01632 960 199")))
    assert found == (Difference("Who to tell", found[0].words, "contacts.toml: contact[3].phone"),)


# -- every field of every type ---------------------------------------------------------------------------


def other(value: Any) -> Any:
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, Enum):
        return next(one for one in type(value) if one is not value)
    if isinstance(value, str):
        return f"{value} and so on"
    if isinstance(value, int | float):
        return value + 1
    if isinstance(value, date):
        return value + timedelta(days=3)
    if isinstance(value, dict):
        return {**value, "more": "words"}
    if isinstance(value, tuple):
        return value[:-1] if value else ("a new one",)
    return "something" if value is None else value


def each_change(value: msgspec.Struct) -> Iterator[tuple[str, msgspec.Struct]]:
    """The same thing with one field otherwise, for every field in it, however deep."""
    for name in value.__struct_fields__:
        if name in NOT_IN_A_FILE:
            continue
        held = getattr(value, name)
        if isinstance(held, msgspec.Struct):
            inner = each_change(held)
            yield from ((f"{name}.{at}", msgspec.structs.replace(value, **{name: one})) for at, one in inner)
            continue
        if isinstance(held, tuple) and held and isinstance(held[0], msgspec.Struct):
            for at, item in enumerate(held):
                for place, one in each_change(item):
                    new = (*held[:at], one, *held[at + 1 :])
                    yield f"{name}[{at}].{place}", msgspec.structs.replace(value, **{name: new})
        yield name, msgspec.structs.replace(value, **{name: other(held)})


def packs() -> Iterator[tuple[str, Pack]]:
    """The example with one field otherwise, for every field a pack has anywhere."""
    for file in ("manifest", "guidance", "contacts", "checks", "cadences", "letters", "links", "lenses"):
        for place, one in each_change(getattr(WHOLE, file)):
            if place != "format" or file in ("manifest", "letters"):
                yield f"{file}: {place}", replace(WHOLE, **{file: one})
    for folder in ("added_checks", "networks", "events"):
        (part,) = getattr(WHOLE, folder)
        for place, one in each_change(part.value):
            yield f"{folder}: {place}", replace(WHOLE, **{folder: (Part(part.file, part.text, one),)})


def test_every_field_of_every_type_shows_up_when_it_changes() -> None:
    unseen = [place for place, pack in packs() if not differences(WHOLE, pack)]
    assert unseen == []
    assert sum(1 for _ in packs()) > 400


def test_what_is_added_or_taken_out_shows_up_wherever_it_stands() -> None:
    for file in ("guidance", "contacts", "checks", "cadences", "links", "lenses"):
        held = getattr(WHOLE, file)
        for name in held.__struct_fields__:
            if name == "format":
                continue
            less = replace(WHOLE, **{file: msgspec.structs.replace(held, **{name: getattr(held, name)[1:]})})
            there, back = differences(WHOLE, less), differences(less, WHOLE)
            assert len(there) == len(back) == 1, (file, name)
    for name in ("added_checks", "networks", "events", "letters"):
        less = replace(WHOLE, **{name: None if name == "letters" else ()})
        assert len(differences(WHOLE, less)) == len(differences(less, WHOLE)) == 1


def test_every_field_has_a_label_of_its_own() -> None:
    from footprint.packs.sayings import FIELDS

    def fields(value: object) -> Iterator[str]:
        if isinstance(value, msgspec.Struct):
            for name in value.__struct_fields__:
                yield name
                yield from fields(getattr(value, name))
        elif isinstance(value, tuple):
            for one in value:
                yield from fields(one)

    there = {name for one in vars(WHOLE).values() for name in fields(one)}
    there |= {name for part in (*WHOLE.added_checks, *WHOLE.networks, *WHOLE.events) for name in fields(part.value)}
    lists = {"section", "add", "reword", "hide", "contact", "when", "cadence", "words"}
    assert there - set(FIELDS) - NOT_IN_A_FILE - lists == set()

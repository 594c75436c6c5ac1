"""What to do alone comes first, in plain words; those who worry the person lead to help and never to a letter."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from footprint import checklists, log
from footprint.checklists import Confidence, NetworkFile
from footprint.log import ways
from footprint.paths import shipped
from footprint.person import Nation, Profile, Regulator, Role, Service
from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading
from footprint.vault import Vault

LIBRARY = checklists.load(shipped("checklists"))
FOLDER = shipped("resources") / "ways"


@pytest.fixture
def item(vault: Vault) -> log.Item:
    return log.add(vault, log.New("A photo", kind=log.Kind.PHOTO, network="facebook")).value


def every_item(item: log.Item) -> list[tuple[log.Item, NetworkFile | None]]:
    networks: list[NetworkFile | None] = [None, *LIBRARY.networks()]
    return [
        (replace(item, kind=kind, action=action, origin=origin, network=network.id if network else ""), network)
        for network in networks
        for kind in log.Kind
        for action in log.Action
        for origin in log.Origin
    ]


def test_everything_has_steps_to_do_alone_and_every_one_is_easy_to_read(item: log.Item) -> None:
    seen = set()
    for one, network in every_item(item):
        steps = log.steps_for(one, network)
        assert steps.oneself
        assert steps.guidance
        assert steps.may_ask == (one.origin.may_be_asked and one.action is not log.Action.KEEP)
        assert steps.worries == bool(steps.routes) == one.origin.worries
        assert not (steps.worries and steps.may_ask)
        seen |= {*steps.oneself, steps.note, steps.then, *(words for r in steps.routes for words in (r.title, r.words))}
    for words in seen - {""}:
        bare = re.sub(r"\S+\.\S+/\S*", "it", words)
        assert reading(bare).longest <= MAX_SENTENCE, words
        assert "!" not in words
        assert not re.search(r"\b(please|sorry|click|user|invalid)\b", words, re.IGNORECASE), words
    assert reading("\n".join(sorted(seen))).grade < MAX_GRADE


def test_untagging_comes_before_asking(item: log.Item) -> None:
    known = replace(item, origin=log.Origin.KNOWN, action=log.Action.ASK)
    steps = log.steps_for(known, LIBRARY.network("facebook"))
    assert "Remove tag" in steps.oneself[0]
    assert steps.link == "https://www.facebook.com/me/allactivity"
    assert steps.source
    assert steps.then.startswith("If that is not enough, ask them.")


def test_what_nobody_has_checked_is_never_a_step(item: log.Item) -> None:
    for one, network in every_item(item):
        if network is None:
            continue
        unsure = {
            step
            for page in (network.pages.untag, network.pages.report, network.pages.delete, network.pages.bulk_delete)
            if page is not None and page.confidence is Confidence.UNVERIFIED
            for step in page.steps
        }
        assert not unsure & set(log.steps_for(one, network).oneself)


def test_a_page_that_turns_unsure_gives_way_to_common_sense(item: log.Item) -> None:
    network = LIBRARY.network("facebook")
    assert network.pages.untag is not None
    unsure = msgspec.structs.replace(network.pages.untag, confidence=Confidence.UNVERIFIED)
    doubted = msgspec.structs.replace(network, pages=msgspec.structs.replace(network.pages, untag=unsure))
    known = replace(item, origin=log.Origin.KNOWN, action=log.Action.UNTAG)
    assert log.steps_for(known, network).source
    for network_file in (doubted, None, LIBRARY.network("linkedin")):
        steps = log.steps_for(known, network_file)
        assert (steps.source, steps.link) == ("", "")
        assert "Sign in" in steps.oneself[0]


def test_the_ways_serve_guidance_that_exists() -> None:
    known, _problems = checklists.load_guidance()
    for file in ways._way_files(FOLDER).values():
        for way in file.ways:
            assert set(way.guidance) <= set(known.ids())


def test_those_who_frighten_lead_to_help() -> None:
    routes = {origin: [one.help for one in log.routes_for(origin)] for origin in log.Origin}
    for origin in (log.Origin.WORK, log.Origin.FRIGHTENING, log.Origin.UNSURE):
        assert {log.Help.COPY, log.Help.SILENCE, log.Help.MANAGER} <= set(routes[origin])
    assert routes[log.Origin.FRIGHTENING][0] is log.Help.DANGER
    assert {one.phone for one in log.routes_for(log.Origin.FRIGHTENING)} == {"", "999", "101"}
    assert log.Help.POLICE not in routes[log.Origin.WORK]
    assert routes[log.Origin.ME] == []


def test_what_the_person_works_as_chooses_whom_to_turn_to() -> None:
    member = Profile(role=Role.MEMBER, service=Service.OTHER)
    social_worker = Profile(Nation.ENGLAND, Role.STUDENT, Service.CHILDREN, Regulator.SWE)
    said = {one.help: one for one in log.routes_for(log.Origin.WORK, social_worker)}
    assert said[log.Help.MANAGER].title == "Tell your practice educator or your tutor"
    assert said[log.Help.SAFEGUARDING].title == "If a child could come to harm"
    assert "Social Work England" in said[log.Help.REGISTRATION].words
    plain = [one.help for one in log.routes_for(log.Origin.WORK, member)]
    assert log.Help.SAFEGUARDING not in plain and log.Help.REGISTRATION not in plain
    assert log.routes_for(log.Origin.KNOWN, social_worker) == ()


def test_those_who_worry_are_never_to_be_written_to(item: log.Item) -> None:
    for one, network in every_item(item):
        if not one.origin.worries:
            continue
        steps = log.steps_for(one, network)
        said = " ".join((*steps.oneself, steps.note))
        assert not re.search(
            r"\b(ask (them|the person|him|her)|write (to|back)|reply to|talk to|in private)\b", said.lower()
        ), said
        assert steps.then == "Do not write to them. “This worries me” says what to do."
        if one.action is not log.Action.KEEP:
            assert steps.oneself[0].startswith("Keep a picture")


def test_networks_are_called_as_they_call_themselves() -> None:
    assert [log.network_name(one.id) for one in LIBRARY.networks()] == [one.name for one in LIBRARY.networks()]
    assert log.network_name("some-place") == "Some Place"


WAY = '[[ways]]\nguidance = ["g64"]\nsteps = ["Look."]\n'


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("any", f'format = 1\nid = "any"\nname = ""\ncolour = 1\n{WAY}', "unknown field `colour`"),
        ("any", f'format = 1\nid = "all"\nname = ""\n{WAY}', "file name"),
        ("any", 'format = 1\nid = "any"\nname = ""\n[[ways]]\nguidance = []\n', "steps or a page"),
        ("any", f'format = 3\nid = "any"\nname = ""\n{WAY}', "newer form"),
        ("net", f'format = 1\nid = "net"\nname = "Net"\n{WAY}', "source, verified and confidence"),
        (
            "net",
            f'format = 1\nid = "net"\nname = "N"\n{WAY}source = "s"\nverified = 2026-01-01\n'
            'confidence = "unverified"\n',
            "nobody has checked",
        ),
    ],
)
def test_a_faulty_file_of_ways_is_named(tmp_path: Path, item: log.Item, name: str, text: str, words: str) -> None:
    (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(log.BadLetters, match=re.escape(words)) as caught:
        log.steps_for(item, folder=tmp_path)
    assert f"{name}.toml" in str(caught.value)


def test_no_ways_at_all_is_a_fault_too(tmp_path: Path, item: log.Item) -> None:
    with pytest.raises(log.BadLetters, match=r"any\.toml: is missing"):
        log.steps_for(item, folder=tmp_path)

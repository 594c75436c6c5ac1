"""What is said first, and what looks like case data."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from footprint import checklists, paths
from footprint.log import incidents
from footprint.log.incidents import Kind
from footprint.person import Profile, Role
from footprint.vault import Vault
from tests.conftest import ROOT


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_says_keep_tell_and_write_and_rests_on_the_guidance(kind: Kind) -> None:
    text = (ROOT / "resources" / "guidance" / "social-care.toml").read_text(encoding="utf-8")
    known = {one["id"] for one in tomllib.loads(text)["statements"]}
    lines = incidents.first_lines(kind, replace(Profile(), role=Role.STUDENT))
    assert {one for line in lines for one in line.guidance} <= known
    words = " ".join(f"{line.title} {line.words}" for line in lines)
    assert "your practice educator or your tutor" in words
    assert "eep" in words
    assert lines[-1].title == "Write it down"
    assert "{" not in words


def test_the_guidance_is_served_by_what_is_said_first() -> None:
    served = {one for kind in Kind for line in incidents.first_lines(kind) for one in line.guidance}
    assert {"g07", "g08", "g09", "g56", "g66", "g70", "g72", "g73", "g74"} <= served


def test_a_threat_begins_with_999_and_names_101() -> None:
    lines = incidents.first_lines(Kind.THREAT)
    assert lines[0].phone == "999"
    assert "101" in [one.phone for one in lines]
    assert not any(one.phone for kind in Kind if kind is not Kind.THREAT for one in incidents.first_lines(kind))


def test_a_mistake_is_told_at_once_and_not_deleted_first() -> None:
    titles = [one.title for one in incidents.first_lines(Kind.MISTAKE)]
    assert titles[:2] == ["Tell your line manager at once", "Do not delete it before you have taken advice"]


def test_a_lost_account_leads_to_the_page_of_its_network() -> None:
    library = checklists.load(paths.shipped("checklists"))
    network = library.network("facebook")
    first = incidents.first_lines(Kind.LOST, network=network)[0]
    assert network.pages.recover is not None
    assert first.link == network.pages.recover.link
    assert "Facebook" in first.title
    assert incidents.first_lines(Kind.LOST)[0].link == ""


def test_a_note_says_in_which_answer_it_stands_and_the_warning_names_it(vault: Vault) -> None:
    one = replace(incidents.begin(vault, Kind.POSTED), what="Fine", concerns="DOB 3/4/1961", wanted="my client told me")
    found = incidents.cautions(one)
    assert [caution.field for caution in found] == ["concerns", "wanted"]
    said = incidents.warning(found)
    assert "a date of birth" in said
    assert "an adult I work with" in said

"""A pack over what ships: each thing marked, ours still to be read, and nothing less safe than before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from footprint import checklists, pack_parts, person, reminders
from footprint.checklists import Check, FolderLibrary, Risk, cadence
from footprint.checklists.packed import PackPart, hidden_in, part_of
from footprint.checklists.packed_guidance import over
from footprint.checklists.wording import wording
from footprint.log import incidents
from footprint.log.incidents import Kind, Post
from footprint.log.letters.packed import gives_away, house_rules
from footprint.packs import How, Pack, read_pack
from footprint.packs.format import Again, Cadence, GuidanceFile, HiddenCheck, HiddenStatement, RewordedStatement
from footprint.packs.never import KEPT_STATEMENTS
from footprint.paths import shipped
from footprint.person import DetailKind
from footprint.reminders import Every, events
from footprint.reminders.cadences import Asked, search
from footprint.vault import Vault
from footprint.workbench import Workbench, open_bench
from tests.packs.council import ORGANISATION, pack_bytes, pack_file
from tests.packs.example import what_ships

PACK = read_pack(pack_bytes(), parts=pack_parts.PARTS)
WHY = "A reason that is long enough."


def library(part: PackPart | None) -> FolderLibrary:
    return checklists.load(shipped("checklists"), pack=lambda: part)


@pytest.fixture
def bench(tmp_path: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch) -> Workbench:
    monkeypatch.setattr(pack_parts, "ships", lambda _library: what_ships())
    made = open_bench(tmp_path / "app", vault)
    made.packs.use(made.packs.offer(pack_file(tmp_path)))
    made.renew_checklists()
    return made


# -- guidance -------------------------------------------------------------------------------------------


def test_statements_are_added_said_otherwise_and_hidden_with_ours_to_be_read() -> None:
    ours = checklists.load_guidance()[0]
    found = over(ours, PACK.guidance, ORGANISATION)
    added, reworded = found.statement("org:lanyard"), found.statement("g01")
    assert added.origin is not None and added.origin.words == f"From {ORGANISATION}"
    assert reworded.origin is not None and reworded.origin.how is How.REWORDED
    assert found.original("g01") == ours.statement("g01") and reworded.text != ours.statement("g01").text
    assert "g14" not in found.ids() and [one.id for one in found.hidden] == ["g14"]
    assert found.hidden[0].origin is not None and found.hidden[0].origin.reason.startswith("Our press office")
    assert found.statements("org:our-rules") == (added,)
    untouched = set(ours.ids()) - {"g01", "g14"}
    assert all(found.statement(one) == ours.statement(one) for one in untouched)


@pytest.mark.parametrize("statement", ["g43", "g73"])
def test_what_keeps_people_safe_is_neither_hidden_nor_said_otherwise_whatever_a_pack_says(statement: str) -> None:
    assert statement in KEPT_STATEMENTS
    ours = checklists.load_guidance()[0]
    part = GuidanceFile(
        format=1,
        reword=(RewordedStatement(id=statement, reason=WHY, text="Tell nobody."),),
        hide=(HiddenStatement(id=statement, reason=WHY),),
    )
    assert over(ours, part, ORGANISATION).statement(statement) == ours.statement(statement)


# -- checks ---------------------------------------------------------------------------------------------


def test_own_checks_and_networks_stand_in_the_library_under_the_name_of_the_organisation() -> None:
    found = library(part_of(PACK))
    assert found.name("org:hub") == f"Staff hub (from {ORGANISATION})"
    assert any(one.id == "org:hub" and one.origin is not None for one in found.heads())
    assert "org:hub" in found and found.network("org:hub").probe is None
    mine = check(found, "facebook", "org:staff-group")
    assert mine.marked.endswith(f"(from {ORGANISATION})")
    assert {one.title for one in found.network("facebook").groups} >= {f"At our council (from {ORGANISATION})"}


def test_a_check_in_other_words_asks_nobody_again_and_ours_can_be_read() -> None:
    found = library(part_of(PACK))
    said, ours = check(found, "facebook", "about_info"), check(library(None), "facebook", "about_info")
    assert said.title == "Who can see where you live and work?" and said.origin is not None
    assert (said.origin.was, said.origin.reason) == (ours.title, "Our staff asked for a shorter question.")
    assert wording(said) == wording(ours)
    assert found.original("facebook", "about_info") == ours
    assert (said.choices, said.risk, said.essential, said.steps) == (
        ours.choices,
        ours.risk,
        ours.essential,
        ours.steps,
    )


def test_a_hidden_check_is_asked_no_more_and_can_be_read_with_the_reason() -> None:
    facebook = library(part_of(PACK)).network("facebook")
    assert "blocking" not in {one.check.id for one in checklists.states(facebook, {}, date(2026, 11, 16))}
    hidden = hidden_in(facebook)
    assert [one.id for one in hidden] == ["blocking"] and hidden[0].origin is not None
    assert "We talk about blocking" in hidden[0].origin.why and not hidden[0].retired


def test_a_main_check_one_of_high_risk_and_the_kept_lists_stay_whatever_a_pack_says() -> None:
    ours = library(None)
    hide = {
        (file.id, one.id): HiddenCheck(network=file.id, check=one.id, reason=WHY)
        for file in ours.files()
        for one in file.checks
        if not one.retired
    }
    found = library(PackPart(ORGANISATION, hide=hide))
    for file in ours.files():
        asked = {one.id for one in found.network(file.id).checks if not one.retired}
        kept = {one.id for one in file.checks if not one.retired and (one.essential or one.risk is Risk.HIGH)}
        assert kept <= asked
        if file.id in ("illegal-material", "under-18", "people-who-use-services", "rules-and-standards"):
            assert asked == {one.id for one in file.checks if not one.retired}


@pytest.mark.parametrize("months", [3, 12, 60])
def test_checks_come_up_sooner_and_never_later(months: int) -> None:
    said = replace(PACK.cadences.cadence[0], months=months)
    found, ours = library(PackPart(ORGANISATION, cadences={"": said})), library(None)
    for network in ("facebook", "instagram"):
        for one in found.network(network).checks:
            before = cadence(check(ours, network, one.id))
            assert cadence(one) == min(before, months)


# -- who to tell ----------------------------------------------------------------------------------------


def test_a_pack_names_who_to_tell_where_the_person_typed_nothing_and_takes_nobody_away(vault: Vault) -> None:
    before = incidents.in_line(vault, Kind.LOST)
    after = incidents.in_line(vault, Kind.LOST, pack=PACK)
    assert [one.post for one in after] == [*(one.post for one in before), Post.SAFEGUARDING]
    desk = next(one for one in after if one.post is Post.IT)
    assert (desk.name, desk.phone) == ("IT service desk", "01632 960300") and desk.origin is not None
    incidents.set_contact(vault, Post.IT, name="My own IT lead", phone="07700 900111")
    mine = next(one for one in incidents.in_line(vault, Kind.LOST, pack=PACK) if one.post is Post.IT)
    assert mine.name == "My own IT lead" and mine.origin is None
    asked = incidents.asked_here(PACK, Kind.LOST)
    assert len(asked) == 1 and asked[0].origin.organisation == ORGANISATION
    assert incidents.asked_here(PACK, Kind.THREAT) == () == incidents.asked_here(None, Kind.LOST)


# -- how often, life events, letters --------------------------------------------------------------------


def test_how_often_is_a_default_the_person_can_change(bench: Workbench, vault: Vault) -> None:
    person.add_account(vault, "facebook")
    today = vault.now().date()
    found = {one.key: one for one in reminders.rhythm(vault, bench.checklists, today, 6).things}
    search, facebook, posts = found["search"], found["checklist:facebook"], found["posts"]
    assert search.every == Every(4) and search.origin is not None and search.why.startswith(ORGANISATION)
    assert facebook.every == Every(3) and facebook.origin is not None
    assert posts.every == Every(12) and posts.origin is None
    reminders.set_every(vault, bench.checklists, "search", Every(12))
    again = {one.key: one for one in reminders.rhythm(vault, bench.checklists, today, 6).things}["search"]
    assert again.every == Every(12) and again.origin is None
    never = {one.key: one for one in reminders.rhythm(vault, bench.checklists, today, 0).things}
    assert never["search"].every == Every(12)


def test_a_longer_search_than_ours_is_capped_and_a_setting_of_the_person_stands() -> None:
    asked = Asked(Cadence(again=Again.SEARCH, months=12, reason=WHY), ORGANISATION)
    assert search(6, worrying=False, asked=asked).every == Every(6)
    assert search(0, worrying=False, asked=asked).every == Every(0)
    assert search(6, worrying=True, asked=asked).every == Every(3)


def test_a_life_event_of_a_pack_is_begun_hidden_and_back(bench: Workbench, vault: Vault) -> None:
    known = {one.id: one for one in events.events(bench.pack)}
    assert known["org:new-team"].name == f"You join another team (from {ORGANISATION})"
    assert list(known)[-1] == "org:new-team"  # after every one of ours
    begun = events.begin(vault, "org:new-team", bench.pack).value
    assert [one.event.id for one in events.running(vault, bench.checklists)] == ["org:new-team"]
    pack: Pack | None = bench.pack
    bench.packs.remove()
    bench.renew_checklists()
    assert events.running(vault, bench.checklists) == () == events.history(vault, bench.pack)
    assert [one.id for _file, one in events.history(vault, pack)] == [begun.id]


def test_letters_are_signed_as_the_workplace_asks_and_no_text_of_ours_changes(vault: Vault) -> None:
    rules = house_rules(PACK, "newspaper")
    assert rules is not None and [one.post for one in rules.ask_first] == ["communications"]
    other = house_rules(PACK, "friend")
    assert other is not None and other.ask_first == () and house_rules(None, "friend") is None
    person.add_detail(vault, DetailKind.JOB_TITLE, "Social worker")
    said = "I am a social worker at northshire council. Write to ada@northshire.example."
    assert gives_away(vault, PACK, said) == ("your employer’s name", "your job title", "a work email address")
    assert gives_away(vault, PACK, "I am a private person.") == () == gives_away(vault, None, said)


def check(found: FolderLibrary, network: str, check_id: str) -> Check:
    return next(one for one in found.network(network).checks if one.id == check_id)

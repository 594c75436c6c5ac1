"""Which rungs there are for which item, and above all: nobody dangerous is ever written to, whatever the item is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint import checklists, log, paths
from footprint.checklists import Library, NetworkFile
from footprint.log import Action, BadLetters, Item, Kind, MayNotAsk, New, Origin, Severity, State, ladder
from footprint.log.ladder import Case, Known, Outcome, Rung, Taken
from footprint.log.ladder.reading import entries
from footprint.person import Nation, Profile, Regulator, Role, Service
from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading
from footprint.vault import Vault

TODAY = date(2026, 11, 25)
DANGEROUS = (Origin.WORK, Origin.FRIGHTENING, Origin.UNSURE)


def an_item(**values: object) -> Item:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    plain = Item(
        "1", "Photo", "", "", "", "", Kind.PHOTO, Origin.KNOWN, Action.REMOVE, "", "", Severity.MEDIUM, State.FOUND,
        None, now, "", "", "", now,
    )  # fmt: skip
    return replace(plain, **values)


@pytest.fixture(scope="module")
def library() -> Library:
    return checklists.load(paths.shipped("checklists"))


NAMES = ("facebook", "reddit", "sssc", "open-register", "school-pages", "newspapers", "any-other")
FILES = st.deferred(
    lambda: st.sampled_from([None, *(checklists.load(paths.shipped("checklists")).network(one) for one in NAMES)])
)
ITEMS = st.builds(
    an_item,
    title=st.sampled_from(["Photo", "Our team page"]),
    host=st.sampled_from(["", "club.example", "web.archive.org", "www.herald.example"]),
    place=st.sampled_from(["", "The Gazette", "school"]),
    network=st.sampled_from(["", "facebook", "reddit", "nowhere"]),
    kind=st.sampled_from(Kind),
    origin=st.sampled_from(Origin),
    action=st.sampled_from(Action),
    severity=st.sampled_from(Severity),
    state=st.sampled_from(State),
)
WHO = st.builds(
    Profile, st.sampled_from(Nation), st.sampled_from(Role), st.sampled_from(Service), st.sampled_from(Regulator)
)
KNOWN = st.builds(Known, st.booleans(), st.sampled_from([None, *Case]))
TAKEN = st.lists(
    st.builds(
        Taken, st.just("x"), st.sampled_from(Rung), st.dates(date(2026, 10, 1), TODAY),
        st.one_of(st.none(), st.dates(date(2026, 11, 1), date(2026, 12, 31))), st.sampled_from(Outcome),
    ),
    max_size=5,
)  # fmt: skip


@settings(deadline=None)  # the first draw reads the checklists
@given(ITEMS, st.sampled_from(DANGEROUS), FILES, WHO, KNOWN, TAKEN)
def test_nobody_dangerous_is_ever_written_to(
    item: Item, origin: Origin, file: NetworkFile | None, who: Profile, known: Known, taken: list[Taken]
) -> None:
    item = replace(item, origin=origin)
    steps = ladder.ladder_for(item, file, who, known)
    assert not any(one.open for one in steps if one.rung.writes)
    proposed = ladder.next_rung(item, steps, taken, TODAY, who.nation)
    assert proposed.rung is None or not proposed.rung.writes
    applying = [one.rung for one in steps if one.applies]
    assert applying.index(Rung.MANAGER) <= 1 and set(applying[: applying.index(Rung.MANAGER)]) <= {Rung.PRESERVE}


@settings(deadline=None)  # the first draw reads the checklists
@given(ITEMS, FILES, WHO, KNOWN, TAKEN)
def test_every_rung_is_there_once_with_its_reason(
    item: Item, file: NetworkFile | None, who: Profile, known: Known, taken: list[Taken]
) -> None:
    steps = ladder.ladder_for(item, file, who, known)
    assert sorted(one.rung for one in steps) == sorted(Rung)
    assert all(one.why for one in steps)
    proposed = ladder.next_rung(item, steps, taken, TODAY, who.nation)
    assert proposed.why
    assert proposed.rung is None or next(one for one in steps if one.rung is proposed.rung).open


@settings(deadline=None)  # the first draw reads the checklists
@given(ITEMS, FILES, WHO, KNOWN)
def test_no_person_is_told_that_the_law_binds_them(
    item: Item, file: NetworkFile | None, who: Profile, known: Known
) -> None:
    item = replace(item, origin=Origin.KNOWN)
    steps = {one.rung: one for one in ladder.ladder_for(item, file, who, known)}
    for rung in (Rung.ERASURE, Rung.COMPLAINT, Rung.REGULATOR):
        assert not steps[rung].applies
    words = " ".join((steps[Rung.PERSON].why, steps[Rung.PERSON].entry.when, *steps[Rung.PERSON].entry.takes))
    assert "law" not in words.split()


@given(ITEMS, WHO)
def test_people_from_work_in_it_means_the_manager_first(item: Item, who: Profile) -> None:
    if item.action is Action.KEEP:
        return
    steps = ladder.ladder_for(item, None, who, Known(work=True))
    applying = [one.rung for one in steps if one.applies and one.rung is not Rung.PRESERVE]
    assert applying[0] is Rung.MANAGER


def rungs(item: Item, file: NetworkFile | None = None, known: Known | None = None) -> list[Rung]:
    return [one.rung for one in ladder.ladder_for(item, file, Profile(), known) if one.applies]


def test_a_tag_by_a_friend_on_a_network(library: Library) -> None:
    item = an_item(kind=Kind.TAG, network="facebook", host="www.facebook.com", action=Action.UNTAG)
    found = rungs(item, library.network("facebook"))
    assert found == [Rung.PRESERVE, Rung.YOURSELF, Rung.PERSON, Rung.NETWORK, Rung.SEARCH]


def test_a_network_and_a_place_have_steps_of_their_own(library: Library) -> None:
    facebook, school = library.network("facebook"), library.network("school-pages")
    on_network = {one.rung: one for one in ladder.ladder_for(an_item(network="facebook"), facebook)}
    assert facebook.pages.report is not None and facebook.place is None
    assert on_network[Rung.NETWORK].entry.takes == facebook.pages.report.steps
    at_school = an_item(origin=Origin.ORGANISATION, network="school-pages", host="school.example")
    of_place = {one.rung: one for one in ladder.ladder_for(at_school, school)}
    assert school.place is not None
    assert of_place[Rung.SITE].entry.takes == school.place.come_off.steps


def test_no_report_page_tells_anybody_dangerous_to_be_written_to(library: Library) -> None:
    asks = re.compile(
        r"\b(?:ask|write to|message|contact|tell) (?:the person|them|him|her|whoever|its owner|the owner)\b"
    )
    for file in library.networks():
        item = an_item(origin=Origin.FRIGHTENING, network=file.id)
        words = " ".join(one for step in ladder.ladder_for(item, file) if step.applies for one in step.entry.takes)
        assert not asks.search(words.lower().replace("tell them at once", "")), file.id


def test_an_organisation_goes_all_the_way_to_the_regulator() -> None:
    found = rungs(an_item(origin=Origin.ORGANISATION, kind=Kind.LISTING, host="finder.example"))
    assert found[-4:] == [Rung.SEARCH, Rung.ERASURE, Rung.COMPLAINT, Rung.REGULATOR]


def test_a_newspaper_has_a_regulator_of_its_own_and_no_request_in_law() -> None:
    item = an_item(origin=Origin.ORGANISATION, kind=Kind.ARTICLE, host="gazette.example")
    steps = {one.rung: one for one in ladder.ladder_for(item)}
    assert not steps[Rung.ERASURE].applies and steps[Rung.REGULATOR].applies
    assert "IPSO" in " ".join(steps[Rung.REGULATOR].entry.takes)
    assert steps[Rung.SITE].entry.id == "site-press"


def test_an_archive_is_asked_in_its_own_way() -> None:
    item = an_item(origin=Origin.ORGANISATION, host="web.archive.org")
    site = next(one for one in ladder.ladder_for(item) if one.rung is Rung.SITE)
    assert site.entry.id == "site-archive"


def test_own_things_are_taken_down_by_oneself() -> None:
    assert rungs(an_item(origin=Origin.ME, host="blog.example")) == [Rung.YOURSELF, Rung.SEARCH]


def test_what_is_kept_has_no_rungs() -> None:
    assert rungs(an_item(action=Action.KEEP)) == []


def test_what_belongs_on_a_register_cannot_be_asked_off(library: Library) -> None:
    item = an_item(origin=Origin.ORGANISATION, kind=Kind.LISTING, network="sssc", host="sssc.example")
    found = {one.rung: one for one in ladder.ladder_for(item, library.network("sssc"))}
    assert not found[Rung.SITE].applies and not found[Rung.ERASURE].applies


def test_the_search_engine_hides_and_does_not_delete() -> None:
    step = next(one for one in ladder.ladder_for(an_item(host="club.example")) if one.rung is Rung.SEARCH)
    assert step.applies and "does not delete" in step.why
    assert "does **not** delete" in step.entry.when


def test_the_police_are_for_extreme_cases() -> None:
    for origin in Origin:
        step = next(one for one in ladder.ladder_for(an_item(origin=origin)) if one.rung is Rung.POLICE)
        assert step.applies == (origin is Origin.FRIGHTENING)


# -- the file ---------------------------------------------------------------------------------------------


def test_every_entry_is_dated_and_easy_to_read() -> None:
    for one in entries():
        words = " ".join((one.when, one.silence, one.refusal, *one.takes)).replace("*", "")
        found = reading(words)
        assert found.grade < MAX_GRADE and found.longest <= MAX_SENTENCE, one.id
        assert one.verified <= date(2026, 11, 25)


def test_its_guidance_is_known() -> None:
    guidance, _problems = checklists.load_guidance()
    assert {each for one in entries() for each in one.guidance} <= set(guidance.ids())


def test_a_mistake_in_the_file_names_its_place(tmp_path: Path) -> None:
    text = (paths.shipped("resources") / "ladder" / "uk.toml").read_text(encoding="utf-8")
    wrong = tmp_path / "uk.toml"
    for old, new, says in (
        ('rung = "person"', 'rung = "neighbour"', "person"),
        ("wait = 14", "wait = 0", "silence"),
        ("format = 1", "format = 2", "newer"),
        ("https://www.police.uk", "http://www.police.uk", "https"),
        ('law = ["name-search"]', 'law = ["household"]', "household"),
    ):
        wrong.write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(BadLetters, match=says):
            entries(wrong)


# -- doing ------------------------------------------------------------------------------------------------


def made(vault: Vault, **values: object) -> Item:
    plain = New("Photo", "https://club.example/p", origin=Origin.ORGANISATION, kind=Kind.PHOTO)
    return log.add(vault, replace(plain, **values)).value


def proposal(vault: Vault, item: Item) -> ladder.Proposal:
    return ladder.look(vault, log.get(vault, item.id)).proposal


def test_a_whole_ladder(vault: Vault) -> None:
    item = made(vault)
    assert proposal(vault, item).rung is Rung.PRESERVE
    log.add_text(vault, item.id, "what it said")
    assert proposal(vault, item).rung is Rung.SITE
    ladder.take(vault, item.id, Rung.SITE)
    waiting = proposal(vault, item)
    assert waiting.waiting and "They have until" in waiting.why
    assert log.get(vault, item.id).state is State.ASKED
    ladder.finish(vault, item.id, Rung.SITE, Outcome.SILENCE)
    again = proposal(vault, item)
    assert again.rung is Rung.SITE and again.again
    ladder.take(vault, item.id, Rung.SITE)
    ladder.answered(vault, item.id, ladder.read_reply("We cannot remove it."))
    assert log.get(vault, item.id).state is State.REFUSED
    assert proposal(vault, item).rung is Rung.SEARCH
    ladder.choose(vault, item.id, Rung.ERASURE)
    chosen = proposal(vault, item)
    assert (chosen.rung, chosen.chosen, chosen.instead) == (Rung.ERASURE, True, Rung.SEARCH)
    ladder.take(vault, item.id, Rung.ERASURE)
    ladder.finish(vault, item.id, Rung.ERASURE, Outcome.REFUSED)
    ladder.take(vault, item.id, Rung.COMPLAINT)
    ladder.finish(vault, item.id, Rung.COMPLAINT, Outcome.REFUSED)
    ladder.take(vault, item.id, Rung.REGULATOR)
    assert proposal(vault, item).rung is Rung.REGULATOR and proposal(vault, item).waiting
    log.move(vault, [item.id], State.GONE)
    assert proposal(vault, item).rung is None
    assert any("Complain to the organisation: They said no." in one.words for one in log.history(vault, item.id))


def test_a_letter_that_was_sent_is_a_rung_that_was_taken(vault: Vault) -> None:
    item = made(vault, origin=Origin.KNOWN)
    log.sent(vault, item.id, None, log.How.IN_PERSON)
    found = ladder.look(vault, log.get(vault, item.id))
    assert found.answerable is Rung.PERSON and found.proposal.waiting
    ladder.finish(vault, item.id, Rung.PERSON, Outcome.REFUSED)
    found = ladder.look(vault, log.get(vault, item.id))
    assert [one.outcome for one in found.taken] == [Outcome.REFUSED]


def test_silence_leads_to_a_reminder_whenever_the_rung_was_taken(vault: Vault) -> None:
    item = made(vault)
    ladder.take(vault, item.id, Rung.PRESERVE)
    ladder.take(vault, item.id, Rung.SITE, day=vault.now().date() - timedelta(days=4))
    ladder.finish(vault, item.id, Rung.SITE, Outcome.SILENCE)
    assert proposal(vault, item).again


def test_copied_and_then_opened_in_the_mail_program_is_asked_once(vault: Vault, clock: Any) -> None:
    item = made(vault, origin=Origin.KNOWN)
    letter = log.draft(vault, item, values={"to": "Jo", "reason": "It is old.", "me": "Ada Example"})
    for how in (log.How.COPIED, log.How.EMAIL):
        log.sent(vault, item.id, letter, how)
    assert [one.rung for one in ladder.look(vault, log.get(vault, item.id)).taken] == [Rung.PERSON]
    clock.advance(days=20)
    assert (proposal(vault, item).rung, proposal(vault, item).again) == (Rung.PERSON, True), "they can be reminded"
    ladder.finish(vault, item.id, Rung.PERSON, Outcome.REFUSED)
    assert proposal(vault, item).why.startswith("They said no.")


def test_after_a_yes_nobody_is_complained_about(vault: Vault, clock: Any) -> None:
    """It is time to look; only what is still there after a week goes on, and first with a reminder."""
    item = made(vault, origin=Origin.ORGANISATION)
    ladder.take(vault, item.id, Rung.PRESERVE)
    ladder.take(vault, item.id, Rung.SITE)
    ladder.finish(vault, item.id, Rung.SITE, Outcome.ACCEPTED)
    found = proposal(vault, item)
    assert found.rung is None and found.why == "They said yes. Look if it is gone, and mark it."
    clock.advance(days=8)
    found = proposal(vault, item)
    assert (found.rung, found.again) == (Rung.SITE, True) and found.why.startswith("They said yes.")
    ladder.take(vault, item.id, Rung.SITE)
    ladder.finish(vault, item.id, Rung.SITE, Outcome.ACCEPTED)
    clock.advance(days=8)
    found = proposal(vault, item)
    assert found.rung is Rung.SEARCH and found.why.startswith("They said yes. If it is still there, go on.")


def test_what_came_back_begins_a_ladder_of_its_own(vault: Vault, clock: Any) -> None:
    item = made(vault)
    ladder.take(vault, item.id, Rung.PRESERVE)
    ladder.take(vault, item.id, Rung.SITE)
    log.move(vault, [item.id], State.GONE)
    clock.advance(days=1)
    log.move(vault, [item.id], State.CAME_BACK)
    found = ladder.look(vault, log.get(vault, item.id))
    assert found.taken == () and found.proposal.rung is Rung.PRESERVE


def test_the_manager_comes_first_even_while_an_answer_is_waited_for(vault: Vault) -> None:
    item = made(vault)
    ladder.take(vault, item.id, Rung.SITE)
    ladder.say_work(vault, item.id, True)
    assert proposal(vault, item).rung is Rung.MANAGER
    ladder.take(vault, item.id, Rung.MANAGER)
    assert proposal(vault, item).waiting


def test_an_item_only_marked_as_asked_waits_too(vault: Vault) -> None:
    item = made(vault)
    log.move(vault, [item.id], State.ASKED)
    assert proposal(vault, item).waiting


def everything(vault: Vault, item: Item) -> tuple[object, ...]:
    there = log.get(vault, item.id)
    return there.state, there.due, ladder.look(vault, there), log.history(vault, item.id)


def test_everything_can_be_undone(vault: Vault) -> None:
    item = made(vault)
    ladder.take(vault, item.id, Rung.PRESERVE)
    steps = (
        lambda: ladder.choose(vault, item.id, Rung.ERASURE),
        lambda: ladder.take(vault, item.id, Rung.SITE),
        lambda: ladder.say_work(vault, item.id, True),
        lambda: ladder.say_case(vault, item.id, Case.PERHAPS),
        lambda: ladder.set_life_event(vault, ladder.LifeEvent.HEARING, True),
        lambda: ladder.answered(vault, item.id, ladder.read_reply("No."), text="No.", keep=True),
        lambda: ladder.finish(vault, item.id, Rung.SITE, Outcome.ACCEPTED),
    )
    for step in steps:
        before = everything(vault, item)
        done = step()
        assert everything(vault, item) != before
        vault.undo(done.undo)
        assert everything(vault, item) == before


@pytest.mark.parametrize("origin", DANGEROUS)
@pytest.mark.parametrize("rung", [one for one in Rung if one.writes])
def test_no_such_rung_can_be_chosen_or_taken(vault: Vault, origin: Origin, rung: Rung) -> None:
    item = made(vault, origin=origin)
    for act in (ladder.choose, ladder.take):
        with pytest.raises(MayNotAsk):
            act(vault, item.id, rung)
    assert ladder.look(vault, item).taken == ()


def test_what_was_chosen_before_someone_turned_out_frightening_is_forgotten(vault: Vault) -> None:
    item = made(vault, origin=Origin.KNOWN)
    ladder.choose(vault, item.id, Rung.PERSON)
    log.change(vault, item.id, origin=Origin.FRIGHTENING)
    assert proposal(vault, item).rung is Rung.PRESERVE


def test_a_bounce_marks_the_contact_wherever_it_is_used(vault: Vault) -> None:
    first, second = (made(vault, contact="office@club.example") for _n in range(2))
    ladder.take(vault, first.id, Rung.SITE)
    ladder.answered(vault, first.id, ladder.read_reply("Undeliverable: mailbox full"))
    assert ladder.look(vault, log.get(vault, second.id)).bounced is not None
    assert "came back" in proposal(vault, first).why
    log.change(vault, second.id, contact="new@club.example")
    assert ladder.look(vault, log.get(vault, second.id)).bounced is None


def test_a_reply_is_kept_only_if_the_person_wants_it(vault: Vault) -> None:
    item = made(vault)
    ladder.take(vault, item.id, Rung.SITE)
    ladder.answered(vault, item.id, ladder.read_reply("No."), text="No. Violet said so.")
    with vault.reading() as db:
        assert [row[0] for row in db.execute("SELECT text FROM log_reply")] == [""]
    ladder.answered(vault, item.id, ladder.read_reply("No."), text="No. Violet said so.", keep=True)
    with vault.reading() as db:
        assert "No. Violet said so." in [row[0] for row in db.execute("SELECT text FROM log_reply")]


def test_what_is_emptied_leaves_no_reply(vault: Vault, clock: Any) -> None:
    item = made(vault)
    ladder.answered(vault, item.id, ladder.read_reply("No."), text="No.", keep=True)
    log.delete(vault, [item.id])
    clock.advance(days=log.KEPT_DAYS + 1)
    log.empty_deleted(vault)
    with vault.reading() as db:
        assert [row[0] for row in db.execute("SELECT text FROM log_reply")] == [""]


# -- pause ------------------------------------------------------------------------------------------------


def test_the_first_deletion_ever_asks_once(vault: Vault) -> None:
    first, second = made(vault, origin=Origin.ME), made(vault, origin=Origin.ME)
    assert ladder.look(vault, first).pause is not None
    ladder.say_case(vault, first.id, Case.NO)
    assert ladder.look(vault, first).pause is None
    assert ladder.look(vault, second).pause is None


def test_while_a_complaint_is_open_every_item_asks(vault: Vault) -> None:
    first, second = made(vault), made(vault)
    assert ladder.look(vault, first).pause is None
    ladder.set_life_event(vault, ladder.LifeEvent.COMPLAINT, True)
    assert ladder.look(vault, first).pause is not None
    ladder.say_case(vault, first.id, Case.PERHAPS)
    found = ladder.look(vault, first)
    assert found.pause is None and found.proposal.rung is Rung.PRESERVE
    assert Rung.MANAGER in [one.rung for one in found.steps if one.applies]
    assert ladder.look(vault, second).pause is not None
    ladder.set_life_event(vault, ladder.LifeEvent.COMPLAINT, False)
    assert ladder.look(vault, second).pause is None


def test_careful_advice_names_the_regulator() -> None:
    words = " ".join(ladder.careful_advice(Profile(regulator=Regulator.SSSC)))
    assert "Scottish Social Services Council" in words and "union" in words and "line manager" in words

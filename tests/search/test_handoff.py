"""Looks in the person's own browser: ticks first, then addresses, and a picture as evidence."""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from footprint import person
from footprint.errors import NotFound
from footprint.person import DetailKind
from footprint.search import (
    ENGINES,
    PICTURE_ENGINES,
    BadPage,
    BadPicture,
    NothingSaid,
    Options,
    Outcome,
    PictureEngine,
    Saw,
    add_pasted,
    add_picture,
    add_saved_page,
    findings,
    hand_offs,
    label_of,
    last_run,
    picture_bytes,
    picture_hand_off,
    pictures,
    pictures_of,
    record_look,
    runs,
    sightings,
)
from footprint.vault import Vault
from footprint.web import entries, judge_link

PAGES = Path(__file__).parent / "pages"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
WORDS = '"Ada Example" Otherton'


def test_twelve_places_to_look_with_the_exact_words(ada: Vault) -> None:
    engines = [
        *("google", "bing", "duckduckgo", "brave", "startpage", "mojeek", "google-images", "bing-images"),
        *("facebook", "linkedin", "instagram", "x"),
    ]
    assert [one.name for one in ENGINES] == engines
    for one in hand_offs(ada):
        values = [value for found in parse_qs(urlsplit(one.url).query).values() for value in found]
        assert one.words in values
        assert one.advice
        assert one.why
        assert one.details
        judge_link(one.url)
        assert (one.sending.words, one.sending.url, one.sending.details) == (one.words, one.url, one.details)
        assert one.engine.label in one.sending.keeps
    assert hand_offs(ada, engine="google")[0].words == WORDS
    assert hand_offs(ada, engine="linkedin")[0].words == "Ada Example"
    assert entries(ada) == ()  # nothing leaves by listing them


def test_looking_from_work_reaches_the_own_browser_too(ada: Vault) -> None:
    assert not any("Council" in one.url for one in hand_offs(ada))
    assert any("Council" in one.words for one in hand_offs(ada, Options(from_work=True), "google"))


def test_words_cannot_break_out_of_their_address(vault: Vault) -> None:
    person.add_detail(vault, DetailKind.NAME, "Ada & Bo=#?Example")
    for one in hand_offs(vault):
        assert urlsplit(one.url).fragment == ""
        assert urlsplit(one.url).hostname == one.engine.host


@pytest.mark.parametrize(
    ("saw", "nothing", "turned_away", "outcome"),
    [
        ((Saw.PHOTO, Saw.TOWN, Saw.PHOTO), False, False, Outcome.RESULTS),
        ((), True, False, Outcome.EMPTY),
        ((), False, True, Outcome.BLOCKED),
    ],
)
def test_a_look_by_hand_ends_in_an_outcome(
    vault: Vault, saw: tuple[Saw, ...], nothing: bool, turned_away: bool, outcome: Outcome
) -> None:
    done = record_look(vault, "google", WORDS, saw, nothing=nothing, turned_away=turned_away)
    assert done.value.outcome is outcome
    assert done.value.by_hand
    assert done.value.looks[0].saw == tuple(dict.fromkeys(saw))
    assert last_run(vault) == done.value
    vault.undo(done.undo)
    assert runs(vault) == ()


@pytest.mark.parametrize(
    ("saw", "nothing", "turned_away"), [((), False, False), ((Saw.PHOTO,), True, False), ((), True, True)]
)
def test_a_look_without_one_clear_answer_is_not_kept(
    vault: Vault, saw: tuple[Saw, ...], nothing: bool, turned_away: bool
) -> None:
    with pytest.raises(NothingSaid):
        record_look(vault, "google", WORDS, saw, nothing=nothing, turned_away=turned_away)
    with pytest.raises(NotFound, match="Known: google"):
        record_look(vault, "altavista", WORDS, nothing=True)
    assert runs(vault) == ()


def test_addresses_come_after_the_ticks(vault: Vault) -> None:
    look = record_look(vault, "google", WORDS, [Saw.PHOTO]).value.looks[0]
    added = add_pasted(vault, "https://club.example/a\nnothing\nhttps://club.example/b", look.id)
    assert added.value.look is not None
    assert (added.value.look.id, added.value.look.results) == (look.id, 2)
    assert [one.host for one in added.value.findings] == ["club.example", "club.example"]
    assert len(added.value.problems) == 1
    seen = sightings(vault, added.value.findings[1].id)[0]
    assert (seen.provider, seen.words, seen.rank) == ("hand-off:google", WORDS, 2)
    vault.undo(added.undo)
    assert findings(vault) == ()


def test_a_saved_page_dropped_on_a_look(vault: Vault) -> None:
    look = record_look(vault, "bing", WORDS, turned_away=True).value.looks[0]
    added = add_saved_page(vault, (PAGES / "bing.html").read_bytes(), look.id).value
    assert len(added.findings) == 2
    found = last_run(vault)
    assert found is not None
    assert found.outcome is Outcome.RESULTS  # it was not turned away after all


def test_a_saved_page_without_a_look_is_one_of_its_own(vault: Vault) -> None:
    added = add_saved_page(vault, (PAGES / "duckduckgo.html").read_bytes()).value
    assert added.look is not None
    assert added.look.provider == "hand-off:duckduckgo"
    assert runs(vault)[0].outcome is Outcome.RESULTS
    with pytest.raises(BadPage):
        add_saved_page(vault, b"<html>nothing</html>")
    assert len(runs(vault)) == 1


def test_a_paste_of_nothing_useful_leaves_no_run(vault: Vault) -> None:
    done = add_pasted(vault, "nothing here")
    assert (done.value.look, done.value.findings) == (None, ())
    assert len(done.value.problems) == 1
    assert not done.undo
    assert runs(vault) == ()


def test_an_address_typed_in_is_a_finding_but_no_search(vault: Vault) -> None:
    add_pasted(vault, "club.example/a")
    assert len(findings(vault)) == 1
    assert last_run(vault) is None


def test_the_second_look_with_the_same_words_marks_what_is_new(vault: Vault) -> None:
    first = record_look(vault, "google", WORDS, [Saw.PHOTO]).value.looks[0]
    add_pasted(vault, "https://club.example/a", first.id)
    second = record_look(vault, "google", WORDS, [Saw.PHOTO]).value.looks[0]
    assert not second.first_look
    add_pasted(vault, "https://club.example/a\nhttps://club.example/b", second.id)
    assert [one.canonical for one in findings(vault, new_only=True)] == ["https://club.example/b"]
    record_look(vault, "bing", WORDS, nothing=True)  # another question: nothing changes
    assert len(findings(vault, new_only=True)) == 1
    record_look(vault, "google", WORDS, [Saw.PHOTO])
    assert findings(vault, new_only=True) == ()


def test_a_picture_of_a_look_is_evidence(vault: Vault) -> None:
    look = record_look(vault, "facebook", "Ada Example", [Saw.PHOTO]).value.looks[0]
    done = add_picture(vault, look.id, PNG)
    assert done.value.sha256 == hashlib.sha256(PNG).hexdigest()
    assert (done.value.kind, done.value.size, done.value.taken_at) == ("png", len(PNG), vault.now())
    assert pictures(vault, look.id) == (done.value,)
    assert picture_bytes(vault, done.value.id) == PNG
    (found,) = add_pasted(vault, "https://club.example/a", look.id).value.findings
    assert pictures_of(vault, found.id) == (done.value,)
    assert add_picture(vault, look.id, PNG).value == done.value  # the same one twice is one
    assert all(PNG not in (row.after or {}).values() for row in done.undo.rows), "undo carries no pictures about"
    back = vault.undo(done.undo)
    assert pictures(vault, look.id) == ()
    with pytest.raises(NotFound):
        picture_bytes(vault, done.value.id)
    vault.undo(back)
    assert picture_bytes(vault, done.value.id) == PNG


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"", "not a picture"), (b"<svg/>", "not a picture"), (PNG + bytes(20_000_000), "too big")],
    ids=["nothing", "svg", "huge"],
)
def test_what_is_no_picture_is_refused(vault: Vault, data: bytes, says: str) -> None:
    look = record_look(vault, "facebook", "Ada Example", [Saw.PHOTO]).value.looks[0]
    with pytest.raises(BadPicture, match=says):
        add_picture(vault, look.id, data)


def test_a_look_that_is_not_there(vault: Vault) -> None:
    for change in (
        lambda: add_picture(vault, "nothing", PNG),
        lambda: add_pasted(vault, "https://club.example/a", "nothing"),
    ):
        with pytest.raises(NotFound):
            change()
    assert findings(vault) == ()


def test_ticks_are_in_words() -> None:
    assert len({one.label for one in Saw}) == len(Saw) == 6


GOOGLE = (PAGES / "google.html").read_bytes()
COPIED = (PAGES / "copied" / "google.txt").read_text(encoding="utf-8")


def test_a_saved_page_is_a_look_with_its_real_words(vault: Vault) -> None:
    added = add_saved_page(vault, GOOGLE).value
    assert added.look is not None
    assert (added.look.provider, added.look.words, added.look.results) == ("hand-off:google", '"Ada Example"', 2)
    assert (added.outcome, added.words, added.apart) == (Outcome.RESULTS, '"Ada Example"', False)
    found = last_run(vault)
    assert found is not None  # it counts as searched
    assert found.looks[0].words == '"Ada Example"'


def test_a_page_of_another_search_is_a_look_of_its_own(vault: Vault) -> None:
    look = record_look(vault, "bing", WORDS, nothing=True).value.looks[0]
    other_site = add_saved_page(vault, GOOGLE, look.id).value
    assert other_site.apart
    look = record_look(vault, "google", WORDS, nothing=True).value.looks[0]
    other_words = add_saved_page(vault, GOOGLE, look.id).value
    assert other_words.apart
    assert other_words.look is not None
    assert other_words.look.words == '"Ada Example"'
    kept = next(one for one in runs(vault) if one.looks[0].id == look.id)
    assert kept.outcome is Outcome.EMPTY  # what was said of the first search stays
    look = record_look(vault, "google", '"ada example"', nothing=True).value.looks[0]
    assert not add_saved_page(vault, GOOGLE, look.id).value.apart


def test_empty_and_blocked_are_what_the_page_says(vault: Vault) -> None:
    empty = add_saved_page(vault, (PAGES / "saved" / "google-none.html").read_bytes()).value
    assert empty.look is not None
    assert (empty.outcome, empty.look.words, empty.findings) == (Outcome.EMPTY, '"Ada Quillfeather Example"', ())
    wall = add_saved_page(vault, (PAGES / "saved" / "google-robot.html").read_bytes()).value
    assert wall.outcome is Outcome.BLOCKED
    assert [one.outcome for one in runs(vault)] == [Outcome.BLOCKED, Outcome.EMPTY]


def test_a_wall_pasted_later_does_not_undo_what_was_seen(vault: Vault) -> None:
    look = record_look(vault, "google", '"Ada Example"', [Saw.PHOTO]).value.looks[0]
    add_saved_page(vault, (PAGES / "saved" / "google-robot.html").read_bytes(), look.id)
    assert runs(vault)[0].outcome is Outcome.RESULTS
    away = record_look(vault, "google", '"Ada Quillfeather Example"', turned_away=True).value.looks[0]
    add_saved_page(vault, (PAGES / "saved" / "google-none.html").read_bytes(), away.id)
    assert runs(vault)[0].outcome is Outcome.EMPTY  # the page let them look after all


def test_a_copied_page_belongs_to_the_search_that_was_opened(ada: Vault) -> None:
    asked = hand_offs(ada, engine="google")[0]
    added = add_pasted(ada, COPIED, asked=asked).value
    assert added.look is not None
    assert (added.look.provider, added.look.words) == ("hand-off:google", asked.words)
    assert len(added.findings) == 3
    assert added.problems == ()  # lines of a page are no bad addresses
    assert added.left_out.adverts == 1
    assert "cut short" in added.note


def test_the_links_of_a_copied_page_are_better_than_its_words(ada: Vault) -> None:
    html = "<meta charset='utf-8'>" + (PAGES / "saved" / "google-full.html").read_text(encoding="utf-8")
    added = add_pasted(ada, COPIED, html=html).value
    assert "https://othertonharriers.example/results/2024/10k" in [one.address for one in added.findings]
    assert added.note == ""
    plain = add_pasted(ada, COPIED, html="<b>no links</b>").value
    assert "cut short" in plain.note


def test_a_list_that_was_copied_with_marks_is_still_a_list(ada: Vault) -> None:
    added = add_pasted(ada, "https://club.example/a\nnothing", html='<a href="x">a</a><a href="y">b</a>').value
    assert len(added.findings) == 1
    assert len(added.problems) == 1
    assert added.outcome is None


def test_a_search_by_picture_is_a_look_under_the_name_of_its_file(vault: Vault) -> None:
    asked = picture_hand_off(next(one for one in PICTURE_ENGINES if one.name == "tineye"), "me.jpg")
    judge_link(asked.url)
    added = add_saved_page(vault, (PAGES / "saved" / "tineye.html").read_bytes(), asked=asked).value
    assert added.look is not None
    assert (added.look.provider, added.look.words, added.apart) == ("hand-off:tineye", "me.jpg", False)
    lens = picture_hand_off(next(one for one in PICTURE_ENGINES if one.name == "lens"), "me.jpg")
    added = add_saved_page(vault, (PAGES / "saved" / "google-full.html").read_bytes(), asked=lens).value
    assert added.look is not None
    assert (added.look.provider, added.apart) == ("hand-off:lens", False)  # its results stand on a page of Google's


@pytest.mark.parametrize("engine", PICTURE_ENGINES, ids=lambda one: one.name)
def test_what_leaves_with_a_picture_is_said_and_what_nobody_knows_too(engine: PictureEngine) -> None:
    assert "account" in engine.keeps
    assert ("24 hours" in engine.keeps) is (engine.name == "tineye")
    assert ("not known" in engine.keeps) is (engine.name != "tineye")
    assert engine.steps
    assert engine.finds
    assert label_of(engine.provider) == engine.label

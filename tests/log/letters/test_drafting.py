"""Letters: polite, short, private, and never copied with a blank in them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint import checklists, log, person
from footprint.log import ladder
from footprint.log.ladder import Rung
from footprint.log.letters import templates
from footprint.log.letters.gaps import REASONS
from footprint.paths import shipped
from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading
from footprint.vault import Vault
from tests.conftest import FakeClock

FILES = log.letter_files()
TODAY = date(2026, 11, 16)
VALUES = {
    "to": "Jo Sample", "reason": REASONS[0], "me": "Ada Example", "own": "Ask me before you post a photo of me.",
    "who": "me and my children", "years": "all years", "hold": "The page was mine.",
    "asked": "Monday 2 November 2026", "where": "https://club.example/team",
}  # fmt: skip


@pytest.fixture
def item(vault: Vault) -> log.Item:
    new = log.New(
        "Horrid words", address="https://club.example/team", kind=log.Kind.PHOTO, origin=log.Origin.KNOWN,
        action=log.Action.REMOVE,
    )  # fmt: skip
    return log.add(vault, new).value


def blank_free(letter: log.Letter) -> None:
    assert letter.ready and letter.text == letter.finished()
    for sign in ("[", "]", "{", "}", "None", "Undefined"):
        assert sign not in letter.text + letter.subject, (letter.template, sign)


def an_item_for(one: log.LetterFile, item: log.Item) -> log.Item | None:
    """An item this letter fits; None for a note that concerns none."""
    if not one.origins:
        return None
    return replace(
        item, origin=one.origins[0], action=one.actions[0], kind=one.kinds[0] if one.kinds else log.Kind.LISTING
    )


def every_letter(vault: Vault, item: log.Item) -> list[log.Letter]:
    return [
        log.draft(vault, an_item_for(one, item), tone, VALUES, kind=one.id, length=length)
        for one in FILES
        for tone in log.Tone
        for length in log.Length
    ]


def test_there_are_at_least_18_kinds_in_two_tones_and_two_lengths(vault: Vault, item: log.Item) -> None:
    letters = every_letter(vault, item)
    assert len(FILES) >= 18
    assert len({one.text for one in letters}) == len(letters) == len(FILES) * 4


def test_every_letter_keeps_the_rules(vault: Vault, item: log.Item) -> None:
    """People are written to below grade 6, organisations below grade 8: both under what the screens may ask for."""
    for one in every_letter(vault, item):
        blank_free(one)
        text, private = one.text, one.audience.private
        body = text.replace(item.address, "")
        assert len(body.split()) < (70 if one.length is log.Length.SHORT else 120), one.template
        assert "hank you" in text, one.template
        assert "!" not in text + one.subject
        assert "Horrid" not in text + one.subject, "hurtful words are not said again"
        assert not re.search(r"\b(solicitor|court|police|sue|legal action|must|unless)\b", text, re.IGNORECASE)
        asks = text.count("?") + len(re.findall(r"\bI ask\b|\bI would like you\b|\bLet me know\b", text))
        assert asks or one.audience is log.Audience.PEOPLE, one.template
        if an_item_for(log.letter_named(one.template), item) is not None and one.template != "uneasy":
            assert re.search(r"\b(November|December) 2026", text), one.template
        assert reading(body).grade < (6.0 if private else MAX_GRADE), one.template
        assert reading(body).longest <= MAX_SENTENCE, (one.template, one.tone, one.length)


def test_what_is_said_about_letters_is_easy_to_read() -> None:
    said = [words for one in FILES for words in (one.title, one.first) if words]
    said += [law.says for law in log.laws().values()] + [one.label for one in log.Relation]
    for words in said:
        assert reading(words).longest <= MAX_SENTENCE, words
        assert not re.search(r"\b(please|sorry|click|user)\b|!", words, re.IGNORECASE), words
    assert reading("\n".join(said)).grade < MAX_GRADE


def test_long_says_more_than_short(vault: Vault, item: log.Item) -> None:
    for short, long in zip(*[iter(every_letter(vault, item))] * 2, strict=True):
        assert (short.length, long.length) == (log.Length.SHORT, log.Length.LONG)
        assert short.words < long.words and short.subject == long.subject


def test_no_letter_below_a_request_by_law_speaks_of_the_law(vault: Vault, item: log.Item) -> None:
    for one in every_letter(vault, item):
        spoken = {law.id for law in log.laws().values() if law.quoted_in(one.text)}
        assert spoken <= set(one.law)
        if one.audience.private:
            assert not one.law and not spoken
        if one.rung is log.Rung.ASK:
            assert spoken <= {"editors-code"}


def test_the_letters_that_were_are_still_known() -> None:
    """Requests kept in vaults name them."""
    for was in (
        "known-remove", "known-untag", "organisation-article", "organisation-remove", "organisation-untag",
        "stranger-remove", "stranger-untag",
    ):  # fmt: skip
        found = log.letter_named(was)
        assert found is not None and was.split("-")[0] in [one.value for one in found.origins]
    assert log.letter_named("nothing") is None


@given(
    origin=st.sampled_from(log.Origin),
    action=st.sampled_from(log.Action),
    kind=st.sampled_from(log.Kind),
    relation=st.sampled_from([None, *log.Relation]),
    tone=st.sampled_from(log.Tone),
    length=st.sampled_from(log.Length),
    again=st.booleans(),
    state=st.sampled_from(log.State),
    words=st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), max_size=60),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_item_has_its_letters_or_none_ever(vault: Vault, item: log.Item, **given: Any) -> None:
    """Whatever is known of an item: the three origins nobody writes to have no letter, and every other is complete."""
    tone, length, relation, again = (given[name] for name in ("tone", "length", "relation", "again"))
    one = replace(
        item, origin=given["origin"], action=given["action"], kind=given["kind"], place=given["words"],
        contact=given["words"], title=given["words"], state=given["state"],
    )  # fmt: skip
    fitting = templates.letters_for(one, relation, asked=again)
    if not one.origin.may_be_asked or one.action is log.Action.KEEP:
        assert not fitting
        for kind in ("", *(file.id for file in FILES)):
            with pytest.raises((log.MayNotAsk, log.BadItem)):
                log.draft(vault, one, tone, VALUES, kind=kind, length=length, relation=relation)
        return
    assert fitting
    for file in fitting:
        values = {**VALUES, "reason": given["words"] or VALUES["reason"]}
        letter = log.draft(vault, one, tone, values, kind=file.id, length=length, relation=relation)
        if letter.blanks:
            letter = log.draft(
                vault, one, tone, {**VALUES, "where": "there"}, kind=file.id, length=length, relation=relation
            )
        blank_free(letter)


def test_who_they_are_chooses_the_letter(vault: Vault, item: log.Item) -> None:
    for relation in log.relations_for(log.Origin.KNOWN):
        assert log.draft(vault, item, relation=relation).template == relation.value
    place = replace(item, origin=log.Origin.ORGANISATION)
    for relation in log.relations_for(log.Origin.ORGANISATION):
        assert relation in log.letter_named(log.draft(vault, place, relation=relation).template).relations
    assert log.relations_for(log.Origin.STRANGER) == log.relations_for(log.Origin.FRIGHTENING) == ()
    assert log.draft(vault, item, kind="colleague", relation=log.Relation.FRIEND).template == "colleague"
    with pytest.raises(log.BadItem, match="does not fit"):
        log.draft(vault, item, kind="erasure")
    with pytest.raises(log.BadItem, match="does not fit"):
        log.draft(vault, item, kind="family-note")


def test_the_step_of_the_ladder_chooses_too(vault: Vault, item: log.Item) -> None:
    place = replace(item, origin=log.Origin.ORGANISATION, place="Netball club")
    for step, wanted in (
        (Rung.SITE, "club"), (Rung.SEARCH, "search"), (Rung.ERASURE, "erasure"), (Rung.COMPLAINT, "complaint"),
    ):  # fmt: skip
        first = log.kinds_of(vault, place, step=step)[0]
        assert first.step(place.origin) is step and first.id == wanted
        assert log.draft(vault, place, step=step).template == wanted
    assert log.draft(vault, item, step=Rung.PERSON).template == "friend"
    assert log.draft(vault, item, step=Rung.SITE).template == "organisation", "whoever runs the page is no friend"
    assert log.draft(vault, item, step=Rung.ERASURE).template == "friend", "no person is asked by law"


@pytest.mark.parametrize(
    ("words", "kind", "network", "wanted"),
    [
        ("Netball club", log.Kind.LISTING, "", "club"),
        ("Otherton Primary School", log.Kind.PHOTO, "", "school"),
        ("www.hill.otherton.sch.uk", log.Kind.PHOTO, "", "school"),
        ("Otherton Gazette", log.Kind.OTHER, "", "newspaper"),
        ("", log.Kind.ARTICLE, "", "newspaper"),
        ("", log.Kind.POST, "reddit", "forum"),
        ("Sam’s running blog", log.Kind.POST, "", "blog"),
        ("Sample Wedding Photography", log.Kind.PHOTO, "", "photographer"),
        ("Sample Ltd", log.Kind.LISTING, "", "organisation"),
    ],
)
def test_where_it_is_chooses_the_letter(
    vault: Vault, item: log.Item, words: str, kind: log.Kind, network: str, wanted: str
) -> None:
    one = replace(
        item, title="A thing", place=words, host="", kind=kind, network=network, origin=log.Origin.ORGANISATION
    )
    assert log.draft(vault, one).template == wanted
    assert log.kinds_of(vault, one)[0].id == wanted


def test_a_note_needs_no_item(vault: Vault) -> None:
    names = [one.id for one in log.notes()]
    assert {"family-note", "ask-before-tag", "no-photos", "uneasy"} <= set(names)
    for name in names:
        assert log.draft(vault, None, values=VALUES, kind=name).ready
    note = log.draft(vault, None)
    assert note.template in names
    assert "own" in [one.name for one in log.draft(vault, None, kind="family-note").blanks], "their own words"
    with pytest.raises(log.BadItem, match="Open that first"):
        log.draft(vault, None, kind="friend")


def test_a_reminder_names_the_earlier_day(vault: Vault, item: log.Item, clock: Any) -> None:
    assert "reminder" not in [one.id for one in log.kinds_of(vault, item)]
    assert [one.name for one in log.draft(vault, item, values=VALUES, kind="reminder").blanks] == []
    log.sent(vault, item.id, log.draft(vault, item, values=VALUES))
    clock.advance(days=15)
    asked = log.get(vault, item.id)
    letter = log.draft(vault, asked, values={name: VALUES[name] for name in ("to", "reason", "me")})
    assert letter.template == "reminder"
    assert "Monday 16 November 2026" in letter.finished()
    assert log.kinds_of(vault, asked)[0].id == "reminder"
    log.move(vault, [item.id], log.State.REFUSED)
    refused = [one.id for one in log.kinds_of(vault, log.get(vault, item.id))]
    assert refused[0] == "friend" and "reminder" in refused


@pytest.mark.parametrize("origin", [log.Origin.KNOWN, log.Origin.STRANGER, log.Origin.ORGANISATION])
def test_whichever_way_they_were_asked_a_reminder_names_the_day(
    vault: Vault, clock: FakeClock, origin: log.Origin
) -> None:
    """By a letter, face to face, only marked, or noted on the ladder: one request each, and its day in the reminder."""
    rung = Rung.SITE if origin is log.Origin.ORGANISATION else Rung.PERSON

    def by_letter(one: log.Item) -> None:
        log.sent(vault, one.id, log.draft(vault, one, values=VALUES))

    ways = (
        by_letter,
        lambda one: log.sent(vault, one.id, how=log.How.IN_PERSON),
        lambda one: log.move(vault, [one.id], log.State.ASKED),
        lambda one: ladder.take(vault, one.id, rung),
    )
    items = [log.add(vault, log.New("A photo", "https://club.example/1", origin=origin)).value for _way in ways]
    for one, way in zip(items, ways, strict=True):
        way(one)
        assert len(log.requests(vault, one.id)) == 1
        assert [each.rung for each in ladder.look(vault, log.get(vault, one.id)).taken] == [rung]
    clock.advance(days=20)
    for one in items:
        ladder.take(vault, one.id, Rung.SEARCH)  # another was asked since, whose day is not that of this reader
        letter = log.draft(vault, log.get(vault, one.id), values={**VALUES, "asked": ""})
        assert letter.template.startswith("reminder") and "16 November 2026" in letter.text and not letter.blanks


def test_letters_serve_guidance_that_exists() -> None:
    known, problems = checklists.load_guidance()
    assert not problems
    assert all(set(one.guidance) <= set(known.ids()) and one.guidance for one in FILES)


@pytest.mark.parametrize("origin", [one for one in log.Origin if one.may_be_asked])
@pytest.mark.parametrize("action", [one for one in log.Action if one is not log.Action.KEEP])
def test_whoever_may_be_asked_has_a_letter(
    vault: Vault, item: log.Item, origin: log.Origin, action: log.Action
) -> None:
    for kind in log.Kind:
        assert log.draft(vault, replace(item, origin=origin, action=action, kind=kind), values=VALUES).ready


@pytest.mark.parametrize("origin", [one for one in log.Origin if not one.may_be_asked])
def test_nobody_else_ever_has(vault: Vault, item: log.Item, origin: log.Origin) -> None:
    for action in log.Action:
        with pytest.raises(log.MayNotAsk):
            log.draft(vault, replace(item, origin=origin, action=action), values=VALUES)


def test_a_blank_is_named_and_stops_the_copying(vault: Vault, item: log.Item) -> None:
    letter = log.draft(vault, item)
    assert [one.name for one in letter.blanks] == ["to", "reason", "me"]
    assert "[their name]" in letter.text
    assert not letter.ready
    with pytest.raises(log.BlankLeft, match="Who you are writing to; Why you ask; Your name"):
        letter.finished()
    assert log.draft(vault, item, values=VALUES).ready


def test_what_is_known_is_filled_in(vault: Vault, item: log.Item) -> None:
    person.add_detail(vault, person.DetailKind.NAME, "Ada Example")
    known = log.change(vault, item.id, contact="Jo Sample").value
    letter = log.draft(vault, known)
    assert [one.name for one in letter.blanks] == ["reason"]
    assert letter.blanks[0].choices == REASONS
    assert letter.text.startswith("Hi Jo Sample,")
    assert letter.text.endswith("Ada Example")
    assert "Monday 30 November 2026" in letter.text
    for address in ("jo@club.example", "@jo", "07700 900123", "https://club.example"):
        assert "to" in [one.name for one in log.draft(vault, replace(known, contact=address)).blanks]


def test_an_edited_letter_is_strict_too(vault: Vault, item: log.Item) -> None:
    letter = log.draft(vault, item)
    edited = letter.edited("Hi Jo, would you take it down? [your reason, in one sentence] Ada")
    assert [one.name for one in edited.blanks] == ["reason"]
    bare = letter.edited("Hi Jo, would you take it down? Your reason, in one sentence. Ada")
    assert [one.name for one in bare.blanks] == ["reason"]
    with pytest.raises(log.BlankLeft):
        bare.finished()
    own = letter.edited("Hi Jo, would you take it down? It is old. Ada")
    assert own.ready
    assert own.finished() == "Hi Jo, would you take it down? It is old. Ada"
    for text in ("Hi [name], hello", "Hi [", "", "  "):
        with pytest.raises(log.BlankLeft):
            letter.edited(text).finished()


@given(
    values=st.dictionaries(st.sampled_from(["to", "where", "reason", "me", "what"]), st.text(max_size=40)),
    tone=st.sampled_from(list(log.Tone)),
)
def test_no_value_makes_a_letter_with_a_hole(values: dict[str, str], tone: log.Tone) -> None:
    one = next(one for one in FILES if one.id == "friend")
    names = {"by": "Monday", **{name: f"[{name}]" for name in templates.FIELDS if name != "by"}}
    from footprint.log.letters.drafting import _value

    told = {**names, **{name: _value(text) for name, text in values.items() if _value(text)}}
    text = templates.environment().from_string(one.wording(tone).long).render(told)
    left = {name for name in ("to", "what", "where", "reason", "me") if f"[{name}]" in text}
    assert left == {name for name in ("to", "what", "where", "reason", "me") if not _value(values.get(name, ""))}


def test_half_letters_and_marks_that_turn_words_round_do_not_go_out(vault: Vault, item: log.Item) -> None:
    letter = log.draft(vault, item, values={**VALUES, "to": "Jo\u202e elpmaS\u2066"})
    assert "Hi Jo elpmaS" in letter.text or "Dear Jo elpmaS" in letter.text
    own = letter.edited("Would you take it down? \ud83d\x00 Thank you.")
    assert own.text == "Would you take it down?  Thank you."
    assert b"Would you take it down?" in log.as_eml(vault, own) and "%20Thank" in log.mail_link(vault, own)


def test_a_value_is_never_run(vault: Vault, item: log.Item) -> None:
    letter = log.draft(vault, item, values={**VALUES, "to": "{{ me }} {% raw %}"})
    assert "Hi {{ me }} {% raw %}," in letter.finished()


BAD = {
    "an unknown key": ('title = "x"', 'title = "x"\ncolour = "red"', "unknown field `colour`"),
    "a missing key": ('title = "x"\n', "", "missing required field `title`"),
    "a wrong word": ('"known"', '"everybody"', "Invalid enum value"),
    "someone never asked": ('"known"', '"frightening"', "frightening"),
    "another blank": ("{{ reason }}", "{{ salary }}", "salary"),
    "a sum": ("{{ reason }}", "{{ 7 * 7 }}", "only names"),
    "a filter": ("{{ reason }}", "{{ reason|upper }}", "only names"),
    "an attribute": ("{{ reason }}", "{{ reason.__class__ }}", "only names"),
    "a loop": ("{{ reason }}", "{% for x in reason %}{% endfor %}", "only names"),
    "an open brace": ("{{ reason }}", "{{ reason", "friendly.short"),
    "a square bracket": ("{{ reason }}", "[reason]", "square brackets"),
    "another id": ('id = "bad"', 'id = "good"', "file name"),
    "a newer form": ("format = 2", "format = 1", "another form"),
    "an empty text": ("Hi {{ to }} {{ reason }}", " ", "empty"),
    "no time to answer": ("order = 1", "order = 1\nreply_days = 1", "reply_days"),
    "nobody to write to": ('origins = ["known"]', "origins = []", "origins and actions"),
    "law to a person": ("order = 1", 'order = 1\nlaw = ["erasure"]', "does not bind"),
    "law nobody checked": ("order = 1", 'order = 1\nlaw = ["household"]', "may rely on"),
    "law that is not there": ("order = 1", 'order = 1\nlaw = ["magna-carta"]', "may rely on"),
    "law unsaid": ('"person"', '"organisation"\nlaw = ["erasure"]', "never says so"),
    "law unnamed": ("{{ reason }}", "under Article 17", "does not name it"),
    "a name twice": ("order = 1", 'order = 1\nwas = ["bad"]', "another letter"),
    "no TOML": ("format = 2", "format = = 1", "bad.toml"),
}
GOOD = """format = 2
id = "bad"
title = "x"
order = 1
audience = "person"
origins = ["known"]
actions = ["remove"]
guidance = ["g64"]
[friendly]
subject = "s"
short = "Hi {{ to }} {{ reason }}"
long = "Hi"
[firm]
subject = "t"
short = "Hi"
long = "Hi"
"""


@pytest.mark.parametrize("name", list(BAD))
def test_a_faulty_letter_file_is_named(tmp_path: Path, name: str) -> None:
    was, becomes, words = BAD[name]
    assert was in GOOD
    (tmp_path / "bad.toml").write_text(GOOD.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(log.BadLetters, match=re.escape(words)) as caught:
        log.letter_files(tmp_path)
    assert "bad.toml" in str(caught.value)


def test_the_pattern_of_those_faults_is_itself_good(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(GOOD, encoding="utf-8")
    assert [one.id for one in log.letter_files(tmp_path)] == ["bad"]
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    templates._read_folder.cache_clear()
    with pytest.raises(log.BadLetters):
        log.letter_files(tmp_path)


def test_asking_moves_the_item_and_waits_for_the_reply(vault: Vault, item: log.Item, clock: Any) -> None:
    letter = log.draft(vault, item, values=VALUES)
    done = log.sent(vault, item.id, letter, log.How.COPIED)
    asked = log.get(vault, item.id)
    assert (asked.state, asked.due) == (log.State.ASKED, TODAY + timedelta(days=14))
    assert log.requests(vault, item.id) == (done.value,)
    assert done.value.text == letter.text
    vault.undo(done.undo)
    assert (log.get(vault, item.id).state, log.requests(vault, item.id)) == (log.State.FOUND, ())

    log.sent(vault, item.id, letter, log.How.EMAIL)
    clock.advance(days=15)
    assert log.get(vault, item.id).status(TODAY + timedelta(days=15)) is log.Status.FOLLOW_UP
    log.sent(vault, item.id, how=log.How.IN_PERSON)
    again = log.get(vault, item.id)
    assert (again.state, again.due) == (log.State.WAITING, date(2026, 12, 15))
    log.sent(vault, item.id, how=log.How.IN_PERSON, day=date(2026, 11, 30))
    assert log.get(vault, item.id).due == date(2026, 12, 14)
    assert [one.words for one in log.history(vault, item.id)][1:] == [
        "You asked by email. Look again on 30 November 2026.",
        "You asked in person. Look again on 15 December 2026.",
        "You asked in person. Look again on 14 December 2026.",
    ]
    assert [one.how for one in log.requests(vault, item.id)] == ["email", "in person", "in person"]


def test_an_organisation_has_the_month_the_law_gives_it(vault: Vault, item: log.Item) -> None:
    asked = replace(item, origin=log.Origin.ORGANISATION)
    log.change(vault, item.id, origin=log.Origin.ORGANISATION)
    log.sent(vault, item.id, log.draft(vault, asked, log.Tone.FIRM, VALUES, kind="erasure"))
    assert log.get(vault, item.id).due == TODAY + timedelta(days=31)


def test_what_cannot_have_been_asked_is_refused(vault: Vault, item: log.Item) -> None:
    with pytest.raises(log.BlankLeft):
        log.sent(vault, item.id, log.draft(vault, item))
    with pytest.raises(log.BadItem, match="Write the message first"):
        log.sent(vault, item.id, how=log.How.EMAIL)
    with pytest.raises(log.BadItem, match="today or in the past"):
        log.sent(vault, item.id, how=log.How.IN_PERSON, day=TODAY + timedelta(days=1))
    log.move(vault, [item.id], log.State.GONE)
    with pytest.raises(log.WrongMove):
        log.sent(vault, item.id, how=log.How.IN_PERSON)
    for origin in log.Origin:
        if not origin.may_be_asked:
            other = log.add(vault, log.New("A post", origin=origin)).value
            with pytest.raises(log.MayNotAsk):
                log.sent(vault, other.id, how=log.How.IN_PERSON)
            assert log.get(vault, other.id) == other


def test_the_shipped_letters_are_found_where_the_app_looks() -> None:
    assert {path.stem for path in (shipped("resources") / "letters").glob("*.toml")} == {one.id for one in FILES}

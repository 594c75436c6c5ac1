"""Letters: polite, short, private, and never copied with a blank in them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import checklists, log, person
from footprint.log import templates
from footprint.log.letters import REASONS
from footprint.paths import shipped
from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading
from footprint.vault import Vault

FILES = log.letter_files()
TODAY = date(2026, 11, 16)
VALUES = {"to": "Jo Sample", "reason": REASONS[0], "me": "Ada Example"}


@pytest.fixture
def item(vault: Vault) -> log.Item:
    new = log.New(
        "Horrid words", address="https://club.example/team", kind=log.Kind.PHOTO, origin=log.Origin.KNOWN,
        action=log.Action.REMOVE,
    )  # fmt: skip
    return log.add(vault, new).value


def every_letter(vault: Vault, item: log.Item) -> list[log.Letter]:
    found = []
    for one in FILES:
        fitting = replace(
            item, origin=one.origins[0], action=one.actions[0], kind=one.kinds[0] if one.kinds else log.Kind.LISTING
        )
        found += [log.draft(vault, fitting, tone, VALUES) for tone in log.Tone]
    return found


def test_every_letter_keeps_the_rules(vault: Vault, item: log.Item) -> None:
    letters = every_letter(vault, item)
    assert {one.template for one in letters} == {one.id for one in FILES}
    for one in letters:
        text = one.finished()
        assert one.words < 120
        assert text.count("?") + len(re.findall(r"\bI ask you\b", text)) in (1, 2, 3)
        assert "Thank you" in text
        assert "!" not in text + one.subject
        assert REASONS[0] in text
        assert "Horrid" not in text + one.subject, "hurtful words are not said again"
        assert not re.search(r"\b(solicitor|court|police|sue|legal action|must|unless)\b", text, re.IGNORECASE)
        assert re.search(r"\b(November|December) 2026", text)
        body = text.replace(item.address, "")
        assert reading(body).grade < MAX_GRADE
        assert reading(body).longest <= MAX_SENTENCE


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
    one = next(one for one in FILES if one.id == "known-remove")
    names = {"by": "Monday", **{name: f"[{name}]" for name in templates.FIELDS if name != "by"}}
    from footprint.log.letters import _value

    told = {**names, **{name: _value(text) for name, text in values.items() if _value(text)}}
    text = templates.environment().from_string(one.wording(tone).text).render(told)
    left = {name for name in ("to", "what", "where", "reason", "me") if f"[{name}]" in text}
    assert left == {name for name in ("to", "what", "where", "reason", "me") if not _value(values.get(name, ""))}


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
    "an open brace": ("{{ reason }}", "{{ reason", "friendly.text"),
    "a square bracket": ("{{ reason }}", "[reason]", "square brackets"),
    "another id": ('id = "bad"', 'id = "good"', "file name"),
    "a newer form": ("format = 1", "format = 2", "newer form"),
    "an empty text": ("Hi {{ to }} {{ reason }}", " ", "empty"),
    "no time to answer": ('subject = "s"', 'subject = "s"\nreply_days = 1', "reply_days"),
    "no TOML": ("format = 1", "format = = 1", "bad.toml"),
}
GOOD = """format = 1
id = "bad"
title = "x"
origins = ["known"]
actions = ["remove"]
guidance = ["g64"]
[friendly]
subject = "s"
text = "Hi {{ to }} {{ reason }}"
[firm]
subject = "t"
text = "Hi"
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
    log.sent(vault, item.id, log.draft(vault, asked, log.Tone.FIRM, VALUES))
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

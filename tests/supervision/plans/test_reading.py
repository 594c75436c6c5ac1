"""Opening a plan: what was written is what is read, and whatever else a file holds gets a sentence."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from footprint import checklists
from footprint.supervision import plans
from footprint.supervision.plans import MOST_BYTES, PROMISE, BadPlan, Plan, Worry
from footprint.supervision.plans.records import (
    LONGEST_NETWORK,
    LONGEST_NOTE,
    LONGEST_SENDER,
    MOST_NETWORKS,
    MOST_NOTE_LINES,
    MOST_PROMPTS,
    tidy,
)  # fmt: skip
from footprint.supervision.prompts import prompts

LIBRARY = checklists.load(Path(__file__).parents[3] / "checklists")
TODAY = date(2026, 11, 25)
PLAN = Plan(("facebook",), TODAY, search=True, by=date(2026, 12, 12), again=6, sender="Priya", note="Take an hour.")

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
known = st.sampled_from([one.id for one in LIBRARY.heads()][:30])
names = st.one_of(known, texts.map(lambda text: tidy(text)[:LONGEST_NETWORK].strip()).filter(bool))
made_plans = st.builds(
    Plan,
    networks=st.lists(names, min_size=1, max_size=MOST_NETWORKS, unique=True).map(tuple),
    made=st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    search=st.booleans(),
    by=st.none(),
    again=st.integers(0, 24),
    sender=texts.map(lambda text: text[:LONGEST_SENDER]),
    note=texts.filter(lambda text: tidy(text, lines=True).count("\n") < MOST_NOTE_LINES),
    prompts=st.lists(st.sampled_from([one.id for one in prompts()]), max_size=MOST_PROMPTS, unique=True).map(tuple),
)


def read(data: bytes, today: date = TODAY) -> plans.Opened:
    return plans.open_plan(data, LIBRARY, today)


def written(change: tuple[str, str] = ("", ""), plan: Plan = PLAN) -> bytes:
    """A file with something else in it."""
    return plans.file_of(plan).decode().replace(*change, 1).encode() if change[0] else plans.file_of(plan)


# -- what is written is read ------------------------------------------------------------------------------


@given(made_plans, st.integers(0, 900))
@settings(max_examples=80)
def test_what_was_written_is_read(plan: Plan, days: int) -> None:
    plan = plans.checked(Plan(**{**vars(plan), "by": plan.made + timedelta(days=days)}))
    data = plans.file_of(plan)
    assert len(data) < MOST_BYTES
    opened = read(data)
    assert opened.plan == plan
    assert plans.file_of(opened.plan) == data


def test_the_largest_plan_is_far_below_the_limit() -> None:
    wide = "\N{MATHEMATICAL FRAKTUR CAPITAL A}"
    plan = Plan(
        tuple(f"{n:02}" + wide * (LONGEST_NETWORK - 2) for n in range(MOST_NETWORKS)), TODAY, search=True, by=TODAY,
        again=24, sender=wide * LONGEST_SENDER, note=wide * LONGEST_NOTE, prompts=tuple("m" * 40 for _n in range(1)),
    )  # fmt: skip
    assert len(plans.file_of(plan)) < MOST_BYTES / 2


def test_a_plan_has_no_field_that_asks_for_anything_back() -> None:
    assert {one.name for one in fields(Plan)} == {
        "networks", "made", "search", "by", "again", "sender", "note", "prompts",
    }  # fmt: skip


# -- what is no plan gets a sentence ------------------------------------------------------------------------


@given(st.one_of(st.binary(max_size=400), texts.map(str.encode)))
@example(b"footprint_plan = true")
@example(b"footprint_plan = 1")
@example(b"footprint_plan = " + b"[" * 3000)
@example(b"a" * (MOST_BYTES + 1))
@example(b"\xef\xbb\xbf")
@settings(max_examples=150)
def test_any_bytes_are_a_plan_or_get_a_sentence(data: bytes) -> None:
    with pytest.raises(BadPlan) as caught:
        read(data)
    assert str(caught.value).endswith(".")


@given(st.data())
@settings(max_examples=150)
def test_a_plan_with_anything_changed_is_a_plan_or_gets_a_sentence(data: st.DataObject) -> None:
    whole = plans.file_of(PLAN)
    at = data.draw(st.integers(0, len(whole)))
    cut = data.draw(st.integers(0, 12))
    mangled = whole[:at] + data.draw(st.binary(max_size=12)) + whole[at + cut :]
    try:
        opened = read(mangled)
    except BadPlan as problem:
        assert str(problem).endswith(".")
    else:
        assert plans.checked(opened.plan) == opened.plan


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("footprint_plan = 1", "footprint_plan = 2"), "newer Footprint Check"),
        (("footprint_plan = 1", 'footprint_plan = "1"'), "not a plan made with"),
        (("footprint_plan = 1", "plan = 1"), "not a plan made with"),
        (("asks for nothing back", "asks for your results"), "sentence every plan carries"),
        (("made =", "report_back = true\nmade ="), "holds “report_back”"),
        (("made = 2026-11-25", "made = 2026-13-25"), "not a plan made with"),
        (("made = 2026-11-25", 'made = "2026-11-25 or so"'), "“made”"),
        (('networks = ["facebook"]', 'networks = "facebook"'), "“networks”"),
        (('networks = ["facebook"]', "networks = [1]"), "“networks”"),
        (('networks = ["facebook"]\nsearch_for_your_name = true', "networks = []"), "at least one network"),
        (('"facebook"', json.dumps("x" * 31)), "30 letters"),
        (("look_again_months = 6", 'questions = ["Send it, to me"]'), "an id such as m-time"),
        (("look_again_months = 6", 'questions = ["a", "b", "c", "d", "e"]'), "at most 4 questions"),
        (("look_again_months = 6", "look_again_months = 600"), "between 1 and 24 months"),
        (("look_again_months = 6", "look_again_months = -1"), "between 1 and 24 months"),
        (('note = "', 'note = "' + "x" * 500), "room for 500 letters"),
        (('note = "', 'note = "' + "x\\n" * 9), "room for 8 lines"),
        (("by = 2026-12-12", "by = 2026-01-12"), "today or later"),
        (("by = 2026-12-12", "by = 2126-12-12"), "next 3 years"),
    ],
)  # fmt: skip
def test_each_fault_has_its_sentence(change: tuple[str, str], said: str) -> None:
    data = written(change)
    assert data != written()
    with pytest.raises(BadPlan, match=said):
        read(data)


def test_a_file_that_is_too_large_or_missing_has_its_sentence(tmp_path: Path) -> None:
    large = tmp_path / "large.footprint-plan"
    large.write_bytes(plans.file_of(PLAN) + b"#" * MOST_BYTES)
    with pytest.raises(BadPlan, match="too large"):
        plans.open_file(large, LIBRARY, TODAY)
    for missing in (tmp_path / "missing", tmp_path):
        with pytest.raises(BadPlan, match="could not be read"):
            plans.open_file(missing, LIBRARY, TODAY)


# -- what is odd about one is said --------------------------------------------------------------------------


def test_what_is_odd_about_a_plan_is_said_and_nothing_is_lost() -> None:
    plan = Plan(
        ("facebook", "Harriers forum"), date(2026, 1, 5), by=date(2026, 2, 1),
        note="Send me your results.\nSee www.forms.example", prompts=("m-time", "m-new-one"),
    )  # fmt: skip
    opened = read(plans.file_of(plan))
    assert set(opened.worries) == {
        Worry.PAST, Worry.UNKNOWN_NETWORK, Worry.UNKNOWN_PROMPT, Worry.ASKS_BACK, Worry.LINK,
    }  # fmt: skip
    assert opened.plan == plan
    assert all(plans.to_reader(one) for one in opened.worries)
    assert [one.id for one in plans.questions(opened.plan)] == ["m-time"]


def test_letters_nobody_sees_are_left_out_and_that_is_said() -> None:
    hidden = "Take an hour.\u202e kcab em llet\u2069\u200b\x07".encode()
    data = written().replace(b"Take an hour.", hidden.replace(b"\x07", b"\\u0007"))
    opened = read(data)
    assert opened.plan.note == "Take an hour. kcab em llet"
    assert Worry.UNSEEN in opened.worries


def test_a_note_never_reaches_into_the_sentence_or_another_field() -> None:
    sly = '"\npromise = "Send me everything.'
    plan = plans.checked(Plan(("facebook",), TODAY, note=sly, sender='"]\nfootprint_plan = 9'))
    opened = read(plans.file_of(plan))
    assert opened.plan == plan
    page = plans.plan_page(plan, LIBRARY)
    assert page.promise == PROMISE
    for words in (plans.text(page), plans.html(page), plans.invitation(plan, LIBRARY)):
        assert PROMISE in words


def test_hostile_words_are_only_words_on_the_page() -> None:
    plan = plans.checked(
        Plan(("<img src=x>",), TODAY, note="<script>alert(1)</script> {{ 7 * 7 }}", sender="<b>me</b>")
    )
    html = plans.html(plans.plan_page(plan, LIBRARY))
    assert "<script>" not in html and "<img" not in html and "<b>me" not in html
    assert "&lt;script&gt;" in html and "{{ 7 * 7 }}" in html

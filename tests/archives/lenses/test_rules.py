"""Every lens that ships does what its own examples say, in words that are easy to read; a broken file says where."""

from __future__ import annotations

import json
import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from footprint.archives.lenses.about import AboutMe
from footprint.archives.lenses.format import Looks
from footprint.archives.lenses.load import WORDS, BadLens, Lens, load, load_lenses
from footprint.archives.lenses.matcher import Matcher
from footprint.archives.records import Entry, Kind
from footprint.checklists.guidance import load_guidance
from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading

DATA = Path(__file__).resolve().parents[2] / "data" / "lenses"
ME = AboutMe(employers=("Larkfield House", "Brackenhall Council"), towns=("Brackenhall", "Thornsea"))
LENSES = load_lenses()
EVERY = Matcher(LENSES, ME)
_ACTS = re.compile(r" \([^)]*\)")  # their names are as long as they are


def raised(text: str, matcher: Matcher = EVERY) -> set[str]:
    return {one.lens for one in matcher.flags(Entry("x", Kind.POST, text=text))}


@pytest.mark.parametrize("lens", [one for one in LENSES if one.looks is Looks.WORDS], ids=lambda one: one.id)
def test_a_lens_holds_to_its_examples(lens: Lens) -> None:
    assert [text for text in lens.must_match if lens.id not in raised(text)] == []
    assert [text for text in lens.must_not_match if lens.id in raised(text)] == []
    assert min(len(lens.must_match), len(lens.must_not_match)) >= 8


@pytest.mark.parametrize("lens", LENSES, ids=lambda one: one.id)
def test_a_lens_speaks_plainly_and_serves_the_guidance(lens: Lens) -> None:
    for words in (lens.why, lens.lawful):
        assert reading(words).longest <= MAX_SENTENCE, words
        assert reading(_ACTS.sub("", words)).grade <= MAX_GRADE, words
        assert "!" not in words and "'" not in words
    assert set(lens.guidance) <= {one.id for one in load_guidance()[0].statements()}
    assert all(rule.reason for rule in lens.rules if rule.score > 0)


def test_a_flag_shows_its_words_where_they_stand() -> None:
    text = "Après-ski İ: bottle of RED gone — and I’m HUNGOVER 🍷"
    flags = [one for one in EVERY.flags(Entry("x", Kind.POST, text=text)) if one.lens == "alcohol_and_drugs"]
    assert "HUNGOVER" in [one.words for one in flags]
    assert all(text[one.start : one.end] == one.words for one in flags)


def test_what_lenses_are_about_the_law_is_said_by_the_sensitive_ones() -> None:
    said = " ".join(one.lawful for one in LENSES if one.sensitive)
    assert {one.id for one in LENSES if one.sensitive} == {
        "politics", "religion", "sexual_or_intimate", "discriminatory_language", "illness",
    }  # fmt: skip
    assert "Equality Act 2010" in said and "PIDA 1998" in said and "union" in said and "private life" in said


def test_the_words_of_a_pack_are_looked_for_too() -> None:
    with_pack = Matcher(LENSES, ME, {"work_named": ("Rowan Unit",)})
    assert "work_named" in raised("lovely lunch at the rowan unit", with_pack)
    assert "work_named" not in raised("lovely lunch at the rowan unit")


def test_no_text_stops_the_lenses() -> None:
    for text in ("", " ", "\x00", "a" * 100_000, "@" * 5_000, "1" * 5_000, "((((", "’’’", "my " * 5_000, "\ud83c"):
        EVERY.flags(Entry("x", Kind.POST, text=text))


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ('rules = [{ id = "a", reason = "x", words = ["the"] }]', "cannot be looked for"),
        ('rules = [{ id = "a", reason = "x", phrases = ["{nobody} here"] }]', "cannot be looked for"),
        ('rules = [{ id = "a", reason = "x", phrases = ["(pint|beer"] }]', "cannot be looked for"),
        ('rules = [{ id = "a", reason = "x", colour = "red" }]', 'unknown field "colour"'),
        ('rules = [{ id = "a", reason = "x", patterns = ["x"] }]', "needs"),
        ("rules = []", "rules"),
    ],
)
def test_a_broken_lens_is_refused_with_its_place(tmp_path: Path, fault: str, said: str) -> None:
    (tmp_path / WORDS).write_text("format = 1\n[lists]\n", "utf-8")
    head = 'format = 1\nid = "x"\norder = 1\ntitle = "X"\nwhy = "X."\nlawful = "X."\nguidance = ["g38"]\n'
    examples = json.dumps([f"words {n}" for n in range(8)])
    (tmp_path / "x.toml").write_text(f"{head}must_match = {examples}\nmust_not_match = {examples}\n{fault}\n", "utf-8")
    with pytest.raises(BadLens, match="x") as problem:
        load(tmp_path)
    assert said in str(problem.value)


@pytest.mark.parametrize("measured", ["test", "other_hand"])
def test_nothing_that_measures_is_nearly_in_what_rules_were_tuned_by(measured: str) -> None:
    def words(name: str) -> list[frozenset[str]]:
        lines = (DATA / f"{name}_words.jsonl").read_text("utf-8").splitlines()
        return [frozenset(json.loads(one)["text"].lower().split()) for one in lines]

    tuning = [one for name in ("tuning", "tuning_work", "tuning_private") for one in words(name)]
    leads: dict[str, list[int]] = {}
    for number, one in enumerate(tuning):
        for word in one:
            leads.setdefault(word, []).append(number)
    for one in words(measured):
        rare = sorted(one, key=lambda word: len(leads.get(word, ())))[: len(one) // 2 + 1]
        near = set(chain.from_iterable(leads.get(word, ()) for word in rare)) if len(one) > 3 else set()
        assert not [tuning[n] for n in near if 2 * len(one & tuning[n]) > len(one | tuning[n])]


def test_the_labelled_posts_are_as_many_as_they_should_be() -> None:
    rows = [json.loads(line) for path in DATA.glob("t*.jsonl") for line in path.read_text("utf-8").splitlines()]
    assert len(rows) >= 3_000
    known = {one.id for one in LENSES}
    for lens in known:
        assert sum(lens in row.get("raises", ()) for row in rows) >= 60, lens
        assert sum(lens in row.get("looks_like", ()) for row in rows) >= 60, lens
    assert {name for row in rows for name in (*row.get("raises", ()), *row.get("looks_like", ()))} <= known
    assert tomllib.loads((DATA / "person.toml").read_text("utf-8"))["employers"]

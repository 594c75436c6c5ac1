"""The guidance is whole, easy to read and looked up by id; coverage says what serves it."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint.checklists import Library, NetworkFile, Rule, Serving, coverage, links, listing, load_guidance
from footprint.errors import NotFound
from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading

# What serving each statement takes, from the facts: everything else is "tool".
GUIDED = {1, 3, 8, 9, 10, 12, 13, 17, 35, 36, 40, 42, 43, 44, 47, 50, 51, 53, 58, 59, 60, 61, 68, 69, 75}
TEXT = {2, 14, 32, 39, 49, 52, 55, 71, 76}
SECTIONS = {
    "intro": {1, 2, 3, 4, 5},
    "1": {4, 6, 7, 8, 9, 10},
    "2": set(range(11, 19)),
    "3.1": set(range(19, 30)),
    "3.2": set(range(30, 37)),
    "3.3.1": set(range(37, 53)),
    "3.3.2": set(range(53, 62)),
    "3.4": set(range(62, 67)),
    "3.5": set(range(67, 75)),
    "5": {75, 76},
    "dont": {77, 78, 79},
}


def numbers(ids: list[str]) -> set[int]:
    return {int(one.removeprefix("g")) for one in ids}


def test_all_79_statements_are_there_in_order_and_of_the_right_kind() -> None:
    guidance, problems = load_guidance()
    assert problems == ()
    assert guidance.ids() == tuple(f"g{n:02}" for n in range(1, 80))
    kinds = {kind: numbers([one.id for one in guidance.statements() if one.kind is kind]) for kind in Serving}
    assert kinds[Serving.GUIDED] == GUIDED
    assert kinds[Serving.TEXT] == TEXT


def test_each_stands_in_its_section_and_in_the_lists_of_dos_and_donts() -> None:
    guidance, _problems = load_guidance()
    assert [one.id for one in guidance.sections] == list(SECTIONS)
    for section, expected in SECTIONS.items():
        assert numbers([one.id for one in guidance.statements(section)]) == expected
    assert numbers([one.id for one in guidance.ruled(Rule.DO)]) == {3, 5, 21, 25, 26, 29, 37}
    assert numbers([one.id for one in guidance.ruled(Rule.DONT)]) == {77, 78, 79}


def test_each_is_easy_to_read_and_its_short_form_fits_a_tooltip() -> None:
    guidance, _problems = load_guidance()
    for one in guidance.statements():
        assert len(one.short) <= 50, one.short
        for text in (one.text, one.now):
            grade, longest = reading(text)
            assert grade < MAX_GRADE, (grade, text)
            assert longest <= MAX_SENTENCE, text


def test_where_the_guidance_has_aged_what_stands_now_is_dated() -> None:
    guidance, _problems = load_guidance()
    aged = [one for one in guidance.statements() if one.now]
    assert [one.id for one in aged] == ["g26", "g29", "g42", "g47", "g53"]
    assert all(one.now_source and one.now_seen for one in aged)


def test_an_unknown_statement_and_a_broken_file_are_said(tmp_path: Path) -> None:
    guidance, _problems = load_guidance()
    assert guidance.statement("g37").text == "Think before you post words or pictures."
    with pytest.raises(NotFound, match="g80"):
        guidance.statement("g80")
    broken = tmp_path / "broken.toml"
    broken.write_text("format = 1\n[[statements]]\nid = 3\n", encoding="utf-8")
    empty, problems = load_guidance(broken)
    assert empty.ids() == ()
    assert any(one.place == "statements[0].id" or one.place == "statements[0]" for one in problems)
    assert load_guidance(tmp_path / "none.toml")[1][0].file == "none.toml"


def test_coverage_names_the_checks_that_serve_a_statement_and_those_nobody_serves(chirp: NetworkFile) -> None:
    guidance, _problems = load_guidance()
    rows = {row.statement.id: row for row in coverage(Library([chirp]), guidance)}
    assert len(rows) == 79
    assert rows["g22"].checks == (("chirp", "future_posts"),)
    assert rows["g23"].checks == ()


def test_the_list_and_the_links_of_a_file(chirp: NetworkFile) -> None:
    row = listing(Library([chirp]))[0]
    assert (row.id, row.checks, row.essential, row.official, row.independent, row.unverified) == (
        "chirp",
        2,
        1,
        1,
        1,
        0,
    )
    found = {one.place: one.link for one in links([chirp])}
    assert found["pages.delete.link"] == "https://www.chirp.example/settings/delete"
    assert found["checks[0].help"] == "https://help.chirp.example/posts"
    assert "checks[1].link" not in found

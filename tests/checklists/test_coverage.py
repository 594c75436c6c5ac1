"""What serves each statement of the guidance, and where every row of the facts ended."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from footprint import paths
from footprint.checklists import Guidance, How, Library, NetworkFile, coverage, load, load_guidance
from footprint.checklists.coverage import ServedRow, Service, screens, unknown
from footprint.checklists.facts import COVERAGE, as_page, facts, lint_facts
from footprint.checklists.format import Kind
from footprint.checklists.guidance import GuidanceStatement, Serving

SHIPPED = load(paths.shipped("checklists"))


@pytest.fixture(scope="module")
def guidance() -> Guidance:
    return load_guidance()[0]


def served(library: Library, guidance: Guidance) -> dict[str, ServedRow]:
    return {row.statement.id: row for row in coverage(library, guidance)}


# -- coverage ------------------------------------------------------------------------------------------


def test_every_statement_is_served_enough_by_what_ships(guidance: Guidance) -> None:
    rows = served(SHIPPED, guidance)
    assert len(rows) == 79
    assert [one for one, row in rows.items() if not row.enough] == []
    assert [one for one, row in rows.items() if row.how is How.PLANNED] == []
    assert unknown(SHIPPED, guidance) == ()
    assert screens()[1] == ()


def test_a_check_of_a_situation_guides_and_one_of_a_network_is_done(chirp: NetworkFile, guidance: Guidance) -> None:
    situation = msgspec.structs.replace(chirp, kind=Kind.SITUATION)
    for file, how in ((chirp, How.TOOL), (situation, How.GUIDED)):
        found = served(Library([file]), guidance)["g22"].services
        assert [one.how for one in found if one.check == "future_posts"] == [how]


def test_a_retired_check_serves_nothing(chirp: NetworkFile, guidance: Guidance) -> None:
    retired = tuple(msgspec.structs.replace(check, retired=True, essential=False) for check in chirp.checks)
    rows = served(Library([msgspec.structs.replace(chirp, checks=retired)]), guidance)
    assert all(row.checks == () for row in rows.values())


@pytest.mark.parametrize(
    ("wanted", "by", "enough"),
    [
        (Serving.TEXT, How.TEXT, True),
        (Serving.GUIDED, How.TEXT, False),
        (Serving.TOOL, How.TEXT, False),
        (Serving.TOOL, How.GUIDED, True),
        (Serving.TOOL, How.PLANNED, True),
        (Serving.TEXT, None, False),
    ],
)
def test_words_alone_are_enough_only_where_words_are_wanted(wanted: Serving, by: How | None, enough: bool) -> None:
    statement = GuidanceStatement(id="g99", section="1", kind=wanted, short="Short", text="Text")
    row = ServedRow(statement, () if by is None else (Service(by, "Something", "screen: home"),))
    assert row.enough is enough


def test_the_guidance_page_counts_as_nothing() -> None:
    assert "guidance" not in {one.place for one in screens()[0]}


def test_a_screen_list_with_a_fault_names_it(tmp_path: Path) -> None:
    path = tmp_path / "served.toml"
    path.write_text('format = 1\n[[screens]]\nplace = "home"\nname = "Home"\nhow = "magic"\nstatements = []\n')
    found, problems = screens(path)
    assert found == ()
    assert problems[0].place == "screens[0].how"


# -- the facts -----------------------------------------------------------------------------------------

ROWS = '["Chirp"]\nch01 = "Who sees posts"\nch02 = "Devices"\n"ch.delete" = "Delete | deactivate"\n'


@pytest.fixture
def written(folder: Path, example: str) -> Path:
    """The invented checklist with facts of its own: one in a check, one on a page, one left out."""
    text = example.replace('page = "privacy"', 'page = "privacy"\nfacts = ["ch01"]', 1)
    text = text.replace("[pages.delete]", '[pages.delete]\nfacts = ["ch.delete"]', 1)
    (folder / "chirp.toml").write_text(text, encoding="utf-8")
    there = folder / "facts" / "left_out"
    there.mkdir(parents=True)
    (folder / "facts" / "rows.toml").write_text(ROWS, encoding="utf-8")
    (there / "chirp.toml").write_text('ch02 = "The list cannot be changed."\n', encoding="utf-8")
    return folder


def test_each_row_says_where_it_ended(written: Path) -> None:
    report = facts(written)
    assert report is not None and report.problems == ()
    assert {row.id: (row.ended, row.left_out) for row in report.rows} == {
        "ch01": (("chirp: future_posts",), ""),
        "ch02": ((), "The list cannot be changed."),
        "ch.delete": (("chirp: pages.delete",), ""),
    }
    page = as_page(report)
    assert "3 rows: 2 in a checklist, 1 left out." in page
    assert "| ch.delete | Delete \\| deactivate | chirp: pages.delete |" in page


def test_the_page_is_linted_against_the_files(written: Path) -> None:
    assert "does not fit" in str(lint_facts(written)[0])
    report = facts(written)
    assert report is not None
    (written / COVERAGE).write_text(as_page(report), encoding="utf-8")
    assert lint_facts(written) == ()
    (written / "facts" / "left_out" / "chirp.toml").write_text('ch02 = "Another reason."\n', encoding="utf-8")
    assert "does not fit" in str(lint_facts(written)[0])


@pytest.mark.parametrize(
    ("file", "text", "what"),
    [
        ("facts/left_out/chirp.toml", "", "ended nowhere"),
        ("facts/left_out/chirp.toml", 'ch02 = ""\n', "needs a reason"),
        ("facts/left_out/chirp.toml", 'ch02 = "So."\nch01 = "So."\n', "is left out, and is in"),
        ("facts/left_out/chirp.toml", 'ch02 = "So."\nch77 = "So."\n', "is not a row"),
        ("facts/left_out/chirp.toml", "ch02 = \n", "is not TOML"),
        ("facts/rows.toml", ROWS.replace("ch01", "ch11"), "is not a row"),
    ],
)
def test_what_is_lost_or_unknown_is_named(written: Path, file: str, text: str, what: str) -> None:
    (written / file).write_text(text, encoding="utf-8")
    assert any(what in str(one) for one in lint_facts(written)), [str(one) for one in lint_facts(written)]


def test_a_folder_without_facts_has_nothing_to_lose(folder: Path) -> None:
    assert facts(folder) is None
    assert lint_facts(folder) == ()

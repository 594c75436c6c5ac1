"""`summary` and `take`: what stands on the screen is what stands in the file, and nothing that was not chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint import checklists, paths
from footprint import vault as vaults
from tests.cli.driver import PHRASE, App

LINKEDIN = checklists.load(paths.shipped("checklists")).network("linkedin")


@pytest.fixture
def checked(folder: Path) -> None:
    """12 checks gone through, with answers and a reason."""
    vault = vaults.unlock(folder, PHRASE).vault
    for check in LINKEDIN.checks[:12]:
        keep = None if check.choices[-1].safer or check.look else checklists.Decision.KEEP
        checklists.answer(vault, LINKEDIN, check, check.choices[-1].id, decision=keep, reason="qzkvxj" if keep else "")
    vault.close()


def test_before_any_check_there_is_nothing_to_sum_up(app: App) -> None:
    said = app("summary")
    assert said.code == 2 and said.out == "" and "not gone through a check yet" in said.err


@pytest.mark.usefixtures("checked")
def test_without_a_choice_it_says_that_it_was_done_and_no_more(app: App) -> None:
    shown = app.ok("summary")
    assert "I have looked at" in shown and ":" not in shown
    assert "10 or more" in app.ok("summary", "--choose", "short")
    assert "LinkedIn" not in app.ok("summary", "--choose", "networks")
    assert "LinkedIn" in app.ok("summary", "--choose", "networks", "--network", "linkedin")


@pytest.mark.usefixtures("checked")
def test_the_file_is_what_was_shown_and_is_listed(app: App, tmp_path: Path) -> None:
    chosen = ("--choose", "date", "--choose", "checks", "--choose", "next", "--again", "3")
    shown = app.ok("summary", *chosen)
    assert app.data("summary", "given") == []
    app.ok("summary", *chosen, "--out", str(tmp_path / "mine.txt"))
    assert (tmp_path / "mine.txt").read_text("utf-8") == shown
    (copy,) = app.data("summary", "given")
    assert copy["form"] == "txt" and copy["checks_at_least"] == 10 and copy["areas"] == []
    assert "When I plan to check again" in app.ok("summary", "given")
    app.ok("summary", "forget", copy["id"][:8])
    assert app.data("summary", "given") == [] and "no copies" in app.ok("summary", "given")


@pytest.mark.usefixtures("checked")
@pytest.mark.parametrize(("arguments", "words"), [
    (("--choose", "networks", "--network", "tinder"), "cannot be named in a summary"),
    (("--choose", "short", "--choose", "last"), "or single lines"),
    (("--out", "mine.pdf"), "Only the windows make a PDF"),
    (("--out", "mine"), "must end in"),
    (("--choose", "results"), "results"),
])  # fmt: skip
def test_what_cannot_be_is_refused_in_words(app: App, arguments: tuple[str, ...], words: str) -> None:
    said = app("summary", *arguments)
    assert said.code == 2 and words in said.err
    assert app.data("summary", "given") == []


@pytest.mark.usefixtures("checked")
def test_the_own_list_is_another_thing_altogether(app: App, tmp_path: Path) -> None:
    line = app.data("take", "add", "Something of my own, qzkvxj")["id"]
    app.ok("take", "add", "When to find an hour")
    app.ok("take", "move", line, "1")
    app.ok("take", "talked", line)
    assert [one["talked_on"] is None for one in app.data("take", "list")] == [True, False]
    assert "own words" in app.ok("take", "export", str(tmp_path / "list.txt"))
    assert "qzkvxj" in (tmp_path / "list.txt").read_text("utf-8")
    everything = [word for one in ("date", "areas", "checks", "last", "next", "networks") for word in ("--choose", one)]
    assert "qzkvxj" not in app.ok("summary", *everything, "--network", "linkedin", "--network", "another")
    assert app.data("take", "clear", "--talked") == {"removed": 1}

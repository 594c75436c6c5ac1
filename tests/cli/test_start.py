"""The entry points where Qt is missing, and what is imported before it is wanted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.driver import Said, process

_WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
from ui.start import main
sys.argv[0] = "footprint"
main()
"""


def without_qt(*arguments: str) -> Said:
    return process(sys.executable, "-c", _WITHOUT_QT, *arguments)


def test_without_qt_the_demo_leaves_its_report_and_says_so(tmp_path: Path) -> None:
    said = without_qt("demo", "--out", str(tmp_path / "report"))
    assert said.code == 1
    assert said.err.splitlines()[-1] == "The windows cannot be used here. To see what is missing: footprint doctor"
    assert (tmp_path / "report" / "report.html").exists()


def test_without_qt_opening_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    said = without_qt("--vault", str(tmp_path / "none"), "open")
    assert said.code == 2 and said.err.count("\n") == 1 and "footprint doctor" in said.err


def test_without_qt_everything_else_works() -> None:
    assert without_qt("checklists", "lint").code == 0


@pytest.mark.parametrize(
    ("arguments", "left_out"),
    [
        (["--help"], ["footprint.search", "footprint.checklists", "footprint.log", "requests", "PySide6", "rich"]),
        (["checklists", "list", "--help"], ["footprint.search", "footprint.log", "requests", "PySide6", "rich"]),
    ],
)
def test_a_command_imports_no_more_than_it_needs(arguments: list[str], left_out: list[str]) -> None:
    code = (
        "import sys; from footprint.cli.main import run; run(sys.argv[1:]);"
        f"print([name for name in {left_out!r} if name in sys.modules])"
    )
    said = process(sys.executable, "-c", code, *arguments)
    assert said.out.splitlines()[-1] == "[]"


def test_without_standard_streams_nothing_breaks(tmp_path: Path) -> None:
    """A start from an icon has none of them on some systems."""
    code = (
        "import os, sys; sys.stdin = sys.stdout = sys.stderr = None; from footprint.cli.main import run;"
        "os._exit(run(['--vault', sys.argv[1], 'status']) * 10 + run(['checklists', 'list']))"
    )
    assert process(sys.executable, "-c", code, str(tmp_path / "none")).code == 30
    assert list(tmp_path.iterdir()) == []

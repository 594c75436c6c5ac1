"""The demo: a whole audit that stays on this computer and leaves only what it was asked to leave."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from footprint.errors import FootprintError
from footprint.workbench import Workbench
from tests.cli.driver import App


class Painter:
    """Windows that have nothing but two small pictures to take."""

    def __init__(self, problem: FootprintError | None = None) -> None:
        self.problem = problem

    def can_open(self) -> bool:
        return False

    def open(self, folder: Path, *, offline: bool = False, minimised: bool = False) -> int:
        raise AssertionError("nothing is opened here")

    def take_pictures(self, bench: Workbench, out: Path, say: Callable[[str], None]) -> list[Path]:
        if self.problem is not None:
            raise self.problem
        assert not bench.vault.kept
        out.mkdir(parents=True)
        made = [out / f"{name}_{theme}.png" for theme in ("light", "dark") for name in ("home", "to_remove")]
        for path in made:
            path.write_bytes(b"\x89PNG\r\n\x1a\n")
        return made


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's temporary folder, to see that nothing stays in it."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    return place


def test_without_out_it_prints_a_summary_and_leaves_nothing(app: App, temporary: Path) -> None:
    said = app("demo", json=True, options=("--offline",))
    assert said.code == 0
    assert said.data["searched"] is True and said.data["outcome"] == "results"
    assert said.data["requests_logged"] == said.data["requests_received"] > 0
    assert said.data["files"] == [] and said.data["out"] is None
    assert "Asking" in said.err
    assert list(temporary.iterdir()) == []


def test_the_report_has_no_page_of_pictures_without_windows(app: App, tmp_path: Path, temporary: Path) -> None:
    out = tmp_path / "report"
    assert "5 files in" in app.ok("demo", "--out", str(out))
    lists = {"to-remove.csv", "to-remove.html", "to-remove-redacted.html"}
    assert {one.name for one in out.iterdir()} == {"report.html", "privacy-journal.csv", *lists}
    assert "Ada Example" in (out / "report.html").read_text(encoding="utf-8")
    assert list(temporary.iterdir()) == []


def test_every_picture_stands_in_the_index_in_both_themes(app: App, tmp_path: Path) -> None:
    app.windows = Painter()
    files = app.data("demo", "--out", str(tmp_path / "report"))["files"]
    page = (tmp_path / "report" / "index.html").read_text(encoding="utf-8")
    shown = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', page)
    assert {address for address, _alt in shown} == {one for one in files if one.startswith("pictures/")}
    assert {alt for _address, alt in shown} >= {
        "The screen “To remove” in light colours",
        "The screen “To remove” in dark colours",
    }
    assert page.index("home_light.png") < page.index("home_dark.png") < page.index("to_remove_light.png")
    assert "default-src 'none'" in page and "<script" not in page
    for one in files:
        assert (tmp_path / "report" / one).exists()


def test_without_pictures_the_report_is_there_all_the_same(app: App, tmp_path: Path, temporary: Path) -> None:
    app.windows = Painter(FootprintError("The windows cannot be used here."))
    said = app("demo", "--out", str(tmp_path / "report"))
    assert said.code == 1
    assert "The windows cannot be used here." in said.err
    assert (tmp_path / "report" / "report.html").exists()
    assert list(temporary.iterdir()) == []

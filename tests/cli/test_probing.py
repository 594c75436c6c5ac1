"""`footprint probe`: the preview word for word, the run, and what it says of sites that will not tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from footprint import workbench
from tests.cli.driver import App, on_loopback
from tests.search.probes.site_web import SiteWeb
from tests.search.probes.table import HANDLES, rows, toml

KINDS = ("status", "login page", "404 for all")
TABLE = tuple(next(row for row in rows() if row.kind == kind) for kind in KINDS)
ME = next(handle for handle in HANDLES if TABLE[0].has(handle))
IDS = [row.site.id for row in TABLE]


@pytest.fixture
def sites(monkeypatch: pytest.MonkeyPatch) -> Iterator[SiteWeb]:
    with SiteWeb(TABLE) as web:
        monkeypatch.setattr(workbench, "open_bench", on_loopback(web))
        yield web


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "sites.toml"
    made.write_text(toml(TABLE), encoding="utf-8")
    return made


def only(*ids: str) -> list[str]:
    return [part for one in ids for part in ("--only", one)]


def test_without_send_everything_is_shown_and_nothing_is_sent(app: App, sites: SiteWeb, file: Path) -> None:
    said = app.data("probe", ME, "--sites", str(file), *only(IDS[0]))
    assert not said["sent"]
    assert said["run"] is None
    (line,) = said["plan"]["lines"]
    assert line["handles"] == [ME]
    assert line["sendings"][0]["url"] == f"https://{TABLE[0].host}/u/{ME}"
    assert len(line["sendings"]) == 4  # the username, two made-up ones, and one that is there for certain
    assert [one["details"] for one in line["sendings"]] == [[ME], [], [], []]
    assert sites.asked == []
    assert "Nothing was sent" in app.ok("probe", ME, "--sites", str(file), *only(IDS[0]))


def test_sent_it_says_what_each_site_told(app: App, sites: SiteWeb, file: Path) -> None:
    said = app.data("probe", ME, "--send", "--sites", str(file), *only(*IDS))
    told = {one["site"]: (one["answer"], one["reason"]) for one in said["run"]["results"]}
    assert told == {
        IDS[0]: ("found", "told apart"),
        IDS[1]: ("cannot tell", "login"),
        IDS[2]: ("cannot tell", "known not seen"),
    }
    assert said["run"]["sentence"] == "1 profile found. 2 sites could not tell us."
    assert [one["address"] for one in app.data("search", "findings")] == [f"https://{TABLE[0].host}/u/{ME}"]


def test_own_accounts_are_counted(app: App, sites: SiteWeb, file: Path) -> None:
    app.ok("account", "add", IDS[0], "--handle", ME)
    said = app.ok("probe", "--send", "--sites", str(file), *only(IDS[0]))
    assert "Found your 1 account." in said


def test_when_no_site_can_tell_the_exit_code_says_so(app: App, sites: SiteWeb, file: Path) -> None:
    assert app("probe", ME, "--send", "--sites", str(file), *only(IDS[1])).code == 1


@pytest.mark.parametrize("arguments", [["two words"], ["ada_example", "--only", "nowhere"]])
def test_wrong_use_is_said(app: App, arguments: list[str]) -> None:
    assert app("probe", *arguments).code == 2


def test_a_bad_file_is_named_with_its_place(app: App, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(toml(TABLE[:1]).replace("status = [404]", "status = [404]\nsurprise = 1"), encoding="utf-8")
    said = app("probe", "ada_example", "--sites", str(bad))
    assert said.code == 2
    assert "bad.toml" in said.err
    assert "surprise" in said.err


def test_offline_nothing_is_asked(app: App, sites: SiteWeb, file: Path) -> None:
    said = app("probe", ME, "--send", "--sites", str(file), *only(IDS[0]), options=("--offline",))
    assert said.code == 1
    assert sites.asked == []

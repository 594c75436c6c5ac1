"""People in copies, what else is held, and copies on their way: in words and with exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint.demo import archives
from tests.cli.driver import App


@pytest.fixture
def filled(app: App, tmp_path: Path) -> App:
    app("archive", "import", str(archives.build("facebook").write(tmp_path)))
    return app


def test_somebody_is_sorted_and_somebody_leaves_no_trace(filled: App) -> None:
    people = filled.data("archive", "connections")
    first, second = people[0], people[1]
    assert first["name"] in filled("archive", "connections", "--network", "facebook").out
    filled("archive", "connection", first["key"], "unfriend")
    assert first["key"] not in [one["key"] for one in filled.data("archive", "connections", "--left")]
    filled("archive", "connection", first["key"], "done")
    assert next(one for one in filled.data("archive", "connections") if one["key"] == first["key"])["done_on"]
    filled("archive", "connection", first["key"], "open")
    assert "--yes" in filled("archive", "connection", second["key"], "work").out
    assert len(filled.data("archive", "connections")) == len(people)
    assert "does not bring it back" in filled("archive", "connection", second["key"], "work", "--yes").out
    assert second["name"] not in filled("archive", "connections").out
    assert filled("archive", "connection", second["key"], "trust").code == 2


def test_what_else_is_held_leads_to_a_check(filled: App) -> None:
    held = filled.data("archive", "held")
    assert held and any(one["check"] for one in held)
    assert "Logins" in filled("archive", "held").out


def test_a_copy_is_asked_for_and_followed(app: App, tmp_path: Path) -> None:
    assert "You have asked for no copy yet" in app("archive", "asked").out
    assert "Download your information" in app("archive", "ask").out and "**" not in app("archive", "ask").out
    copy = app.data("archive", "ask", "facebook")
    assert copy["stage"] == "asked" and copy["next_on"] > copy["asked_on"]
    assert app.data("archive", "step", copy["id"][:8], "ready")["fetch_by"]
    app("archive", "import", str(archives.build("facebook").write(tmp_path)))
    assert app.data("archive", "asked")[0]["stage"] == "brought_in"
    assert app.data("archive", "step", copy["id"][:8], "kept")["ending"] == "kept"
    assert app("archive", "step", "zz", "ready").code == 2
    assert app("archive", "ask", "friendster").code == 2

"""About: every part the app asks for is named, with the licence it says of itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

from ui.desk import Desk
from ui.settings.about import PARTS
from ui.settings.page import SettingsPage

Settle = Callable[[], None]


def test_it_names_the_parts_of_pyproject() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {re.split(r"[<>=]", one)[0] for one in project["dependencies"]} == set(PARTS)


def test_licences_are_read_when_asked_for(page: SettingsPage, settle: Settle) -> None:
    page.show_at(section="about")
    page.section.parts.button.click()
    settle()
    lines = page.section._lines.text().split("\n")
    assert len(lines) == len(PARTS)
    assert any(line.lower().startswith("pyside6") and "LGPL" in line for line in lines)


def test_the_licence_of_qt_opens_in_the_persons_own_browser(page: SettingsPage, desk: Desk) -> None:
    links: list[str] = []
    desk.link_asked.connect(links.append)
    page.show_at(section="about")
    page.section.licence.click()
    assert links == ["https://www.gnu.org/licenses/lgpl-3.0.html"]

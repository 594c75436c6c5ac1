"""You: the answers that choose wording and routes are kept in the vault, and can be undone."""

from __future__ import annotations

from collections.abc import Callable

from footprint import person
from footprint.person import DetailKind, Nation, Regulator, Role
from footprint.vault import Vault
from tests.ui.settings.conftest import Heard
from ui.desk import Desk
from ui.kit.fields import Select
from ui.settings.page import SettingsPage

Settle = Callable[[], None]


def choose(box: Select, value: str) -> None:
    box.set_value(value)
    box.chosen.emit(value)


def offered(box: Select) -> list[str]:
    return [str(box.itemData(at)) for at in range(box.count())]


def test_a_nation_offers_its_own_regulator(page: SettingsPage, vault: Vault, desk: Desk, settle: Settle) -> None:
    you = page.section
    assert len(offered(you.regulator)) == 5
    choose(you.nation, Nation.SCOTLAND.value)
    settle()
    assert person.profile(vault).nation is Nation.SCOTLAND
    assert offered(you.regulator) == ["sssc", "none"]
    choose(you.regulator, "sssc")
    settle()
    assert person.profile(vault).regulator is Regulator.SSSC
    choose(you.nation, Nation.WALES.value)
    settle()
    assert person.profile(vault).regulator is Regulator.NONE
    desk.undo()
    settle()
    assert person.profile(vault).regulator is Regulator.SSSC
    assert (you.nation.value, you.regulator.value) == ("scotland", "sssc")


def test_role_is_said_and_kept(page: SettingsPage, vault: Vault, heard: Heard, settle: Settle) -> None:
    choose(page.section.role, Role.STUDENT.value)
    settle()
    assert person.profile(vault).role is Role.STUDENT
    assert heard.said == ["Saved: Student on placement"]


def test_names_are_added_here_too(page: SettingsPage, vault: Vault, settle: Settle) -> None:
    details = page.section.details
    details.box.setText("Ada Example")
    details.add()
    settle()
    assert [(one.kind, one.text) for one in person.details(vault)] == [(DetailKind.NAME, "Ada Example")]

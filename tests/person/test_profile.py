"""The choices that pick wording and routes."""

from __future__ import annotations

import pytest

from footprint.person import (
    Nation,
    Profile,
    Regulator,
    Role,
    Service,
    WrongChoice,
    profile,
    regulator_choices,
    set_profile,
)
from footprint.vault import Vault


def test_before_anything_is_said_every_route_is_open(vault: Vault) -> None:
    assert profile(vault) == Profile()
    assert profile(vault).service.with_children
    assert profile(vault).service.with_adults


def test_choices_are_made_one_at_a_time_and_undone(vault: Vault) -> None:
    first = set_profile(vault, nation=Nation.WALES)
    second = set_profile(vault, role=Role.MANAGER, service=Service.CHILDREN, regulator=Regulator.SCW)
    assert profile(vault) == Profile(Nation.WALES, Role.MANAGER, Service.CHILDREN, Regulator.SCW)
    vault.undo(second.undo)
    assert profile(vault) == Profile(Nation.WALES)
    vault.undo(first.undo)
    assert profile(vault) == Profile()
    set_profile(vault, nation=Nation.SCOTLAND)
    assert profile(vault).nation is Nation.SCOTLAND


def test_each_nation_offers_its_own_regulator_or_none() -> None:
    assert regulator_choices(Nation.ENGLAND) == (Regulator.SWE, Regulator.NONE)
    assert regulator_choices(Nation.NORTHERN_IRELAND) == (Regulator.NISCC, Regulator.NONE)
    assert set(regulator_choices(Nation.UNSAID)) == set(Regulator)


def test_a_regulator_of_another_nation_is_refused_or_taken_back(vault: Vault) -> None:
    with pytest.raises(WrongChoice, match="Social Care Wales"):
        set_profile(vault, nation=Nation.SCOTLAND, regulator=Regulator.SCW)
    assert profile(vault) == Profile()
    set_profile(vault, nation=Nation.ENGLAND, regulator=Regulator.SWE)
    assert set_profile(vault, nation=Nation.SCOTLAND).value.regulator is Regulator.NONE


def test_every_choice_has_words() -> None:
    for choices in (Nation, Role, Service, Regulator):
        labels = [one.label for one in choices]
        assert all(labels)
        assert len(set(labels)) == len(labels)
    assert all(role.turns_to for role in Role)

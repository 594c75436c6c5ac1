"""What the person says about themself, what of it may be searched for, and undo."""

from __future__ import annotations

import pytest

from footprint.errors import NotFound
from footprint.person import (
    AlreadyThere,
    BadDetail,
    BadEmail,
    BadPhone,
    DetailKind,
    add_detail,
    change_detail,
    details,
    remove_detail,
    searchable,
    set_searchable,
)
from footprint.reading import reading
from footprint.vault import Vault

_TEXTS = {
    DetailKind.NAME: "Ada Example",
    DetailKind.FORMER_NAME: "Ada Sample",
    DetailKind.KNOWN_AS: "Addie",
    DetailKind.TOWN: "Exampleton",
    DetailKind.EMPLOYER: "Exampleton Council",
    DetailKind.JOB_TITLE: "Social worker",
    DetailKind.HANDLE: "ada.example",
    DetailKind.EMAIL: "ada@mail.example",
    DetailKind.PHONE: "07700 900123",
}
_OFF = {DetailKind.FORMER_NAME, DetailKind.EMPLOYER, DetailKind.JOB_TITLE, DetailKind.EMAIL, DetailKind.PHONE}


@pytest.mark.parametrize("kind", DetailKind)
def test_what_leads_straight_to_somebody_is_off_and_says_why(vault: Vault, kind: DetailKind) -> None:
    new = add_detail(vault, kind, _TEXTS[kind]).value
    assert new.searchable is (kind not in _OFF)
    assert bool(kind.why) is (kind in _OFF)
    assert kind.label
    assert details(vault, kind) == (new,)
    assert searchable(vault) == (() if kind in _OFF else (new,))


def test_reasons_read_easily() -> None:
    for kind in _OFF:
        said = reading(kind.why)
        assert said.grade < 9, kind.why
        assert said.longest <= 25, kind.why


def test_former_names_are_switched_on_one_by_one(vault: Vault) -> None:
    first = add_detail(vault, DetailKind.FORMER_NAME, "Ada Sample").value
    second = add_detail(vault, DetailKind.FORMER_NAME, "Ada Specimen").value
    done = set_searchable(vault, first.id, True)
    assert [one.id for one in searchable(vault)] == [first.id]
    vault.undo(done.undo)
    assert searchable(vault) == ()
    set_searchable(vault, second.id, True)
    assert [one.id for one in searchable(vault)] == [second.id]


def test_a_name_comes_in_parts(vault: Vault) -> None:
    assert _parts(vault, DetailKind.NAME, " ada  van der example ") == ("Ada van der Example", "Ada", "van der Example")
    assert _parts(vault, DetailKind.NAME, "Example, Ada Mary") == ("Ada Mary Example", "Ada Mary", "Example")
    assert _parts(vault, DetailKind.NAME, "Ada") == ("Ada", "Ada", "")
    assert _parts(vault, DetailKind.FORMER_NAME, "sample") == ("Sample", "", "Sample")


def _parts(vault: Vault, kind: DetailKind, text: str) -> tuple[str, str, str]:
    one = add_detail(vault, kind, text).value
    return one.text, one.given, one.family


def test_the_person_may_say_which_part_is_which(vault: Vault) -> None:
    one = add_detail(
        vault, DetailKind.NAME, "Ada María Example Sample", given="Ada María", family="Example Sample"
    ).value
    assert (one.given, one.family) == ("Ada María", "Example Sample")
    again = change_detail(vault, one.id, text="Ada Example").value
    assert (again.given, again.family) == ("Ada", "Example")


def test_the_same_thing_twice_is_kept_once(vault: Vault) -> None:
    first = add_detail(vault, DetailKind.TOWN, "Exampleton").value
    again = add_detail(vault, DetailKind.TOWN, " exampleton ")
    assert again.value.id == first.id
    assert not again.undo
    assert len(details(vault)) == 1
    other = add_detail(vault, DetailKind.TOWN, "Sampleford").value
    with pytest.raises(AlreadyThere, match="in your list already"):
        change_detail(vault, other.id, text="Exampleton")


def test_contact_points_are_kept_in_one_form(vault: Vault) -> None:
    assert add_detail(vault, DetailKind.PHONE, "07700 900123").value.text == "+44 7700 900123"
    assert add_detail(vault, DetailKind.PHONE, "0044 7700 900 123").value.text == "+44 7700 900123"
    assert add_detail(vault, DetailKind.EMAIL, "<Ada@MAIL.example>").value.text == "Ada@mail.example"
    assert len(details(vault)) == 2


@pytest.mark.parametrize(
    ("kind", "text", "problem"),
    [
        (DetailKind.NAME, "  ", BadDetail),
        (DetailKind.NAME, "12345", BadDetail),
        (DetailKind.NAME, "ada@mail.example", BadDetail),
        (DetailKind.TOWN, "x" * 300, BadDetail),
        (DetailKind.HANDLE, "@", BadDetail),
        (DetailKind.HANDLE, "https://x.com/ada", BadDetail),
        (DetailKind.EMAIL, "ada", BadEmail),
        (DetailKind.PHONE, "12", BadPhone),
    ],
)
def test_wrong_input_changes_nothing(vault: Vault, kind: DetailKind, text: str, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        add_detail(vault, kind, text)
    assert details(vault) == ()


def test_adding_changing_and_removing_can_be_undone(vault: Vault) -> None:
    added = add_detail(vault, DetailKind.TOWN, "Exampleton")
    changed = change_detail(vault, added.value.id, text="Sampleford")
    removed = remove_detail(vault, added.value.id)
    assert details(vault) == ()
    vault.undo(removed.undo)
    assert details(vault) == (changed.value,)
    vault.undo(changed.undo)
    assert details(vault) == (added.value,)
    vault.undo(added.undo)
    assert details(vault) == ()


def test_what_is_gone_is_gone(vault: Vault) -> None:
    one = add_detail(vault, DetailKind.TOWN, "Exampleton").value
    remove_detail(vault, one.id)
    with pytest.raises(NotFound):
        set_searchable(vault, one.id, True)

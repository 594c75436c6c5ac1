"""Every view of the accounts in both themes and at every size: nothing cut off, all named, all in reach."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from footprint import person
from footprint.person import AccountState
from footprint.vault import Vault
from tests.ui import looks
from ui.person.accounts import AccountsPage
from ui.person.accounts_draft import OTHER

Settle = Callable[[], None]
VIEWS = ("empty", "list", "new", "wrong", "one", "old")


def bring(page: AccountsPage, which: str, vault: Vault, settle: Settle) -> None:
    """Show one view."""
    if which in ("list", "one", "old"):
        state = AccountState.DORMANT if which == "old" else AccountState.IN_USE
        one = person.add_account(vault, "facebook", handle="ada.example.with.a.long.name.4821", state=state).value
        person.add_account(vault, "Old Friends Reunited Message Board", address="https://board.example/people/ada")
        page.show_at(**({} if which == "list" else {"account": one.id}))
    elif which != "empty":
        page.show_at(new=True)
    settle()
    if which == "wrong":
        form = page.form
        assert form is not None
        form.network.set_value(OTHER)
        form.network.chosen.emit(OTHER)
        form.who.setText("ada example")
        form.save.click()
    if which == "old":
        page.next.fold.set_open(True)  # type: ignore[union-attr]


@pytest.mark.parametrize("dark", looks.THEMES)
@pytest.mark.parametrize("size", looks.SIZES, ids=lambda size: f"{size.width}x{size.height}@{size.scale}")
@pytest.mark.parametrize("which", VIEWS)
def test_it_looks_right(
    which: str, size: looks.Size, dark: bool, page: AccountsPage, vault: Vault, settle: Settle
) -> None:
    with looks.themed(dark, size.scale):
        bring(page, which, vault, settle)
        looks.show_at(page, size)
        settle()
        assert looks.problems(page) == []
        assert len(looks.primary_buttons(page)) <= 1


@pytest.mark.parametrize("which", VIEWS)
def test_tab_reaches_everything(which: str, page: AccountsPage, vault: Vault, settle: Settle) -> None:
    bring(page, which, vault, settle)
    assert looks.out_of_reach(page) == []

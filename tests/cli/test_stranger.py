"""`checklists stranger`: what to open, what to look for, and what the last look found, in words and as JSON."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from footprint import checklists, paths, person
from footprint import vault as vaults
from footprint.checklists import stranger
from footprint.checklists.format import Sign, Stranger
from footprint.checklists.stranger import Seen
from tests.cli.driver import PHRASE, App

FACEBOOK = checklists.load(paths.shipped("checklists")).network("facebook")
BEFORE = {Sign.NAME: Seen.SEEN, Sign.TOWN: Seen.SEEN, Sign.TAGGED: Seen.NOT_SEEN}
AFTER = {Sign.NAME: Seen.SEEN, Sign.TOWN: Seen.NOT_SEEN, Sign.TAGGED: Seen.SEEN}


@pytest.fixture
def looked(folder: Path) -> None:
    """Two finished looks at an account, and one just begun."""
    vault = vaults.unlock(folder, PHRASE).vault
    network = msgspec.structs.replace(FACEBOOK, stranger=Stranger())
    account = person.add_account(vault, "facebook", handle="ada.example.demo").value
    for ticks in (BEFORE, AFTER):
        look = stranger.begin(vault, network, account.id)
        for sign, seen in ticks.items():
            look = stranger.keep(vault, look, sign, seen=seen, note="Under the name" if seen is Seen.SEEN else "").value
        stranger.finish(vault, look.id)
    stranger.keep(vault, stranger.begin(vault, network, account.id), Sign.PHONE, seen=Seen.NOT_SEEN)
    vault.close()


def test_before_any_look_it_says_what_to_open_and_claims_nothing(app: App) -> None:
    shown = app.ok("checklists", "stranger", "facebook")
    assert "add your username to open this" in shown
    assert "Your town" in shown and "never looked" in shown
    assert "You have not finished a look here yet." in shown
    assert "cannot be seen" not in shown
    found = app.data("checklists", "stranger", "facebook")
    assert (found["account"], found["last"], found["begun"], found["changes"]) == (None, None, None, None)
    assert [one["sign"] for one in found["look_for"]] == [one.value for one in stranger.signs(FACEBOOK)]
    assert found["open"][0] == {"label": "Your profile", "link": "", "own_view": False, "needs_handle": True}


@pytest.mark.usefixtures("looked")
def test_the_last_look_stands_beside_the_one_before(app: App) -> None:
    shown = app.ok("checklists", "stranger", "facebook")
    assert "https://www.facebook.com/ada.example.demo" in shown
    assert "A stranger could learn: your name and photos you are tagged in." in shown
    assert "New: photos you are tagged in." in shown
    assert "No longer: your town." in shown
    assert "Not looked at: a photo of you, your friends, where you work, your old posts and your phone number." in shown
    assert "is not finished: 0 of 8 can be seen, 7 not looked at." in shown


@pytest.mark.usefixtures("looked")
def test_programs_get_the_same(app: App) -> None:
    found = app.data("checklists", "stranger", "facebook")
    assert (found["last"]["seen"], found["last"]["looked"], found["last"]["total"]) == (2, 3, 8)
    assert (found["changes"]["new"], found["changes"]["gone"]) == (["tagged"], ["town"])
    assert "phone" in found["changes"]["not_looked"]
    assert {"sign": "phone", "seen": "not_seen", "note": "", "item_id": ""} in found["begun"]["marks"]
    account = found["account"]
    assert app.data("checklists", "stranger", "facebook", "--account", account[:8])["account"] == account
    assert app("checklists", "stranger", "facebook", "--account", "zz").code == 2
    assert app("checklists", "stranger", "nowhere").code == 2

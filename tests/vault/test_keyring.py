"""The keyring as a way in: asked for, proved, never the only one, and every failure leads to the passphrase."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordDeleteError

from footprint import vault as v
from footprint.vault import slotfile, slots, systemkeyring
from footprint.vault.keys import DataKey, Strength
from footprint.vault.systemkeyring import SlotSecret, service_name
from tests.vault.stores import Asking, Null, Raising, Store


def opens(folder: Path, store: Store) -> v.Opened:
    secret = v.keyring_secret(folder, store=store.keyring())
    assert secret is not None
    return v.unlock(folder, secret)


def test_turned_on_it_opens_the_vault_and_turned_off_it_does_not(kept: Any, opened: v.Vault) -> None:
    store = Store()
    assert v.keyring_secret(kept.folder, store=store.keyring()) is None
    v.turn_on_keyring(opened, store=store.keyring())
    opened.close()
    found = opens(kept.folder, store)
    assert found.way is v.Way.KEYRING and v.fact(found.vault, "test.greeting") == "good morning"
    assert v.look(kept.folder).ways == (v.Way.PASSPHRASE, v.Way.CODE, v.Way.KEYRING)
    assert v.turn_off_keyring(found.vault, store=store.keyring())
    found.vault.close()
    assert store.entries == {}
    assert v.keyring_secret(kept.folder, store=store.keyring()) is None
    assert v.look(kept.folder).ways == (v.Way.PASSPHRASE, v.Way.CODE)


def test_the_entry_names_the_vault_and_nothing_personal_and_is_no_data_key(kept: Any, opened: v.Vault) -> None:
    store = Store()
    v.turn_on_keyring(opened, store=store.keyring())
    ((service, user), text) = next(iter(store.entries.items()))
    slot = slotfile.candidates(kept.folder)[0].of(v.Way.KEYRING)[0]
    assert user == slot.id and service.startswith("Footprint Check ") and len(text) == 44
    assert v.keyring_secret(kept.folder, store=store.keyring()).secret != opened.backing.key.secret()
    assert "secret" not in repr(v.keyring_secret(kept.folder, store=store.keyring())).removeprefix("SlotSecret")


def test_turned_on_again_one_slot_and_one_entry_are_left(kept: Any, opened: v.Vault) -> None:
    store = Store()
    for _time in range(3):
        v.turn_on_keyring(opened, store=store.keyring())
    assert len(store.entries) == 1
    assert len(slotfile.candidates(kept.folder)[0].slots) == 3
    opened.close()
    opens(kept.folder, store).vault.close()


@pytest.mark.parametrize(
    ("store", "situation"),
    [
        (Null(), v.Situation.NOT_KEPT),
        (Raising(lambda: KeyringLocked("x")), v.Situation.CLOSED),
        (Raising(lambda: InitError("x")), v.Situation.CLOSED),
        (Raising(lambda: NoKeyringError("x")), v.Situation.NO_STORE),
        (Raising(lambda: ModuleNotFoundError("x")), v.Situation.FAILED),
        (Asking(), v.Situation.NO_ANSWER),
    ],
)
def test_a_store_that_does_not_keep_it_is_never_made_a_way_in(
    kept: Any, opened: v.Vault, store: Store, situation: v.Situation
) -> None:
    before = slotfile.candidates(kept.folder)
    with pytest.raises(v.KeyringNotSet) as caught:
        v.turn_on_keyring(opened, store=store.keyring())
    assert caught.value.situation is situation
    assert slotfile.candidates(kept.folder) == before
    if isinstance(store, Asking):
        store.answer.set()


def test_an_answer_that_comes_too_late_is_taken_back(kept: Any, opened: v.Vault) -> None:
    taken_back = threading.Event()

    class Late(Asking):
        def delete_password(self, service: str, username: str) -> None:
            super().delete_password(service, username)
            taken_back.set()

    store = Late()
    with pytest.raises(v.KeyringNotSet):
        v.turn_on_keyring(opened, store=store.keyring())
    store.answer.set()
    assert taken_back.wait(10)
    assert store.entries == {}


@pytest.mark.parametrize(
    ("later", "situation"),
    [
        (lambda _store: Store(), v.Situation.EMPTY),
        (lambda store: Store(dict.fromkeys(store.entries, "not base64 !")), v.Situation.OTHER),
        (lambda store: Store(dict.fromkeys(store.entries, "")), v.Situation.OTHER),
        (lambda _store: Raising(lambda: KeyringLocked("x")), v.Situation.CLOSED),
        (lambda _store: Raising(lambda: RuntimeError("x")), v.Situation.FAILED),
        (lambda _store: Asking(), v.Situation.NO_ANSWER),
    ],
)
def test_a_store_that_fails_later_leads_to_the_passphrase(
    kept: Any, opened: v.Vault, later: Callable[[Store], Store], situation: v.Situation
) -> None:
    store = Store()
    v.turn_on_keyring(opened, store=store.keyring())
    opened.close()
    before = {path.name: path.read_bytes() for path in kept.folder.iterdir() if path.is_file()}
    broken = later(store)
    with pytest.raises(v.KeyringUnavailable) as caught:
        v.keyring_secret(kept.folder, store=broken.keyring())
    assert caught.value.situation is situation
    assert {path.name: path.read_bytes() for path in kept.folder.iterdir() if path.is_file()} == before
    v.unlock(kept.folder, kept.phrase).vault.close()
    if isinstance(broken, Asking):
        broken.answer.set()


def test_another_secret_in_its_place_opens_nothing_and_says_so(kept: Any, opened: v.Vault, waiting: Any) -> None:
    v.turn_on_keyring(opened, store=Store().keyring())
    opened.close()
    with pytest.raises(v.KeyringUnavailable) as caught:
        v.unlock(kept.folder, SlotSecret.new(), patience=waiting.patience())
    assert caught.value.situation is v.Situation.OTHER


def test_with_its_slot_gone_the_entry_is_worthless(kept: Any, opened: v.Vault) -> None:
    store = Store()
    v.turn_on_keyring(opened, store=store.keyring())
    secret = v.keyring_secret(kept.folder, store=store.keyring())
    assert v.turn_off_keyring(opened, store=Raising(lambda: PasswordDeleteError("x")).keyring()) is False
    opened.close()
    assert store.entries
    with pytest.raises(v.KeyringUnavailable):
        v.unlock(kept.folder, secret)


def test_after_the_keyring_opened_it_a_forgotten_passphrase_is_set_anew(
    kept: Any, opened: v.Vault, strength: v.Strength
) -> None:
    store = Store()
    v.turn_on_keyring(opened, store=store.keyring())
    opened.close()
    found = opens(kept.folder, store)
    v.set_passphrase(found.vault, "window candle harbour violin", strength=strength)
    found.vault.close()
    v.unlock(kept.folder, "window candle harbour violin").vault.close()


def test_everything_of_a_vault_is_taken_out_and_nothing_of_another(kept: Any, opened: v.Vault) -> None:
    store = Store({("another app", "someone"): "x"})
    v.turn_on_keyring(opened, store=store.keyring())
    vault = opened.backing.vault_id
    store.entries[service_name(vault), "left by a crash"] = "x"
    assert store.keyring().forget_all(vault) == 2
    assert list(store.entries) == [("another app", "someone")]
    assert store.keyring().forget_all(vault) == 0


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
@settings(max_examples=50)
def test_only_the_very_secret_opens_its_slot(ours: bytes, other: bytes) -> None:
    key = DataKey(bytes(range(32)))
    slot = slots.make_slot(key, "ab" * 16, SlotSecret(ours), "2026-11-16T00:00:00Z", Strength())
    found = slots.check(slots.sealed(key, "ab" * 16, (slot,)))
    assert slots.enter(found, SlotSecret(ours)).key.secret() == key.secret()
    if other != ours:
        with pytest.raises(v.KeyringUnavailable):
            slots.enter(found, SlotSecret(other))


@given(st.data())
@settings(max_examples=150)
def test_a_changed_slot_file_never_opens_by_the_keyring(data: st.DataObject) -> None:
    """Any byte, with the checksum made right again: only the two named errors, and never another key."""
    key, secret = DataKey(bytes(range(32))), SlotSecret(bytes(32))
    made = tuple(
        slots.make_slot(key, "ab" * 16, one, "2026-11-16T00:00:00Z", Strength())
        for one in (v.RecoveryCode("A" * 26), secret)
    )
    body = bytearray(slotfile.to_bytes(slots.sealed(key, "ab" * 16, made)).split(b"\n")[0])
    body[data.draw(st.integers(0, len(body) - 1))] ^= data.draw(st.integers(1, 255))
    checked = bytes(body) + b"\n" + hashlib.sha256(body).hexdigest()[:16].encode() + b"\n"
    with pytest.raises((v.KeysDamaged, v.KeyringUnavailable)):
        slots.enter(slotfile.from_bytes(checked), secret)


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_whatever_text_a_store_holds_is_a_secret_or_another_one(text: str) -> None:
    store = Store({(service_name("ab" * 16), "slot"): text})
    try:
        assert len(store.keyring().read("ab" * 16, "slot").secret) == 32
    except v.KeyringUnavailable as problem:
        assert problem.situation is v.Situation.OTHER


CHOOSING = """
import sys
from footprint.vault import systemkeyring
from footprint.vault.errors import KeyringUnavailable
try:
    store = systemkeyring._backend()
    print(type(store).__module__)
except KeyringUnavailable as problem:
    print(problem.situation)
print(sorted(name for name in sys.modules if "null" in name or "chosen" in name))
"""


def test_neither_the_environment_nor_a_file_chooses_the_store(tmp_path: Path) -> None:
    """`keyring` itself would take the null store from either, or import whatever is named there."""
    config = tmp_path / "python_keyring"
    config.mkdir()
    (config / "keyringrc.cfg").write_text("[backend]\ndefault-keyring=chosen.by.a.File\n")
    named = {
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "XDG_CONFIG_HOME": str(tmp_path),
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus",
    }
    answer = subprocess.run(
        [sys.executable, "-c", CHOOSING],
        env={**os.environ, **named},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    where, loaded = answer.stdout.splitlines()
    assert loaded == "[]"
    assert where in ("no_store", "keyring.backends.Windows", "keyring.backends.macOS")


def test_what_the_environment_put_on_a_store_is_taken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    class Chosen(Store):
        persist = "the usual"

    store = Chosen()
    store.persist = "enterprise"
    monkeypatch.setenv("KEYRING_PROPERTY_PERSIST", "enterprise")
    assert systemkeyring._untouched(store).persist == "the usual"


def test_a_crash_between_the_two_writes_leaves_every_way_in(kept: Any, opened: v.Vault, tmp_path: Path) -> None:
    store, states, real = Store(), [], slotfile.write

    def watched(folder: Path, found: slots.SlotList) -> None:
        real(folder, found)
        copy = tmp_path / f"state-{len(states)}"
        shutil.copytree(folder, copy)
        states.append(copy)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slotfile, "write", watched)
        v.turn_on_keyring(opened, store=store.keyring())
        v.turn_on_keyring(opened, store=store.keyring())
    opened.close()
    assert len(states) == 3
    for state in states:
        v.unlock(state, kept.code).vault.close()
        v.unlock(state, kept.phrase).vault.close()


def test_on_windows_the_entry_stays_on_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not run on Windows: a module made by hand stands for the store, whose usual kind roams with the profile."""

    class WinVaultKeyring(Store):
        persist = "enterprise"

    module = types.ModuleType("keyring.backends.Windows")
    module.WinVaultKeyring = WinVaultKeyring  # type: ignore[attr-defined] # a module made by hand
    monkeypatch.setitem(sys.modules, "keyring.backends.Windows", module)
    monkeypatch.setattr("keyring.backends.Windows", module, raising=False)
    monkeypatch.setattr(systemkeyring.sys, "platform", "win32")
    monkeypatch.setenv("KEYRING_PROPERTY_PERSIST", "enterprise")
    assert systemkeyring._backend().persist == "local machine"


def test_on_a_mac_it_is_the_keychain_and_no_other_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not run on a Mac: a module made by hand stands for the store."""

    class Keyring(Store):
        priority, keychain = 5, "/elsewhere"

    module = types.ModuleType("keyring.backends.macOS")
    module.Keyring = Keyring  # type: ignore[attr-defined] # a module made by hand
    monkeypatch.setitem(sys.modules, "keyring.backends.macOS", module)
    monkeypatch.setattr("keyring.backends.macOS", module, raising=False)
    monkeypatch.setattr(systemkeyring.sys, "platform", "darwin")
    store = systemkeyring._backend()
    assert isinstance(store, Keyring) and store.keychain is None


CHANGES = st.lists(
    st.tuples(st.sampled_from(["new code", "one more", "remove", "on", "off", "reset"]), st.integers(0, 9)), max_size=8
)


@given(CHANGES)
@settings(max_examples=25, deadline=None)
def test_whatever_is_changed_the_ways_are_those_that_were_made(template: Any, changes: list[tuple[str, int]]) -> None:
    """After any changes: what was made and not taken out opens, nothing else does, and two ways are always left."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "kept"
        shutil.copytree(template.folder, folder)
        vault, store = v.unlock(folder, template.code).vault, Store()
        codes, gone, on = [template.code], [], False
        for change, number in changes:
            if change in ("new code", "one more") and len(v.list_ways(vault)) < slots.MOST - 1:
                gone += [] if change == "one more" else codes
                codes = (codes if change == "one more" else []) + [
                    v.new_recovery_code(vault, keep_old=change == "one more").code
                ]
            elif change == "remove":
                ways = [one for one in v.list_ways(vault) if one.way is v.Way.CODE]
                at = number % len(ways)
                if not ways[at].needed:
                    v.remove_way(vault, ways[at].id)
                    entered = [one for one in codes if not _opens(folder, one)]
                    assert len(entered) == 1
                    codes.remove(entered[0])
                    gone += entered
            elif change == "on":
                v.turn_on_keyring(vault, store=store.keyring())
                on = True
            elif change == "off":
                assert v.turn_off_keyring(vault, store=store.keyring()) or not store.entries
                on = False
            elif change == "reset":
                store.entries.clear()
        vault.close()
        assert all(_opens(folder, one) for one in codes) and not any(_opens(folder, one) for one in gone)
        ways = [slot.way for slot in slotfile.candidates(folder)[0].slots]
        assert ways.count(v.Way.PASSPHRASE) == 1 and ways.count(v.Way.CODE) == len(codes) >= 1
        assert ways.count(v.Way.KEYRING) == int(on)
        if store.entries:
            assert _opens(folder, v.keyring_secret(folder, store=store.keyring())) is on


def _opens(folder: Path, secret: slots.Secret | None) -> bool:
    if secret is None:
        return False
    try:
        slots.enter(slotfile.candidates(folder)[0], secret).key.drop()
    except (v.WrongSecret, v.KeyringUnavailable):
        return False
    return True

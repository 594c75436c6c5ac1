"""Besides: two at once, a window and the command line, a slow disk, a folder that takes no writing."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

from footprint import vault as v
from footprint.vault import connection, schema
from tests.torture import doing, kept
from tests.torture.disks import open_on, troubled
from tests.torture.kept import CODE, PHRASE, Kept
from tests.torture.killing import run_and_kill
from tests.torture.outcome import Outcome, Row, each, scratch

ROOT = Path(__file__).parents[2]
KEY = bytes([3]) * 32


def opening(say: doing.Say, folder: Path, start: float) -> None:
    """Open at the same moment as others; write while it is open."""
    say("ready")
    time.sleep(max(0.0, start - time.time()))
    try:
        vault = v.unlock(folder, CODE).vault
    except v.InUse:
        say("in use")
        return
    say("open")
    for number in range(3):
        v.set_fact(vault, f"test.{os.getpid()}", str(number))
    time.sleep(0.05)
    vault.close()


def several_at_once(runs: int) -> Outcome:
    """Three programs open one vault at the same moment: one is let in, the others are told."""
    bad = refused = 0
    with scratch() as place:
        vault = kept.make(place / "vault")
        for _number in each(runs, "at once"):
            start, said = time.time() + 0.15, []
            threads = [
                threading.Thread(
                    target=lambda: said.append(run_and_kill(opening, vault.folder, start, after=None).words)  # noqa: B023
                )
                for _program in range(3)
            ]
            for one in threads:
                one.start()
            for one in threads:
                one.join()
            let_in = sum(words == ("open",) for words in said)
            refused += sum(words == ("in use",) for words in said)
            bad += let_in < 1 or len(said) != 3
        opened = vault.open()
        with opened.vault.reading() as db:
            bad += opened.older is not None or not db.sound()
        opened.vault.close()
    return Outcome(runs, bad, "", refused, "programs told that it is in use")


def window(say: doing.Say, folder: Path) -> None:
    """A real window, opened with the passphrase; it stays until the parent has looked."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from ui.app import App
    from ui.lock.page import LockPage

    qt = QApplication([])
    app = App(qt, folder, opener=lambda _address: None)
    app.start()
    say("ready")
    page = app.window.page
    assert isinstance(page, LockPage)
    page.box.edit.setText(PHRASE)
    page.unlock.click()
    end = time.monotonic() + 30
    while app.window.shell is None and time.monotonic() < end:
        qt.processEvents()
        time.sleep(0.01)
    say("open" if app.window.shell is not None else "never opened")
    app.lock()
    while not isinstance(app.window.page, LockPage) and time.monotonic() < end:
        qt.processEvents()
        time.sleep(0.01)
    say("locked")
    os._exit(0)


def window_and_commands(_runs: int) -> Outcome:
    """While the window has the vault open every command says so and exits 3; after it locked they work."""
    bad, tried = 0, 0
    with scratch() as place:
        vault = kept.make(place / "vault")
        commands = (("status",), ("log", "list"), ("backup", str(place / "b.footprint")), ("wipe", "--yes"))

        def hear(word: str, _process: int) -> None:
            nonlocal bad, tried
            if word in ("open", "locked"):
                for one in commands if word == "open" else commands[:3]:
                    tried += 1
                    bad += _command(vault.folder, *one) != (3 if word == "open" else 0)
            bad += word == "never opened"

        said = run_and_kill(window, vault.folder, after=None, hear=hear)
        bad += said.words != ("open", "locked")
        opened = vault.open()
        bad += v.fact(opened.vault, "test.greeting") != "good morning"
        opened.vault.close()
    return Outcome(tried, bad, "4 commands while it is open, 3 after it locked")


def _command(folder: Path, *arguments: str) -> int:
    command = [sys.executable, "-m", "footprint", "--vault", str(folder), "--passphrase-file", "-", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, input=f"{PHRASE}\n", capture_output=True, text=True, env=environment, check=False)
    return done.returncode


def slow_disk(runs: int) -> Outcome:
    """Each flush takes a while: several threads save, one reads, and then it is locked in the middle of a save."""
    chance, trouble = random.Random(30), troubled()
    bad = saved = cut_off = 0
    with scratch() as place:
        for number in each(runs, "slow disk"):
            path = place / f"vault-{number}.db"
            with closing(connection.open_store(path, KEY, create=True)) as first:
                schema.migrate(first)
            trouble.slow = chance.uniform(0.01, 0.08)
            vault = v.Vault(lambda path=path: open_on(path, KEY))
            said: list[str] = []
            problems: list[Exception] = []
            threads = [threading.Thread(target=_save, args=(vault, name, said, problems)) for name in ("a", "b", "c")]
            for one in threads:
                one.start()
            time.sleep(chance.uniform(0.1, 0.5))
            with vault.reading() as db:
                bad += not isinstance(db.value("SELECT count(*) FROM vault_fact"), int)
            trouble.slow = chance.choice((0.01, 0.4))
            vault.close()
            for one in threads:
                one.join()
            trouble.slow = 0.0
            cut_off += sum(isinstance(one, v.Locked) for one in problems)
            bad += sum(not isinstance(one, v.Locked) for one in problems)
            again = v.Vault(lambda path=path: open_on(path, KEY))
            bad += not all(v.fact(again, name) for name in said)
            with again.reading() as db:
                bad += not db.sound()
            again.close()
            saved += len(said)
    return Outcome(runs, bad, f"{saved:,} saved", cut_off, "threads stopped by the lock")


def _save(vault: v.Vault, name: str, said: list[str], problems: list[Exception]) -> None:
    try:
        for number in range(1000):
            v.set_fact(vault, f"test.{name}.{number}", "x" * 300)
            said.append(f"test.{name}.{number}")
    except Exception as problem:  # noqa: BLE001 whatever it is, the parent judges it
        problems.append(problem)


def without_rights(say: doing.Say, place: Path) -> None:
    """Everything the app does in a folder where this account may only read."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    say("ready")
    vault, backup = place / "vault", place / "b.footprint"
    tries = (
        ("unlock", lambda: v.unlock(vault, CODE).vault.close()),
        ("unlock by phrase", lambda: v.unlock(vault, PHRASE).vault.close()),
        ("restore", lambda: v.restore(backup, CODE, vault).vault.close()),
        ("create", lambda: v.create(vault / "new", PHRASE, strength=v.FLOOR).vault.close()),
        ("look", lambda: _looked(vault)),
        ("wipe", lambda: v.wipe(vault)),
    )
    for name, work in tries:
        try:
            work()
            say(f"{name}: done")
        except v.VaultError as problem:
            say(f"{name}: {type(problem).__name__}")


def _looked(folder: Path) -> None:
    problem = v.look(folder).problem
    if problem is not None:
        raise problem


def read_only(_runs: int) -> Outcome:
    """A folder, or its files, that may only be read: a named sentence each time, and not a byte changed."""
    if sys.platform == "win32":
        return Outcome(0, 0, skipped="rights of this kind are POSIX")
    tried = bad = refused = 0
    for folder_mode, file_mode in ((0o500, 0o600), (0o500, 0o400), (0o700, 0o400), (0o700, 0o600)):
        with scratch() as place:
            vault = kept.make(place / "vault")
            opened = vault.open().vault
            v.backup(opened, place / "b.footprint")
            opened.close()
            before = _bytes(vault.folder)
            _give_away(place, folder_mode, file_mode)
            changed: list[str] = []

            def hear(word: str, _process: int, vault: Kept = vault, changed: list[str] = changed) -> None:
                if word != "ended" and _bytes(vault.folder) != before:  # noqa: B023
                    changed.append(word)
                    sys.stderr.write(f"  changed after {word}\n")

            said = run_and_kill(without_rights, place, after=None, hear=hear).words
            if os.geteuid() != 0:
                vault.folder.chmod(0o700)
            free = (folder_mode, file_mode) == (0o700, 0o600)
            if not free:
                bad += len(changed)
                bad += sum(one.split(": ")[1] not in ("ReadOnlyPlace", "done") for one in said)
                refused += sum(one.endswith("ReadOnlyPlace") for one in said)
            else:
                bad += said[0] != "unlock: done"
            tried += len(said)
            sys.stderr.write(f"  {folder_mode:o} {file_mode:o}: {'; '.join(said)}\n")
    return Outcome(tried, bad, "by another account that may only read", refused, "refused in words")


def _give_away(place: Path, folder_mode: int, file_mode: int) -> None:
    """To an account without rights, where this one has all of them; then take the rights away."""
    there = (place, *place.rglob("*"))
    for one in there:
        if os.geteuid() == 0:
            os.chown(one, 65534, 65534)
    for one in place.rglob("*"):
        if one.is_file():
            one.chmod(file_mode if one.parent.name == "vault" else 0o600)
    (place / "vault").chmod(folder_mode)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != "app.lock"}


ROWS = (
    Row("+ two", "three programs open one vault at once", 60, several_at_once),
    Row("+ window", "a window and the command line at once", 1, window_and_commands),
    Row("+ slow", "a slow disk, and locking in the middle", 40, slow_disk),
    Row("+ readonly", "a folder that takes no writing", 1, read_only),
)

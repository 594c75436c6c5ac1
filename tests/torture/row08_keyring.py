"""The keyring against a real Secret Service (gnome-keyring on a bus of its own), in every situation it can be in.

Whatever the store does, the answer comes within 11 seconds and names the situation, nothing of the vault is touched and
the passphrase opens it. The same file is what runs inside the session: `python -m tests.torture.row08_keyring PART`.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from footprint import vault as v
from footprint.vault import slotfile
from footprint.vault.systemkeyring import LONGEST_WAIT
from tests.torture import kept
from tests.torture.kept import CODE, PHRASE
from tests.torture.outcome import Outcome, Row, scratch

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
PACKAGES = ("gnome-keyring", "dbus")
LONGEST = LONGEST_WAIT + 1
_PASSWORD = "login password of an invented person"
_STORE = "store"  # the folder of the keyring daemon's own files, inside a place


@dataclass(frozen=True)
class Tried:
    """One situation: what the store answered ("opened" or the name of the situation), and what that did."""

    name: str
    answer: str
    seconds: float
    touched: bool
    opens_by_passphrase: bool


# What may be answered. A locked store asks a question that nobody can see here; it ends as dismissed or not at all.
_LOCKED = ("closed", "no_answer")
EXPECTED: dict[str, tuple[str, ...]] = {
    "normal": ("opened",),
    "null store named in the environment": ("opened",),
    "null store named in a file": ("opened",),
    "a store named that does not exist": ("opened",),
    "locked while running": _LOCKED,
    "daemon killed": (*_LOCKED, "no_store"),
    "opened again in the next session": ("opened",),
    "a daemon that does not answer": ("no_answer",),
    "locked": _LOCKED,
    "wrong login password": _LOCKED,
    "reset": ("empty",),
    "no session bus": ("no_store",),
    "never set up, asked to keep a secret": (*_LOCKED, "no_store"),
}


def missing() -> str:
    """Why nothing can be tried here; "" where it can."""
    if not sys.platform.startswith("linux"):
        return "no Secret Service on this system"
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    return f"not installed: {', '.join(lacking)} (Debian: {' '.join(PACKAGES)})" if lacking else ""


# -- outside the session ---------------------------------------------------------------------------


def try_all(place: Path) -> list[Tried]:
    """Every situation once, with a vault and a store of their own in `place`."""
    kept.make(place / "vault")
    found = _session(place, "first")
    found += _session(place, "again")
    found += _session(place, "locked", unlock=None)
    found += _session(place, "wrong", unlock="another password")
    shutil.rmtree(place / _STORE)
    found += _session(place, "reset")
    found += _session(place, "no bus", bus=False, unlock=None)
    shutil.rmtree(place / _STORE)
    found += _session(place, "never set up", unlock=None, daemon=False)
    return found


def _session(
    place: Path, part: str, *, bus: bool = True, unlock: str | None = _PASSWORD, daemon: bool = True
) -> list[Tried]:
    """Run one part in a session of its own: a new bus, a daemon that is unlocked or not."""
    home = place / _STORE
    home.mkdir(exist_ok=True)
    (home / "run").mkdir(mode=0o700, exist_ok=True)
    hidden = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run"), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    env |= {"XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
    asked = {"part": part, "place": str(place), "unlock": unlock, "daemon": daemon and bus}
    command = [sys.executable, "-m", "tests.torture.row08_keyring", json.dumps(asked)]
    answer = subprocess.run(
        ["dbus-run-session", "--", *command] if bus else command,
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if answer.returncode:
        raise RuntimeError(f"{part}: {answer.stderr[-2000:]}")
    return [Tried(**one) for one in json.loads(answer.stdout.splitlines()[-1])]


def faults(one: Tried) -> list[str]:
    """What does not hold of it."""
    found = []
    if one.answer not in EXPECTED[one.name]:
        found.append(f"answered {one.answer}")
    if one.seconds > LONGEST:
        found.append(f"took {one.seconds:.1f} s")
    if one.touched:
        found.append("something of the vault was touched")
    if not one.opens_by_passphrase:
        found.append("the passphrase does not open it")
    return found


def run(runs: int) -> Outcome:
    """All situations, `runs` times. The control asks the library itself, which takes what a setting names."""
    why = missing()
    if why:
        return Outcome(0, 0, skipped=why)
    tried: list[Tried] = []
    for _time in range(runs):
        with scratch() as place:
            tried += try_all(place)
    bad = [(one, faults(one)) for one in tried if faults(one)]
    for one, what in bad:
        sys.stderr.write(f"  {one.name}: {', '.join(what)}\n")
    slowest = max(one.seconds for one in tried)
    detail = f"{len(EXPECTED)} situations, slowest answer {slowest:.1f} s"
    return Outcome(len(tried), len(bad), detail, control(), "the library's own choice kept nothing and said nothing")


def control() -> int:
    """`keyring.set_password` with the null store named in the environment: succeeds, and nothing is kept."""
    code = "import keyring; keyring.set_password('a', 'b', 'c'); print(keyring.get_password('a', 'b'))"
    env = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    said = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True).stdout
    return int(said.strip() == "None")


# -- inside the session ----------------------------------------------------------------------------


@contextmanager
def _daemon(password: str | None) -> Iterator[subprocess.Popen[bytes]]:
    """gnome-keyring, unlocked with `password` (which makes the store the first time) or locked."""
    how = ["--unlock"] if password is not None else ["--start"]
    command = ["gnome-keyring-daemon", "--foreground", "--components=secrets", *how]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as one:
        assert one.stdin is not None
        one.stdin.write((password or "").encode())
        one.stdin.close()
        _wait_for_service()
        yield one
        one.terminate()


def _wait_for_service() -> None:
    """Until the daemon has taken its name on the bus."""
    import secretstorage
    from jeepney import DBusAddress, new_method_call

    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    for _time in range(200):
        connection = secretstorage.dbus_init()
        asked = new_method_call(bus, "NameHasOwner", "s", ("org.freedesktop.secrets",))
        (there,) = connection.send_and_get_reply(asked).body
        connection.close()
        if there:
            return
        time.sleep(0.05)
    raise RuntimeError("the keyring daemon did not come up")


class Inside:
    """One session's worth of situations on the vault of `place`."""

    def __init__(self, place: Path) -> None:
        self.folder = place / "vault"
        self.tried: list[Tried] = []

    def open(self, name: str) -> None:
        """Open the vault by the store, and note what came of it."""

        def work() -> str:
            secret = v.keyring_secret(self.folder)
            assert secret is not None
            v.unlock(self.folder, secret).vault.close()
            return "opened"

        self._note(name, work)

    def turn_on(self, name: str) -> None:
        """Ask the store to be a way in where it cannot be."""

        def work() -> str:
            opened = v.unlock(self.folder, CODE).vault
            try:
                v.turn_on_keyring(opened)
            finally:
                opened.close()
            return "opened"

        self._note(name, work)

    def _note(self, name: str, work: Callable[[], str]) -> None:
        before, start = self._state(), time.monotonic()
        try:
            answer = work()
        except v.KeyringUnavailable as problem:
            answer = problem.situation.value
        took = time.monotonic() - start
        touched = self._state() != before
        opened = v.unlock(self.folder, PHRASE)
        fine = v.fact(opened.vault, "test.greeting") == "good morning"
        opened.vault.close()
        self.tried.append(Tried(name, answer, took, touched, fine))

    def _state(self) -> dict[str, str]:
        names = ("vault.db", slotfile.KEYS, slotfile.SPARE)
        return {name: hashlib.sha256((self.folder / name).read_bytes()).hexdigest() for name in names}


def first(inside: Inside, daemon: subprocess.Popen[bytes] | None) -> None:
    assert daemon is not None
    opened = v.unlock(inside.folder, CODE).vault
    v.turn_on_keyring(opened)
    opened.close()
    inside.open("normal")
    _take_out_all_of_another_vault()
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    inside.open("null store named in the environment")
    os.environ["PYTHON_KEYRING_BACKEND"] = "no.such.Store"
    inside.open("a store named that does not exist")
    del os.environ["PYTHON_KEYRING_BACKEND"]
    config = Path(os.environ["XDG_CONFIG_HOME"]) / "python_keyring" / "keyringrc.cfg"
    config.parent.mkdir(parents=True)
    config.write_text("[backend]\ndefault-keyring=keyring.backends.null.Keyring\n", encoding="utf-8")
    inside.open("null store named in a file")
    _lock()
    inside.open("locked while running")
    daemon.send_signal(signal.SIGKILL)
    daemon.wait()
    inside.open("daemon killed")


def again(inside: Inside, daemon: subprocess.Popen[bytes] | None) -> None:
    assert daemon is not None
    inside.open("opened again in the next session")
    daemon.send_signal(signal.SIGSTOP)
    inside.open("a daemon that does not answer")
    daemon.send_signal(signal.SIGCONT)


def _take_out_all_of_another_vault() -> None:
    """What a crash left over goes too, and nothing of the vault that is tried here."""
    store, other = v.SystemKeyring(), "ab" * 16
    for slot in ("one", "left by a crash"):
        store.put(other, slot, v.SlotSecret.new())
    if store.forget_all(other) != 2 or store.forget_all(other) != 0:
        raise RuntimeError("not everything of a vault is taken out of the store")


def _lock() -> None:
    import secretstorage

    connection = secretstorage.dbus_init()
    secretstorage.get_default_collection(connection).lock()
    connection.close()


PARTS: dict[str, Callable[[Inside, subprocess.Popen[bytes] | None], None]] = {
    "first": first,
    "again": again,
    "locked": lambda inside, _daemon: inside.open("locked"),
    "wrong": lambda inside, _daemon: inside.open("wrong login password"),
    "reset": lambda inside, _daemon: inside.open("reset"),
    "no bus": lambda inside, _daemon: inside.open("no session bus"),
    "never set up": lambda inside, _daemon: inside.turn_on("never set up, asked to keep a secret"),
}


def main(text: str) -> None:
    asked = json.loads(text)
    inside, do = Inside(Path(asked["place"])), PARTS[asked["part"]]
    if asked["daemon"]:
        with _daemon(asked["unlock"]) as daemon, suppress(ProcessLookupError):
            do(inside, daemon)
    else:
        do(inside, None)
    sys.stdout.write(json.dumps([asdict(one) for one in inside.tried]) + "\n")


ROWS = (Row("8", "the keyring in every situation, against a real Secret Service", 3, run),)

if __name__ == "__main__":
    main(sys.argv[1])

"""A word to the desktop: a small notification server on a bus of its own, and the very call of the scheduler."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from footprint.reminders import desktop, duefile

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("dbus-daemon") is None, reason="no session bus can be had here"
)
# Answers `Notify` as the specification says, strict about its types, and writes down what it got.
SERVER = """
import json, sys
from jeepney import HeaderFields, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
with open_dbus_connection(bus="SESSION") as bus:
    bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
    print("ready", flush=True)
    while True:
        asked = bus.receive()
        if asked.header.message_type is not MessageType.method_call:
            continue
        fields = asked.header.fields
        if fields.get(HeaderFields.member) != "Notify" or fields.get(HeaderFields.signature) != "susssasa{sv}i":
            bus.send(new_error(asked, "org.freedesktop.DBus.Error.InvalidArgs"))
            continue
        with open(sys.argv[1], "a") as out:
            out.write(json.dumps(asked.body) + chr(10))
        bus.send(new_method_return(asked, "u", (7,)))
"""


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A session bus with nobody on it."""
    address = f"unix:path={tmp_path / 'bus'}"
    running = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", f"--address={address}", "--print-address=1"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert running.stdout is not None and running.stdout.readline()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield address
    running.kill()
    running.communicate()


@pytest.fixture
def heard(bus: str, tmp_path: Path) -> Iterator[Path]:
    """What a notification server on that bus was asked to show, a line each."""
    out = tmp_path / "heard.jsonl"
    out.touch()
    running = subprocess.Popen([sys.executable, "-c", SERVER, str(out)], stdout=subprocess.PIPE)
    assert running.stdout is not None and running.stdout.readline() == b"ready\n"
    yield out
    running.kill()
    running.communicate()


def shown(heard: Path) -> list[list[object]]:
    return [json.loads(line) for line in heard.read_text().splitlines()]


def remind(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ui.start", "--vault", str(folder), "--json", *options, "remind", "due", "--notify"],
        capture_output=True, text=True, cwd=ROOT, timeout=60, check=False,
        env={**os.environ, "TZ": "UTC", "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip


def test_it_is_shown_low_and_without_a_word_of_the_persons(heard: Path) -> None:
    assert desktop.is_there() and desktop.show("Footprint Check", "You have a check to do")
    ((app, replaces, icon, title, words, actions, hints, _time),) = shown(heard)
    assert (app, replaces, icon, title, words) == (
        "Footprint Check",
        0,
        "",
        "Footprint Check",
        "You have a check to do",
    )
    assert actions == [] and hints == {"category": ["s", "reminder"], "urgency": ["y", 0]}


def test_where_nobody_shows_it_it_was_not_shown(bus: str) -> None:
    assert desktop.is_there() and not desktop.show("a", "b")


def test_without_a_bus_it_was_not_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nowhere'}")
    assert not desktop.show("a", "b")


def test_the_scheduled_call_says_it_once_with_the_notes_locked(heard: Path, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "settings.json").write_text('{"quiet_from": 0, "quiet_until": 0}')
    duefile.keep_days(folder, {date.today() - timedelta(days=1): 3, date.today() + timedelta(days=40): 1})
    first, second = remind(folder), remind(folder)
    assert first.returncode == second.returncode == 0, first.stderr
    assert json.loads(first.stdout) == {"told": "said", "due": 3}
    assert json.loads(second.stdout) == {"told": "nothing", "due": 3}
    assert [one[4] for one in shown(heard)] == ["You have 3 checks to do"]
    assert {path.name for path in folder.iterdir()} <= {"due.json", "due.lock", "settings.json"}


def test_one_that_could_not_be_shown_is_shown_later(bus: str, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "settings.json").write_text('{"quiet_from": 0, "quiet_until": 0}')
    duefile.keep_days(folder, {date.today(): 1})
    done = remind(folder)
    assert done.returncode == 1 and "could not show it" in done.stderr
    assert duefile.load(folder).told is None

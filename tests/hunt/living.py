"""A whole life of the app in a home of its own, for a hunt afterwards. Run as a program: `living.py FOLDER STEP`."""

from __future__ import annotations

import sys
from contextlib import closing, suppress
from pathlib import Path

from footprint import checklists, paths, search
from footprint import vault as v
from footprint.logs import Catcher, Event, Log, report, short_report
from footprint.registry import Registry
from footprint.settings import SettingsFile
from footprint.tasks import Task
from footprint.vault import automatic

PHRASE = "lamp river stone orchard"
STRENGTH = v.Strength(memory=64 * 1024, passes=3, lanes=4)
PLACES = (
    "home", "accounts", "checklists", "search", "passwords", "remove", "guidance", "incidents", "journal", "settings",
)  # fmt: skip


def audit(folder: Path) -> None:
    """The whole demo audit, in a vault that is kept; the words of the person go to standard output, one a line."""
    from footprint.demo.audit import DAYS
    from footprint.demo.audit import audit as play
    from footprint.demo.clock import DemoClock
    from footprint.demo.scene import Scene
    from footprint.demo.web import LoopbackWeb
    from footprint.web import Web

    clock = DemoClock(DAYS)
    with closing(v.create(folder, PHRASE, strength=STRENGTH, clock=clock).vault) as vault, LoopbackWeb() as loopback:
        door = Web(vault, offline=lambda: False, resolver=loopback.resolver, dial=loopback.dial,
                   authority=loopback.authority, pace=0)  # fmt: skip
        library = checklists.load(paths.shipped("checklists"))
        play(Scene(vault, clock, door, library, Registry(search.PROVIDERS)), Task())
        _afterwards(vault, folder)
        with vault.reading() as db:
            for table, columns in KNOWN.items():
                for row in db.execute(f"SELECT {columns} FROM {table}"):
                    sys.stdout.writelines(f"word {' '.join(str(one).split())}\n" for one in row if one)


# What is the person's own, or about them, in words long enough to stand nowhere else.
KNOWN = {
    "person_detail": "text, given, family",
    "person_account": "handle, address",
    "log_item": "title, address, contact, notes",
    "search_finding": "address, snippet",
    "incident": "what, place",
    "check_note": "text",
}


def rooms(folder: Path) -> None:
    """Secrets through every room, then mistakes of ours that hold them; the secrets and the reports are said."""
    from tests.secrets import fill

    with closing(v.create(folder, PHRASE, strength=STRENGTH).vault) as vault:
        secrets = fill(vault, checklists.load(paths.shipped("checklists")))
        sys.stdout.writelines(f"word {one}\n" for one in secrets.given)
        _afterwards(vault, folder)
    log = Log(folder)
    heard: list[BaseException] = []
    catcher = Catcher(lambda: log, heard.append)
    for one in secrets.given[:50]:
        try:
            _break(one)
        except ValueError as problem:
            log.note(Event.JOB_FAILED, problem=problem, count=len(secrets.given), seconds=0.5)
            sys.excepthook(type(problem), problem, problem.__traceback__)
            sys.stdout.writelines(f"said {line}\n" for line in (*report(problem).splitlines(), short_report(problem)))
    catcher.let_go()


def _break(secret: str) -> None:
    try:
        Path(f"/{secret}/{secret}").read_bytes()
    except OSError as problem:
        raise ValueError(f"about {secret}") from problem


def _afterwards(vault: v.Vault, folder: Path) -> None:
    """What a window does beside: choices, a copy of its own, a log."""
    SettingsFile(folder).change(seen_welcome=True, text_size=115)
    automatic.copy_now(vault)
    Log(folder).note(Event.STARTED)


def window(folder: Path) -> None:
    """Unlock in the window, walk through every place, break something, lock, close."""
    from PySide6.QtTest import QTest

    from ui.app import open_app

    app = open_app(folder)
    assert app is not None
    app.unlock(PHRASE, lambda _words: None)
    for _turn in range(200):
        if app.session is not None and app.window.shell is not None:
            break
        QTest.qWait(20)
    assert app.session is not None
    for place in PLACES:
        with suppress(KeyError):
            app.session.desk.go(place)
        QTest.qWait(60)
    app.session.desk.broke.emit(ValueError("nothing of the person"))
    QTest.qWait(50)
    app.lock()
    QTest.qWait(100)
    app.window.close()


if __name__ == "__main__":
    {"audit": audit, "rooms": rooms, "window": window}[sys.argv[2]](Path(sys.argv[1]))

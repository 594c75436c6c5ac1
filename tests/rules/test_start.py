"""The start stays light: what only a search, a picture, a letter or a command needs is not loaded for the lock page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from footprint import vault as vaults
from footprint.lazily import front_door
from footprint.settings import SettingsFile

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {
    "apsw", "babel", "bs4", "click", "cryptography", "filelock", "jinja2", "keyring", "lxml", "msgspec", "phonenumbers",
    "PIL", "rapidfuzz", "requests", "rich", "segno", "tldextract", "zxcvbn",
}  # fmt: skip
HEAVY_AT_HOME = HEAVY - {"apsw", "cryptography", "filelock", "msgspec"}
PHRASE = "invented words for a test only"

_START = """
import sys
from pathlib import Path
from ui.early import load_core
load_core(Path(sys.argv[1]))
from ui.app import open_app
app = open_app(Path(sys.argv[1]))
from PySide6.QtWidgets import QApplication
QApplication.processEvents()
print(type(app.window.page).__name__, *sys.modules, flush=True)
import os
os._exit(0)
"""


def started(folder: Path) -> tuple[str, set[str]]:
    """The page a start on `folder` shows first, and the modules loaded by then."""
    answer = subprocess.run(
        [sys.executable, "-c", _START, str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    page, *loaded = answer.stdout.split()
    return page, set(loaded)


def test_the_lock_page_stands_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    vaults.create(tmp_path, PHRASE).vault.close()
    page, loaded = started(tmp_path)
    assert page == "LockPage"
    assert loaded & HEAVY == set()
    later = ("ui.shell", "ui.session", "ui.jobs", "ui.keeping", "ui.ways_in", "footprint.log", "ctypes", "datetime")
    assert {name for name in loaded if f"{name}.".startswith(tuple(f"{one}." for one in later))} == set()
    assert not {"PySide6.QtNetwork", "PySide6.QtDBus", "_hashlib"} & loaded


def test_home_stands_without_what_only_searches_pictures_and_letters_need(tmp_path: Path) -> None:
    SettingsFile(tmp_path).change(seen_welcome=True)
    page, loaded = started(tmp_path)
    assert page == "Shell"
    assert loaded & HEAVY_AT_HOME == set()
    later = (
        "footprint.search.matching.weighing",
        "footprint.search.providers",
        "ui.keeping",
        "ui.first_run",
        "ui.lock.keep",
    )
    later += ("footprint.reminders.schedule", "footprint.search.reading.page_signs", "footprint.search.running")
    later += ("urllib.request", "email", "subprocess", "concurrent.futures")
    assert {name for name in loaded if name.startswith(later)} == set()


def test_a_front_door_gives_each_name_once_and_knows_no_others() -> None:
    find = front_door("footprint.vault", {"glance": "seems_kept"})
    assert find("seems_kept") is vaults.seems_kept
    with pytest.raises(AttributeError, match="no_such_name"):
        find("no_such_name")


def test_each_lazy_front_door_gives_all_it_promises() -> None:
    """Each name is imported from where the door says, and no module of the room stands in the way of a name."""
    for room in ("log", "search", "vault", "web"):
        package = __import__(f"footprint.{room}", fromlist=["__all__"])
        modules = {path.stem for path in (ROOT / "footprint" / room).iterdir()}
        assert modules & set(package.__all__) == set(), room
        for name in package.__all__:
            assert not isinstance(getattr(package, name), type(os)), f"{room}.{name} is a module"

"""Told to end by the system, the app closes tidily and asks nothing: what was only looked at is gone from the disk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there a process is not told to end by a signal")

# The app with something in it that closing by hand would ask about, saying when signals are heeded.
_APP = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import LATER_MS, open_app
app = open_app(Path(sys.argv[1]))
from footprint import person
person.add_account(app.session.vault, "facebook")
if sys.argv[2] == "asked":
    app.window.close()
QTimer.singleShot(LATER_MS + 200, lambda: print("ready", flush=True))
sys.exit(QApplication.exec())
"""


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("state", ["plain", "asked"])
def test_it_ends_without_a_question_and_leaves_nothing(tmp_path: Path, told: signal.Signals, state: str) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(temporary)}
    app = subprocess.Popen(
        [sys.executable, "-c", _APP, str(tmp_path / "notes"), state],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert app.stdout is not None and app.stdout.readline() == "ready\n"
        assert list(temporary.glob("footprint-look-*"))
        time.sleep(0.1)  # idle again: no Python runs that would hear it by chance
        app.send_signal(told)
        assert app.wait(timeout=30) == 0
        assert not list(temporary.glob("footprint-look-*"))
    finally:
        app.kill()
        app.wait()
        if app.stdout is not None:
            app.stdout.close()

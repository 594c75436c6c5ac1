"""Progress on standard error, and Ctrl+C as a wish to stop rather than a crash in the middle."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from footprint.cli.output import Output
from footprint.i18n import _
from footprint.tasks import Task


@contextmanager
def stoppable(output: Output) -> Iterator[Task]:
    """A task whose steps are printed. The first Ctrl+C (or `kill`) stops it at its next step, the second at once."""

    def report(done: int, total: int, note: str) -> None:
        output.aside(f"{done + 1}/{total} {note}" if total else note)

    task = Task(report)
    if threading.current_thread() is not threading.main_thread():
        yield task  # signals reach the main thread alone
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        output.aside(_("Stopping. Press Ctrl+C again to stop at once."))
        task.stop()
        for one in before:
            signal.signal(one, signal.default_int_handler)

    before = {one: signal.signal(one, stop) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield task
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)

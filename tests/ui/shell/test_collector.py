"""Objects nobody reaches any more are collected, and on the window's thread alone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from typing import ClassVar

import pytest

from ui.collector import Collector
from ui.desk import Desk


class Ring:
    """Reaches itself, so that only the collector can find it; notes on which thread it went."""

    gone_on: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        Ring.gone_on.append(threading.get_ident())


@pytest.fixture
def collector(look: None) -> Iterator[Collector]:
    Ring.gone_on.clear()
    made = Collector()
    yield made
    made.close()


def test_what_nobody_reaches_goes_on_the_windows_thread(
    collector: Collector, desk: Desk, settle: Callable[[], None]
) -> None:
    ring = Ring()
    seen = weakref.ref(ring)
    del ring
    desk.lanes.start("bulk", lambda _task: [[n] for n in range(200_000)])  # enough to make Python look on that thread
    settle()
    assert seen() is not None and not Ring.gone_on
    for _n in range(20):
        kept = [[n] for n in range(2_000)]
        collector.look()
        del kept
    gc.collect()
    assert Ring.gone_on == [threading.get_ident()]


def test_closing_gives_it_back(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.close()
    assert gc.isenabled()

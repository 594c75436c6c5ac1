"""Asks several sources at once: the lines of one host one after another, those of different hosts side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, SimpleQueue

from footprint.i18n import _
from footprint.search.records import Line
from footprint.tasks import Stopped, Task

AT_ONCE = 16  # as many as the door lets through together
_LOOK = 0.2

Lane = list[tuple[int, Line]]


def lanes(lines: Iterable[Line]) -> list[Lane]:
    """The lines with their places in the plan, in its order; what has a host or a source in common is one lane."""
    found: list[tuple[set[str], Lane]] = []
    for at, line in enumerate(lines):
        hosts = {line.provider, *(one.host for one in line.sendings)}
        joined: Lane = [(at, line)]
        apart = []
        for known, lane in found:
            if known.isdisjoint(hosts):
                apart.append((known, lane))
            else:
                hosts |= known
                joined += lane
        found = [*apart, (hosts, sorted(joined, key=lambda one: one[0]))]
    return sorted((lane for _hosts, lane in found), key=lambda lane: lane[0][0])


def ask_all(lines: tuple[Line, ...], ask: Callable[[int, Line], None], task: Task) -> None:
    """`ask` every line with its place. A stop, or a problem of one lane, ends them all; then it is raised here."""
    task.check()
    each = lanes(lines)
    news: SimpleQueue[tuple[Line, bool]] = SimpleQueue()

    def walk(lane: Lane) -> None:
        for at, line in lane:
            task.check()
            news.put((line, False))
            ask(at, line)
            news.put((line, True))

    with ThreadPoolExecutor(min(AT_ONCE, len(each)), thread_name_prefix="search") as pool:
        walking = [pool.submit(walk, lane) for lane in each]
        try:
            _follow(walking, news, len(lines), task)
        except BaseException:
            task.stop()  # nobody waits for the rest any more
            raise


def _follow(walking: list[Future[None]], news: SimpleQueue[tuple[Line, bool]], total: int, task: Task) -> None:
    """Report how far they are, and who is asked, until all have come to their end."""
    done, asked = 0, list[Line]()
    while True:
        ended = all(one.done() for one in walking)
        _raise_problem(walking)
        try:
            line, over = news.get(timeout=0 if ended else _LOOK)
        except Empty:
            if ended:
                return
            continue
        if over:
            done += 1
            asked.remove(line)
        else:
            asked.append(line)
        if asked:
            task.step(done, total, _("Asking {label}").format(label=asked[-1].label))


def _raise_problem(walking: list[Future[None]]) -> None:
    """What went wrong in a lane; a stop only once nothing worse did."""
    problems = [problem for one in walking if one.done() and (problem := one.exception()) is not None]
    worse = [problem for problem in problems if not isinstance(problem, Stopped)]
    if problems:
        raise (worse or problems)[0]

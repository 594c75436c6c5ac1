"""How fast reading goes and how long it will take, for progress."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from footprint.i18n import _, ngettext

_WINDOW = 20.0  # seconds looked back
_SURE = 3.0  # seconds before anything is said about the end


class Pace:
    """Told now and then how far things are. `clock` gives seconds."""

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.total = total
        self._clock = clock
        self._seen: deque[tuple[float, int, int]] = deque([(clock(), 0, 0)])
        self._begun = clock()
        self.items = 0
        self.done = 0

    def at(self, done: int, items: int) -> None:
        """`done` bytes of the total and `items` records so far."""
        self.done, self.items = done, items
        now = self._clock()
        self._seen.append((now, done, items))
        while len(self._seen) > 2 and now - self._seen[1][0] > _WINDOW:
            self._seen.popleft()

    def _span(self) -> tuple[float, int, int]:
        first, last = self._seen[0], self._seen[-1]
        return last[0] - first[0], last[1] - first[1], last[2] - first[2]

    @property
    def rate(self) -> float:
        """Records a second, of late."""
        seconds, _bytes, items = self._span()
        return items / seconds if seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """None while nobody can say."""
        seconds, done, _items = self._span()
        if done <= 0 or self._clock() - self._begun < _SURE or self.total <= 0:
            return None
        return max(0, self.total - self.done) * seconds / done

    def words(self) -> str:
        """ "12,300 items read, 20,000 a second, about 2 minutes left"."""
        told = [ngettext("{count:,} item read", "{count:,} items read", self.items).format(count=self.items)]
        rate = round(self.rate)
        if rate:
            told.append(_("{rate:,} a second").format(rate=rate))
        left = self.seconds_left
        if left is not None:
            told.append(_left(left))
        return ", ".join(told)


def _left(seconds: float) -> str:
    if seconds < 50:
        return _("less than a minute left")
    minutes = max(1, round(seconds / 60))
    if minutes < 90:
        return ngettext("about {count} minute left", "about {count} minutes left", minutes).format(count=minutes)
    hours = round(minutes / 60)
    return ngettext("about {count} hour left", "about {count} hours left", hours).format(count=hours)

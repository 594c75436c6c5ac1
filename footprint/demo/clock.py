"""A clock the demo turns by hand, so that an audit of half a year fits into a few seconds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class DemoClock:
    """Starts some days before the real present and is moved on; it never runs ahead of the real one."""

    def __init__(self, days_ago: int) -> None:
        self._end = datetime.now(UTC)
        self.now = self._end - timedelta(days=days_ago)

    def __call__(self) -> datetime:
        return self.now

    def on(self, **by: float) -> None:
        """Move on by days, hours or minutes, but not past the present."""
        self.now = min(self._end, self.now + timedelta(**by))

    def to_the_present(self) -> None:
        self.now = self._end

"""A member of an archive that cannot be read on, and why."""

from __future__ import annotations

from footprint.archives.records import Why


class BrokenMember(Exception):
    """Raised by the stream of a member. What was read before it counts; readers let it pass."""

    def __init__(self, why: Why = Why.BROKEN_FILE, where: str = "") -> None:
        super().__init__(why.value, where)
        self.why = why
        self.where = where

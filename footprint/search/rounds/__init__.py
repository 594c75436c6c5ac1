"""Looking by hand, one search after the other: what comes next, what was opened, and how far the person has come."""

from footprint.search.rounds.going_on import (
    Progress,
    Round,
    State,
    Step,
    current,
    mark_opened,
    seen_with_picture,
    start_again,
)

__all__ = ["Progress", "Round", "State", "Step", "current", "mark_opened", "seen_with_picture", "start_again"]

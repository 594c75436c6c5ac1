"""Who put it there, as a register of answers: each leaves a row, and one replaces only those it has seen.

So “this person frightens me” is not lost to an answer given on a computer that never heard of it, in whatever order
lists are merged; and it does give way to a later answer of somebody who saw it.
"""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.log.answers.keeping import came_together
else:
    __getattr__ = front_door(__name__, {"keeping": "came_together"})

__all__ = ["came_together"]

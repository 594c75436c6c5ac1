"""“Is it still there?”: a first look, looks again by plan or on demand, and verdicts that never say gone too soon."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.log.recheck.confirming import APART
    from footprint.log.recheck.keeping import keep, say
    from footprint.log.recheck.planning import Line, Plan, plan, unfinished
    from footprint.log.recheck.reckoning import due, looks, standing, standings
    from footprint.log.recheck.records import Look, Page, Reason, Seen, Standing, Verdict, Word
    from footprint.log.recheck.running import NothingToLook, Run, forget_unfinished, run
    from footprint.log.recheck.verdicts import Judged, Known, judge
    from footprint.log.recheck.words import look_in_words, next_in_words, standing_in_words, why
else:
    __getattr__ = front_door(
        __name__,
        {
            "keeping": "keep say",
            "planning": "Line Plan plan unfinished",
            "records": "Look Page Reason Seen Standing Verdict Word",
            "running": "NothingToLook Run forget_unfinished run",
            "reckoning": "due looks standing standings",
            "confirming": "APART",
            "verdicts": "Judged Known judge",
            "words": "look_in_words next_in_words standing_in_words why",
        },
    )

__all__ = [
    "APART",
    "Judged",
    "Known",
    "Line",
    "Look",
    "NothingToLook",
    "Page",
    "Plan",
    "Reason",
    "Run",
    "Seen",
    "Standing",
    "Verdict",
    "Word",
    "due",
    "forget_unfinished",
    "judge",
    "keep",
    "look_in_words",
    "looks",
    "next_in_words",
    "plan",
    "run",
    "say",
    "standing",
    "standing_in_words",
    "standings",
    "unfinished",
    "why",
]

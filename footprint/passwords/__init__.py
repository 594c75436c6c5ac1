"""How good a password is, whether it was leaked, and which accounts share one. No password is ever kept.

`judge(text, own_words(vault))` in words; `plan` and `look_up` ask the leaked lists, `open_list` looks in a downloaded
one; `read_list` reads an export of a manager, `keep` its numbers, `shred` deletes it.
"""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.passwords.advice import Tip, suggest, tips
    from footprint.passwords.changing import Step, step_for
    from footprint.passwords.details import network_names, own_words
    from footprint.passwords.exports.raw import BadExport
    from footprint.passwords.hash_file import BadList, LeakedList, open_list
    from footprint.passwords.hashing import sha1_of
    from footprint.passwords.history import add_to, compared, keep, looks
    from footprint.passwords.managers import Guide, guides
    from footprint.passwords.ranges import Plan, look_up, plan
    from footprint.passwords.records import (
        AccountResult,
        Counts,
        Grade,
        Judgement,
        Look,
        Manager,
        Past,
        Report,
        Seen,
        Sort,
    )
    from footprint.passwords.reuse import NoAccounts, look_in_list, read_list, with_seen, without_hashes
    from footprint.passwords.shredding import CannotShred, Shredded, left_over, shred
    from footprint.passwords.strength import NoPassword, judge
else:
    __getattr__ = front_door(
        __name__,
        {
            "advice": "Tip suggest tips",
            "changing": "Step step_for",
            "details": "network_names own_words",
            "exports.raw": "BadExport",
            "hash_file": "BadList LeakedList open_list",
            "hashing": "sha1_of",
            "history": "add_to compared keep looks",
            "managers": "Guide guides",
            "ranges": "Plan look_up plan",
            "records": "AccountResult Counts Grade Judgement Look Manager Past Report Seen Sort",
            "reuse": "NoAccounts look_in_list read_list with_seen without_hashes",
            "shredding": "CannotShred Shredded left_over shred",
            "strength": "NoPassword judge",
        },
    )

__all__ = [
    "AccountResult",
    "BadExport",
    "BadList",
    "CannotShred",
    "Counts",
    "Grade",
    "Guide",
    "Judgement",
    "LeakedList",
    "Look",
    "Manager",
    "NoAccounts",
    "NoPassword",
    "Past",
    "Plan",
    "Report",
    "Seen",
    "Shredded",
    "Sort",
    "Step",
    "Tip",
    "add_to",
    "compared",
    "guides",
    "judge",
    "keep",
    "left_over",
    "look_in_list",
    "look_up",
    "looks",
    "network_names",
    "open_list",
    "own_words",
    "plan",
    "read_list",
    "sha1_of",
    "shred",
    "step_for",
    "suggest",
    "tips",
    "with_seen",
    "without_hashes",
]

"""The only door to the network, and the journal of everything that went through it."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.web.door import USER_AGENT, Web
    from footprint.web.errors import (
        AskedToStop,
        BadCertificate,
        NotConsented,
        Offline,
        Refused,
        TimedOut,
        TooBig,
        Unreachable,
        Unreadable,
        WebProblem,
    )
    from footprint.web.export import csv_text, journal_csv, journal_rows, safe_cell
    from footprint.web.ledger import clear_before, entries, note_made, presses, sent_today
    from footprint.web.links import Address, Link, judge, judge_link, judge_origin
    from footprint.web.origin import allow_own_origin, forget_own_origin, own_origin
    from footprint.web.records import Consent, Entry, Kind, Press, Purpose, Reply, Request, Sending
else:
    __getattr__ = front_door(
        __name__,
        {
            "door": "USER_AGENT Web",
            "errors": (
                "AskedToStop BadCertificate NotConsented Offline Refused TimedOut TooBig Unreachable Unreadable "
                "WebProblem"
            ),
            "export": "csv_text journal_csv journal_rows safe_cell",
            "ledger": "clear_before entries note_made presses sent_today",
            "links": "Address Link judge judge_link judge_origin",
            "origin": "allow_own_origin forget_own_origin own_origin",
            "records": "Consent Entry Kind Press Purpose Reply Request Sending",
        },
    )

__all__ = [
    "USER_AGENT",
    "Address",
    "AskedToStop",
    "BadCertificate",
    "Consent",
    "Entry",
    "Kind",
    "Link",
    "NotConsented",
    "Offline",
    "Press",
    "Purpose",
    "Refused",
    "Reply",
    "Request",
    "Sending",
    "TimedOut",
    "TooBig",
    "Unreachable",
    "Unreadable",
    "Web",
    "WebProblem",
    "allow_own_origin",
    "clear_before",
    "csv_text",
    "entries",
    "forget_own_origin",
    "journal_csv",
    "journal_rows",
    "judge",
    "judge_link",
    "judge_origin",
    "note_made",
    "own_origin",
    "presses",
    "safe_cell",
    "sent_today",
]

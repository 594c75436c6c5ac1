"""The log: one item for each thing to act on, with its history, evidence and messages, until it is gone from there."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.log.asking import How, Request, requests, sent
    from footprint.log.copies import (
        add_page,
        add_picture,
        add_text,
        evidence,
        evidence_bytes,
        is_unchanged,
        one_evidence,
        page_words,
        picture,
        remove_evidence,
        thumbnail,
    )
    from footprint.log.errors import BadEvidence, BadItem, BadLetters, BlankLeft, MayNotAsk, WrongMove
    from footprint.log.events import history
    from footprint.log.export import export_csv
    from footprint.log.items import (
        KEPT_DAYS,
        add,
        change,
        change_many,
        delete,
        empty_deleted,
        from_finding,
        get,
        of_check,
        of_finding,
        recently_deleted,
        restore,
    )
    from footprint.log.letters import Blank, Letter, draft
    from footprint.log.moves import allowed, allowed_for, move
    from footprint.log.origins import Origin
    from footprint.log.pages import count, counts_by_status, due, ids, next_due, page
    from footprint.log.reading import Pixels
    from footprint.log.records import (
        Action,
        DeletedRow,
        Event,
        EventKind,
        Evidence,
        EvidenceKind,
        Item,
        Kind,
        New,
        Query,
        Row,
        Severity,
        Sort,
    )
    from footprint.log.sorting import put_on_list
    from footprint.log.states import REPLY_DAYS, Group, State, Status, status_of
    from footprint.log.templates import LetterFile, Tone, letter_files
    from footprint.log.ways import Steps, network_name, steps_for
    from footprint.log.worries import Help, Route, routes_for
else:
    __getattr__ = front_door(
        __name__,
        {
            "asking": "How Request requests sent",
            "copies": (
                "add_page add_picture add_text evidence evidence_bytes is_unchanged one_evidence page_words "
                "picture remove_evidence thumbnail"
            ),
            "errors": "BadEvidence BadItem BadLetters BlankLeft MayNotAsk WrongMove",
            "events": "history",
            "export": "export_csv",
            "items": (
                "KEPT_DAYS add change change_many delete empty_deleted from_finding get of_check of_finding "
                "recently_deleted restore"
            ),
            "letters": "Blank Letter draft",
            "moves": "allowed allowed_for move",
            "origins": "Origin",
            "pages": "count counts_by_status due ids next_due page",
            "reading": "Pixels",
            "records": "Action DeletedRow Event EventKind Evidence EvidenceKind Item Kind New Query Row Severity Sort",
            "sorting": "put_on_list",
            "states": "REPLY_DAYS Group State Status status_of",
            "templates": "LetterFile Tone letter_files",
            "ways": "Steps network_name steps_for",
            "worries": "Help Route routes_for",
        },
    )

__all__ = [
    "KEPT_DAYS",
    "REPLY_DAYS",
    "Action",
    "BadEvidence",
    "BadItem",
    "BadLetters",
    "Blank",
    "BlankLeft",
    "DeletedRow",
    "Event",
    "EventKind",
    "Evidence",
    "EvidenceKind",
    "Group",
    "Help",
    "How",
    "Item",
    "Kind",
    "Letter",
    "LetterFile",
    "MayNotAsk",
    "New",
    "Origin",
    "Pixels",
    "Query",
    "Request",
    "Route",
    "Row",
    "Severity",
    "Sort",
    "State",
    "Status",
    "Steps",
    "Tone",
    "WrongMove",
    "add",
    "add_page",
    "add_picture",
    "add_text",
    "allowed",
    "allowed_for",
    "change",
    "change_many",
    "count",
    "counts_by_status",
    "delete",
    "draft",
    "due",
    "empty_deleted",
    "evidence",
    "evidence_bytes",
    "export_csv",
    "from_finding",
    "get",
    "history",
    "ids",
    "is_unchanged",
    "letter_files",
    "move",
    "network_name",
    "next_due",
    "of_check",
    "of_finding",
    "one_evidence",
    "page",
    "page_words",
    "picture",
    "put_on_list",
    "recently_deleted",
    "remove_evidence",
    "requests",
    "restore",
    "routes_for",
    "sent",
    "status_of",
    "steps_for",
    "thumbnail",
]

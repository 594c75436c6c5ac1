"""The log: one item for each thing to act on, with its history, evidence and messages, until it is gone from there."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.log.asking import How, Request, requests, sent
    from footprint.log.copies.bundle import BundlePlan, bundle_plan, write_bundle
    from footprint.log.copies.keeping import (
        add_changed,
        add_mail,
        add_page,
        add_pdf,
        add_picture,
        add_text,
        copies_kept,
        evidence,
        evidence_bytes,
        is_unchanged,
        keep_copy,
        mail_of,
        one_evidence,
        page_words,
        pdf_of,
        picture,
        preview,
        remove_evidence,
        thumbnail,
    )
    from footprint.log.copies.read_edit import Box, Edit
    from footprint.log.copies.reading import Pixels
    from footprint.log.copies.shows import Answer, NeverKept, Shows, Thought
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
        gone_findings,
        of_check,
        of_finding,
        put,
        recently_deleted,
        restore,
        several,
    )
    from footprint.log.law import Law, laws
    from footprint.log.letters.book import letter_book
    from footprint.log.letters.checking import Check, Remark, Setting, remarks, setting_of
    from footprint.log.letters.drafting import Blank, Letter, draft, kinds_of, to_send
    from footprint.log.letters.mail import LONGEST_LINK, as_eml, as_text, mail_link
    from footprint.log.letters.templates import (
        Audience,
        Length,
        LetterFile,
        Rung,
        Tone,
        letter_files,
        letter_named,
        notes,
    )
    from footprint.log.likely import known_relation
    from footprint.log.moves import allowed, allowed_for, move, seen_gone
    from footprint.log.origins import Origin
    from footprint.log.pages import count, counts_by_status, due, due_days, ids, next_due, page
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
    from footprint.log.relations import FAMILY_DAYS, Relation, days_to_wait, relations_for
    from footprint.log.sorting import put_on_list
    from footprint.log.sorts import ending_of
    from footprint.log.states import REPLY_DAYS, Group, State, Status, status_of
    from footprint.log.ways import Steps, network_name, steps_for
    from footprint.log.who_helps import Helpline, Topic, helplines, helplines_checked
    from footprint.log.worries import Help, Route, routes_for
else:
    __getattr__ = front_door(
        __name__,
        {
            "asking": "How Request requests sent",
            "letters.book": "letter_book",
            "copies.bundle": "BundlePlan bundle_plan write_bundle",
            "copies.keeping": (
                "add_changed add_mail add_page add_pdf add_picture add_text copies_kept evidence evidence_bytes "
                "is_unchanged keep_copy mail_of one_evidence page_words pdf_of picture preview remove_evidence "
                "thumbnail"
            ),
            "errors": "BadEvidence BadItem BadLetters BlankLeft MayNotAsk WrongMove",
            "events": "history",
            "export": "export_csv",
            "items": (
                "KEPT_DAYS add change change_many delete empty_deleted from_finding get gone_findings of_check "
                "of_finding put recently_deleted restore several"
            ),
            "law": "Law laws",
            "letters.checking": "Check Remark Setting remarks setting_of",
            "letters.drafting": "Blank Letter draft kinds_of to_send",
            "likely": "known_relation",
            "letters.mail": "LONGEST_LINK as_eml as_text mail_link",
            "moves": "allowed allowed_for move seen_gone",
            "origins": "Origin",
            "pages": "count counts_by_status due due_days ids next_due page",
            "copies.read_edit": "Box Edit",
            "copies.reading": "Pixels",
            "records": "Action DeletedRow Event EventKind Evidence EvidenceKind Item Kind New Query Row Severity Sort",
            "relations": "FAMILY_DAYS Relation days_to_wait relations_for",
            "copies.shows": "Answer NeverKept Shows Thought",
            "sorting": "put_on_list",
            "sorts": "ending_of",
            "states": "REPLY_DAYS Group State Status status_of",
            "letters.templates": "Audience LetterFile Length Rung Tone letter_files letter_named notes",
            "ways": "Steps network_name steps_for",
            "who_helps": "Helpline Topic helplines helplines_checked",
            "worries": "Help Route routes_for",
        },
    )

__all__ = [
    "FAMILY_DAYS",
    "KEPT_DAYS",
    "LONGEST_LINK",
    "REPLY_DAYS",
    "Action",
    "Answer",
    "Audience",
    "BadEvidence",
    "BadItem",
    "BadLetters",
    "Blank",
    "BlankLeft",
    "Box",
    "BundlePlan",
    "Check",
    "DeletedRow",
    "Edit",
    "Event",
    "EventKind",
    "Evidence",
    "EvidenceKind",
    "Group",
    "Help",
    "Helpline",
    "How",
    "Item",
    "Kind",
    "Law",
    "Length",
    "Letter",
    "LetterFile",
    "MayNotAsk",
    "NeverKept",
    "New",
    "Origin",
    "Pixels",
    "Query",
    "Relation",
    "Remark",
    "Request",
    "Route",
    "Row",
    "Rung",
    "Setting",
    "Severity",
    "Shows",
    "Sort",
    "State",
    "Status",
    "Steps",
    "Thought",
    "Tone",
    "Topic",
    "WrongMove",
    "add",
    "add_changed",
    "add_mail",
    "add_page",
    "add_pdf",
    "add_picture",
    "add_text",
    "allowed",
    "allowed_for",
    "as_eml",
    "as_text",
    "bundle_plan",
    "change",
    "change_many",
    "copies_kept",
    "count",
    "counts_by_status",
    "days_to_wait",
    "delete",
    "draft",
    "due",
    "due_days",
    "empty_deleted",
    "ending_of",
    "evidence",
    "evidence_bytes",
    "export_csv",
    "from_finding",
    "get",
    "gone_findings",
    "helplines",
    "helplines_checked",
    "history",
    "ids",
    "is_unchanged",
    "keep_copy",
    "kinds_of",
    "known_relation",
    "laws",
    "letter_book",
    "letter_files",
    "letter_named",
    "mail_link",
    "mail_of",
    "move",
    "network_name",
    "next_due",
    "notes",
    "of_check",
    "of_finding",
    "one_evidence",
    "page",
    "page_words",
    "pdf_of",
    "picture",
    "preview",
    "put",
    "put_on_list",
    "recently_deleted",
    "relations_for",
    "remarks",
    "remove_evidence",
    "requests",
    "restore",
    "routes_for",
    "seen_gone",
    "sent",
    "setting_of",
    "several",
    "status_of",
    "steps_for",
    "thumbnail",
    "to_send",
    "write_bundle",
]

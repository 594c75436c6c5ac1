"""Looking for the person in public: queries, providers, runs, findings and what the person says about them."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.search.access import BadKey, BadServer, forget, give, given, key_end, read_key, ready
    from footprint.search.addresses import BadAddress, canonical, host_of, read_address
    from footprint.search.engines import ENGINES, PICTURE_ENGINES, Engine, PictureEngine, label_of
    from footprint.search.handoff import (
        Added,
        HandOff,
        NothingSaid,
        Saw,
        add_pasted,
        add_saved_page,
        hand_offs,
        picture_hand_off,
        record_look,
    )
    from footprint.search.kept_pictures import BadPicture, add_picture, picture_bytes, pictures, pictures_of
    from footprint.search.kept_runs import find_run, last_run, rest, runs, unfinished
    from footprint.search.matching.learning import Lesson, LessonKind
    from footprint.search.matching.lessons import forget_all_lessons, forget_lesson, learned
    from footprint.search.matching.names import BadNames
    from footprint.search.pasted import Problem
    from footprint.search.planning import BUDGETS, Options, asked_unbidden, plan, plan_copies
    from footprint.search.providers import PROVIDERS, Kind, Need, Provider
    from footprint.search.records import (
        Band,
        Counts,
        Finding,
        Hit,
        Line,
        Look,
        Match,
        Outcome,
        Page,
        Picture,
        Plan,
        Query,
        Reason,
        Run,
        Sighting,
        Verdict,
    )
    from footprint.search.running import NothingChosen, overall, run
    from footprint.search.saved_page import BadPage, SavedPage, read_saved_page
    from footprint.search.triage import (
        GladOnlyIfFine,
        counts,
        finding,
        findings,
        hidden_sites,
        hide_site,
        is_left,
        show_site,
        sightings,
        verdict,
    )
    from footprint.search.trying import KeyState, Tried, key_preview, try_and_give
else:
    __getattr__ = front_door(
        __name__,
        {
            "access": "BadKey BadServer forget give given key_end read_key ready",
            "addresses": "BadAddress canonical host_of read_address",
            "engines": "ENGINES PICTURE_ENGINES Engine PictureEngine label_of",
            "handoff": (
                "Added HandOff NothingSaid Saw add_pasted add_saved_page hand_offs picture_hand_off record_look"
            ),
            "kept_pictures": "BadPicture add_picture picture_bytes pictures pictures_of",
            "kept_runs": "find_run last_run rest runs unfinished",
            "matching.learning": "Lesson LessonKind",
            "matching.lessons": "forget_all_lessons forget_lesson learned",
            "matching.names": "BadNames",
            "pasted": "Problem",
            "planning": "BUDGETS Options asked_unbidden plan plan_copies",
            "providers": "PROVIDERS Kind Need Provider",
            "records": (
                "Band Counts Finding Hit Line Look Match Outcome Page Picture Plan Query Reason Run Sighting Verdict"
            ),
            "running": "NothingChosen overall run",
            "saved_page": "BadPage SavedPage read_saved_page",
            "trying": "KeyState Tried key_preview try_and_give",
            "triage": (
                "GladOnlyIfFine counts finding findings hidden_sites hide_site is_left show_site sightings verdict"
            ),
        },
    )

__all__ = [
    "BUDGETS",
    "ENGINES",
    "PICTURE_ENGINES",
    "PROVIDERS",
    "Added",
    "BadAddress",
    "BadKey",
    "BadNames",
    "BadPage",
    "BadPicture",
    "BadServer",
    "Band",
    "Counts",
    "Engine",
    "Finding",
    "GladOnlyIfFine",
    "HandOff",
    "Hit",
    "KeyState",
    "Kind",
    "Lesson",
    "LessonKind",
    "Line",
    "Look",
    "Match",
    "Need",
    "NothingChosen",
    "NothingSaid",
    "Options",
    "Outcome",
    "Page",
    "Picture",
    "PictureEngine",
    "Plan",
    "Problem",
    "Provider",
    "Query",
    "Reason",
    "Run",
    "SavedPage",
    "Saw",
    "Sighting",
    "Tried",
    "Verdict",
    "add_pasted",
    "add_picture",
    "add_saved_page",
    "asked_unbidden",
    "canonical",
    "counts",
    "find_run",
    "finding",
    "findings",
    "forget",
    "forget_all_lessons",
    "forget_lesson",
    "give",
    "given",
    "hand_offs",
    "hidden_sites",
    "hide_site",
    "host_of",
    "is_left",
    "key_end",
    "key_preview",
    "label_of",
    "last_run",
    "learned",
    "overall",
    "picture_bytes",
    "picture_hand_off",
    "pictures",
    "pictures_of",
    "plan",
    "plan_copies",
    "read_address",
    "read_key",
    "read_saved_page",
    "ready",
    "record_look",
    "rest",
    "run",
    "runs",
    "show_site",
    "sightings",
    "try_and_give",
    "unfinished",
    "verdict",
]

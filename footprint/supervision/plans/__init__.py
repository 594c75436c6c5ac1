"""Plans: what a manager suggests, and what the person takes on of it. Nothing ever goes back.

`Plan` has no field that could ask for something back. `file_of` writes one, `open_file` reads one, `plan_page` is its
one page, `invitation` the words that go with it. `offer`, `take`, `standings`, `drop` are the person's side.
"""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.supervision.plans.inviting import invitation
    from footprint.supervision.plans.notes import to_reader, to_writer, worries
    from footprint.supervision.plans.page import SIZES, PlanPage, html, plan_page, questions, text, when_words
    from footprint.supervision.plans.reading import Opened, known_networks, open_file, open_plan
    from footprint.supervision.plans.records import (
        ENDING,
        LONGEST_NOTE,
        LONGEST_SENDER,
        MONTHS,
        MOST_BYTES,
        MOST_MONTHS,
        MOST_NETWORKS,
        MOST_NOTE_LINES,
        MOST_PROMPTS,
        PROMISE,
        BadPlan,
        Plan,
        Worry,
        checked,
    )
    from footprint.supervision.plans.remembered import of_reminders, taken
    from footprint.supervision.plans.store import Taken
    from footprint.supervision.plans.taking import (
        Choice,
        Offer,
        Part,
        Standing,
        drop,
        offer,
        standings,
        take,
    )
    from footprint.supervision.plans.writing import file_name, file_of
else:
    __getattr__ = front_door(
        __name__,
        {
            "inviting": "invitation",
            "notes": "to_reader to_writer worries",
            "page": "SIZES PlanPage html plan_page questions text when_words",
            "reading": "Opened known_networks open_file open_plan",
            "records": (
                "ENDING LONGEST_NOTE LONGEST_SENDER MONTHS MOST_BYTES MOST_MONTHS MOST_NETWORKS MOST_NOTE_LINES "
                "MOST_PROMPTS PROMISE BadPlan Plan Worry checked"
            ),
            "store": "Taken",
            "taking": "Choice Offer Part Standing drop offer standings take",
            "remembered": "of_reminders taken",
            "writing": "file_name file_of",
        },
    )

__all__ = [
    "ENDING",
    "LONGEST_NOTE",
    "LONGEST_SENDER",
    "MONTHS",
    "MOST_BYTES",
    "MOST_MONTHS",
    "MOST_NETWORKS",
    "MOST_NOTE_LINES",
    "MOST_PROMPTS",
    "PROMISE",
    "SIZES",
    "BadPlan",
    "Choice",
    "Offer",
    "Opened",
    "Part",
    "Plan",
    "PlanPage",
    "Standing",
    "Taken",
    "Worry",
    "checked",
    "drop",
    "file_name",
    "file_of",
    "html",
    "invitation",
    "known_networks",
    "of_reminders",
    "offer",
    "open_file",
    "open_plan",
    "plan_page",
    "questions",
    "standings",
    "take",
    "taken",
    "text",
    "to_reader",
    "to_writer",
    "when_words",
    "worries",
]

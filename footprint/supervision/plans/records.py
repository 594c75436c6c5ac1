"""A plan: what somebody suggests to a team. It asks for nothing back, because it has no field that could."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from footprint.errors import FootprintError
from footprint.i18n import N_, _

FORMAT = 1
ENDING = ".footprint-plan"
MOST_BYTES = 20_000
MOST_NETWORKS = 20  # so that the printed page stays one page
LONGEST_NETWORK = 30
LONGEST_SENDER = 80
LONGEST_NOTE = 500
MOST_NOTE_LINES = 8
MOST_PROMPTS = 4
MONTHS = (3, 6, 12)  # what is offered; a file may say anything up to `MOST_MONTHS`
MOST_MONTHS = 24
MOST_YEARS = 3

# Stands in every plan file, on every page and in every invitation. Nothing in a plan can change it.
PROMISE = N_(
    "This plan asks for nothing back. What you find is yours alone. The app tells nobody whether you follow it."
)

_PROMPT_ID = re.compile(r"[a-z0-9-]{1,40}")
# Letters nobody sees, some of which turn the reading order; a line feed is kept.
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")


@dataclass(frozen=True)
class Plan:
    """What is suggested.

    `networks` are ids of the library, or names it does not know. `again`: months between looks, 0 where the app's own
    rhythm is meant. `search`: whether to look for one's own name as well. `prompts` are ids of `supervision.prompts`.
    """

    networks: tuple[str, ...]
    made: date
    search: bool = False
    by: date | None = None
    again: int = 0
    sender: str = ""
    note: str = ""
    prompts: tuple[str, ...] = ()


class Worry(StrEnum):
    """What a note may hold that does not belong there, or what else of a plan wants a sentence before it is used."""

    ASKS_BACK = "asks_back"
    NAMES = "names"
    LINK = "link"
    UNSEEN = "unseen"
    PAST = "past"
    UNKNOWN_NETWORK = "unknown_network"
    UNKNOWN_PROMPT = "unknown_prompt"


class BadPlan(FootprintError):
    """No plan can be made of this; the sentence says why. Nothing was changed."""


def tidy(text: str, *, lines: bool = False) -> str:
    """Plain text: without letters nobody sees, without blanks at the ends; in one line unless `lines`."""
    text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    if not lines:
        return " ".join(text.split())
    kept = [" ".join(one.split()) for one in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def has_unseen(text: str) -> bool:
    """Whether anything in it cannot be seen."""
    return bool(_UNSEEN.search(text.replace("\r\n", "\n").replace("\t", " ")))


def checked(plan: Plan) -> Plan:
    """The same plan, tidy and within what a plan can hold. Raises `BadPlan`."""
    networks = tuple(dict.fromkeys(name for name in map(tidy, plan.networks) if name))
    sender, note = tidy(plan.sender), tidy(plan.note, lines=True)
    for wrong, words in (
        (not networks and not plan.search, _("Choose at least one network, or the search for your own name.")),
        (len(networks) > MOST_NETWORKS, _("Choose at most {n} networks.").format(n=MOST_NETWORKS)),
        (
            any(len(one) > LONGEST_NETWORK for one in networks),
            _("The name of a network has at most {n} letters.").format(n=LONGEST_NETWORK),
        ),
        (len(sender) > LONGEST_SENDER, _("Say who it is from in at most {n} letters.").format(n=LONGEST_SENDER)),
        (len(note) > LONGEST_NOTE, _("The note has room for {n} letters.").format(n=LONGEST_NOTE)),
        (
            note.count("\n") >= MOST_NOTE_LINES,
            _("The note has room for {n} lines.").format(n=MOST_NOTE_LINES),
        ),
        (len(plan.prompts) > MOST_PROMPTS, _("Choose at most {n} questions.").format(n=MOST_PROMPTS)),
        (
            not all(_PROMPT_ID.fullmatch(one) for one in plan.prompts),
            _("A question has an id such as m-time."),
        ),
        (not 0 <= plan.again <= MOST_MONTHS, _("Choose between 1 and {n} months.").format(n=MOST_MONTHS)),
    ):
        if wrong:
            raise BadPlan(words)
    _check_day(plan)
    return Plan(networks, plan.made, plan.search, plan.by, plan.again, sender, note, tuple(dict.fromkeys(plan.prompts)))


def _check_day(plan: Plan) -> None:
    if plan.by is None:
        return
    if plan.by < plan.made:
        raise BadPlan(_("The day must be today or later."))
    if plan.by.year > plan.made.year + MOST_YEARS:
        raise BadPlan(_("Choose a day within the next {n} years.").format(n=MOST_YEARS))

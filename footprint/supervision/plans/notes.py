"""What a note may hold that does not belong in a plan: it asks for something back, names people, or leads elsewhere.

It finds suspects, a person decides. The one who writes is warned, and the one who reads is told as well.
"""

from __future__ import annotations

import re

from footprint.i18n import N_, _
from footprint.supervision.plans.records import Worry, has_unseen

_LINK = re.compile(
    r"https?:|www\.|[\w.+-]+@[\w-]+\.\w|\b[\w-]{2,}\.(?:com|org|net|uk|eu|io|info|me|link|ly|app|gov|nhs|example)\b"
    r"|\bhxxp|\bbit\s*\.\s*ly\b",
    re.IGNORECASE,
)
_GIVE = r"(?:send|show|give|bring|forward|hand|return|report|e-?mail|share|submit|upload|write\s+down)"
_WHAT = (
    r"(?:results?|findings?|answers?|scores?|lists?|accounts?|usernames?|passwords?|profiles?|settings|screen\w*|page"
    r"|form|summary|proof|evidence|certificate)"
)
_BACK = re.compile(
    rf"\b{_GIVE}\b[^.,;?!\n]{{0,40}}\b(?:me|us|back|manager|office|hr|head\s+office)\b"
    rf"|\b{_GIVE}\b[^.?!\n]{{0,25}}\b(?:your|the|a|all|any)\s+(?:\w+\s+)?{_WHAT}\b"
    r"|\b(?:let|get)\s+(?:me|us)\s+(?:know|see|have)\s+(?:what|which|how|who|when|whether|your|the)\b"
    r"|\breport(?:ing)?\s+back\b|\btell\s+(?:me|us|your\s+manager)\s+(?:what|which|how|who|whether|when|your|the)\b"
    r"|\b(?:screen\s*-?\s*shots?|print\s*-?\s*outs?)\b|\byour\s+(?:results?|findings?|scores?)\b"
    r"|\b(?:reply|respond|confirm|sign\s+(?:and|it|here|below|off))\b"
    r"|\b(?:i|we)\s*(?:will|shall|’ll|'ll)\s+(?:check|collect|look\s+at|go\s+through|see)\b"
    r"|\b(?:must|mandatory|compulsory|required)\b",
    re.IGNORECASE,
)
# “You do not have to show me anything” asks for nothing; “do not forget to show me” does.
_NOT = re.compile(
    r"\b(?:not|never|nobody|no\s+one|nothing|without)\b(?!\s+forget)|n[’']t\b(?!\s+forget)", re.IGNORECASE
)
_SENTENCES = re.compile(r"(?<=[.?!])\s+|\n+")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?\s+[A-Z]\w+")
_PAIR = re.compile(r"(?<![.?!:]\s)(?<!^)(?<!\n)\b[A-Z][a-z’'-]+\s+[A-Z][a-z’'-]{2,}\b")
_NOT_PEOPLE = re.compile(
    r"\b(?:Footprint|Check|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Social|Work|Team|Council|Services?|Google|Apple|"
    r"Microsoft|Account|Marketplace|Christmas|Easter|New|Year|North|South|East|West|Children|Adults?|England|Wales|"
    r"Scotland|Ireland|United|Kingdom|Human|Resources|Best|Kind|Regards|Wishes|Thank|Many|Thanks)\b"
)

_TO_WRITER = {
    Worry.ASKS_BACK: N_(
        "The note seems to ask for something back, or to say that people must. A plan can do neither. Say it kindly,"
        " or leave it out."
    ),
    Worry.NAMES: N_("The note seems to name somebody. Leave names of people out of it."),
    Worry.LINK: N_("The note seems to hold an address. Nobody can follow it from the plan, so leave it out."),
    Worry.UNSEEN: N_("The note held letters nobody can see. They were left out."),
}
_TO_READER = {
    Worry.ASKS_BACK: N_(
        "The note seems to ask for something back. You do not have to give it, and this app sends nothing."
    ),
    Worry.NAMES: "",
    Worry.LINK: N_("The note holds an address. It does not come from this app, so nothing here opens it."),
    Worry.UNSEEN: N_("Some letters of this plan cannot be seen. They were left out."),
    Worry.PAST: N_("The day of this plan has passed. You can still take on the rest, in your own time."),
    Worry.UNKNOWN_NETWORK: N_(
        "It names a network this app has no checklist for. The checks for any other network fit."
    ),
    Worry.UNKNOWN_PROMPT: N_("It holds a question this app does not know. That question is left out."),
}


def worries(note: str) -> tuple[Worry, ...]:
    """What in the note wants a second look, each kind once."""
    found = (
        (Worry.ASKS_BACK, any(_BACK.search(one) and not _NOT.search(one) for one in _SENTENCES.split(note))),
        (Worry.NAMES, _names_people(note)),
        (Worry.LINK, bool(_LINK.search(note))),
        (Worry.UNSEEN, has_unseen(note)),
    )
    return tuple(worry for worry, there in found if there)


def to_writer(worry: Worry) -> str:
    """What to say to the one who writes the plan."""
    return _(_TO_WRITER[worry])


def to_reader(worry: Worry) -> str:
    """What to say to the one who opens it; "" where there is nothing to say."""
    words = _TO_READER[worry]
    return _(words) if words else ""


def _names_people(note: str) -> bool:
    if _TITLED.search(note):
        return True
    return any(not _NOT_PEOPLE.search(pair.group()) for pair in _PAIR.finditer(note))

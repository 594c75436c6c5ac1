"""“This worries me”: what to do where a message could make things worse. The line manager comes first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from footprint.i18n import N_, _
from footprint.log.origins import Origin


class Help(StrEnum):
    """One thing to do."""

    COPY = "copy"
    SILENCE = "silence"
    DANGER = "danger"
    POLICE = "police"
    MANAGER = "manager"
    WRITE_DOWN = "write down"
    FIND_OUT = "find out"


@dataclass(frozen=True)
class Route:
    """One thing to do, with the words about it; `phone` is a number to ring, `link` the official page about it."""

    help: Help
    title: str
    words: str
    phone: str = ""
    link: str = ""


# 999 and 101 are the police's own numbers: www.police.uk. The guidance keeps the police for extreme cases (g66).
_WORDS: dict[Help, tuple[str, str, str, str]] = {
    Help.COPY: (
        N_("Keep a copy"),
        N_("Take a picture with the address, the date and the name. Do it before anything is deleted or reported."),
        "",
        "",
    ),
    Help.SILENCE: (
        N_("Do not answer"),
        N_("Do not write back, in public or in private. An answer can make things worse."),
        "",
        "",
    ),
    Help.DANGER: (
        N_("If you are in danger now"),
        N_("Call 999 and ask for the police."),
        "999",
        "https://www.police.uk",
    ),
    Help.POLICE: (
        N_("If someone threatens, follows or keeps troubling you"),
        N_("You can call the police on 101. This is for serious cases. Show them the copy you kept."),
        "101",
        "https://www.police.uk",
    ),
    Help.MANAGER: (
        N_("Tell your line manager"),
        N_("Tell them at once, even if you are not sure that it matters. They can help you decide what to do next."),
        "",
        "",
    ),
    Help.WRITE_DOWN: (
        N_("Write it down"),
        N_("Note what happened, when, and what advice you were given. Follow the rules of your workplace."),
        "",
        "",
    ),
    Help.FIND_OUT: (
        N_("Do not guess"),
        N_("When you know who put it there, change your answer. The next steps will change with it."),
        "",
        "",
    ),
}
_ROUTES: dict[Origin, tuple[Help, ...]] = {
    Origin.WORK: (Help.COPY, Help.SILENCE, Help.MANAGER, Help.WRITE_DOWN),
    Origin.FRIGHTENING: (Help.DANGER, Help.COPY, Help.SILENCE, Help.POLICE, Help.MANAGER, Help.WRITE_DOWN),
    Origin.UNSURE: (Help.COPY, Help.SILENCE, Help.FIND_OUT, Help.MANAGER, Help.WRITE_DOWN),
}


def routes_for(origin: Origin) -> tuple[Route, ...]:
    """What to do, in order; nothing for those who may be asked, and for the person's own things."""
    return tuple(_route(one) for one in _ROUTES.get(origin, ()))


def _route(one: Help) -> Route:
    title, words, phone, link = _WORDS[one]
    return Route(one, _(title), _(words), phone, link)

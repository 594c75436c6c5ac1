"""“This worries me”: what to do where a message could make things worse. The line manager comes first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from footprint.i18n import N_, _
from footprint.log.origins import Origin
from footprint.person import Profile, Regulator


class Help(StrEnum):
    """One thing to do."""

    COPY = "copy"
    SILENCE = "silence"
    DANGER = "danger"
    POLICE = "police"
    MANAGER = "manager"
    SAFEGUARDING = "safeguarding"
    REGISTRATION = "registration"
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
        N_("Tell {who}"),
        N_("Tell them at once, even if you are not sure that it matters. They can help you decide what to do next."),
        "",
        "",
    ),
    Help.SAFEGUARDING: (
        N_("If {someone} could come to harm"),
        N_("Ask your safeguarding lead before you do anything else, pictures included."),
        "",
        "",
    ),
    Help.REGISTRATION: (
        N_("Ask about your registration"),
        N_("You are registered with {regulator}. Ask {who} if they need to know about this."),
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


def routes_for(origin: Origin, who: Profile | None = None) -> tuple[Route, ...]:
    """What to do, in order; nothing for those who may be asked, and for the person's own things.

    `who` is what the person said about their work: it names whom they turn to, and whom their service is for.
    """
    known = who or Profile()
    return tuple(_route(one, known) for one in _fitting(_ROUTES.get(origin, ()), known, origin))


def _fitting(helps: tuple[Help, ...], who: Profile, origin: Origin) -> tuple[Help, ...]:
    """Someone met through work brings in safeguarding and the register, where the person has to do with them."""
    if origin is not Origin.WORK:
        return helps
    extra = [Help.SAFEGUARDING] if who.service.with_adults or who.service.with_children else []
    extra += [Help.REGISTRATION] if who.regulator is not Regulator.NONE else []
    at = helps.index(Help.MANAGER) + 1
    return (*helps[:at], *extra, *helps[at:])


def _route(one: Help, who: Profile) -> Route:
    title, words, phone, link = _WORDS[one]
    fill = {"who": who.role.turns_to, "someone": _at_risk(who), "regulator": who.regulator.label}
    return Route(one, _(title).format(**fill), _(words).format(**fill), phone, link)


def _at_risk(who: Profile) -> str:
    if who.service.with_adults and who.service.with_children:
        return _("a child or an adult at risk")
    return _("a child") if who.service.with_children else _("an adult at risk")

"""What to do first, by what happened. Each line names the statements of the guidance it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from footprint.checklists import NetworkFile
from footprint.i18n import N_, _
from footprint.log.incidents.records import Kind
from footprint.person import Profile

CHECKED = date(2026, 11, 25)
"""When these lines, and the police's own numbers in them (www.police.uk), were last read against the guidance."""


@dataclass(frozen=True)
class FirstLine:
    """One thing to do; `phone` is a number to ring, `link` the official page to open."""

    title: str
    words: str
    guidance: tuple[str, ...]
    phone: str = ""
    link: str = ""


_QUIET = FirstLine(
    N_("Do not answer in public"),
    N_("Do not reply, argue or explain under it. An answer brings more people to it."),
    ("g08",),
)
_SILENCE = FirstLine(
    N_("Do not answer"),
    N_("Do not write back, in public or in private. An answer can make things worse."),
    ("g08",),
)
_KEEP = FirstLine(
    N_("Keep it"),
    N_(
        "Take a picture that shows the words, the name, the date and the address. Do it before anyone deletes, blocks "
        "or reports it."
    ),
    ("g74",),
)
_TELL = FirstLine(
    N_("Tell {who}"),
    N_("Tell them straight away, in person or by phone. It is better that they hear it from you."),
    ("g72", "g73"),
)
_DANGER = FirstLine(
    N_("If you are in danger now"),
    N_("Ring 999 and ask for the police."),
    ("g66",),
    phone="999",
    link="https://www.police.uk",
)
_POLICE = FirstLine(
    N_("If it is not an emergency"),
    N_("You can ring the police on 101. This is for serious cases. Show them the copy you kept."),
    ("g66",),
    phone="101",
    link="https://www.police.uk",
)
_LINES: Mapping[Kind, tuple[FirstLine, ...]] = {
    Kind.POSTED: (
        _QUIET,
        _KEEP,
        _TELL,
        FirstLine(
            N_("Let your workplace decide"),
            N_(
                "People under strain sometimes write things that hurt or are wrong. Your managers choose whether to "
                "answer, and how."
            ),
            ("g07", "g09"),
        ),
    ),
    Kind.CONTACT: (
        _SILENCE,
        _KEEP,
        _TELL,
        FirstLine(
            N_("Take advice before you do anything"),
            N_("Do not accept, follow, block or write until you have asked. Keep to work channels."),
            ("g70",),
        ),
    ),
    Kind.MISTAKE: (
        FirstLine(
            N_("Tell {who} at once"),
            N_("Do not wait until you are sure how bad it is. Telling soon is what protects you and others."),
            ("g72",),
        ),
        FirstLine(
            N_("Do not delete it before you have taken advice"),
            N_("Keep a picture of it. Deleting can look like hiding, and someone may have kept a copy."),
            ("g70", "g74"),
        ),
        FirstLine(
            N_("Do not explain in public"),
            N_("Words about a hearing or a visit can lead to a complaint, even with nobody named."),
            ("g08", "g56"),
        ),
    ),
    Kind.LOST: (
        FirstLine(
            N_("Get the account back"),
            N_("Use the network’s own page for this. Never a link from a message."),
            ("g73",),
        ),
        FirstLine(
            N_("Sign out everywhere"),
            N_("Change the password on another device first. Then choose to sign out of all devices."),
            ("g73",),
        ),
        FirstLine(
            N_("Tell IT security and {who}"),
            N_("Tell them straight away if work messages, work email or names could be on it."),
            ("g72", "g73"),
        ),
        FirstLine(
            N_("Keep it"),
            N_("Keep pictures of odd messages and posts, with the time, before you tidy up."),
            ("g74",),
        ),
    ),
    Kind.THREAT: (_DANGER, _SILENCE, _KEEP, _TELL, _POLICE),
}
_WRITE = FirstLine(
    N_("Write it down"),
    N_("Write what happened while you remember it. It takes about 5 minutes, and you can stop at any time."),
    ("g74",),
)


def first_lines(kind: Kind, who: Profile | None = None, network: NetworkFile | None = None) -> tuple[FirstLine, ...]:
    """What to do, in order; writing it down comes last.

    `who` names whom the person turns to; `network` is that of a lost account: its own page for getting it back.
    """
    told = (who or Profile()).role.turns_to
    made = [_filled(one, told) for one in (*_LINES[kind], _WRITE)]
    if kind is Kind.LOST and network is not None:
        made[0] = _recovery(made[0], network)
    return tuple(made)


def _filled(one: FirstLine, who: str) -> FirstLine:
    return FirstLine(_(one.title).format(who=who), _(one.words), one.guidance, one.phone, one.link)


def _recovery(one: FirstLine, network: NetworkFile) -> FirstLine:
    """The network’s page for lost accounts, with its own steps."""
    page = network.pages.recover
    if page is None:
        return one
    words = " ".join(step.replace("**", "") for step in page.steps) or page.note or one.words
    title = _("Get your {name} account back").format(name=network.name)
    return FirstLine(title, words, one.guidance, link=page.link)

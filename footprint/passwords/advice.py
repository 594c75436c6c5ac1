"""What to do instead, in the order the National Cyber Security Centre puts it, and three words to start from."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date

from footprint.i18n import N_, _
from footprint.passwords.records import Grade
from footprint.passwords.strength import judge

WORDS = 3
_TRIES = 50


@dataclass(frozen=True)
class Tip:
    """One piece of advice. `source` and `told` say who gives it, and when it was read there."""

    title: str
    text: str
    source: str
    told: date


_NCSC_2026 = N_("National Cyber Security Centre, as told by Computer Weekly")
_NCSC = N_("National Cyber Security Centre, long-standing advice, as told by UK police forces")

_TIPS = (
    (
        N_("A passkey, where the site offers one"),
        N_("Your phone or computer signs you in. There is no password to guess, share or leak."),
        _NCSC_2026,
        date(2026, 4, 23),
    ),
    (
        N_("Else a password manager"),
        N_("It makes up a long password for each site and remembers it. You keep 1 password in your head."),
        _NCSC_2026,
        date(2026, 4, 23),
    ),
    (
        N_("To remember one: 3 random words"),
        N_("Words that do not belong together, and that nobody links with you. Use them on 1 site only."),
        _NCSC,
        date(2025, 12, 31),
    ),
    (
        N_("Turn on 2-step verification"),
        N_("Then a password alone does not let anyone in. Start with your email."),
        _NCSC,
        date(2025, 12, 31),
    ),
)


def tips() -> tuple[Tip, ...]:
    """In the order to try them."""
    return tuple(Tip(_(title), _(text), _(source), told) for title, text, source, told in _TIPS)


def suggest() -> str:
    """Three random words from our own list, joined by hyphens: 33 bits. It is shown once and kept nowhere.

    One that happens to be judged less than strong (three short words) is thrown away.
    """
    from footprint.vault.passphrase import words

    known = words()
    phrase = ""
    for _try in range(_TRIES):
        phrase = "-".join(secrets.choice(known) for _place in range(WORDS))
        if judge(phrase).grade is Grade.STRONG:
            break
    return phrase

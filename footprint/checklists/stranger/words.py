"""How a look is said: each thing to look for, what a stranger could learn, and what changed since the last time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from footprint.checklists.format import Sign
from footprint.checklists.stranger.records import Comparison, Look
from footprint.i18n import N_, _, ngettext


class _Words(NamedTuple):
    label: str
    inside: str  # inside a sentence
    hint: str


_SIGNS = {
    Sign.NAME: _Words(
        N_("Your name"), N_("your name"), N_("On the page or in its address. Part of it counts, or a nickname.")
    ),
    Sign.PHOTO: _Words(N_("A photo of you"), N_("a photo of you"), N_("Any picture with your face, even a small one.")),
    Sign.FRIENDS: _Words(
        N_("Your friends and family"),
        N_("your friends"),
        N_("A list of friends or followers, or only a few of their names."),
    ),
    Sign.EMPLOYER: _Words(
        N_("Where you work"),
        N_("where you work"),
        N_("In words, or in a photo: a badge, a building, a uniform."),
    ),
    Sign.TOWN: _Words(N_("Your town"), N_("your town"), N_("Where you live now, or a photo of your street or home.")),
    Sign.TAGGED: _Words(
        N_("Photos you are tagged in"),
        N_("photos you are tagged in"),
        N_("Photos that other people put up with your name on them."),
    ),
    Sign.OLD_POSTS: _Words(N_("Old posts"), N_("your old posts"), N_("Posts, comments or likes from years ago.")),
    Sign.PHONE: _Words(
        N_("Your phone number"),
        N_("your phone number"),
        N_("All of it or a part of it. Your email address counts too."),
    ),
}


def label(sign: Sign) -> str:
    """What to look for, as a title."""
    return _(_SIGNS[sign].label)


def in_sentence(sign: Sign) -> str:
    """The same inside a sentence ("your town")."""
    return _(_SIGNS[sign].inside)


def hint(sign: Sign) -> str:
    """What counts as that."""
    return _(_SIGNS[sign].hint)


def listed(signs: Iterable[Sign]) -> str:
    """ "your name, a photo of you and your town"."""
    words = [in_sentence(one) for one in signs]
    if len(words) < 2:
        return "".join(words)
    return _("{some} and {last}").format(some=", ".join(words[:-1]), last=words[-1])


def learned_in_words(look: Look) -> str:
    """What a stranger could learn from this look, in one sentence that claims nothing nobody looked at."""
    if look.seen:
        return _("A stranger could learn: {what}.").format(what=listed(look.seen))
    if not look.looked:
        return _("You have not looked yet.")
    if look.not_looked:
        return _("You saw none of what you looked for. You did not look for everything.")
    return _("You looked for all of it and saw none of it.")


def not_looked_in_words(look: Look) -> str:
    """What is still open, or nothing."""
    return _("Not looked at: {what}.").format(what=listed(look.not_looked)) if look.not_looked else ""


def changes(one: Comparison) -> tuple[tuple[str, str], ...]:
    """What changed and what is meant, what is new first; the last ones are what stayed or is not known."""
    said = (
        (_("New"), one.new),
        (_("No longer"), one.gone),
        (_("Seen now, and not looked at last time"), one.first_seen),
        (_("Not seen now, and not looked at last time"), one.first_not_seen),
        (_("Still seen"), one.seen),
        (_("Still not seen"), one.not_seen),
        (_("Not looked at this time"), one.not_looked),
    )
    return tuple((words, listed(signs)) for words, signs in said if signs)


def compared_in_words(one: Comparison) -> tuple[str, ...]:
    """The same as one sentence each ("No longer: your town.")."""
    return tuple(_("{change}: {what}.").format(change=change, what=what) for change, what in changes(one))


def counted(look: Look) -> str:
    """ "3 of 8 can be seen", with what was not looked at beside it."""
    total = len(look.marks)
    said = ngettext("{n} of {total} can be seen", "{n} of {total} can be seen", len(look.seen))
    said = said.format(n=len(look.seen), total=total)
    if look.not_looked:
        left = len(look.not_looked)
        said += ", " + ngettext("{n} not looked at", "{n} not looked at", left).format(n=left)
    return said

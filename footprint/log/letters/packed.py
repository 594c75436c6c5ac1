"""How letters are signed at a workplace, as an employer's pack says it. No letter's own words are ever changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from footprint import person
from footprint.i18n import N_, _
from footprint.packs.format import NeverSay
from footprint.packs.origins import FromPack
from footprint.packs.records import Pack
from footprint.person import DetailKind
from footprint.vault import Vault

_DETAILS = {NeverSay.EMPLOYER: DetailKind.EMPLOYER, NeverSay.JOB_TITLE: DetailKind.JOB_TITLE}
_LABELS = {
    NeverSay.EMPLOYER: N_("your employer’s name"),
    NeverSay.JOB_TITLE: N_("your job title"),
    NeverSay.WORK_EMAIL: N_("a work email address"),
    NeverSay.WORK_PHONE: N_("a work phone number"),
}
_SHORTEST = 3  # of the person's own words looked for in a letter


@dataclass(frozen=True)
class AskFirst:
    """Speak to a post (an id of the incident page) before a letter like this."""

    post: str
    words: str


@dataclass(frozen=True)
class HouseRules:
    """The rule in the organisation's words and why. `line` may be put under the name, if the person wants it."""

    words: str
    reason: str
    line: str
    never_say: tuple[str, ...]
    ask_first: tuple[AskFirst, ...]
    origin: FromPack


def house_rules(pack: Pack | None, letter: str) -> HouseRules | None:
    """What the pack in use says of a letter with this id; None where it says nothing of letters."""
    if pack is None or pack.letters is None:
        return None
    said = pack.letters
    return HouseRules(
        said.words,
        said.reason,
        said.line,
        tuple(_(_LABELS[one]) for one in said.never_say),
        tuple(AskFirst(one.post.value, one.words) for one in said.ask_first if one.letter == letter),
        FromPack(pack.organisation, reason=said.reason),
    )


def gives_away(vault: Vault, pack: Pack | None, text: str) -> tuple[str, ...]:
    """What stands in a letter that is not to be said in one here, in words. The person decides; nothing is refused."""
    if pack is None or pack.letters is None:
        return ()
    folded = text.casefold()
    found = []
    for one in pack.letters.never_say:
        if any(words.casefold() in folded for words in _looked_for(vault, pack, one) if len(words) >= _SHORTEST):
            found.append(_(_LABELS[one]))
    return tuple(found)


def _looked_for(vault: Vault, pack: Pack, one: NeverSay) -> Iterator[str]:
    if one in _DETAILS:
        yield from (detail.text for detail in person.details(vault, _DETAILS[one]))
        if one is NeverSay.EMPLOYER:
            yield pack.organisation
    elif one is NeverSay.WORK_EMAIL:
        yield from (f"@{host}" for host in pack.manifest.hosts)
    else:
        yield from (contact.phone for contact in pack.contacts.contact if contact.phone)

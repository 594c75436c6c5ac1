"""What to look at again in a letter before it goes: each thing with its reason and its place. The person decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from footprint import person
from footprint.errors import FootprintError
from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.log import third_party
from footprint.log.copies import keeping as copies
from footprint.log.law import laws
from footprint.log.letters import phrases as phrases
from footprint.log.letters.drafting import Letter
from footprint.log.letters.templates import Audience, Rung
from footprint.log.origins import Origin
from footprint.log.records import EvidenceKind, Item
from footprint.person import DetailKind
from footprint.vault import Vault

MOST = 12
"""No more remarks than these are made: what is left shows once some are put right."""
_LONGEST = 20_000
_RUN = 4
_MOST_PAGES = 3
_MOST_EACH = 100


class Check(Labelled):
    """What a letter is looked at for."""

    RECIPIENT = "recipient", N_("Is this the right reader?")
    THREAT = "threat", N_("This may frighten them")
    LAW = "law", N_("This speaks of the law")
    POLITE = "polite", N_("This may sound rude")
    MOTIVE = "motive", N_("This says why they did it")
    CASE = "case", N_("This may be about your work")
    REPEATS = "repeats", N_("This repeats what hurts you")
    TWO_NAMES = "two names", N_("Two of your names")
    PERSONAL = "personal", N_("More about you than they need")


@dataclass(frozen=True)
class Remark:
    """One thing to look at again: `text[start:end]` is where, and the same place twice for the letter as a whole."""

    check: Check
    why: str
    start: int
    end: int


@dataclass(frozen=True)
class Setting:
    """What a letter is held against, read from the vault once, before anybody types.

    `names`: all that the person is called. `private`: their own details, with what each is. `hurtful`: the words of the
    item, of its notes and of its copies, never to be said again. `there`: the names that stand on the page itself.
    `own`: what is the person's own and so no case of anybody's.
    `origin` None: a note that concerns no item.
    """

    names: tuple[str, ...] = ()
    private: tuple[tuple[DetailKind, str], ...] = ()
    hurtful: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    contact: str = ""
    origin: Origin | None = None
    own: third_party.Own = third_party.NOBODY


def setting_of(vault: Vault, item: Item | None) -> Setting:
    """Takes a moment where saved pages are kept: never on the main thread."""
    told = person.details(vault)
    names = tuple(one.text for one in told if one.kind.is_name)
    names += tuple(one.family for one in told if one.kind is DetailKind.FORMER_NAME and len(one.family) > 2)
    about = {DetailKind.EMPLOYER, DetailKind.JOB_TITLE, DetailKind.EMAIL, DetailKind.PHONE}
    private = tuple((one.kind, one.text) for one in told if one.kind in about)
    if item is None:
        return Setting(names, private, own=third_party.own_of(vault))
    words = (item.title, item.notes, *_kept_words(vault, item.id))
    page = f"{item.title} {item.address}"
    whole = (name for name in names if " " in name.strip())  # a family name alone may be any word
    there = tuple(name for name in whole if any(True for _span in _where(name, page, apart="")))
    return Setting(names, private, words, there, item.contact, item.origin, third_party.own_of(vault))


def _kept_words(vault: Vault, item_id: str) -> Iterator[str]:
    """The words of the copies; of pages only the newest few, because reading one takes a moment."""
    kept = [one for one in copies.evidence(vault, item_id) if one.kind in (EvidenceKind.TEXT, EvidenceKind.PAGE)]
    pages = [one.id for one in kept if one.kind is EvidenceKind.PAGE][-_MOST_PAGES:]
    for one in kept:
        if one.kind is EvidenceKind.TEXT or one.id in pages:
            try:
                yield copies.page_words(vault, one.id)[:200_000]
            except FootprintError:
                continue  # a page that cannot be read says nothing that could be repeated


def remarks(letter: Letter, setting: Setting) -> tuple[Remark, ...]:
    """What to look at again in `letter.text`, in the order it stands there. Quick: it may be asked at every pause."""
    text = letter.text[:_LONGEST]
    bare = phrases.ADDRESS.sub(lambda found: " " * len(found[0]), text)  # an address is not the person's own words
    found = [
        *_recipient(letter, text, setting),
        *_force(letter, bare),
        *_manners(bare),
        *_case(bare, setting),
        *_repeats(letter, bare, setting),
        *_names(bare, setting),
        *_personal(letter, bare, setting),
    ]
    return tuple(sorted(_apart(found), key=lambda one: (one.start, one.end)))[:MOST]


def _apart(found: list[Remark]) -> Iterator[Remark]:
    """A place is spoken of once, by the check that comes first."""
    taken: list[Remark] = []
    for one in found:
        if one.start == one.end or not any(other.start < one.end and one.start < other.end for other in taken):
            taken.append(one)
            yield one


def _each(pattern: re.Pattern[str], text: str, check: Check, why: str) -> Iterator[Remark]:
    for found in islice(pattern.finditer(text), _MOST_EACH):
        yield Remark(check, why, found.start(), found.end())


# -- who reads it ------------------------------------------------------------------------------------------


def _recipient(letter: Letter, text: str, setting: Setting) -> Iterator[Remark]:
    if setting.origin is not None and not setting.origin.may_be_asked:
        why = _("Do not write to the person who put this there. See “This worries me” for what to do.")
        yield Remark(Check.RECIPIENT, why, 0, 0)
        return
    greeting = phrases.GREETING.match(text)
    name = greeting[1].strip() if greeting else letter.to
    start, end = greeting.span(1) if greeting else (0, 0)
    if letter.audience in (Audience.PEOPLE, Audience.ENGINE, Audience.ARCHIVE):
        return
    if any(_same(name, own) for own in setting.names) or _is_own(setting):
        yield Remark(Check.RECIPIENT, _("This seems to be you. Write the name of the person you ask."), start, end)
        return
    places = (name, setting.contact)
    if letter.audience is Audience.PERSON and any(phrases.OFFICE.search(one) for one in places):
        why = _("This letter is for one person, and this looks like an organisation. Choose another kind of letter.")
        yield Remark(Check.RECIPIENT, why, start, end)
    formal = letter.audience in (Audience.ORGANISATION, Audience.NEWSPAPER)
    if formal and any(phrases.HOME.search(one) for one in places):
        why = _("This letter is for an organisation, and this looks like a person at home. Choose another kind.")
        yield Remark(Check.RECIPIENT, why, start, end)


def _is_own(setting: Setting) -> bool:
    """Whether whoever is to be written to is the person themself."""
    contact = setting.contact
    own = (text for kind, text in setting.private if kind in (DetailKind.EMAIL, DetailKind.PHONE))
    return any(_same(contact, one) for one in (*setting.names, *own))


def _same(one: str, other: str) -> bool:
    return bool(one.strip()) and " ".join(one.casefold().split()) == " ".join(other.casefold().split())


# -- how it sounds -----------------------------------------------------------------------------------------


def _force(letter: Letter, text: str) -> Iterator[Remark]:
    """Threats never, and the law only where it binds and its turn has come."""
    why = _("Whoever is pressed or frightened says no. Say what you would like, and why.")
    yield from _each(phrases.THREAT, text, Check.THREAT, why)
    if letter.rung is not Rung.ASK and not letter.audience.private:
        return
    quoted = [laws()[name] for name in letter.law]
    why = _("It is too early to speak of the law. A private, friendly word does more.")
    if letter.audience.private:
        why = _("Between people, the law can frighten, and it may not fit. A friendly word does more.")
    for one in _each(phrases.LAW, text, Check.LAW, why):
        if not any(law.quoted_in(text[one.start : one.end]) for law in quoted):
            yield one


def _manners(text: str) -> Iterator[Remark]:
    why = _("This can hurt, and whoever is hurt says no. Say how you feel instead.")
    yield from _each(phrases.RUDE, text, Check.POLITE, why)
    yield from _each(phrases.SHOUTED, text, Check.POLITE, _("It looks like shouting. Use small letters and one mark."))
    if text.strip() and not phrases.KIND.search(text):
        yield Remark(Check.POLITE, _("There is no thank you in it. One friendly word helps a lot."), 0, 0)
    why = _("Nobody knows why they did it. Say what it does to you, and leave out what they meant.")
    yield from _each(phrases.MOTIVE, text, Check.MOTIVE, why)


# -- what is in it -----------------------------------------------------------------------------------------


def _case(text: str, setting: Setting) -> Iterator[Remark]:
    for one in third_party.findings(text, setting.own):
        yield Remark(Check.CASE, _("{why} Leave it out of the letter.").format(why=one.why), one.start, one.end)
    why = _("This looks like something from work. Leave it out: it must stay at work.")
    yield from _each(phrases.WORK, text, Check.CASE, why)


_WORD = re.compile(r"\w+(?:[’']\w+)?")
_SMALL_WORDS = (
    "a about an and are as at be been but by can did do for from had has have he her him his how i if in is it its me "
    "my no not of on or our out she so that the their them then there they this to up us was we were what when which "
    "who will with would you your"
)
_SMALL = frozenset(_SMALL_WORDS.split())


def _repeats(letter: Letter, text: str, setting: Setting) -> Iterator[Remark]:
    """Four words in a row that stand in the item too, or a title as a whole; our own words do not count."""
    ours = _runs(_words(letter.ours), _RUN) | _runs(_words(letter.ours), 3)
    known: set[tuple[str, ...]] = set()
    for words in map(_words, setting.hurtful):
        known |= _runs(words, _RUN)
    if setting.hurtful:
        title = tuple(_words(setting.hurtful[0]))
        known |= {title} if len(title) == 3 else set()
    known = {run for run in known - ours if sum(word not in _SMALL for word in run) > 1}
    if not known:
        return
    there = [(found.group(0).casefold(), found.start(), found.end()) for found in _WORD.finditer(text)]
    inside: set[int] = set()
    for size in (3, _RUN):
        for at in range(len(there) - size + 1):
            if tuple(word for word, _start, _end in there[at : at + size]) in known:
                inside.update(range(at, at + size))
    why = _("These words are in what you want gone. Say where it is, and not what it says.")
    for first, last in _stretches(sorted(inside)):
        yield Remark(Check.REPEATS, why, there[first][1], there[last][2])


def _words(text: str) -> list[str]:
    return [found.casefold() for found in _WORD.findall(text)]


def _runs(words: list[str], size: int) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


def _stretches(places: list[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring places as first and last."""
    start = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] != places[at - 1] + 1:
            yield places[start], places[at - 1]
            start = at


def _names(text: str, setting: Setting) -> Iterator[Remark]:
    """Whoever reads two of the person's names together knows from then on that they belong together."""
    said: list[tuple[int, int, str]] = []
    for name in sorted(set(setting.names), key=len, reverse=True):
        for start, end in _where(name, text):
            if not any(one < end and start < other for one, other, _name in said):
                said.append((start, end, name))
    said.sort()
    both = [at for at, one in enumerate(said) if any(_unlike(one[2], other[2]) for other in said[:at])]
    why = _("Another of your names is in it too. Whoever reads both can link them, so keep to one.")
    if not both:
        why = _("Another of your names is on the page. Whoever reads both can link them. You could sign with that one.")
        there = setting.there
        both = [at for at, one in enumerate(said) if there and all(_unlike(one[2], other) for other in there)]
    for at in both:
        yield Remark(Check.TWO_NAMES, why, said[at][0], said[at][1])


def _unlike(name: str, other: str) -> bool:
    """Neither is a part of the other: “Ada” beside “Ada Example” links nothing new."""
    one, two = set(name.casefold().split()), set(other.casefold().split())
    return not (one <= two or two <= one)


def _where(words: str, text: str, apart: str = r"\s") -> Iterator[tuple[int, int]]:
    """Each place where these words stand; in an address other signs stand between them (`apart` "")."""
    parts = [re.escape(part) for part in words.split()]
    if parts:
        between = rf"{apart}+" if apart else r"[\W_]{0,3}"
        edge = r"\w" if apart else r"[^\W_]"
        pattern = rf"(?<!{edge}){between.join(parts)}(?!{edge})"
        yield from (found.span() for found in re.finditer(pattern, text, re.IGNORECASE))


def _personal(letter: Letter, text: str, setting: Setting) -> Iterator[Remark]:
    why = _("They do not need this to do what you ask. The less you say about yourself, the better.")
    for kind, words in setting.private:
        if kind is DetailKind.EMPLOYER and letter.template == "employer":
            continue
        for start, end in _where(words, text):
            yield Remark(Check.PERSONAL, why, start, end)
    for pattern in (phrases.EMAIL, phrases.PHONE, phrases.POSTCODE):
        yield from _each(pattern, text, Check.PERSONAL, why)

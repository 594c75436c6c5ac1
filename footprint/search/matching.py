"""How likely a finding is about the person, with every point for or against said in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote

from footprint.i18n import _
from footprint.person import Account, Detail, DetailKind
from footprint.search.addresses import canonical
from footprint.search.identity import full_names
from footprint.search.names import NameTable, fold, shipped
from footprint.search.people import Fit, PersonName, Seen, look_for, person_name
from footprint.search.records import Band, Finding, Match, Reason, Verdict
from footprint.wordlists import words

_LIKELY, _MAYBE = 60, 25
_TITLE, _SNIPPET, _IN_ADDRESS = 50, 40, 35
# How much of the points of a full name a weaker fit is worth, in tenths.
_WORTH = {Fit.NEARLY: 5, Fit.INITIAL: 4, Fit.PART: 7, Fit.SHORT: 8, Fit.SPELLING: 8, Fit.FORMER: 10, Fit.EXACT: 10}
_PLACES = {DetailKind.TOWN: 20, DetailKind.EMPLOYER: 20, DetailKind.JOB_TITLE: 10}
# Of a host name or a long handle only the first part can name somebody.
_HOST = re.compile(r"\b([\w-]+)(?:\.[\w-]+){2,}")
_TERM = re.compile(r"[^\W\d_]{4,}")
_NUMBER = re.compile(r"\+?\d[\d\s().-]{7,}\d")


@dataclass(frozen=True)
class Learned:
    """What the person's own verdicts teach; it never leaves this computer."""

    mine: frozenset[str] = frozenset()
    not_mine: frozenset[str] = frozenset()


NOTHING_LEARNED = Learned()


@dataclass(frozen=True)
class Profile:
    """The person's details made ready for comparing. Kept here also are those that may never be sent."""

    names: tuple[PersonName, ...]
    places: tuple[tuple[DetailKind, str, re.Pattern[str]], ...]
    handles: tuple[str, ...]
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    accounts: frozenset[str]
    table: NameTable = field(repr=False)


def profile(details: Iterable[Detail], accounts: Iterable[Account] = ()) -> Profile:
    """Names, places and contact points, and the addresses and handles of the person's accounts."""
    known, present = tuple(details), tuple(accounts)
    handles = [*(one.text for one in known if one.kind is DetailKind.HANDLE), *(one.handle for one in present)]
    names = (person_name(one.text, one.given, one.family, former=one.former) for one in full_names(known))
    return Profile(
        names=tuple(name for name in names if name is not None),
        places=tuple(
            (one.kind, one.text, _whole_words(one.text)) for one in known if one.kind in _PLACES and one.text.strip()
        ),
        handles=tuple(dict.fromkeys(_handle(text) for text in handles if len(_handle(text)) > 3)),
        emails=tuple(one.text.strip().casefold() for one in known if one.kind is DetailKind.EMAIL and "@" in one.text),
        phones=tuple(number for one in known if one.kind is DetailKind.PHONE and (number := _digits(one.text))),
        accounts=frozenset(canonical(one.address) for one in present if one.address),
        table=shipped(),
    )


def judge(who: Profile, finding: Finding, learned: Learned = NOTHING_LEARNED) -> Match:
    """Score and reasons for `finding`. The app sorts by it and hides nothing because of it."""
    reasons = [*_hard(who, finding), *_name_reasons(who, finding), *_place_reasons(who, finding)]
    reasons += _learned_reasons(finding, learned)
    if finding.on_register:
        reasons.append(Reason(_("This site keeps a public register of people who do your kind of work."), 0))
    score = sum(reason.points for reason in reasons)
    if not reasons:
        reasons = [Reason(_("Your name is not in what the search showed."), 0)]
    band = Band.LIKELY if score >= _LIKELY else Band.MAYBE if score >= _MAYBE else Band.UNLIKELY
    return Match(score, band, tuple(reasons))


def learn(judged: Iterable[Finding], own: frozenset[str] = frozenset()) -> Learned:
    """Sites the person called theirs, and words that only stand in results they said are not them."""
    mine: set[str] = set()
    ours: set[str] = set(own)
    theirs: Counter[str] = Counter()
    for finding in judged:
        if finding.verdict in (Verdict.REMOVE, Verdict.FINE):
            mine.add(finding.host)
            ours |= _terms(finding)
        elif finding.verdict is Verdict.NOT_ME:
            theirs.update(_terms(finding))
    return Learned(frozenset(mine), frozenset(word for word, times in theirs.items() if times > 1 and word not in ours))


def own_words(who: Profile) -> frozenset[str]:
    """Words of the person's own details, which never speak against them."""
    names = {word for name in who.names for word in (*name.given, *name.family)}
    return frozenset(names | {word for _kind, text, _pattern in who.places for word in _TERM.findall(fold(text))})


def _hard(who: Profile, finding: Finding) -> list[Reason]:
    """Details that hardly anybody else has."""
    text = f"{finding.title}\n{finding.snippet}\n{unquote(finding.address)}"
    low = text.casefold()
    found = [
        Reason(_("Your email address {email} is there.").format(email=email), 80)
        for email in who.emails
        if re.search(rf"(?<![\w.+-]){re.escape(email)}(?![\w-]|\.\w)", low)
    ]
    if who.phones:
        numbers = {_digits(number) for number in _NUMBER.findall(text)}
        found += [Reason(_("Your phone number is there."), 80) for phone in who.phones if phone in numbers]
    if finding.canonical in who.accounts:
        found.append(Reason(_("This is the address of an account you told us about."), 80))
    pieces = {piece.lstrip("@").casefold() for piece in unquote(finding.canonical).split("?")[0].split("/")[3:]}
    for handle in who.handles:
        if handle in pieces:
            found.append(Reason(_("The address ends in your username {handle}.").format(handle=handle), 45))
        elif re.search(rf"(?<![\w.@])@{re.escape(handle)}(?![\w-])", low):
            found.append(Reason(_("Your username @{handle} is there.").format(handle=handle), 35))
    return found


def _name_reasons(who: Profile, finding: Finding) -> list[Reason]:
    """The best place a name stands in counts once."""
    in_address = re.sub(r"[-_.+/?=&]+", " ", unquote(finding.canonical.partition("://")[2].partition("/")[2]))
    places = ((finding.title, _TITLE, _("the title")), (finding.snippet, _SNIPPET, _("the text")),
              (in_address, _IN_ADDRESS, _("the address")))  # fmt: skip
    best: Reason | None = None
    for text, points, where in places:
        seen = look_for(who.names, _HOST.sub(r"\1", text), who.table) if text else None
        if seen is None:
            continue
        reason = _said(seen, points, where)
        if best is None or reason.points > best.points:
            best = reason
    if finding.named and (best is None or best.points < _MAYBE):
        return [Reason(_("This profile came up in a look for the name {name}.").format(name=finding.named), 30)]
    return [best] if best else []


def _said(seen: Seen, points: int, where: str) -> Reason:
    name = seen.name.text
    if not seen.whole:
        return Reason(_("Only your last name is in {where}, not your first name.").format(where=where), 5)
    if not seen.name.given:
        return Reason(
            _("Your name {name} is in {where}, but many people may have it.").format(name=name, where=where), 25
        )
    worth = points * _WORTH[seen.given] * _WORTH[seen.family] // 100
    weakest = min(seen.given, seen.family)
    said = {
        Fit.EXACT: _("Your name {name} is in {where}."),
        Fit.FORMER: _("Your former name {name} is in {where}."),
        Fit.SPELLING: _("Another spelling of {name} is in {where}."),
        Fit.SHORT: _("A short or long form of {name} is in {where}."),
        Fit.PART: _("Part of your name {name} is in {where}."),
        Fit.INITIAL: _("Your first letter and last name are in {where}."),
        Fit.NEARLY: _("A name one letter away from {name} is in {where}."),
    }[weakest]
    return Reason(said.format(name=name, where=where), worth)


def _place_reasons(who: Profile, finding: Finding) -> list[Reason]:
    text = fold(f"{finding.title}\n{finding.snippet}")
    said = {
        DetailKind.TOWN: _("Your town {text} is named."),
        DetailKind.EMPLOYER: _("Your employer {text} is named."),
        DetailKind.JOB_TITLE: _("Your job title “{text}” is named."),
    }
    return [
        Reason(said[kind].format(text=named), _PLACES[kind])
        for kind, named, pattern in who.places
        if pattern.search(text)
    ]


def _learned_reasons(finding: Finding, learned: Learned) -> list[Reason]:
    found = []
    if finding.host in learned.mine:
        found.append(Reason(_("You said another page on {host} is about you.").format(host=finding.host), 15))
    against = sorted(_terms(finding) & learned.not_mine) if learned.not_mine else []
    if against:
        text = _("It has words from pages you said are not you: {words}.").format(words=", ".join(against[:3]))
        found.append(Reason(text, -15 * min(2, len(against))))
    return found


def _terms(finding: Finding) -> set[str]:
    return set(_TERM.findall(fold(f"{finding.title} {finding.snippet}"))) - _COMMON


def _whole_words(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(fold(text.strip()))}(?!\w)")


def _handle(text: str) -> str:
    return text.strip().lstrip("@").casefold()


def _digits(text: str) -> str:
    """A phone number as it is dialled at home: `+44 (0)20 …` and `020 …` are one."""
    digits = re.sub(r"\D", "", re.sub(r"\(0\)", "", text))
    if text.strip().startswith("+44") or digits.startswith("0044"):
        digits = "0" + digits.removeprefix("00").removeprefix("44")
    return digits if len(digits) >= 9 else ""


_COMMON = words(
    "about after also been before from have here home into join like made make more most news only other over"
    " page photo photos post posts profile read same says share site some than that their them then there these"
    " they this those time under united very view videos website were what when where which will with year"
    " years your kingdom official people facebook linkedin instagram twitter youtube tiktok google search"
    " results result"
)

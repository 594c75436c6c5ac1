"""Who is named where in a line: the person, or somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from footprint.search.matching import gazetteer
from footprint.search.matching.names import fold
from footprint.search.matching.people import Fit, look_for
from footprint.search.matching.phrases import in_words
from footprint.search.matching.weighing import Profile
from footprint.wordlists import words as word_set

_TITLES = word_set(
    "mr mrs ms miss mx dr cllr councillor rev reverend sir dame prof professor lord lady alderman canon sister coach"
    " pc sgt father"
)
_TITLED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Rev|Prof|Sir|Dame)\b\.?\s+)((?:[A-Z][\w'’-]*\.?\s?){1,3})"
)
_MOST = 20  # times in one line
_OWNED = re.compile(r"['’]s\b")
_CAPITALS = re.compile(r"[^\W\d_][\w'’-]*\.?")
# Words that stand in the names of places, bodies and things, and at the start of sentences, but in nobody's name.
_NO_NAME = word_set(
    "street road lane avenue close drive way court place square terrace gardens grove crescent hill mews row walk park"
    " green house cottage farm school primary infant junior academy college university nursery council borough county"
    " parish town city district village hall club society association trust charity group team league division ltd"
    " limited plc llp nhs hospital surgery clinic centre center church chapel cathedral community committee chair"
    " chairman chairwoman chairperson secretary treasurer president captain vice deputy head teacher manager director"
    " officer trustee member members leader contact email phone telephone tel mobile fax address website home about"
    " news events results race marathon harriers runners runner athletic football cricket rugby netball tennis bowls"
    " rovers united rangers juniors ladies men women mens womens veterans senior junior under welcome our the this that"
    " these those where when what who how why and or for with from of in on at by to please read more january february"
    " march april may june july august september october november december monday tuesday wednesday thursday friday"
    " saturday sunday north south east west new old great little upper lower saint st royal national british english"
    " welsh scottish united kingdom england wales scotland ireland social worker work care support service services"
    " department office planning application objection comment letter meeting minutes report annual general summer"
    " winter spring autumn christmas easter fun run walk day week year open cup prize award awards winner name surname"
    " forename first last age date birth town category position time number registered registration status editor"
    " author photo photograph picture image posted published updated by dear yours sincerely faithfully re privacy"
    " policy terms cookies copyright all rights reserved just giving facebook twitter instagram youtube linkedin"
    " whatsapp google he she they his her their its it we i you my your mum dad mother father son daughter husband wife"
    " brother sister family friends head coach hon honorary membership welfare safeguarding fixtures fundraising press"
    " volunteer coordinator governor parent chairs clerk vicar curate warden churchwarden organist"
)


@dataclass(frozen=True)
class Named:
    """A name in a line, from letter `start` to `end`; `own` where it is the person's."""

    start: int
    end: int
    own: bool
    given: str = ""


def own_names(who: Profile, text: str) -> tuple[Named, ...]:
    """Where the person's whole name stands: another spelling counts, a first letter with the family name too."""
    if not who.names:
        return ()
    text = _OWNED.sub("  ", text)  # “Ada Example’s page” names her too
    words = in_words(text)
    heads = {name.family[-1] for name in who.names}
    found: list[Named] = []
    for at, word in enumerate(words.folded):
        if len(found) >= _MOST:
            break
        if not _like(word, heads) or (found and words.spans[at][0] < found[-1].end):
            continue
        start, end = _reach(text, words.spans, at)
        seen = look_for(who.names, text[start:end], who.table)
        if seen is None or not seen.whole or min(seen.family, seen.given) < Fit.INITIAL:
            continue
        if _shouted_otherwise(text[start:end]):
            continue
        own_start, own_end = words.spans[at]
        before = look_for(who.names, text[start:own_end], who.table) if start < own_start else None
        first, last = (start, own_end) if before is not None and before.whole else (own_start, end)
        found.append(Named(first, last, True, seen.name.given[0] if seen.name.given else ""))
    return tuple(found)


def _like(word: str, heads: set[str]) -> bool:
    """A family name, one letter off at most, or written as one word with what stands before it."""
    plain = word.replace("-", "").replace("'", "").replace("’", "").removesuffix("s") or word
    return any(
        word == one or plain == one or word.endswith(one) or (word[:2] == one[:2] and abs(len(word) - len(one)) < 2)
        for one in heads
    )


def _shouted_otherwise(piece: str) -> bool:
    """All in small letters: words that happen to be a name."""
    return piece == piece.lower()


def _reach(text: str, spans: tuple[tuple[int, int], ...], at: int) -> tuple[int, int]:
    """The words a name can take: up to three before the family name and two after it, none beyond a mark."""
    first = at
    while first > 0 and at - first < 4 and _joined(text, spans[first - 1][1], spans[first][0]):
        if not text[spans[first - 1][0]].isupper():
            break
        first -= 1
    last = at
    while last + 1 < len(spans) and last - at < 2 and _joined(text, spans[last][1], spans[last + 1][0], comma=True):
        if not text[spans[last + 1][0]].isupper():
            break
        last += 1
    return spans[first][0], spans[last][1]


def _joined(text: str, end: int, start: int, *, comma: bool = False) -> bool:
    between = text[end:start]
    return between.strip() in (("", ".", "-", "’", ",") if comma else ("", ".", "-", "’")) and "\n" not in between


def other_names(who: Profile, text: str, own: tuple[Named, ...], *, entry: bool = False) -> tuple[Named, ...]:
    """Where somebody else is named. `entry`: the line is a heading or an item, where a bare name of any kind counts."""
    taken = [(one.start, one.end) for one in own]
    found = [
        Named(one.start(), one.end(), False, "")
        for one in _TITLED.finditer(text)
        if not _within(one.start(), one.end(), taken)
    ]
    found += [one for one in _by_forename(who, text) if not _within(one.start, one.end, taken)]
    taken += [(one.start, one.end) for one in found]
    words = [one for one in _CAPITALS.finditer(text) if one[0][0].isupper()]
    at = 0
    while at < len(words):
        run = [words[at]]
        while at + len(run) < len(words) and len(run) < 4 and _touch(text, run[-1], words[at + len(run)]):
            run.append(words[at + len(run)])
        size = _name_at(who, run, text, entry)
        if size and not _within(run[0].start(), run[size - 1].end(), taken):
            found.append(Named(run[0].start(), run[size - 1].end(), False, fold(run[0][0])))
            at += size
        else:
            at += 1
    return tuple(sorted(found, key=lambda one: one.start))


_FIRST = re.compile(
    r"\b([A-Z][a-z]+)\s(lived|lives|was|is|has|had|said|says|works|worked|moved|came|died|loved)\b"
)  # fmt: skip
_KIN = "son|daughter|wife|husband|partner|mother|father|mum|dad|sister|brother|baby|niece|nephew|child|twins?"
_OF_PEOPLE = word_set("lived lives works worked moved died loved said says")


def _by_forename(who: Profile, text: str) -> Iterator[Named]:
    """“Graham lived in Frome”: somebody the page has spoken of before."""
    for one in _FIRST.finditer(text):
        given, before = fold(one[1]), text[: one.start()].rstrip().rpartition(" ")[2]
        mine = any(given in name.given for name in who.names)
        begins = not before[-1:].isalpha()  # and is neither the end of a whole name nor “her son Jack is …”
        named = who.table.knows(given) or (one[2] in _OF_PEOPLE and given not in _NO_NAME)
        kin = re.search(rf"\b(?:{_KIN})\s{one[1]}\b", text)  # “her son Jack … Jack is at”: still about her
        if named and begins and not mine and kin is None:
            yield Named(one.start(1), one.end(1), False, given)


def _touch(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return text[one.end() : other.start()] in (" ", "  ", "-") and not (one[0].endswith(".") and len(one[0]) > 3)


def _name_at(who: Profile, run: list[re.Match[str]], text: str, entry: bool) -> int:
    """How many words of `run` are a name; 0 for none."""
    plain = [
        fold(one[0].rstrip(".")).removesuffix("s") if one[0].endswith(("’s", "'s")) else fold(one[0].rstrip("."))
        for one in run
    ]
    if len(run) < 2 or plain[0] in _NO_NAME or plain[1] in _NO_NAME:
        return 0
    if plain[0] in _TITLES or _is_place(who, text[run[0].start() : run[-1].end()]):
        return 0
    known = who.table.knows(plain[0]) or any(plain[0] == name.given[0] for name in who.names if name.given)
    if not known and not (entry and len(plain) <= 3 and _alone(text, run)) and not _acts(text, run):
        return 0
    size = 2
    if len(plain) > 2 and plain[2] not in _NO_NAME and not who.table.knows(plain[2]):
        size = 3
    return size


def _is_place(who: Profile, text: str) -> bool:
    """A town of the person's own, or one the list of places knows by two words."""
    words = in_words(text).folded
    own = next((hit for hit in who.life.own_places.find(words) if hit.at == 0), None)
    known = next((hit for hit in gazetteer.shipped().places.find(words) if hit.at == 0), None)
    return own is not None or (known is not None and known.length > 1)


_BEFORE_A_NAME = re.compile(
    r"(?:\b(?:by|with|contact|ring|call|ask|see|said|manager|secretary|chair|chairman|treasurer|leader|coach|captain|editor|president"
    r"|councillor|clerk|applicant|organiser|driver|winner)|[–])[:\s]\s?$",
    re.IGNORECASE,
)
_AFTER_A_NAME = re.compile(
    r"(?:,\s(?:aged\s)?\d{1,2}\b|\s(?:said|says|who|told|added|lives|works|is|was|has|had|won|ran|runs|took|gave|came|teaches)\b"
    r"|\sand\s(?:his|her|their)\b"
    r"|['’]s\s(?:wife|husband|son|daughter|partner|mother|father))"
)


_VERB = re.compile(r"\s[a-z]{2,}(?:ed|es|ew|ook|aid|ang)\b")


def _acts(text: str, run: list[re.Match[str]]) -> bool:
    """Words of unknown kind that stand where a name stands: “said Ifeoma Eze”, “Ifeoma Eze, 44, of”."""
    end = run[1].end()
    before, after = text[max(0, run[0].start() - 24) : run[0].start()], text[end : end + 24]
    starts = not before.strip() or before.rstrip().endswith((".", "!", "?"))
    return bool(_BEFORE_A_NAME.search(before) or _AFTER_A_NAME.match(after) or (starts and _VERB.match(after)))


def _alone(text: str, run: list[re.Match[str]]) -> bool:
    """A bare name begins its line or cell, and nothing else of the kind runs on behind it."""
    before, after = text[: run[0].start()].rstrip(), text[run[-1].end() :].lstrip()
    return before[-1:] in ("", "|", "•", "-", "–", ":") and (
        after[:1] in ("", "|", ",", "(", "-", "–", ":", ".") or after[:1].isdigit() or run[-1][0].endswith(".")
    )


def _within(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in taken)


def forename_alone(text: str, given: str) -> tuple[Named, ...]:
    """Where only the forename stands, as it does once somebody was introduced."""
    if len(given) < 3:
        return ()
    words = in_words(text)
    found: list[Named] = []
    for at, word in enumerate(words.folded):
        if word.removesuffix("'s").removesuffix("’s") != given or not words.is_capital(at):
            continue
        start, end = words.spans[at]
        if at + 1 < len(words.spans) and text[end : words.spans[at + 1][0]] == " " and words.is_capital(at + 1):
            continue
        found.append(Named(start, end, True, given))
    return tuple(found)

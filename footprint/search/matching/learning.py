"""What the person's own verdicts teach, in words. It never leaves this computer, and it can be forgotten."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from footprint.i18n import N_, _, ngettext
from footprint.labels import Labelled
from footprint.search.matching import gazetteer, occupations
from footprint.search.matching.gazetteer import Where
from footprint.search.matching.names import NameTable, fold
from footprint.search.matching.people import PersonName
from footprint.search.matching.phrases import Words, in_words
from footprint.search.matching.signs import Life
from footprint.search.records import Finding, Reason, Verdict
from footprint.wordlists import words

_TERM = re.compile(r"[^\W\d_]{4,}")


class LessonKind(Labelled):
    """What a lesson is about. The first three speak for, the last against."""

    SITE = "site", N_("Site")
    PERSON = "person", N_("Somebody named with you")
    PLACE = "place", N_("Place")
    WORD = "word", N_("Word of other people’s pages")

    @property
    def speaks_for(self) -> bool:
        return self is not LessonKind.WORD


@dataclass(frozen=True)
class Lesson:
    """One thing learned, from how many pages. `key` is what is compared, `text` what is shown."""

    kind: LessonKind
    key: str
    text: str
    pages: int

    @property
    def sentence(self) -> str:
        """What it was learned from."""
        n = self.pages
        if self.kind is LessonKind.SITE:
            said = ngettext("You said {n} page on {text} is you.", "You said {n} pages on {text} are you.", n)
        elif self.kind in (LessonKind.PERSON, LessonKind.PLACE):
            said = ngettext("{text} is on {n} page you said is you.", "{text} is on {n} pages you said are you.", n)
        else:
            said = ngettext(
                "“{text}” is on {n} page you said is not you.", "“{text}” is on {n} pages you said are not you.", n
            )
        return said.format(n=n, text=self.text)


@dataclass(frozen=True)
class Learned:
    """All lessons, ready for comparing."""

    lessons: tuple[Lesson, ...] = ()
    table: NameTable | None = field(default=None, repr=False)

    def keys(self, kind: LessonKind) -> dict[str, Lesson]:
        return self._by_kind.get(kind, {})

    @cached_property
    def last_names(self) -> tuple[str, ...]:
        """Of the people named with the person."""
        return tuple({one.partition(" ")[2] for one in self.keys(LessonKind.PERSON)})

    @cached_property
    def _by_kind(self) -> dict[LessonKind, dict[str, Lesson]]:
        found: dict[LessonKind, dict[str, Lesson]] = {}
        for one in self.lessons:
            found.setdefault(one.kind, {})[one.key] = one
        return found


NOTHING_LEARNED = Learned()


def learn(judged: Iterable[Finding], who: Life, names: Iterable[PersonName], table: NameTable) -> Learned:
    """Lessons from what was said: sites, people and places of the person’s own pages, words of other people’s."""
    known = tuple(judged)
    mine = [one for one in known if one.verdict in (Verdict.REMOVE, Verdict.FINE)]
    others = [one for one in known if one.verdict is Verdict.NOT_ME]
    own = frozenset(word for name in names for word in (*name.given, *name.family))
    lessons = (
        *_lessons(LessonKind.SITE, ({one.host: one.host} for one in mine), ({one.host: one.host} for one in others)),
        *_lessons(
            LessonKind.PERSON, (_people(one, own, table) for one in mine), (_people(one, own, table) for one in others)
        ),
        *_lessons(LessonKind.PLACE, (_towns(one, who) for one in mine), (_towns(one, who) for one in others)),
        *_against(mine, others, own | _words_of(who), table),
    )
    return Learned(lessons, table)


def lesson_reasons(found: Finding, learned: Learned) -> Iterator[Reason]:
    """What the lessons say about `found`."""
    if not learned.lessons:
        return
    if site := learned.keys(LessonKind.SITE).get(found.host):
        # One page is little: big sites have pages of everybody.
        said = _("You said another page on {host} is about you.").format(host=found.host)
        yield Reason(said, 5 if site.pages == 1 else 12)
    people, low = learned.keys(LessonKind.PERSON), fold(f"{found.title} {found.snippet}")
    if any(last in low for last in learned.last_names):
        assert learned.table is not None
        together = sorted(set(_people(found, frozenset(), learned.table)) & people.keys())
        if together:
            text = _("{name} is named here too, as on a page you said is you.")
            yield Reason(text.format(name=people[together[0]].text), min(24, 15 * len(together)))
    against = sorted(learned.keys(LessonKind.WORD).keys() & _TERM.findall(low))
    if against:
        text = _("It has words from pages you said are not you: {words}.").format(words=", ".join(against[:3]))
        yield Reason(text, -15 * min(2, len(against)))


def _lessons(kind: LessonKind, mine: Iterable[dict[str, str]], others: Iterable[dict[str, str]]) -> Iterator[Lesson]:
    """What stands on pages of the person's and on no page of somebody else's."""
    shown: dict[str, str] = {}
    times: Counter[str] = Counter()
    for page in mine:
        shown |= page
        times.update(page.keys())
    theirs = {key for page in others for key in page}
    yield from (Lesson(kind, key, shown[key], n) for key, n in sorted(times.items()) if key and key not in theirs)


def _against(mine: list[Finding], others: list[Finding], own: frozenset[str], table: NameTable) -> Iterator[Lesson]:
    """Words of two sites and more that are not the person, which stand on no page that is.

    A place or a kind of work counts from two sites on, another word from three: “results” is on pages of everybody.
    """
    ours = own.union(*map(_terms, mine)) if mine else own
    sites: dict[str, set[str]] = {}
    for one in others:
        for word in _terms(one):
            sites.setdefault(word, set()).add(one.host)
    for word, hosts in sorted(sites.items()):
        if len(hosts) > (1 if _is_telling(word) else 2) and word not in ours and not table.knows(word):
            yield Lesson(LessonKind.WORD, word, word, len(hosts))


def _is_telling(word: str) -> bool:
    """Whether it names a place or a kind of work."""
    lists = (gazetteer.shipped().places, occupations.shipped().titles)
    return any(True for phrases in lists for _hit in phrases.find([word]))


def _people(found: Finding, own: frozenset[str], table: NameTable) -> dict[str, str]:
    """Forename and family name side by side, by capitals and the table of forenames."""
    named: dict[str, str] = {}
    for text in (found.title, found.snippet):
        page = in_words(text)
        for at in range(len(page.folded) - 1):
            first, last = page.folded[at : at + 2]
            if last not in own and table.knows(first) and len(last) > 2 and _side_by_side(page, at):
                named[f"{first} {last}"] = page.written(at, 2)
    return named


def _side_by_side(page: Words, at: int) -> bool:
    between = page.text[page.spans[at][1] : page.spans[at + 1][0]]
    return between == " " and page.is_capital(at) and page.is_capital(at + 1)


def _towns(found: Finding, who: Life) -> dict[str, str]:
    page = in_words(f"{found.title}\n{found.snippet}")
    places = gazetteer.shipped().find(page, who.own_places, who.home)
    return {fold(one.text): one.text for one in places if one.where in (Where.NEAR, Where.ELSEWHERE)}


def _words_of(who: Life) -> frozenset[str]:
    """Words of the person's own details, which never speak against them."""
    texts = (*who.towns, *who.jobs, *(one.text for one in who.employers))
    return frozenset(word for text in texts for word in _TERM.findall(fold(text)))


def _terms(found: Finding) -> set[str]:
    return set(_TERM.findall(fold(f"{found.title} {found.snippet}"))) - _COMMON


_COMMON = words(
    "about after also been before from have here home into join like made make more most news only other over"
    " page photo photos post posts profile read same says share site some than that their them then there these"
    " they this those time under united very view videos website were what when where which will with year"
    " years your kingdom official people facebook linkedin instagram twitter youtube tiktok google search"
    " results result"
)

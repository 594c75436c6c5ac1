"""What to think about again before a pack is handed out: nothing here keeps it from being used.

Reading age and sentence length as for the app's own words (`ui-design` 7), sentences that may keep somebody from help,
and what people will look for in the pack and not find.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from footprint.handwritten import Problem
from footprint.i18n import _
from footprint.packs import texts
from footprint.packs.format import Changes, Post
from footprint.packs.labels import word
from footprint.packs.records import Pack
from footprint.packs.rules import whole
from footprint.packs.zipped import PACK
from footprint.paths import shipped
from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading
from footprint.wordlists import words

_WORTH_GRADING = 15  # shorter texts say too little about their grade
_NO_READING = words("id source menu name address link help start hosts domains handle example contact host")
_OLD_DAYS = 550  # about 18 months: names and numbers change
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
# A sentence that tells somebody not to, and names who helps: it may be fair, and somebody has to look at it.
_FROM_HELP = re.compile(
    r"\b(?:do not|don['’]t|never|must not|may not|not allowed|forbidden|without permission)\b[^.!?]*"
    r"\b(?:police|999|101|union|rep|solicitor|lawyer|regulator|ombudsman|helplines?|samaritans|whistle\w*|speak up|"
    r"report(?:ing)? (?:it|this|a crime)|doctor|gp|counsell?or|family|tribunal|journalist)\b",
    re.IGNORECASE,
)
# Words that ask for what no employer sees: results, findings, answers, screenshots of the app.
_ASKS_BACK = re.compile(
    r"\b(?:send|show|share|email|upload|hand in|give)\b[^.!?]*\b(?:your results|your answers|your findings|"
    r"what you found|screenshots?|your report|your notes|your passwords?|your list)\b",
    re.IGNORECASE,
)


def cautions(pack: Pack, today: date) -> tuple[Problem, ...]:
    """Each with its file and place, in the order of the pack."""
    return (*_of_manifest(pack, today), *_of_contacts(pack), *_of_people(pack), *_of_words(pack))


def _of_manifest(pack: Pack, today: date) -> Iterator[Problem]:
    if pack.manifest.made > today:
        yield Problem(PACK, "made", _("is in the future"))
    elif (today - pack.manifest.made).days > _OLD_DAYS:
        yield Problem(PACK, "made", _("is more than 18 months ago; look at its numbers and names again"))
    if not (pack.manifest.contact_email or pack.manifest.contact_phone):
        yield Problem(PACK, "contact", _("people cannot ask about the pack; give contact_email or contact_phone"))
    used = {host for text in _all(pack) for host in pack.manifest.hosts if host in text.words.casefold()}
    for at, host in enumerate(pack.manifest.hosts):
        if host not in used:
            yield Problem(
                PACK, f"hosts[{at}]", _("“{host}” is named nowhere in the pack; take it out").format(host=host)
            )


def _all(pack: Pack) -> Iterator[texts.Text]:
    for _file, value in whole(pack):
        yield from (text for text in texts.every(value) if text.field != "hosts")


def _of_contacts(pack: Pack) -> Iterator[Problem]:
    if Changes.CONTACTS not in pack.manifest.changes:
        return
    there = {one.post for one in pack.contacts.contact}
    for post in Post:
        if post not in there and post not in (Post.MANAGER, Post.ABOVE):
            what = _("says nothing about “{post}”; people will look for it when something has happened")
            yield Problem("contacts.toml", "contact", what.format(post=word(post)))


def _of_people(pack: Pack) -> Iterator[Problem]:
    """A first name and a common family name beside each other: people move on, and a pack is read by many."""
    named = [(PACK, "contact", pack.manifest.contact)]
    named += [("contacts.toml", f"contact[{at}].name", one.name) for at, one in enumerate(pack.contacts.contact)]
    for at, lens in enumerate(pack.lenses.words):
        named += [("lenses.toml", f"words[{at}].words[{number}]", name) for number, name in enumerate(lens.words)]
    for file, place, name in named:
        parts = [part.casefold() for part in re.findall(r"[^\W\d_]+", name)]
        if any(one in _forenames() and other in _families() for one, other in pairwise(parts)):
            yield Problem(file, place, _("“{name}” looks like a person’s name; name the task").format(name=name))


@cache
def _families() -> frozenset[str]:
    path = shipped("resources") / "names" / "common.toml"
    return frozenset(str(tomllib.loads(path.read_text(encoding="utf-8"))["family"]).split())


@cache
def _forenames() -> frozenset[str]:
    path = shipped("resources") / "names" / "uk-short-names.toml"
    groups = tomllib.loads(path.read_text(encoding="utf-8"))["name"]
    return frozenset(name for group in groups for name in (group["full"], *group["short"]))


def _of_words(pack: Pack) -> Iterator[Problem]:
    for file, value in whole(pack):
        for text in texts.every(value):
            if text.field not in _NO_READING and " " in text.words:
                yield from (Problem(file, text.place, what) for what in _of_text(text.words))


def _of_text(text: str) -> Iterator[str]:
    measured = reading(_BOLD.sub("this", text))
    if measured.longest > MAX_SENTENCE:
        yield _("has a sentence of {n} words; {most} is the most").format(n=measured.longest, most=MAX_SENTENCE)
    if len(text.split()) >= _WORTH_GRADING and measured.grade >= MAX_GRADE:
        yield _("reads at grade {grade:.1f}; it should be below {most:g}").format(grade=measured.grade, most=MAX_GRADE)
    if found := _FROM_HELP.search(text):
        yield _("“{words}” may keep somebody from help. Nobody may be told that").format(words=found[0][:100])
    if found := _ASKS_BACK.search(text):
        yield _("“{words}” asks for what is the person’s own. Nobody has to show it").format(words=found[0][:100])

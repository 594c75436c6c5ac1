"""What a pack must be beyond readable: the rules that no field alone can hold, each fault with its file and place.

The same rules hold when a pack is made, looked at, taken into use and read again at a start. Only what asks for the
things that ship (`ships`) is left out at a start, so that an update of the app never takes a pack away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from footprint.handwritten import Problem
from footprint.i18n import _
from footprint.packs import never, shipping, texts
from footprint.packs.format import FORMAT, MOST_MONTHS, Again, Changes
from footprint.packs.records import Pack, Ships
from footprint.packs.zipped import PACK, SIGNATURE

Fault = tuple[str, str]

MOST_TEXTS = 20_000  # texts in all files together, ids among them

# What the manifest must name for a file to be there, and the other way round.
_NEEDS = {
    Changes.GUIDANCE: ("guidance.toml",),
    Changes.CONTACTS: ("contacts.toml",),
    Changes.CHECKS: ("checks.toml", "checks/"),
    Changes.NETWORKS: ("networks/",),
    Changes.CADENCES: ("cadences.toml",),
    Changes.LETTERS: ("letters.toml",),
    Changes.LINKS: ("links.toml",),
    Changes.EVENTS: ("events/",),
    Changes.LENSES: ("lenses.toml",),
}


def faults(pack: Pack, files: frozenset[str], ships: Ships | None) -> Iterator[Problem]:
    """Everything that keeps a pack from being used."""
    yield from _named(PACK, _manifest(pack, files))
    yield from _formats(pack)
    yield from _words(pack)
    yield from _named("guidance.toml", _guidance(pack))
    yield from _named("contacts.toml", _contacts(pack))
    yield from _named("checks.toml", _checks(pack))
    yield from _named("cadences.toml", _cadences(pack))
    yield from _named("letters.toml", _letters(pack))
    yield from _named("links.toml", _twice("link", [one.id for one in pack.links.link]))
    yield from _named("lenses.toml", _lenses(pack))
    yield from _own_ids(pack)
    if ships is not None:
        yield from shipping.faults(pack, ships)


def _named(file: str, found: Iterable[Fault]) -> Iterator[Problem]:
    yield from (Problem(file, place, words) for place, words in found)


def _manifest(pack: Pack, files: frozenset[str]) -> Iterator[Fault]:
    yield from _twice("changes", pack.manifest.changes)
    yield from _twice("hosts", pack.manifest.hosts)
    wanted = set(pack.manifest.changes)
    for change, names in _NEEDS.items():
        there = sorted(
            file for file in files if file in names or file.startswith(tuple(n for n in names if n[-1] == "/"))
        )
        if there and change not in wanted:
            yield (
                "changes",
                _("{file} is there, and “{change}” is not named").format(file=there[0], change=change.value),
            )
        if not there and change in wanted:
            yield "changes", _("names “{change}”, and there is no file for it").format(change=change.value)
    if files <= {PACK, SIGNATURE}:
        yield "", _("changes nothing")


def _belongs(file: str, name: str) -> bool:
    return file.startswith(name) if name.endswith("/") else file == name


def _formats(pack: Pack) -> Iterator[Problem]:
    known = {PACK: pack.manifest, "letters.toml": pack.letters}
    known |= {f"{name}.toml": getattr(pack, name) for name in ("guidance", "contacts", "checks", "cadences")}
    known |= {f"{name}.toml": getattr(pack, name) for name in ("links", "lenses")}
    for name, file in known.items():
        if file is not None and getattr(file, "format", FORMAT) != FORMAT:
            yield Problem(name, "format", _("this app reads format {known}").format(known=FORMAT))


def whole(pack: Pack) -> Iterator[tuple[str, object]]:
    """Every file of a pack as it was read, by name."""
    yield PACK, pack.manifest
    for name in ("guidance", "contacts", "checks", "cadences", "letters", "links", "lenses"):
        yield f"{name}.toml", getattr(pack, name)
    for part in (*pack.added_checks, *pack.networks, *pack.events):
        yield part.file, part.value


def _words(pack: Pack) -> Iterator[Problem]:
    hosts = frozenset(pack.manifest.hosts)
    left = MOST_TEXTS
    for file, value in whole(pack):
        for text in texts.every(value):
            left -= 1
            if left < 0:
                yield Problem(
                    file,
                    text.place,
                    _("there is too much in the pack; {most} texts is the most").format(most=MOST_TEXTS),
                )
                return
            yield from (Problem(file, text.place, words) for words in texts.faults(text, hosts))
            if text.field == "domains" and text.words not in hosts:
                yield Problem(file, text.place, texts.not_listed(text.words))


def _guidance(pack: Pack) -> Iterator[Fault]:
    file = pack.guidance
    yield from _twice("section", [one.id for one in file.section])
    yield from _twice("add", [one.id for one in file.add])
    yield from _twice("reword", [one.id for one in file.reword])
    yield from _twice("hide", [one.id for one in file.hide])
    own = {one.id for one in file.section}
    for at, one in enumerate(file.add):
        if one.section.startswith("org:") and one.section not in own:
            yield f"add[{at}].section", _("there is no section “{id}”").format(id=one.section)
        if bool(one.link) != bool(one.link_label):
            yield f"add[{at}].link", _("link and link_label come together")
    used = {one.section for one in file.add}
    for at, section in enumerate(file.section):
        if section.id not in used:
            yield f"section[{at}]", _("no statement stands in it")
    hidden = {one.id for one in file.hide}
    for at, reworded in enumerate(file.reword):
        if not (reworded.short or reworded.text):
            yield f"reword[{at}]", _("says nothing new; give short or text")
        if reworded.id in hidden:
            yield f"reword[{at}].id", _("is hidden too; do one of the two")
        if reworded.id in never.KEPT_STATEMENTS:
            yield f"reword[{at}].id", _kept(reworded.id)
    for at, gone in enumerate(file.hide):
        if gone.id in never.KEPT_STATEMENTS:
            yield f"hide[{at}].id", _kept(gone.id)


def _kept(name: str) -> str:
    return _("“{id}” keeps people safe and stays as it is; add one of your own beside it").format(id=name)


def _contacts(pack: Pack) -> Iterator[Fault]:
    taken: Counter[tuple[str, str]] = Counter()
    for at, one in enumerate(pack.contacts.contact):
        if not (one.phone or one.email or one.link):
            yield f"contact[{at}]", _("says no way to reach them; give phone, email or link")
        yield from _twice(f"contact[{at}].happened", one.happened)
        for kind in one.happened or ("",):
            taken[one.post, kind] += 1
            if taken[one.post, kind] > 1:
                yield f"contact[{at}].post", _("“{id}” is there twice for the same kind").format(id=one.post.value)
    yield from _twice("when", [one.happened for one in pack.contacts.when])
    for at, when in enumerate(pack.contacts.when):
        yield from _twice(f"when[{at}].also_tell", when.also_tell)
        if bool(when.link) != bool(when.link_label):
            yield f"when[{at}].link", _("link and link_label come together")


def _checks(pack: Pack) -> Iterator[Fault]:
    file = pack.checks
    yield from _twice("reword", [f"{one.network}/{one.check}" for one in file.reword])
    yield from _twice("hide", [f"{one.network}/{one.check}" for one in file.hide])
    hidden = {(one.network, one.check) for one in file.hide}
    for at, one in enumerate(file.reword):
        if not (one.title or one.why):
            yield f"reword[{at}]", _("says nothing new; give title or why")
        if (one.network, one.check) in hidden:
            yield f"reword[{at}].check", _("is hidden too; do one of the two")
        if one.network in never.KEPT_LISTS:
            yield f"reword[{at}].network", _kept(one.network)
    for at, gone in enumerate(file.hide):
        if gone.network in never.SHOWN_LISTS:
            yield f"hide[{at}].network", _kept(gone.network)


def _cadences(pack: Pack) -> Iterator[Fault]:
    yield from _twice("cadence", [f"{one.again} {one.network}".strip() for one in pack.cadences.cadence])
    for at, one in enumerate(pack.cadences.cadence):
        if one.months > MOST_MONTHS[one.again]:
            most = _("must be {most} or fewer; a pack can make it more often, never less often")
            yield f"cadence[{at}].months", most.format(most=MOST_MONTHS[one.again])
        if one.network and one.again is not Again.CHECKS:
            yield f"cadence[{at}].network", _("only checks belong to a network")


def _letters(pack: Pack) -> Iterator[Fault]:
    if pack.letters is not None:
        yield from _twice("never_say", pack.letters.never_say)
        yield from _twice("ask_first", [one.letter for one in pack.letters.ask_first])


def _lenses(pack: Pack) -> Iterator[Fault]:
    yield from _twice("words", [one.lens for one in pack.lenses.words])
    for at, one in enumerate(pack.lenses.words):
        yield from _twice(f"words[{at}].words", [word.casefold() for word in one.words])
        for number, word in enumerate(one.words):
            place = f"words[{at}].words[{number}]"
            if not any(sign.isalpha() for sign in word) or word != " ".join(word.split()):
                yield place, _("must be a word or a name, with single blanks between")
            if never.private_matter(word):
                why = _(
                    "“{word}” may be about politics, belief, health, sexuality or union matters; no lens looks for it"
                )
                yield place, why.format(word=word)


def _own_ids(pack: Pack) -> Iterator[Problem]:
    """An id names one thing in the whole pack; checks are told apart by their network."""
    for name, parts in (("networks", pack.networks), ("events", pack.events)):
        ids = [str(getattr(part.value, "id", "")) for part in parts]
        yield from (Problem(f"{name}/", place, words) for place, words in _twice("id", ids))


def _twice(place: str, ids: Iterable[object]) -> Iterator[Fault]:
    for one, n in Counter(str(one) for one in ids).items():
        if n > 1:
            yield place, _("“{id}” is there {n} times").format(id=one, n=n)

"""Which rungs there are for an item, in order, and why the others are not for it.

Whoever may not be written to (someone met through work, someone frightening, not sure) gets a ladder of its own:
`_without_a_message` can only name rungs on which nobody is written to, whatever the item is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from footprint.checklists import Confidence, NetworkFile, Removal
from footprint.checklists import Kind as FileKind
from footprint.checklists.format import Page
from footprint.i18n import _
from footprint.log.ladder.reading import Entry, Link, entry_for
from footprint.log.ladder.records import Known, Step
from footprint.log.ladder.rungs import Rung
from footprint.log.likely import known_relation
from footprint.log.origins import Origin
from footprint.log.records import Action, Item, Kind
from footprint.log.relations import Relation
from footprint.person import Profile

# A network lets you take your own name off these.
_CAN_LEAVE = (Kind.TAG, Kind.PHOTO, Kind.VIDEO, Kind.POST, Kind.COMMENT)
_ORDER = (
    Rung.PRESERVE, Rung.MANAGER, Rung.YOURSELF, Rung.PERSON, Rung.SITE, Rung.NETWORK, Rung.SEARCH, Rung.ERASURE,
    Rung.COMPLAINT, Rung.REGULATOR, Rung.POLICE,
)  # fmt: skip
_WORRIED_ORDER = (Rung.PRESERVE, Rung.MANAGER, Rung.POLICE, Rung.YOURSELF, Rung.NETWORK)

_Answer = tuple[bool, str]


def ladder_for(
    item: Item, file: NetworkFile | None = None, who: Profile | None = None, known: Known | None = None
) -> tuple[Step, ...]:
    """Every rung once: those that apply in their order, then those that are left out, each with why.

    `file` is the checklist file of the item's network or place, where there is one.
    """
    profile, told = who or Profile(), known or Known()
    answers = dict(_without_a_message(item, file)) if item.origin.worries else dict(_with_messages(item, file, told))
    order = _WORRIED_ORDER if item.origin.worries else _ORDER
    whole = (*order, *(one for one in Rung if one not in order))
    relation = known_relation(item)
    steps = [
        Step(rung, *answers[rung], _exact(rung, entry_for(rung, relation, item.host, profile), item, file))
        for rung in whole
    ]
    return tuple(sorted(steps, key=lambda one: not one.applies))


def _exact(rung: Rung, entry: Entry, item: Item, file: NetworkFile | None) -> Entry:
    """With the steps of this network or place, where its file has some that somebody has seen a source for."""
    page = _page(rung, item, file)
    if page is None or not page.steps or page.confidence is Confidence.UNVERIFIED:
        return entry
    links = (Link(label=_("Open this page"), link=page.link), *entry.links) if page.link else entry.links
    return msgspec.structs.replace(
        entry, takes=page.steps, links=links, source=page.source, verified=page.verified, confidence=page.confidence
    )


def _page(rung: Rung, item: Item, file: NetworkFile | None) -> Page | None:
    if file is None:
        return None
    if rung is Rung.NETWORK:
        pretends = item.kind is Kind.PROFILE and item.origin is not Origin.ME
        return (file.pages.impersonation if pretends else None) or file.pages.report
    return file.place.come_off if rung is Rung.SITE and file.place is not None else None


def _without_a_message(item: Item, file: NetworkFile | None) -> Iterator[tuple[Rung, _Answer]]:
    keep = item.action is Action.KEEP
    never = _("Do not write to them, or to a page that may be theirs. It could make things worse.")
    for rung in Rung:
        if rung.writes or rung is Rung.REGULATOR:
            yield rung, (False, never)
    yield Rung.SEARCH, (False, _("Talk it over first. The owner of a page can learn that someone asked."))
    yield Rung.PRESERVE, (not keep, _("Keep a copy before anything changes. Others will need to see it."))
    yield Rung.MANAGER, (True, _manager_because(item.origin))
    frightens = item.origin is Origin.FRIGHTENING
    yield (
        Rung.POLICE,
        (True, _("If someone threatens, follows or keeps troubling you. In danger now: ring 999."))
        if frightens
        else (False, _police_not()),
    )
    yield Rung.YOURSELF, _yourself(item, file)
    yield (
        Rung.NETWORK,
        (False, _no_network()) if keep or not _on_network(item, file) else
        (True, _("Do this after you have talked it over, and with your copy kept.")),
    )  # fmt: skip


def _with_messages(item: Item, file: NetworkFile | None, told: Known) -> Iterator[tuple[Rung, _Answer]]:
    if item.action is Action.KEEP:
        yield from ((rung, (False, _("You want to keep it as it is."))) for rung in Rung)
        return
    relation = known_relation(item)
    stays = _stays(file)
    yield Rung.PRESERVE, _preserve(item, told)
    yield Rung.MANAGER, _manager(relation, told)
    yield Rung.YOURSELF, _yourself(item, file)
    yield Rung.PERSON, _person(item)
    yield Rung.SITE, (False, stays) if stays else _site(item, file)
    yield Rung.NETWORK, _network(item, file)
    yield Rung.SEARCH, _search(item)
    legal = (False, stays) if stays else _erasure(item, relation)
    yield Rung.ERASURE, legal
    yield Rung.COMPLAINT, (True, _("A complaint to them comes before a regulator.")) if legal[0] else (False, legal[1])
    yield Rung.REGULATOR, _regulator(item, relation, legal)
    yield Rung.POLICE, (False, _police_not())


def _preserve(item: Item, told: Known) -> _Answer:
    if told.case is not None and told.case.careful:
        return True, _("A case could be about this, so keep a copy before anything changes.")
    if item.origin is Origin.ME or item.kind is Kind.SETTING:
        return False, _("It is yours, so there is nothing to show to others. You can still keep a copy.")
    return True, _("What is gone cannot be shown. A copy also tells you what to look for later.")


def _manager(relation: Relation | None, told: Known) -> _Answer:
    if relation is Relation.COLLEAGUE:
        return True, _("A colleague is in this, so your manager should hear it from you, and first.")
    if relation is Relation.EMPLOYER:
        return True, _("It is about where you work, so your manager should hear it from you, and first.")
    if told.work is None and told.named:
        return True, _("It seems to be about your work. Your manager should hear it from you, and first.")
    if told.work:
        return True, _("People from work are in this, so they should hear it from you, and first.")
    if told.case is not None and told.case.careful:
        return True, _("A case could be about this. Take advice before anything is deleted.")
    return False, _("Nobody from work is in this, as far as you said. You can talk to them all the same.")


def _manager_because(origin: Origin) -> str:
    if origin is Origin.WORK:
        return _("You met them through work, so your workplace decides with you what to do.")
    if origin is Origin.FRIGHTENING:
        return _("You do not have to deal with this alone. They can help keep you safe.")
    return _("You are not sure who put it there. Talk it over before you do more.")


def _yourself(item: Item, file: NetworkFile | None) -> _Answer:
    if item.action is Action.KEEP:
        return False, _("You want to keep it as it is.")
    if item.origin is Origin.ME:
        return True, _("You put it there, so you can take it down.")
    if file is not None and file.place is not None and file.place.removal is Removal.YOURSELF:
        return True, _("This place lets you take yourself off.")
    if item.action in (Action.HIDE, Action.UNTAG) or item.kind in (Kind.TAG, Kind.SETTING):
        return True, _("You can take your name off, or hide it, without asking anyone.")
    if _on_network(item, file) and item.kind in _CAN_LEAVE:
        return True, _("On many networks you can take your own name off.")
    return False, _("Only whoever put it there can change it.")


def _person(item: Item) -> _Answer:
    if item.origin is Origin.KNOWN:
        return True, _("Someone you know put it there. A private word often does it.")
    if item.origin is Origin.STRANGER:
        return True, _("A stranger put it there. One polite, private message is worth a try.")
    if item.origin is Origin.ME:
        return False, _("You put it there yourself, so there is nobody to ask.")
    return False, _("An organisation put it there, so ask the organisation.")


def _site(item: Item, file: NetworkFile | None) -> _Answer:
    if item.origin is Origin.ME:
        return False, _("You put it there yourself, so there is nobody to ask.")
    if item.origin is Origin.ORGANISATION:
        return True, _("An organisation runs the page, and can take it down.")
    if _on_network(item, file):
        return False, _("It is on a network. Report it there instead.")
    if item.host or item.place:
        return True, _("Whoever runs the page can help if the person does not.")
    return False, _("You have not said where it is.")


def _network(item: Item, file: NetworkFile | None) -> _Answer:
    if not _on_network(item, file):
        return False, _no_network()
    if item.origin is Origin.ME:
        return False, _("You can take it down yourself.")
    return True, _("If a kind word is not enough, and it breaks the rules of the network.")


def _search(item: Item) -> _Answer:
    if item.kind is Kind.SETTING or not (item.host or item.place):
        return False, _("There is no page of it that a search could show.")
    if item.origin is Origin.ME:
        return True, _("If searches still show it after you took it down. It hides, it does not delete.")
    return True, _("It hides, it does not delete. Do it at the same time, or when the page is gone.")


def _erasure(item: Item, relation: Relation | None) -> _Answer:
    if item.origin is not Origin.ORGANISATION:
        return False, _("This is for organisations. Ask a person with kind words.")
    if relation is Relation.NEWSPAPER or item.kind is Kind.ARTICLE:
        return False, _("A newspaper may refuse this for its reports. Its own rules are the better way.")
    return True, _("An organisation holds it, so you can ask in law for it to be deleted.")


def _regulator(item: Item, relation: Relation | None, legal: _Answer) -> _Answer:
    if item.origin is Origin.ORGANISATION and relation is Relation.NEWSPAPER:
        return True, _("If the editor says no and the paper broke its own code.")
    return (True, _("It comes after your complaint to them, and is the last step.")) if legal[0] else (False, legal[1])


def _stays(file: NetworkFile | None) -> str:
    """Why a listing can be taken off by nobody, or ""."""
    place = file.place if file is not None else None
    if place is None:
        return ""
    if place.expected:
        return _("It belongs there and is meant to be seen.")
    return _("It has to be there by its rules. Nobody can take it off.") if place.removal is Removal.CANNOT else ""


def _on_network(item: Item, file: NetworkFile | None) -> bool:
    return bool(item.network) and (file is None or file.kind is FileKind.NETWORK)


def _no_network() -> str:
    return _("It is not on a network with a report button.")


def _police_not() -> str:
    return _("Only for extreme cases. If someone threatens or follows you, change who put it there.")


def applying(steps: Iterable[Step]) -> tuple[Rung, ...]:
    """The rungs that apply, in order."""
    return tuple(one.rung for one in steps if one.applies)

"""Keep what the person says about a check, and find it again after the check was renamed, split or retired."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from footprint.checklists import store
from footprint.checklists.format import Check, NetworkFile
from footprint.checklists.records import (
    NOT_FOUND,
    SOMETHING_ELSE,
    Answer,
    Decision,
    Given,
    Latest,
    Note,
    NoteKind,
)
from footprint.checklists.wording import wording
from footprint.dates import from_text, local_day
from footprint.errors import FootprintError, NotFound
from footprint.i18n import N_, _
from footprint.ids import new_id
from footprint.vault.changes import Done
from footprint.vault.vault import Vault, Writing

_SPECIAL = {SOMETHING_ELSE: N_("Something else"), NOT_FOUND: N_("I could not find it")}


class NotAnAnswer(FootprintError):
    """What was given cannot be kept as an answer to this check."""


def check_of(network: NetworkFile, check_id: str) -> Check:
    """The check with this id, or the one that had it before."""
    for check in network.checks:
        if check.id == check_id:
            return check
    for check in network.checks:
        if check_id in check.was:
            return check
    known = ", ".join(check.id for check in network.checks if not check.retired)
    raise NotFound(
        _("{network} has no check called “{id}”. There are: {known}.").format(
            network=network.name, id=check_id, known=known
        )
    )


def label(check: Check, choice_id: str) -> str:
    """A choice in words, the two that every check has among them."""
    if choice_id in _SPECIAL:
        return _(_SPECIAL[choice_id])
    return next((choice.label for choice in check.choices if choice.id == choice_id), choice_id)


def safer(check: Check) -> str:
    """The id of the first choice marked safer; empty where the check only looks."""
    return next((choice.id for choice in check.choices if choice.safer), "")


def is_safer(check: Check, choice_id: str) -> bool:
    return any(choice.id == choice_id and choice.safer for choice in check.choices)


def answer(
    vault: Vault,
    network: NetworkFile,
    check: Check,
    choice: str = "",
    *,
    decision: Decision | None = None,
    changed_to: str = "",
    reason: str = "",
    until: date | None = None,
) -> Done[Answer]:
    """Keep one answer; older ones stay as history."""
    done = answer_together(vault, network, [Given(check, choice, decision, changed_to, reason, until)])
    return Done(done.value[0], done.undo)


def answer_together(vault: Vault, network: NetworkFile, given: Sequence[Given]) -> Done[tuple[Answer, ...]]:
    """Keep the answers of one settings page at once, as one thing to undo."""
    today = local_day(vault.now())
    ready = [_checked(one, today) for one in given]
    with vault.writing() as write:
        kept = tuple(_made(network, one, write.instant) for one in ready)
        for one in kept:
            store.add_answer(write.db, one, write.now)
    return write.done(kept)


def latest(vault: Vault, network_id: str) -> dict[str, Answer]:
    """The newest answer of each check id, whether or not the checklist still has that id."""
    with vault.reading() as db:
        every = store.every(db)
        return {one.check: _with_every(one, every) for one in store.answers(db, network_id)}


def latest_of_all(vault: Vault) -> dict[str, dict[str, Answer]]:
    """The same for every network that was ever answered, by network id."""
    found: dict[str, dict[str, Answer]] = {}
    with vault.reading() as db:
        every = store.every(db)
        for one in store.answers(db):
            found.setdefault(one.network, {})[one.check] = _with_every(one, every)
    return found


def days_answered(vault: Vault) -> dict[tuple[str, str], date]:
    """The day each check was gone through last, by network and check id. What was answered is not even read."""
    with vault.reading() as db:
        found = store.days_answered(db)
    return {key: local_day(from_text(at)) for key, at in found.items()}


def _with_every(answer: Answer, every: Mapping[tuple[str, str], int]) -> Answer:
    """How often the person wants to look at this check again, their choice for the whole network else."""
    chosen = every.get((answer.network, answer.check), every.get((answer.network, "")))
    return answer if chosen is None else replace(answer, every=chosen)


def every_of(vault: Vault) -> Mapping[tuple[str, str], int]:
    """After how many months the person wants to look again (0: never), by network and check ('' for the network)."""
    with vault.reading() as db:
        return store.every(db)


def set_every(vault: Vault, network: NetworkFile, months: int | None, check: Check | None = None) -> Done[int | None]:
    """Look at a check, or at all of a network, again after `months` (0: never); None goes back to what is usual.

    A choice for a network takes back those for its checks.
    """
    with vault.writing() as write:
        if check is None:
            put_every(write, network.id, months)
        else:
            for one in (check.id, *check.was):
                store.put_every(write.db, network.id, one, months, write.now)
    return write.done(months)


def put_every(write: Writing, network: str, months: int | None) -> None:
    """The same for all of a network, as part of something larger."""
    for chosen, check_id in store.every(write.db):
        if chosen == network and check_id:
            store.put_every(write.db, network, check_id, None, write.now)
    store.put_every(write.db, network, "", months, write.now)


def history(vault: Vault, network: NetworkFile, check: Check) -> tuple[Answer, ...]:
    """Every answer to this check, newest first, those given under its former ids among them."""
    with vault.reading() as db:
        return tuple(store.answers_to(db, network.id, _ids(network, check)))


def answer_for(network: NetworkFile, check: Check, answers: Latest) -> Answer | None:
    """The newest answer that counts for a check: its own, or one to a former id or to a check it was split from."""
    found = [answers[one] for one in _ids(network, check) if one in answers]
    return max(found, key=lambda one: one.at, default=None)


def _ids(network: NetworkFile, check: Check) -> Iterator[str]:
    """The check's id, its former ones, and those of checks that were split into it."""
    yield check.id
    yield from check.was
    for other in network.checks:
        if check.id in other.split_into:
            yield other.id
            yield from other.was


def note(vault: Vault, network: NetworkFile, check: Check, text: str) -> Done[Note | None]:
    """Keep the private note beside a check; an empty one removes it."""
    return _write_note(vault, network, check, NoteKind.NOTE, text)


def looks_different(vault: Vault, network: NetworkFile, check: Check, text: str) -> Done[Note | None]:
    """Keep what the person sees where the steps do not fit their screen; an empty text takes it back."""
    return _write_note(vault, network, check, NoteKind.LOOKS_DIFFERENT, text)


def note_for(vault: Vault, network: NetworkFile, check: Check, kind: NoteKind = NoteKind.NOTE) -> Note | None:
    with vault.reading() as db:
        return store.note(db, network.id, _ids(network, check), kind)


def notes(vault: Vault, network_id: str | None = None) -> tuple[Note, ...]:
    with vault.reading() as db:
        return tuple(store.notes(db, network_id))


def _write_note(vault: Vault, network: NetworkFile, check: Check, kind: NoteKind, text: str) -> Done[Note | None]:
    text = text.strip()
    with vault.writing() as write:
        old = store.note(write.db, network.id, _ids(network, check), kind)
        new: Note | None = None
        if text:
            mine = old is not None and old.check in (check.id, *check.was)  # else it also belongs to another half
            new = Note(old.id if old and mine else new_id(), network.id, check.id, kind, text, write.instant)
            store.put_note(write.db, new)
        elif old:
            store.remove_note(write.db, old.id, write.now)
    return write.done(new)


def _made(network: NetworkFile, given: Given, at: datetime) -> Answer:
    return Answer(
        id=new_id(),
        network=network.id,
        check=given.check.id,
        choice=given.choice,
        decision=given.decision,
        changed_to=given.changed_to,
        reason=given.reason.strip(),
        until=given.until,
        wording=wording(given.check),
        title_seen=given.check.title,
        label_seen=label(given.check, given.changed_to or given.choice),
        at=at,
    )


def _checked(given: Given, today: date) -> Given:
    """`given` with what follows from it filled in, or a sentence on what is missing."""
    check, choice, decision = given.check, given.choice, given.decision
    known = [one.id for one in check.choices]
    if choice and choice not in known and choice not in _SPECIAL:
        raise NotAnAnswer(
            _("“{check}” can be answered with: {known}.").format(check=check.id, known=", ".join([*known, *_SPECIAL]))
        )
    if not choice and decision not in (Decision.LATER, Decision.NOT_FOR_ME):
        raise NotAnAnswer(_("Choose what it is set to now."))
    if is_safer(check, choice) and decision is not Decision.NOT_FOR_ME:
        return Given(check, choice)
    if decision is Decision.CHANGED:
        return _changed(given, known)
    if decision is Decision.LATER and (given.until is None or given.until <= today):
        raise NotAnAnswer(_("Choose a day after today to come back to this."))
    if decision is Decision.KEEP and given.until is not None and given.until <= today:
        raise NotAnAnswer(_("The day to look again must be after today."))
    until = given.until if decision in (Decision.LATER, Decision.KEEP) else None
    return Given(check, choice, decision, "", given.reason, until)


def _changed(given: Given, known: list[str]) -> Given:
    to = given.changed_to or safer(given.check)
    if not to:
        raise NotAnAnswer(_("There is nothing to set here, only something to look at."))
    if to not in known:
        raise NotAnAnswer(
            _("“{check}” can be changed to: {known}.").format(check=given.check.id, known=", ".join(known))
        )
    return Given(given.check, given.choice, Decision.CHANGED, to, given.reason)

"""Before something goes: during a complaint or a court hearing no function deletes anything without the answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from footprint import log
from footprint.log import New, Origin, State, incidents, ladder
from footprint.log.ladder import Case, Considered, LifeEvent, PauseFirst, Rung
from footprint.vault import Vault

NO, ALL_THE_SAME = Considered(Case.NO), Considered(Case.PERHAPS, all_the_same=True)
Do = Callable[[Considered | None], object]


def _own(vault: Vault) -> str:
    return log.add(vault, New("My old post", "https://a.example/1", origin=Origin.ME)).value.id


def _deleting(vault: Vault) -> Do:
    item = _own(vault)
    return lambda known: log.delete(vault, [item], considered=known)


def _gone(vault: Vault) -> Do:
    item = _own(vault)
    return lambda known: log.move(vault, [item], State.GONE, considered=known)


def _gone_of_others(vault: Vault) -> Do:
    item = log.add(vault, New("A tag", origin=Origin.KNOWN, kind=log.Kind.TAG)).value.id
    return lambda known: log.move(vault, [item], State.GONE, considered=known)


def _yourself(vault: Vault) -> Do:
    item = _own(vault)
    return lambda known: ladder.take(vault, item, Rung.YOURSELF, considered=known)


def _copy(vault: Vault) -> Do:
    made = log.add_text(vault, _own(vault), "What was there").value
    return lambda known: log.remove_evidence(vault, made.id, considered=known)


def _note(vault: Vault) -> Do:
    note = incidents.add(vault, incidents.Kind.POSTED, what="A post").value
    return lambda known: incidents.delete(vault, note.id, considered=known)


def _proof(vault: Vault) -> Do:
    note = incidents.add(vault, incidents.Kind.POSTED, what="A post").value
    made = incidents.add_proof(vault, note.id, b"<p>Words</p>", "seen.html").value
    return lambda known: incidents.remove_proof(vault, made.id, considered=known)


DELETING = (_deleting, _gone, _gone_of_others, _yourself, _copy, _note, _proof)


@pytest.mark.parametrize("event", LifeEvent)
@pytest.mark.parametrize("make", DELETING)
def test_nothing_is_deleted_without_the_answer(vault: Vault, make: Callable[[Vault], Do], event: LifeEvent) -> None:
    do = make(vault)
    ladder.set_life_event(vault, event, True)
    with pytest.raises(PauseFirst) as open_still:
        do(None)
    assert not open_still.value.careful
    assert ("going on" if event is LifeEvent.COMPLAINT else "coming up") in str(open_still.value)
    for careful in (Case.PERHAPS, Case.UNSURE):
        with pytest.raises(PauseFirst) as found:
            do(Considered(careful))
        assert found.value.careful
    do(ALL_THE_SAME)


@pytest.mark.parametrize("make", DELETING)
def test_the_answer_no_lets_it_go(vault: Vault, make: Callable[[Vault], Do]) -> None:
    do = make(vault)
    ladder.set_life_event(vault, LifeEvent.COMPLAINT, True)
    do(NO)


@pytest.mark.parametrize("make", [_deleting, _copy, _note, _proof])
def test_where_nothing_is_going_on_nothing_is_asked(vault: Vault, make: Callable[[Vault], Do]) -> None:
    make(vault)(None)


@pytest.mark.parametrize("make", [_gone, _yourself])
def test_before_the_very_first_thing_of_ones_own_goes_it_is_asked_once(
    vault: Vault, make: Callable[[Vault], Do]
) -> None:
    do = make(vault)
    with pytest.raises(PauseFirst, match="ask this once"):
        do(None)
    do(NO)
    make(vault)(None)


def test_a_careful_answer_holds_after_the_complaint_is_over(vault: Vault) -> None:
    item = _own(vault)
    ladder.say_case(vault, item, Case.UNSURE)
    for do in (
        lambda: log.delete(vault, [item]),
        lambda: log.move(vault, [item], State.GONE),
        lambda: ladder.take(vault, item, Rung.YOURSELF),
    ):
        with pytest.raises(PauseFirst) as found:
            do()
        assert found.value.careful
    assert log.get(vault, item).state is State.FOUND
    log.delete(vault, [item], considered=ALL_THE_SAME)


def test_asking_waits_for_the_answer_too_and_keeps_it(vault: Vault) -> None:
    item = log.add(vault, New("A photo", "https://a.example/1", origin=Origin.KNOWN)).value
    ladder.set_life_event(vault, LifeEvent.HEARING, True)
    for do in (
        lambda known: log.sent(vault, item.id, how=log.How.IN_PERSON, considered=known),
        lambda known: log.move(vault, [item.id], State.ASKED, considered=known),
        lambda known: ladder.take(vault, item.id, Rung.PERSON, considered=known),
    ):
        with pytest.raises(PauseFirst):
            do(None)
    log.sent(vault, item.id, how=log.How.IN_PERSON, considered=Considered(Case.UNSURE))
    assert ladder.look(vault, log.get(vault, item.id)).known.case is Case.UNSURE
    log.move(vault, [item.id], State.GONE)  # they took it down: it was not the person's own hand


def test_many_at_once_are_all_asked_about_or_none_goes(vault: Vault) -> None:
    one, two = _own(vault), _own(vault)
    ladder.say_case(vault, one, Case.NO)
    ladder.set_life_event(vault, LifeEvent.COMPLAINT, True)
    log.move(vault, [one], State.DECIDED)
    with pytest.raises(PauseFirst):
        log.delete(vault, [one, two])
    assert log.get(vault, one).id == one and log.get(vault, two).id == two
    assert log.delete(vault, [one, two], considered=NO).value == 2

"""An incident note: kept as typed, carried on, ended, handed over, deleted, brought back, and dropped for good."""

from __future__ import annotations

from datetime import date

import pytest

from footprint import log
from footprint.errors import NotFound
from footprint.log import incidents
from footprint.log.incidents import BadIncident, Form, Kind, Post
from footprint.vault import Vault
from tests.conftest import FakeClock

TODAY = date(2026, 11, 16)


def test_a_note_is_kept_from_its_first_word_and_carried_on(vault: Vault) -> None:
    begun = incidents.begin(vault, Kind.POSTED)
    assert incidents.incidents(vault) == ()
    incidents.keep(vault, begun, what="  A post about the ser", step=0)
    incidents.keep(vault, begun, seen_typed="15//", seen_at="about 9", step=1)
    kept = incidents.incident(vault, begun.id)
    assert (kept.what, kept.seen_typed, kept.seen_at, kept.step) == ("  A post about the ser", "15//", "about 9", 1)
    assert not kept.finished
    incidents.keep(vault, begun, seen_on=date(2026, 11, 15))
    assert incidents.incident(vault, begun.id).seen_typed == ""
    assert incidents.finish(vault, begun.id).value.finished


def test_every_answer_comes_back_as_it_was_given(vault: Vault) -> None:
    told = {
        "what": "One.\n\nTwo.", "seen_on": TODAY, "seen_at": "9:30am", "place": "https://posts.example/1",
        "concerns": "an adult I work with", "agreed": "To wait.", "wanted": "Advice.", "network": "facebook",
        "manager_fits": False,
    }  # fmt: skip
    made = incidents.add(vault, Kind.CONTACT, **told).value  # type: ignore[arg-type]
    kept = incidents.incident(vault, made.id)
    assert {name: getattr(kept, name) for name in told} == told
    assert kept.kind is Kind.CONTACT


def test_a_day_to_come_and_too_many_words_are_refused(vault: Vault) -> None:
    one = incidents.begin(vault, Kind.THREAT)
    with pytest.raises(BadIncident, match="today or in the past") as refused:
        incidents.keep(vault, one, seen_on=date(2026, 11, 18))
    assert refused.value.field == "seen_on"
    with pytest.raises(BadIncident, match="10,000"):
        incidents.keep(vault, one, what="x" * 10_001)
    with pytest.raises(BadIncident, match="what happened"):
        incidents.add(vault, Kind.THREAT, what=" \n ")
    incidents.keep(vault, one, place="here")
    with pytest.raises(BadIncident, match="what happened"):
        incidents.finish(vault, one.id)


def test_several_are_told_and_one_is_taken_away_and_back(vault: Vault) -> None:
    one = incidents.add(vault, Kind.MISTAKE, what="I posted").value
    incidents.tell(vault, one.id, "my line manager", date(2026, 11, 15), "9am")
    second = incidents.tell(vault, one.id, "IT  security").value
    assert [(told.who, told.on, told.at) for told in incidents.whole(vault, one.id).told] == [
        ("my line manager", date(2026, 11, 15), "9am"),
        ("IT security", TODAY, ""),
    ]
    gone = incidents.untell(vault, second.id)
    assert len(incidents.whole(vault, one.id).told) == 1
    vault.undo(gone.undo)
    assert len(incidents.whole(vault, one.id).told) == 2
    for who, on in (("", None), ("HR", date(2026, 12, 1))):
        with pytest.raises(BadIncident):
            incidents.tell(vault, one.id, who, on)


def test_handing_over_and_copies_are_noted_with_their_day(vault: Vault) -> None:
    one = incidents.add(vault, Kind.MISTAKE, what="I posted").value
    incidents.copied(vault, one.id, Form.PDF)
    incidents.copied(vault, one.id, Form.WORD)
    assert [copy.form for copy in incidents.whole(vault, one.id).copies] == [Form.PDF, Form.WORD]
    assert incidents.hand_over(vault, one.id).value.handed_on == TODAY
    assert incidents.hand_over(vault, one.id, date(2026, 11, 10)).value.handed_on == date(2026, 11, 10)
    with pytest.raises(BadIncident):
        incidents.hand_over(vault, one.id, date(2027, 1, 1))


def test_deleting_can_be_undone_until_the_next_start_and_then_nothing_is_left(vault: Vault, clock: FakeClock) -> None:
    one = incidents.add(vault, Kind.THREAT, what="A message").value
    incidents.tell(vault, one.id, "my line manager")
    incidents.add_proof(vault, one.id, b"<p>the message</p>", "seen.html")
    gone = incidents.delete(vault, one.id)
    assert incidents.incidents(vault) == ()
    with pytest.raises(NotFound):
        incidents.whole(vault, one.id)
    vault.undo(gone.undo)
    back = incidents.whole(vault, one.id)
    assert incidents.proof_bytes(vault, back.proofs[0]) == b"<p>the message</p>"
    assert len(back.told) == 1
    incidents.delete(vault, one.id)
    assert incidents.drop_deleted(vault, vault.now()) == 0, "deleted since the start: it can still be undone"
    clock.advance(minutes=1)
    assert incidents.drop_deleted(vault, vault.now()) == 1
    with vault.reading() as db:
        for table in ("incident", "incident_told", "incident_proof", "incident_proof_bytes", "incident_copy"):
            assert db.value(f"SELECT count(*) FROM {table}") == 0, table


def test_dropping_leaves_what_is_kept(vault: Vault) -> None:
    one = incidents.add(vault, Kind.THREAT, what="A message").value
    incidents.add_proof(vault, one.id, b"<p>the message</p>", "seen.html")
    assert incidents.drop_deleted(vault, vault.now()) == 0
    assert incidents.proof_bytes(vault, incidents.whole(vault, one.id).proofs[0]) == b"<p>the message</p>"


def test_a_copy_of_the_log_is_pointed_to_and_stays_there(vault: Vault) -> None:
    item = log.add(vault, log.New("A post", origin=log.Origin.WORK)).value
    kept = log.add_text(vault, item.id, "the words").value
    one = incidents.add(vault, Kind.CONTACT, what="A message", item_id=item.id).value
    assert incidents.linkable(vault, item.id) == (kept,)
    incidents.link_proof(vault, one.id, kept.id)
    incidents.link_proof(vault, one.id, kept.id)
    (proof,) = incidents.whole(vault, one.id).proofs
    assert (proof.sha256, incidents.proof_bytes(vault, proof)) == (kept.sha256, b"the words")
    gone = incidents.delete(vault, one.id)
    assert log.evidence(vault, item.id) == (kept,)
    vault.undo(gone.undo)
    incidents.delete(vault, one.id, with_linked=True)
    assert log.evidence(vault, item.id) == ()


def test_a_file_that_is_no_picture_or_page_is_refused(vault: Vault) -> None:
    one = incidents.add(vault, Kind.THREAT, what="A message").value
    for content in (b"", b"\x00\x01\x02", b"\x89PNG\r\n\x1a\nbroken"):
        with pytest.raises(log.BadEvidence):
            incidents.add_proof(vault, one.id, content)
    assert incidents.whole(vault, one.id).proofs == ()


def test_newest_come_first(vault: Vault, clock: FakeClock) -> None:
    for words in ("first", "second"):
        incidents.add(vault, Kind.POSTED, what=words)
        clock.advance(hours=1)
    assert [one.what for one in incidents.incidents(vault)] == ["second", "first"]


def test_who_to_tell_is_typed_in_and_taken_away(vault: Vault) -> None:
    assert [one.known for one in incidents.contacts(vault)] == [False] * len(Post)
    made = incidents.set_contact(vault, Post.IT, name="Service  desk", phone="07700 900123", hours="8am to 6pm")
    known = {one.post: one for one in incidents.contacts(vault)}
    assert (known[Post.IT].called, known[Post.IT].phone) == ("Service desk", "07700 900123")
    assert known[Post.HR].called == "Human resources"
    vault.undo(made.undo)
    assert not any(one.known for one in incidents.contacts(vault))
    incidents.set_contact(vault, Post.IT, name="Desk")
    incidents.set_contact(vault, Post.IT)
    assert not any(one.known for one in incidents.contacts(vault))
    incidents.set_contact(vault, Post.IT, name="Desk again")
    assert sum(one.known for one in incidents.contacts(vault)) == 1


@pytest.mark.parametrize("kind", Kind)
def test_where_the_manager_is_not_the_right_person_another_is_next_in_line(vault: Vault, kind: Kind) -> None:
    first = incidents.in_line(vault, kind)
    assert first[0].post is Post.MANAGER
    other = [one.post for one in incidents.in_line(vault, kind, manager_fits=False)]
    assert other[0] is Post.ABOVE
    assert other[-1] is Post.WHISTLE
    assert Post.MANAGER not in other

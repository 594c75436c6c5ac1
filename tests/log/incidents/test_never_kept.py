"""A note keeps no more than the log does: someone under 18 undressed never, a private picture only by choice."""

from __future__ import annotations

import itertools

import pytest

from footprint import log
from footprint.log import Answer, Shows, incidents
from footprint.vault import Vault
from tests.log.copies.test_evidence import plain

NEVER = [one for one in (Shows(*both) for both in itertools.product(Answer, Answer)) if one.never_kept]


@pytest.mark.parametrize("shows", NEVER, ids=lambda one: f"{one.undressed}-{one.under_18}")
@pytest.mark.parametrize("thought", [False, True])
def test_what_the_log_never_keeps_no_note_keeps(vault: Vault, shows: Shows, thought: bool) -> None:
    note_id = incidents.keep(vault, incidents.begin(vault, incidents.Kind.POSTED), what="A post").value.id
    with pytest.raises(log.NeverKept):
        incidents.add_proof(vault, note_id, plain(), "seen.png", shows=shows, thought=thought)
    with vault.reading() as db:
        assert db.value("SELECT count(*) FROM log_evidence_bytes") == 0


def test_a_private_picture_is_kept_by_choice_and_without_a_small_copy(vault: Vault) -> None:
    note_id = incidents.keep(vault, incidents.begin(vault, incidents.Kind.POSTED), what="A post").value.id
    private = Shows(undressed=Answer.YES)
    with pytest.raises(log.Thought):
        incidents.add_proof(vault, note_id, plain(), shows=private)
    kept = incidents.add_proof(vault, note_id, plain(), shows=private, thought=True).value
    assert incidents.thumbnail(vault, kept) == b""

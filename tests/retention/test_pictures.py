"""The picture of a found profile goes with the result it belongs to."""

from __future__ import annotations

from pathlib import Path

from footprint import log, retention, search
from footprint import vault as v
from footprint.demo import portraits
from footprint.search import likeness
from tests.retention.conftest import Hands


def test_a_purge_takes_the_picture_of_a_profile_and_leaves_ones_own(vault: v.Vault, folder: Path, hands: Hands) -> None:
    own = likeness.add_mine(vault, portraits._file(portraits._hills())).value
    finding = search.add_pasted(vault, "https://chatterbox.example/ada Ada").value.findings[0]
    likeness.add_found(vault, finding.id, portraits._file(portraits._garden()))
    item = log.from_finding(vault, finding, kind=log.Kind.PROFILE, action=log.Action.REPORT).value
    log.move(vault, [item.id], log.State.GONE)
    hands.days(400)
    retention.purge(vault, retention.plan(vault, 12))
    assert [one.id for one in likeness.pictures(vault)] == [own.id]
    assert list(likeness.small_copies(vault)) == [own.id]


def test_what_was_taken_out_goes_for_good_after_a_time(vault: v.Vault, hands: Hands) -> None:
    own = likeness.add_mine(vault, portraits._file(portraits._hills())).value
    likeness.remove(vault, [own.id])
    hands.days(400)
    retention.purge(vault, retention.plan(vault, 12))
    with vault.reading() as db:
        assert db.value("SELECT count(*) FROM likeness_picture") == 0

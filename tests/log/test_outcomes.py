"""What came of it: right counts, days in the middle, and words that never blame or rate."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from footprint import log
from footprint.log import New, Origin, State, ladder
from footprint.log.outcomes import Outcomes, outcomes, sentences
from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading
from footprint.vault import Vault

SHAME = ("only", "still", "fail", "score", "%", "should", "must", "late", "bad", "worse", "behind", "!", "slow")


def add(vault: Vault, title: str = "Photo", origin: Origin = Origin.KNOWN) -> str:
    return log.add(vault, New(title, origin=origin)).value.id


def test_nothing_yet(vault: Vault) -> None:
    assert outcomes(vault) == Outcomes()
    add(vault)
    assert outcomes(vault) == Outcomes()
    assert len(sentences(outcomes(vault))) == 1


def test_asked_answered_gone_and_the_days_in_the_middle(vault: Vault, clock: Any) -> None:
    ids = [add(vault) for _n in range(5)]
    log.move(vault, ids[:4], State.ASKED)
    assert outcomes(vault) == Outcomes(asked=4)
    for item, days in ((ids[0], 2), (ids[1], 7), (ids[2], 10)):
        clock.advance(days=days)
        log.move(vault, [item], State.GONE)
    assert outcomes(vault) == Outcomes(asked=4, answered=3, gone=3, days=9)
    log.move(vault, [ids[4]], State.GONE)  # taken down without asking
    assert outcomes(vault) == Outcomes(asked=4, answered=3, gone=4, days=9)
    log.move(vault, [ids[0]], State.CAME_BACK)
    assert outcomes(vault) == Outcomes(asked=4, answered=3, gone=3, came_back=1, days=9)
    log.move(vault, [ids[3]], State.REFUSED)
    assert outcomes(vault).answered == 4
    done = log.delete(vault, [ids[1]])
    assert outcomes(vault) == Outcomes(asked=3, answered=3, gone=2, came_back=1, days=19)
    vault.undo(done.undo)
    assert outcomes(vault).asked == 4


def test_what_was_undone_counts_nowhere(vault: Vault) -> None:
    item = add(vault)
    done = log.move(vault, [item], State.ASKED)
    vault.undo(done.undo)
    assert outcomes(vault) == Outcomes()


def test_asking_again_counts_once_and_from_the_first_day(vault: Vault, clock: Any) -> None:
    item = add(vault)
    for _n in range(2):
        log.move(vault, [item], State.ASKED)
        clock.advance(days=5)
        log.move(vault, [item], State.WAITING)
    log.move(vault, [item], State.GONE)
    assert outcomes(vault) == Outcomes(asked=1, answered=1, gone=1, days=10)


def test_an_answer_that_was_read_counts_and_silence_does_not(vault: Vault) -> None:
    ids = [add(vault) for _n in range(4)]
    for item in ids:
        log.move(vault, [item], State.ASKED)
    for item, kind in zip(ids, ("asks more", "silence", "bounced", "automatic"), strict=True):
        read = replace(ladder.read_reply("Hello"), kind=ladder.ReplyKind(kind))
        ladder.answered(vault, item, read)
    assert outcomes(vault).answered == 1


COUNT = st.integers(0, 400)


@given(asked=COUNT, answered=COUNT, gone=COUNT, back=COUNT, days=st.none() | st.integers(0, 900))
def test_words_are_kind_and_easy(asked: int, answered: int, gone: int, back: int, days: int | None) -> None:
    said = sentences(Outcomes(asked, min(answered, asked), gone, back, days if asked and gone else None))
    assert said
    for words in said:
        assert not [one for one in SHAME if one in words.casefold().split() or (len(one) == 1 and one in words)], words
        assert reading(words).longest <= MAX_SENTENCE
    assert reading(" ".join(said)).grade <= MAX_GRADE

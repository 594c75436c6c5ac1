"""The own list: in the person's order, once each, undone step by step, and cleared after the talk."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint.errors import NotFound
from footprint.person import Regulator
from footprint.supervision import own_pages, reflection, take
from footprint.supervision.reflection import BadReflection
from footprint.supervision.take import BadLine
from footprint.vault import Vault


def words(vault: Vault) -> list[str]:
    return [one.words for one in take.lines(vault)]


def test_lines_stand_in_the_order_the_person_gave_them(vault: Vault) -> None:
    ids = [take.add(vault, one).value.id for one in ("one", "two", "three")]
    take.move(vault, ids[2], -1)
    assert words(vault) == ["one", "three", "two"]
    take.move(vault, ids[0], -1)
    take.move(vault, ids[1], 5)
    assert words(vault) == ["one", "three", "two"], "at an end nothing changes"
    undo = take.move(vault, ids[0], 2).undo
    assert words(vault) == ["three", "two", "one"]
    vault.undo(undo)
    assert words(vault) == ["one", "three", "two"]


def test_a_line_stands_there_once_until_it_was_talked_about(vault: Vault) -> None:
    first = take.add(vault, "  When to\nfind   an hour ").value
    assert take.add(vault, "When to find an hour").value == first and words(vault) == ["When to find an hour"]
    assert take.talked(vault, first.id).value.talked_on == date(2026, 11, 16)
    take.add(vault, "When to find an hour")
    assert len(words(vault)) == 2
    assert not take.talked(vault, first.id, on=False).value.talked


def test_it_is_cleared_in_part_or_whole_and_comes_back(vault: Vault) -> None:
    ids = [take.add(vault, one).value.id for one in ("one", "two", "three")]
    take.talked(vault, ids[1])
    assert take.clear(vault, only_talked=True).value == 1 and words(vault) == ["one", "three"]
    gone = take.clear(vault)
    assert gone.value == 2 and words(vault) == []
    vault.undo(gone.undo)
    assert words(vault) == ["one", "three"]


@pytest.mark.parametrize("said", ["", " \n ", "x" * (take.LONGEST + 1)])
def test_nothing_and_far_too_much_are_refused(vault: Vault, said: str) -> None:
    with pytest.raises(BadLine):
        take.add(vault, said)
    with pytest.raises(NotFound):
        take.change(vault, "nothing", "words")


def test_an_item_and_a_place_begin_with_words_that_name_nothing(vault: Vault) -> None:
    assert take.from_check("Who can see your friends list", "Facebook") == "Facebook: Who can see your friends list"
    assert take.from_item() and take.from_stranger() and take.from_place("settings") == ""


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=3))
def test_any_words_can_be_printed_and_saved(vault: Vault, said: list[str]) -> None:
    """Letters a Word file cannot hold are left out; mark-up stays words."""
    lines = [take.TakeLine(str(at), one) for at, one in enumerate([*said, "<b>&</b>"])]
    paper = take.take_paper(lines, date(2026, 11, 16))
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in own_pages.paper_html(paper)
    assert own_pages.paper_word(paper)[:2] == b"PK" and "☐ <b>&</b>" in own_pages.paper_text(paper)


def test_a_reflective_note_is_kept_as_typed_and_names_the_regulator(vault: Vault) -> None:
    begun = reflection.begin(vault)
    with pytest.raises(BadReflection):
        reflection.keep(vault, begun)
    kept = reflection.keep(vault, reflection.Reflection(begun.id, begun.day, learned="Old photos\n were open")).value
    assert reflection.notes(vault) == (kept,)
    paper = reflection.reflection_paper(kept, Regulator.SSSC)
    assert [part.lines for part in paper.parts] == [("Old photos", "were open")]
    assert "Scottish Social Services Council" in reflection.questions(Regulator.SSSC)[-1].words
    with pytest.raises(BadReflection):
        reflection.keep(vault, reflection.Reflection(begun.id, date(2026, 11, 17), learned="tomorrow"))
    undo = reflection.remove(vault, kept.id).undo
    assert reflection.notes(vault) == ()
    vault.undo(undo)
    assert reflection.notes(vault) == (kept,)

"""The recovery code: what is printed reads back, and slips are found in the group where they happened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.vault import CodeMistyped, RecoveryCode, check_group, new_code, read_code

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
codes = st.text(LETTERS, min_size=26, max_size=26).map(RecoveryCode)


def test_a_code_is_130_bits_in_four_groups() -> None:
    code = new_code()
    assert [len(group) for group in code.groups] == [7, 8, 7, 8]
    assert len(code.characters) == 26
    assert code != new_code()


@given(codes)
def test_what_is_written_reads_back(code: RecoveryCode) -> None:
    assert read_code(code.written) == code
    assert all(check_group(index, group) for index, group in enumerate(code.groups))


@given(codes, st.sampled_from(["", " ", "-", " - ", "\n", " – "]))
def test_case_blanks_hyphens_and_lookalikes_do_not_matter(code: RecoveryCode, between: str) -> None:
    loose = between.join(code.groups).lower().replace("0", "o").replace("1", "l")
    assert read_code(f"  {loose}\n") == code


@given(codes, st.integers(0, 29), st.sampled_from(LETTERS))
def test_every_single_wrong_character_is_found_in_its_group(code: RecoveryCode, at: int, other: str) -> None:
    typed = list("".join(code.groups))
    if typed[at] == other:
        return
    typed[at] = other
    with pytest.raises(CodeMistyped) as caught:
        read_code("".join(typed))
    assert caught.value.groups == (1 + sum(at >= end for end in (7, 15, 22)),)


@given(codes, st.integers(0, 28))
def test_every_swap_of_neighbours_is_found(code: RecoveryCode, at: int) -> None:
    typed = list("".join(code.groups))
    if typed[at] == typed[at + 1]:
        return
    typed[at], typed[at + 1] = typed[at + 1], typed[at]
    with pytest.raises(CodeMistyped):
        read_code("".join(typed))


@given(codes)
def test_groups_in_each_others_place_are_found(code: RecoveryCode) -> None:
    one, two, three, four = code.groups
    with pytest.raises(CodeMistyped) as caught:
        read_code("-".join((three, two, one, four)))
    assert caught.value.groups == (1, 3)


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_a_sentence(text: str) -> None:
    try:
        code = read_code(text)
    except CodeMistyped as problem:
        assert str(problem)
        assert set(problem.groups) <= {1, 2, 3, 4}
    else:
        assert len(code.characters) == 26


def test_the_sentence_names_the_group() -> None:
    one, two, three, four = RecoveryCode("A" * 26).groups
    wrong = ("B" if two[0] != "B" else "C") + two[1:]
    with pytest.raises(CodeMistyped, match="Group 2 of the code does not fit"):
        read_code(" ".join((one, wrong, three, four)))


def test_one_group_typed_back_from_paper() -> None:
    code = new_code()
    assert code.is_group(2, f" {code.groups[2].lower()} ")
    assert not code.is_group(1, code.groups[2])


def test_a_code_does_not_show_itself_in_a_log() -> None:
    code = new_code()
    assert code.characters not in repr(code)
    assert code.groups[0] not in str(code)

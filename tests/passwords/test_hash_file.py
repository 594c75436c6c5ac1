"""A downloaded list is searched on disk: right, in few reads, and a wrong file is named rather than believed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint.passwords import BadList, Look, open_list, sha1_of
from footprint.passwords.hashing import prefix_of, suffix_of

MOST_READS = 40
KNOWN = 30_000


def hex_of(word: str) -> str:
    return hashlib.sha1(word.encode(), usedforsecurity=False).hexdigest().upper()


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return [f"{one}:{at % 977 + 1}" for at, one in enumerate(sorted(hex_of(str(number)) for number in range(KNOWN)))]


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> Path:
    file = tmp_path_factory.mktemp("list") / "list.txt"
    file.write_text("\r\n".join(lines), newline="")
    return file


def test_every_entry_is_found_with_its_count_and_nothing_else_is(big: Path, lines: list[str]) -> None:
    leaked = open_list(big)
    counts = dict(line.split(":") for line in lines)
    for number in [*range(0, KNOWN, 37), KNOWN - 1]:
        seen = leaked.look_up(sha1_of(str(number)))
        assert (seen.look, seen.times) == (Look.FOUND, int(counts[hex_of(str(number))]))
    for number in range(500):
        assert leaked.look_up(sha1_of(f"x{number}")).look is Look.NOT_FOUND


def test_the_first_and_the_last_line_are_entries_too(big: Path, lines: list[str]) -> None:
    leaked = open_list(big)
    for line in (lines[0], lines[1], lines[-2], lines[-1]):
        assert leaked.look_up(bytes.fromhex(line.split(":")[0])).look is Look.FOUND
    for edge in (bytes(20), b"\xff" * 20):
        assert leaked.look_up(edge).look is Look.NOT_FOUND


def test_a_look_up_takes_few_reads(big: Path) -> None:
    leaked = open_list(big)
    for number in range(300):
        before = leaked.reads
        leaked.look_up(sha1_of(str(number)))
        assert 0 < leaked.reads - before <= MOST_READS


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize("lower", [True, False])
def test_lists_as_different_programs_write_them(end: str, last: bool, lower: bool, tmp_path: Path) -> None:
    text = end.join(f"{hex_of(word)}:7" for word in sorted("abcdefgh", key=hex_of)) + (end if last else "")
    file = tmp_path / "l.txt"
    file.write_bytes(b"\xef\xbb\xbf" + (text.lower() if lower else text).encode())
    leaked = open_list(file)
    assert all(leaked.look_up(sha1_of(word)).times == 7 for word in "abcdefgh")
    assert leaked.look_up(sha1_of("z")).look is Look.NOT_FOUND


def test_a_count_of_nothing_is_padding(tmp_path: Path) -> None:
    file = tmp_path / "l.txt"
    file.write_text(f"{hex_of('a')}:0\n")
    assert open_list(file).look_up(sha1_of("a")).look is Look.NOT_FOUND


Spoil = Callable[[list[str]], bytes]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda lines: b"", "empty"),
        (lambda lines: b"PK\x03\x04" + bytes(500), "still packed"),
        (lambda lines: b"7z\xbc\xaf\x27\x1c" + bytes(500), "still packed"),
        (lambda lines: b"\x1f\x8b" + bytes(500), "still packed"),
        (lambda lines: "\n".join(f"{line[:32]}:4" for line in lines[:50]).encode(), "NTLM"),
        (lambda lines: b"hello world\n" * 900, "not a list"),
        (lambda lines: b"x" * 100_000, "not a list"),
        (lambda lines: b"<html><body>Sign in</body></html>", "not a list|middle of a line"),
        (lambda lines: "\n".join(line.split(":")[0] for line in lines).encode(), "not a list"),
        (lambda lines: "\n".join(lines).encode()[:-20], "middle of a line"),
        (lambda lines: "\n".join(lines[: KNOWN // 2]).encode(), "ends too early"),
        (lambda lines: "\n".join(lines[KNOWN // 2 :]).encode(), "start of the list is missing"),
        (lambda lines: "\n".join(reversed(lines)).encode(), "not sorted"),
    ],
)
def test_a_wrong_file_is_named_in_a_sentence(spoil: Spoil, words: str, lines: list[str], tmp_path: Path) -> None:
    file = tmp_path / "wrong.txt"
    file.write_bytes(spoil(lines))
    with pytest.raises(BadList, match=words):
        open_list(file)


def test_a_list_by_count_is_noticed_on_the_way(lines: list[str], tmp_path: Path) -> None:
    """Its two ends may look right; the lines met on the way do not."""
    mixed = [lines[0], *sorted(lines[1:-1], key=lambda line: line[20:30]), lines[-1]]
    file = tmp_path / "by_count.txt"
    file.write_text("\n".join(mixed))
    leaked = open_list(file)
    noticed = 0
    for number in range(40):
        try:
            leaked.look_up(sha1_of(str(number)))
        except BadList as refusal:
            assert "not sorted" in str(refusal)
            noticed += 1
    assert noticed == 40


def test_rubbish_in_the_middle_is_noticed_where_it_is_met(lines: list[str], tmp_path: Path) -> None:
    file = tmp_path / "l.txt"
    text = bytearray("\n".join(lines).encode())
    half = len(text) // 2
    text[half - 3000 : half + 3000] = b"?" * 6000
    file.write_bytes(text)
    with pytest.raises(BadList, match="not a list"):
        open_list(file).look_up(sha1_of("1"))


def test_a_list_that_goes_away(tmp_path: Path, lines: list[str]) -> None:
    file = tmp_path / "l.txt"
    file.write_text("\n".join(lines))
    leaked = open_list(file)
    file.unlink()
    with pytest.raises(BadList, match="could not be read"):
        leaked.look_up(sha1_of("1"))
    with pytest.raises(BadList, match="could not be opened"):
        open_list(file)


# -- a folder of ranges -------------------------------------------------------------------------------------


def ranges(folder: Path, *words: str, ending: str = ".txt") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"00000{ending}").write_text("0" * 35 + ":1\n")
    for word in words:
        (folder / f"{prefix_of(sha1_of(word))}{ending}").write_text(f"{suffix_of(sha1_of(word))}:9\r\n{'F' * 35}:1")
    return folder


@pytest.mark.parametrize("ending", [".txt", ""])
def test_a_folder_of_ranges_needs_one_read(ending: str, tmp_path: Path) -> None:
    leaked = open_list(ranges(tmp_path / "ranges", "password", ending=ending))
    assert leaked.look_up(sha1_of("password")).times == 9
    assert leaked.reads == 1
    twin = bytes.fromhex(prefix_of(sha1_of("password")) + "0" * 35)
    assert leaked.look_up(twin).look is Look.NOT_FOUND


def test_a_missing_or_empty_part_is_never_not_found(tmp_path: Path) -> None:
    leaked = open_list(ranges(tmp_path / "ranges", "password"))
    with pytest.raises(BadList, match="missing"):
        leaked.look_up(sha1_of("another"))
    part = tmp_path / "ranges" / f"{prefix_of(sha1_of('password'))}.txt"
    for content, words in ((b"", "empty"), (b"<html>", "not what it should be"), (b"A" * 35 + b":1" * 3, "not what")):
        part.write_bytes(content)
        with pytest.raises(BadList, match=words):
            leaked.look_up(sha1_of("password"))
    part.write_bytes(b"x" * 5_000_000)
    with pytest.raises(BadList, match="too big"):
        leaked.look_up(sha1_of("password"))


def test_some_other_folder(tmp_path: Path) -> None:
    with pytest.raises(BadList, match="no list of leaked passwords"):
        open_list(tmp_path)


# -- anything at all ---------------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=3000))
def test_any_bytes_are_a_list_or_a_sentence(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "any"
    file.write_bytes(data)
    try:
        open_list(file).look_up(sha1_of("a"))
    except BadList as refusal:
        assert str(refusal)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.sets(st.integers(0, 10**6), min_size=1, max_size=300), asked=st.integers(0, 10**6))
def test_it_says_what_a_look_through_all_lines_says(words: set[int], asked: int, tmp_path: Path) -> None:
    file = tmp_path / "l.txt"
    file.write_text("\n".join(f"{one}:3" for one in sorted(hex_of(str(word)) for word in words)))
    leaked = open_list(file)
    for word in [*list(words)[:20], asked]:
        assert (leaked.look_up(sha1_of(str(word))).look is Look.FOUND) == (word in words)

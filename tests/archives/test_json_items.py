"""Streamed JSON says the same as the plain decoder, whatever the sizes of its pieces, and survives what is broken."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint.archives.parsing import json_items as items_module
from footprint.archives.parsing import json_window
from footprint.archives.parsing.json_items import json_items, json_whole
from footprint.archives.records import Trouble, Why

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
SCALAR = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT
VALUE = st.recursive(
    SCALAR, lambda inner: st.lists(inner, max_size=6) | st.dictionaries(TEXT, inner, max_size=5), max_leaves=60
)


class Dribble(io.RawIOBase):
    """Gives a few bytes at a time, however many are asked for."""

    def __init__(self, data: bytes, step: int) -> None:
        self._data, self._step, self._at = data, step, 0

    def read(self, size: int = -1) -> bytes:
        piece = self._data[self._at : self._at + self._step]
        self._at += len(piece)
        return piece


def plain(value: Any, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    """What `json_items` promises, said with the whole value at hand."""
    if isinstance(value, list):
        return [(path, each) for each in value]
    if isinstance(value, dict):
        return [item for key, each in value.items() for item in plain(each, (*path, key))]
    return [(path, value)]


def read(data: bytes, step: int = 1 << 20) -> list[tuple[tuple[str, ...], Any]]:
    return list(json_items(Dribble(data, step)))  # type: ignore[arg-type]  # it reads, which is all that is asked


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(VALUE, st.sampled_from([None, 1]), st.integers(1, 40), st.booleans())
def test_it_says_what_the_plain_decoder_says(value: Any, indent: int | None, step: int, ascii_only: bool) -> None:
    data = json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode()
    assert read(data, step) == plain(value)
    assert read(data) == plain(value)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(VALUE, min_size=3, max_size=30), st.integers(20, 300))
def test_small_windows_find_the_same_ends(values: list[Any], chunk: int) -> None:
    kept = json_window.CHUNK
    json_window.CHUNK = chunk
    try:
        data = json.dumps({"a": values, "b": {"c": values}}).encode()
        assert read(data, chunk) == plain({"a": values, "b": {"c": values}})
    finally:
        json_window.CHUNK = kept


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(VALUE, st.data())
def test_what_is_cut_or_changed_never_raises_and_keeps_its_start(value: Any, data: st.DataObject) -> None:
    whole = json.dumps([1, 2, 3, value]).encode()
    at = data.draw(st.integers(9, len(whole)))
    put = data.draw(st.binary(max_size=4))
    found = read(whole[:at] + put + whole[at + data.draw(st.integers(0, 3)) :])
    assert found[:2] == [((), 1), ((), 2)]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=80) | st.text('[]{}",:\\ \n01n', max_size=60).map(str.encode))
def test_bytes_of_any_kind_never_raise(data: bytes) -> None:
    read(data)
    read(data, 3)
    json_whole(io.BytesIO(data))


def test_many_alike_are_read_in_pieces_and_lists_that_follow_are_told_apart() -> None:
    posts = [{"id": n, "tags": [{"id": n}, {"id": n + 1}], "text": '},{"id": ] [' * (n % 3)} for n in range(6_000)]
    data = json.dumps({"posts": posts, "more": posts[:50], "name": "Ann"}).encode()
    assert read(data) == plain({"posts": posts, "more": posts[:50], "name": "Ann"})


def test_one_bad_element_costs_itself_only() -> None:
    good = [json.dumps({"id": n, "text": "words " * 20}) for n in range(5000)]
    good[2500] = '{"id": 2500, "text": NaN}'
    good[2600] = '{"id": 2600, "text": 1e999}'
    found = [value for _path, value in read(("[" + ",\n".join(good) + "]").encode())]
    assert len(found) == 5000
    assert [n for n, value in enumerate(found) if isinstance(value, Trouble)] == [2500, 2600]


@pytest.mark.parametrize(
    "prefix", [b"window.YTD.tweets.part0 = ", b"\xef\xbb\xbf", b"Grailbird.data.t_2013_01 =\n ", b"  "]
)
def test_prefixes_are_passed_over(prefix: bytes) -> None:
    assert read(prefix + b'[{"a": 1}];\n') == [((), {"a": 1})]
    assert json_whole(io.BytesIO(prefix + b'{"a": [1]}')) == {"a": [1]}


def test_a_key_that_comes_twice_is_read_twice() -> None:
    data = b'{"orderedItems": [], "totalItems": 2, "orderedItems": [{"id": 1}, {"id": 2}]}'
    assert read(data) == [(("totalItems",), 2), (("orderedItems",), {"id": 1}), (("orderedItems",), {"id": 2})]


def test_lines_of_json_are_read_one_after_the_other() -> None:
    assert read(b'{"a": 1}\n{"a": 2}\n') == [(("a",), 1), (("a",), 2)]


def test_strings_come_clean() -> None:
    data = b'["a\\u0000b", "\\ud800", "\\ud83d\\ude00", "line\nbreak", "\xff", "ok"]'
    assert [value for _path, value in read(data)] == ["ab", "�", "😀", "line\nbreak", "�", "ok"]


def test_invalid_json_half_way_keeps_what_came_before() -> None:
    found = read(b'{"posts": [{"id": 1}, {"id": 2}, {"id": 3]]]')
    assert found[:2] == [(("posts",), {"id": 1}), (("posts",), {"id": 2})]
    assert isinstance(found[-1][1], Trouble) and found[-1][1].why is Why.BROKEN_FILE


def test_an_element_that_is_too_large_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_window.Window.value, "__defaults__", (3000, 0))
    monkeypatch.setattr(json_window, "CHUNK", 64)
    huge = {"text": 'x\\"{[' * 2000}
    data = json.dumps({"list": [1, huge, 2, "y" * 9000, 3], "said": "z" * 9000, "end": 4}).encode()
    found = read(data, 50)
    whys = [value.why if isinstance(value, Trouble) else value for _path, value in found]
    assert whys == [1, Why.TOO_LARGE, 2, Why.TOO_LARGE, 3, Why.TOO_LARGE, 4]


def test_depth_is_held() -> None:
    deep = b"[" * 5000 + b"]" * 5000
    found = read(b'[{"id": 1}, ' + deep + b', {"id": 2}]')
    assert [value.why if isinstance(value, Trouble) else value for _path, value in found] == [
        {"id": 1},
        Why.TOO_DEEP,
        {"id": 2},
    ]
    (last,) = read(b'{"a":' * 3000)
    assert isinstance(last[1], Trouble)
    assert isinstance(json_whole(io.BytesIO(deep)), Trouble)
    assert items_module.DEPTH < 1000

"""The outline of an unknown file tells its form, and nothing a person said, is called or did."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.archives.opening.containers.folder import Single
from footprint.archives.opening.reading import skeleton
from footprint.archives.opening.skeleton.json_shape import json_shape
from footprint.archives.opening.skeleton.masking import is_field, shown_path
from footprint.archives.opening.skeleton.outline import outline
from tests.archives.hostile import zip_of

SECRETS = [
    "Annabel",
    "annexample",
    "annexample_2019",
    "Leeds",
    "07700",
    "900123",
    "hunter",
    "clarissa",
    "tram",
    "zebra",
]
SECRET = st.sampled_from(SECRETS)
VALUE = st.recursive(
    SECRET | st.integers(200_000, 299_999),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SECRET | st.just("timestamp"), inner, max_size=4),
    max_leaves=20,
)


def outline_of(tmp_path: Path, name: str, data: bytes) -> str:
    (tmp_path / name).write_bytes(data)
    return outline(Single(tmp_path / name), 0)


def leaks(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret.lower() in text.lower()]


@settings(max_examples=60, deadline=None)
@given(VALUE)
def test_nothing_of_a_json_file_leaks(value: Any) -> None:
    stream = cast(Any, io.BytesIO(json.dumps(value).encode()))
    told = "\n".join(json_shape(stream))
    assert leaks(told) == []
    assert not [digits for digits in told.split() if digits.isdigit() and len(digits) > 4]


def test_the_form_of_a_json_file_is_told(tmp_path: Path) -> None:
    rows = [{"creation_timestamp": 1_600_000_000 + n, "title": "Annabel was here", "media": [{"uri": "a/b.jpg"}],
             "annexample": {"seen": True}} for n in range(9)]  # fmt: skip
    told = outline_of(tmp_path, "posts_of_annexample.json", json.dumps({"saved_items_v2": rows}).encode())
    assert "saved_items_v2: list" in told
    assert "creation_timestamp: whole number of 10 digits" in told
    assert "title: text (<100 long)" in told
    assert "uri: text (<10 long)" in told
    assert "‹1+ names of 10 to 10›: object" in told
    assert "seen: yes or no" in told
    assert leaks(told) == []


def test_tables_pages_and_lines(tmp_path: Path) -> None:
    table = outline_of(tmp_path, "a.csv", b"Date,Comment,Clarissa\n2021-02-03,Annabel likes the zebra,12\n")
    assert "Date: date" in table and "Comment: text" in table and "‹a name of 8›" in table
    page = outline_of(
        tmp_path, "a.html", b"<html><body><div class='_a6-g annexample2019x'><script>var Annabel=1</script>Annabel "
        b"in Leeds<br>https://tram.example/zebra</div></body></html>",
    )  # fmt: skip
    assert "<div._a6-g" in page and "text (<100 long)" in page and "web address" in page
    chat = outline_of(tmp_path, "a.txt", b"[12/03/2021, 10:11:12] Annabel: we met a zebra in Leeds\nhunter\n")
    assert "1 × [99/99/9999, 99:99:99] a: a a ..." in chat
    assert leaks(table + chat) == []
    assert leaks(page.replace("annexample2019x", "")) == []
    assert "begins with 00 01" in outline_of(tmp_path, "a.bin", b"\0\1\2\3" * 9)


@pytest.mark.parametrize(
    "key", ["creation_timestamp", "comments_v2", "Video Browsing History", "inReplyTo", "mediaURL"]
)
def test_fields_are_shown(key: str) -> None:
    assert is_field(key)


@pytest.mark.parametrize(
    "key", ["Annabel Example", "annexample", "2021", "1234567890", "ann@mail.example", "", "Zürich"]
)
def test_data_is_not(key: str) -> None:
    assert not is_field(key)


def test_paths_are_masked_too() -> None:
    told = shown_path("messages/inbox/annabelexample_10203/message_1.json")
    assert told == "messages/inbox/‹a name of 20›/message_1.json"


def test_it_comes_out_of_an_archive(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", [("export/survey.json", b'{"survey": [{"answer": "Annabel"}]}')])
    assert "answer: text" in skeleton([path], "export/survey.json")
    assert skeleton([path], "export/none.json") == ""

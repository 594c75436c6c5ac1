"""Whatever is in a file, reading it ends in a pack or in a sentence, quickly, and writes nothing."""

from __future__ import annotations

import io
import os
import re
import sys
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.packs import Pack, PackError, differences
from footprint.packs.seal import sign
from footprint.packs.zipped import zipped
from tests.packs import example

FEW = settings(max_examples=50)
NAMES = sorted(example.texts())
WHOLE = example.made()
FIRST = example.read(WHOLE)  # and with it everything is imported that reading needs
BITS = (
    *("[", "]", "{", "}", '"', "'", "\n", "=", "org:", "format", "\u202e", "{{", "<b>", "https://x.example", "0"),
    *("\\", "#", "**", "g42", "1e999", "2026-11-25", "true", "\ufffd", "\x00", "\x1b"),
)
_WRITES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod", "subprocess.Popen"}
_WRITES |= {"socket.connect", "socket.getaddrinfo", "os.system", "exec", "compile"}
_watching: list[list[str]] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    """Python says what is done, whoever does it."""
    opened = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if _watching and (opened or event in _WRITES):
        _watching[-1].append(event)


sys.addaudithook(_hear)


def reads(data: bytes, *, signed: bool = True) -> Pack | None:
    """The pack, or None with a sentence said; anything else that is raised is a fault of the reader."""
    done: list[str] = []
    _watching.append(done)
    try:
        return example.read(data, signed=signed)
    except PackError as problem:
        assert str(problem).strip()
        assert all(one.file and one.text for one in problem.problems)
        return None
    finally:
        _watching.pop()
        assert done == []


@FEW
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    assert reads(data) is None
    assert reads(b"PK\x03\x04" + data) is None


@FEW
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_pack_with_bytes_changed(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    reads(bytes(data))


MARKS = re.compile(rb"PK(?:\x03\x04|\x01\x02|\x05\x06)")
HEADS = [found.start() for found in MARKS.finditer(WHOLE)]


@settings(FEW, max_examples=60)
@given(st.sampled_from(HEADS), st.integers(4, 46), st.binary(min_size=1, max_size=4))
def test_a_zip_with_its_heads_changed(head: int, at: int, value: bytes) -> None:
    data = bytearray(WHOLE)
    data[head + at : head + at + len(value)] = value
    reads(bytes(data[: len(WHOLE)]))


@FEW
@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE)), st.binary(max_size=40))
def test_a_zip_cut_and_joined(start: int, end: int, between: bytes) -> None:
    reads(WHOLE[:start] + between + WHOLE[end:])


@settings(FEW, max_examples=50)
@given(
    st.sampled_from(NAMES),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), st.one_of(st.sampled_from(BITS), st.text(max_size=12)))),
)
def test_a_signed_pack_with_its_texts_changed(name: str, changes: list[tuple[float, int, str]]) -> None:
    texts = example.texts()
    text = texts[name]
    for at, less, more in changes:
        start = int(at * len(text))
        text = text[:start] + more + text[start + less :]
    texts[name] = text.encode("utf-8", "replace").decode("utf-8")
    found = reads(zipped(sign(texts, example.KEY)))
    if found is not None:
        assert differences(FIRST, found) or found.manifest == FIRST.manifest


VALUES = st.recursive(
    st.one_of(
        st.integers(-5, 2**70).map(str),
        st.sampled_from(["true", "nan", "-inf", "2026-11-25", "07:32:00", "2026-11-25T07:32:00Z", '""', "[]", "{}"]),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=8).map(
            lambda text: '"' + "".join(f"\\U{ord(sign):08x}" for sign in text) + '"'
        ),
    ),
    lambda inner: st.lists(inner, max_size=3).map(lambda some: "[" + ", ".join(some) + "]"),
    max_leaves=6,
)


@settings(FEW, max_examples=50)
@given(st.sampled_from(NAMES), st.integers(0, 200), VALUES)
def test_a_signed_pack_with_one_value_changed(name: str, at: int, value: str) -> None:
    """Every key of every file meets values of every kind."""
    texts = example.texts()
    lines = texts[name].splitlines()
    keyed = [number for number, line in enumerate(lines) if " = " in line and not line.startswith("#")]
    number = keyed[at % len(keyed)]
    lines[number] = f"{lines[number].partition(' = ')[0]} = {value}"
    texts[name] = "\n".join(lines)
    reads(zipped(sign(texts, example.KEY)))


@FEW
@given(st.dictionaries(st.text(min_size=1, max_size=20), st.binary(max_size=60), max_size=4), st.booleans())
def test_a_zip_of_anything(entries: dict[str, bytes], packed: bool) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    assert reads(made.getvalue(), signed=False) is None

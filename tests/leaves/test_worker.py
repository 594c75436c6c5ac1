"""The process foreign files are read in: whatever happens there ends in an answer or a sentence."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator

import pytest

from footprint import worker
from footprint.errors import FootprintError
from footprint.search import BadPage, read_saved_page
from footprint.tasks import Stopped, Task
from tests.leaves import odd_readers


class Odd(FootprintError):
    """What the readers refuse with."""


def test_an_answer_comes_back_as_it_was() -> None:
    data = bytes(range(256)) * 40_000
    found = worker.apart(odd_readers.count, data, refusal=Odd)
    assert found == odd_readers.Counted(len(data), "\x00\x01\x02\x03\x04")
    assert worker.apart(odd_readers.count, b"", refusal=Odd).size == 0


def test_data_in_pieces_arrives_as_one() -> None:
    pieces = [b"\x00\x01\x02", memoryview(bytes(300_000)), b"end"]
    assert worker.apart(odd_readers.count, pieces, refusal=Odd) == odd_readers.Counted(300_006, "\x00\x01\x02\x00\x00")
    assert worker.apart(odd_readers.count, iter(()), refusal=Odd).size == 0


def test_a_source_that_breaks_in_the_middle_is_never_read_as_a_whole_file() -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half of it"
        raise OSError("the disk went away")

    with pytest.raises(worker.CannotRead):
        worker.apart(odd_readers.count, pieces(), refusal=Odd)


def test_a_refusal_keeps_its_sentence() -> None:
    with pytest.raises(Odd, match="“not” what was asked"):
        worker.apart(odd_readers.refuse, b"x", refusal=Odd)


@pytest.mark.parametrize("how", ["break_down", "die", "lie", "start_another"])
def test_a_reader_that_breaks_is_only_a_file_that_cannot_be_read(how: str) -> None:
    with pytest.raises(worker.CannotRead, match="could not be read"):
        worker.apart(getattr(odd_readers, how), b"x", refusal=Odd)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a limit on memory for one process")
def test_memory_is_limited() -> None:
    with pytest.raises(worker.CannotRead):
        worker.apart(odd_readers.eat, b"x", refusal=Odd)


def test_time_is_limited() -> None:
    with pytest.raises(worker.CannotRead):
        worker.apart(odd_readers.hang, b"x", refusal=Odd, seconds=0.3)


def test_a_reader_can_be_stopped() -> None:
    task = Task()
    timer = threading.Timer(0.2, task.stop)
    timer.start()
    with pytest.raises(Stopped):
        worker.apart(odd_readers.hang, b"x", refusal=Odd, task=task)
    timer.join()


def test_a_reader_reaches_nobody() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = str(listening.getsockname()[1]).encode()
        listening.settimeout(0.2)
        odd_readers.connect(port)  # the control: here it does connect
        listening.accept()[0].close()
        with pytest.raises(worker.CannotRead):
            worker.apart(odd_readers.connect, port, refusal=Odd)
        with pytest.raises(TimeoutError):
            listening.accept()


def test_a_saved_page_is_read_the_same_there() -> None:
    page = b'<ol><li><h3><a href="https://club.example/a">Ada</a></h3><p>Text</p></li></ol>'
    assert worker.apart(read_saved_page, page, refusal=BadPage) == read_saved_page(page)
    with pytest.raises(BadPage, match="no results"):
        worker.apart(read_saved_page, b"<p>nothing</p>", refusal=BadPage)


def test_a_reader_that_cannot_be_started_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(worker.CannotRead):
        worker.apart(read_saved_page, b"<p>nothing</p>", refusal=BadPage)

"""Reads what a person saved or copied of a results page, each in a process of its own: it may be made to break it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from footprint import worker
from footprint.search.pages import BadPage, SavedPage, read_copied, read_page
from footprint.search.pages.decoding import LARGEST
from footprint.tasks import Task

T = TypeVar("T")
__all__ = ["LARGEST", "BadPage", "SavedPage", "read_apart", "read_saved_page", "read_text_apart"]


def read_saved_page(data: bytes) -> SavedPage:
    """The results in a page saved as HTML or as one file (MHTML). Touches neither disk nor network."""
    return read_page(data)


def read_apart(data: bytes, task: Task | None = None) -> SavedPage:
    """The same in a process of its own."""
    if len(data) > LARGEST:
        return read_page(data)  # which says so, and reads nothing
    return apart(read_page, data, task)


def read_text_apart(data: bytes, task: Task | None = None) -> SavedPage:
    """The results in the copied text of a page, in a process of its own."""
    return apart(read_copied, data, task)


def apart(read: Callable[[bytes], T], data: bytes, task: Task | None) -> T:
    """`read(data)` in a process of its own; every end that is no answer is a `BadPage` with a sentence."""
    try:
        return worker.apart(read, data, refusal=BadPage, task=task)
    except worker.CannotRead as problem:
        raise BadPage(str(problem)) from None

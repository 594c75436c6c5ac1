"""Reads a results page the person saved in their browser, in a process of its own."""

from __future__ import annotations

from footprint import worker
from footprint.search.pages import BadPage, SavedPage, read_page
from footprint.search.pages.decoding import LARGEST
from footprint.tasks import Task

__all__ = ["LARGEST", "BadPage", "SavedPage", "read_apart", "read_saved_page"]


def read_saved_page(data: bytes) -> SavedPage:
    """The results in a page saved as HTML or as one file (MHTML). Touches neither disk nor network."""
    return read_page(data)


def read_apart(data: bytes, task: Task | None = None) -> SavedPage:
    """The same in a process of its own, as a page from outside may be made to break its reader."""
    if len(data) > LARGEST:
        return read_page(data)
    try:
        return worker.apart(read_page, data, refusal=BadPage, task=task)
    except worker.CannotRead as problem:
        raise BadPage(str(problem)) from None

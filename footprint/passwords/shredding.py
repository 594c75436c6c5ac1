"""Deletes an exported list of logins; the passwords that matter are changed anyway, as `left_over` says why."""

from __future__ import annotations

from pathlib import Path

from footprint import shredding
from footprint.i18n import _
from footprint.shredding import CannotShred, Shredded, left_over

_MOST = 500_000_000

__all__ = ["CannotShred", "Shredded", "left_over", "shred"]


def shred(file: Path) -> Shredded:
    """As `footprint.shredding.shred`; a file of half a gigabyte is no list of logins and is left alone."""
    try:
        size = file.lstat().st_size
    except OSError:
        size = 0  # said below
    if size > _MOST:
        raise CannotShred(_("This file is too big to be a list of logins, so it was left alone."))
    return shredding.shred(file)

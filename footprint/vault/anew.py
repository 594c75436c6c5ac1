"""Starting again where nobody has a way in any more: the old vault is set aside, still locked, and never deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from footprint import dates
from footprint.vault import incoming, place
from footprint.vault.making import aside_name


def set_aside(folder: Path, *, clock: Callable[[], datetime] = dates.utc_now) -> None:
    """Move the vault of `folder` to `set-aside/`; the folder holds none afterwards.

    Close that vault first. Raises `InUse`, `ReadOnlyPlace`, `DiskFull`; nothing was moved then.
    """
    claim = place.hold(folder)
    try:
        incoming.finish(folder)
        with incoming.incoming(folder):
            incoming.take_over(folder, aside_name(dates.to_text(clock())))
    finally:
        claim.release()

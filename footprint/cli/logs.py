"""Every command of the log in its one group: each of these files adds its own to it."""

from __future__ import annotations

from footprint.cli import asking, copies, duplicates, exporting, ladder, rechecking, timeline, views
from footprint.cli.items import log_group

PARTS = (asking, copies, duplicates, exporting, ladder, rechecking, timeline, views)

__all__ = ["PARTS", "log_group"]

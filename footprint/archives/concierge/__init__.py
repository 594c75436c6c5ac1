"""Leads through asking a network for a copy: ask, wait, fetch, bring in, delete the file. The person does each step."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.archives.concierge.format import BadExports, Export, export, exports, load
    from footprint.archives.concierge.keeping import (
        Next,
        ask,
        brought_in,
        copies,
        finish,
        forget,
        get,
        is_slow,
        network_brought_in,
        next_of,
        not_yet,
        ready,
        under_way,
    )
    from footprint.archives.concierge.records import Copy, Ending, Stage
else:
    __getattr__ = front_door(
        __name__,
        {
            "format": "BadExports Export export exports load",
            "keeping": "Next ask brought_in copies finish forget get is_slow network_brought_in next_of not_yet ready "
            "under_way",
            "records": "Copy Ending Stage",
        },
    )

__all__ = [
    "BadExports",
    "Copy",
    "Ending",
    "Export",
    "Next",
    "Stage",
    "ask",
    "brought_in",
    "copies",
    "export",
    "exports",
    "finish",
    "forget",
    "get",
    "is_slow",
    "load",
    "network_brought_in",
    "next_of",
    "not_yet",
    "ready",
    "under_way",
]

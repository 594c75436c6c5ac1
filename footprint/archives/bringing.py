"""Bringing a copy in, from the files to the list of copies on their way: what the window and the command line share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from footprint.archives import concierge
from footprint.archives.index.importing import Report, import_archive
from footprint.archives.lenses.settings import MAKER, looking
from footprint.archives.opening.batches import Batch, Checkpoint, Flagging, Options
from footprint.archives.opening.reading import read_apart
from footprint.dates import local_day
from footprint.packs.records import Pack
from footprint.tasks import Task
from footprint.vault import Vault


def bring_in(
    vault: Vault, paths: Sequence[Path], options: Options, task: Task | None = None, *, pack: Pack | None = None
) -> Report:
    """Read the files of one copy in a process apart, with the lenses the person chose, and keep what is found.

    A copy the person had asked the network for has arrived with it. Everything else is as `import_archive` says.
    """
    with_lenses = msgspec.structs.replace(options, flagging=Flagging(MAKER, looking(vault, pack).encoded()))
    report = import_archive(vault, paths, with_lenses, task, read=_read)
    today = local_day(vault.now())
    for network in dict.fromkeys(line.network for line in report.course.lines if line.network):
        concierge.network_brought_in(vault, network, today)
    return report


def _read(paths: Sequence[Path], options: Options, task: Task, start: Checkpoint | None) -> Iterator[Batch]:
    return read_apart(paths, options, task, start=start)

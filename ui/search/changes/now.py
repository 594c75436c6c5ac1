"""What the stage of changes shows, read in one go off the main thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint.search import changes
from footprint.search.changes import Comparison, Exposure, Moment
from footprint.tasks import Task
from footprint.vault import Vault


@dataclass(frozen=True)
class Changed:
    """`comparison` is None while there is nothing to compare with; `number` tells an older answer from a newer one."""

    number: int
    moments: tuple[Moment, ...]
    comparison: Comparison | None


def read_changed(task: Task, vault: Vault, number: int, since: str, until: str) -> Changed:
    """Moments that are gone meanwhile (a search that was taken back) count as not chosen."""
    task.check()
    moments, compared = changes.look_back(vault, since, until, lenient=True)
    return Changed(number, moments, compared)


def read_exposure(task: Task, vault: Vault) -> Exposure:
    task.check()
    return changes.exposure(vault, gone_days(vault))


def gone_days(vault: Vault) -> dict[str, date]:
    """From which day the pages behind findings are known to be taken down, as the To remove list has it."""
    from footprint import log

    return dict(log.gone_findings(vault))

"""Everything that can stand in the log, by name. A line says one of these, numbers, and the type of an exception."""

from __future__ import annotations

from enum import StrEnum


class Event(StrEnum):
    """What happened. New names are added here; a name is never made from anything else."""

    STARTED = "started"
    ENDED = "ended"
    JOB_FAILED = "job_failed"
    BROKE = "broke"  # a mistake of ours on the main thread
    THREAD_BROKE = "thread_broke"
    LEFT_OVER_BROKE = "left_over_broke"  # while something was taken apart, where nobody could hear of it
    QT_SAID = "qt_said"  # a message of the window library; its words are not kept
    COMMAND_BROKE = "command_broke"
    PURGED = "purged"

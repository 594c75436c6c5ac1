"""What the whole process does before the first key is in memory."""

from __future__ import annotations

import os
import sys

_PR_SET_DUMPABLE = 4


def harden() -> None:
    """Call first thing at start: `make_private`, and old libraries are refused with `PartsTooOld`."""
    from footprint.vault.connection import check_versions

    check_versions()
    make_private()


def make_private() -> None:
    """New files are private and a crash writes no memory to disk, without loading the cipher.

    Whatever opens or makes a vault refuses old libraries itself. Memory in swap and hibernation files is for disk
    encryption to protect.
    """
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)

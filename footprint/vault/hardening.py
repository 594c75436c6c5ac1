"""What the whole process does before the first key is in memory."""

from __future__ import annotations

import ctypes
import os
import sys

from footprint.vault.connection import check_versions

_PR_SET_DUMPABLE = 4


def harden() -> None:
    """Call first thing at start: new files are private, a crash writes no memory to disk, old libraries are refused.

    Raises `PartsTooOld`. Memory in swap and hibernation files is for disk encryption to protect.
    """
    check_versions()
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)

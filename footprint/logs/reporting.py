"""A report of a mistake of ours: types, our own files and line numbers; never a message, a value or a path."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import footprint

_OURS = Path(footprint.__file__).resolve().parent.parent
_ROOMS = ("footprint", "ui", "docs", "tests")
_MOST_FRAMES = 60
_MOST_CAUSES = 5


def report(problem: BaseException) -> str:
    """Everything a report holds, word for word: versions, the type of the problem, and where it broke.

    What it said is left out, because such a message may hold a name or an address. So are the values of variables, the
    folders files lie in, and the names of files and functions that are not ours nor Python's.
    """
    import platform

    lines = [f"Footprint Check {footprint.__version__}, Python {platform.python_version()}, {platform.system()}"]
    seen: set[int] = set()
    one: BaseException | None = problem
    while one is not None and id(one) not in seen and len(seen) < _MOST_CAUSES:
        seen.add(id(one))
        lines += [type_of(one), *_frames(one)]
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
        if one is not None and id(one) not in seen:
            lines.append("because of")
    return "\n".join(lines)


def short_report(problem: BaseException) -> str:
    """One line of the same: the type, and the innermost place of ours."""
    frames = [line.strip() for line in _frames(problem)]
    ours = [line for line in frames if line.startswith(_ROOMS)]
    return " ".join([type_of(problem), *(ours or frames)[-1:]])


def type_of(problem: BaseException) -> str:
    """`builtins.ValueError`. A type made from outside text has no name here: only real ones of a module that exists."""
    kind = type(problem)
    module = sys.modules.get(kind.__module__)
    known = module is not None and getattr(module, kind.__qualname__.partition(".")[0], None) is not None
    return f"{kind.__module__}.{kind.__qualname__}" if known else "an exception of its own kind"


def _frames(problem: BaseException) -> list[str]:
    frames = traceback.extract_tb(problem.__traceback__)[-_MOST_FRAMES:]
    told = ((_place(frame.filename), frame) for frame in frames)
    return [f"  {place}:{frame.lineno} {frame.name}" if place else "  (elsewhere)" for place, frame in told]


def _place(filename: str) -> str:
    """Where in the app or in Python it is; "" for any other file."""
    import sysconfig

    path = Path(filename)
    for root in (_OURS, *(Path(sysconfig.get_path(one)) for one in ("purelib", "platlib", "stdlib"))):
        if path.is_relative_to(root):
            inside = path.relative_to(root)
            if root != _OURS or inside.parts[0] in _ROOMS:
                return inside.as_posix()
    return ""

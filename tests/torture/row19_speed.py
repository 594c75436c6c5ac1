"""The store against plain SQLite with a million posts: each ratio within 1.5 times the one it was chosen by."""

from __future__ import annotations

import sys

from benchmarks import store
from tests.torture.outcome import Outcome, Row


def ratios(runs: int) -> Outcome:
    """`runs` posts. Times wobble on a busy computer: a bar that was missed is worth a second look alone."""
    whole = store.POSTS
    store.POSTS = max(store.BATCH * 10, runs)
    tried, missed = 0, []
    try:
        for line in store.run():
            sys.stderr.write(f"  {line}\n")
            if line.bar is not None:
                tried += 1
                missed += [f"{line.name} x{line.ratio:.2f} of {line.bar:g}"] if line.ratio > line.bar else []
    finally:
        store.POSTS = whole
    return Outcome(tried, len(missed), "; ".join(missed) or "every ratio within its bar")


ROWS = (Row("19", "speed against plain SQLite, ratios of one run", store.POSTS, ratios),)

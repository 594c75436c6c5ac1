"""`python -m benchmarks [GROUP …]`: a line a figure, no failure for being slow."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator

from benchmarks.measure import Ratio


def _startup() -> Iterator[Ratio]:
    from benchmarks import startup

    return startup.run()


def _unlocking() -> Iterator[Ratio]:
    from benchmarks import unlocking

    return unlocking.run()


def _locking() -> Iterator[Ratio]:
    from benchmarks import locking

    return locking.run()


def _items() -> Iterator[Ratio]:
    from benchmarks import items

    return items.run()


def _reading() -> Iterator[Ratio]:
    from benchmarks import reading

    return reading.run()


def _library() -> Iterator[Ratio]:
    from benchmarks import library

    return library.run()


def _store() -> Iterator[Ratio]:
    from benchmarks import store

    return store.run()


def _changes() -> Iterator[Ratio]:
    from benchmarks import changes

    return changes.run()


def _matching() -> Iterator[str]:
    from benchmarks import matching

    return matching.run()


def _lenses() -> Iterator[str]:
    from benchmarks import lenses

    return lenses.run()


def _facets() -> Iterator[str]:
    from benchmarks import facets

    return facets.run()


def _likeness() -> Iterator[str]:
    from benchmarks import likeness

    return likeness.run(likeness.MANY if "likeness" in sys.argv else likeness.FEW)


def _probes() -> Iterator[str]:
    from benchmarks import probes

    return probes.run(probes.MANY if "probes" in sys.argv else probes.FEW)


def _reminders() -> Iterator[str]:
    from benchmarks import reminders

    return reminders.run()


def _passwords() -> Iterator[Ratio | str]:
    from benchmarks import passwords

    return passwords.run(passwords.WHOLE if "passwords" in sys.argv else passwords.SMALL)


def _search_scale() -> Iterator[Ratio | str]:
    from benchmarks import search_scale

    return search_scale.run()


def _search_plan() -> Iterator[Ratio | str]:
    from benchmarks import search_plan

    return search_plan.run()


def _archives() -> Iterator[str]:
    from benchmarks import archive_scale

    return archive_scale.run(archive_scale.MANY if "archives" in sys.argv else archive_scale.FEW)


def _archive_memory() -> Iterator[Ratio | str]:
    from benchmarks import archive_memory

    return archive_memory.run(1.0 if "archive_memory" in sys.argv else 0.05)


GROUPS: dict[str, Callable[[], Iterator[Ratio] | Iterator[str] | Iterator[Ratio | str]]] = {
    "startup": _startup,
    "unlocking": _unlocking,
    "locking": _locking,
    "items": _items,
    "reading": _reading,
    "library": _library,
    "store": _store,
    "changes": _changes,
    "matching": _matching,
    "facets": _facets,
    "lenses": _lenses,
    "search_scale": _search_scale,
    "search_plan": _search_plan,
    "likeness": _likeness,
    "passwords": _passwords,
    "reminders": _reminders,
    "probes": _probes,
    "archives": _archives,
    "archive_memory": _archive_memory,
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in GROUPS]
    if unknown:
        sys.stderr.write(f"Known: {', '.join(GROUPS)}\n")
        return 2
    sys.stdout.write(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}. Medians.\n")
    for name in names or list(GROUPS):
        for line in GROUPS[name]():
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

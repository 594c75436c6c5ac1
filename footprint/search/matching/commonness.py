"""How many people have a family name: one that many share says less about whom a page is about."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from footprint import paths
from footprint.search.matching.people import PersonName


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    family: str


def is_common(name: PersonName) -> bool:
    """Whether many people here have this family name; of a double name, whether all its parts are such."""
    return all(part in _families() for part in name.family)


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    path = paths.shipped("resources") / "names" / "common.toml"
    return frozenset(msgspec.toml.decode(path.read_bytes(), type=_File).family.split())

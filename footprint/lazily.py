"""A front door that opens where somebody goes in: each name is imported when it is first asked for (PEP 562).

The lock page needs one glance at the folder, not the cipher and the key derivation behind it; so the door of that room
costs nothing until a name is used. Type checkers read the imports beside it, so nothing is hidden from them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def front_door(room: str, gives: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of the package `room`. `gives` says for each of its modules which names it gives, by blanks.

    A name is looked up once and then stands in the package like any other. No name may be that of a module of the
    room: Python would put the module there in its place.
    """
    module_of = {name: module for module, names in gives.items() for name in names.split()}

    def find(name: str) -> object:
        if name not in module_of:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{room}.{module_of[name]}"), name)
        setattr(sys.modules[room], name, found)
        return found

    return find

"""Groups made by hand: items that belong together, such as one photograph in five places."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.log.sets.keeping import BadSet, ItemSet, add, all_sets, make, rename, set_of, take_apart, take_out
else:
    __getattr__ = front_door(
        __name__, {"keeping": "BadSet ItemSet add all_sets make rename set_of take_apart take_out"}
    )

__all__ = ["BadSet", "ItemSet", "add", "all_sets", "make", "rename", "set_of", "take_apart", "take_out"]

"""The list as one locked file for another computer: written, looked into, and merged there.

It shares nothing with `log.bundle`, which is copies of one item in the open, for tools that check them.
"""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.log.exchange.merging import merge_bundle
    from footprint.log.exchange.reading import read_bundle
    from footprint.log.exchange.records import Contents, Made, Merged
    from footprint.log.exchange.words import contents_in_words, merged_in_words
    from footprint.log.exchange.writing import ENDING, bundle_name, write_bundle
else:
    __getattr__ = front_door(
        __name__,
        {
            "merging": "merge_bundle",
            "reading": "read_bundle",
            "records": "Contents Made Merged",
            "words": "contents_in_words merged_in_words",
            "writing": "ENDING bundle_name write_bundle",
        },
    )

__all__ = [
    "ENDING",
    "Contents",
    "Made",
    "Merged",
    "bundle_name",
    "contents_in_words",
    "merge_bundle",
    "merged_in_words",
    "read_bundle",
    "write_bundle",
]

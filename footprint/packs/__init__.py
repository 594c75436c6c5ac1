"""An employer’s own guidance, contacts and checks: read, check the signature, lay over what ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.packs.newer import Difference, differences
    from footprint.packs.origins import FromPack, How, from_words, with_mark
    from footprint.packs.reading import folder_texts, read_pack, read_texts
    from footprint.packs.records import (
        Decoded,
        NotAPack,
        NotSigned,
        Pack,
        PackError,
        Part,
        Parts,
        Ships,
        WrongSignature,
        other_key,
    )
    from footprint.packs.uses import Source, Use
else:
    __getattr__ = front_door(
        __name__,
        {
            "newer": "Difference differences",
            "origins": "FromPack How from_words with_mark",
            "reading": "folder_texts read_pack read_texts",
            "records": "Decoded NotAPack NotSigned Pack PackError Part Parts Ships WrongSignature other_key",
            "uses": "Source Use",
        },
    )

__all__ = [
    "Decoded",
    "Difference",
    "FromPack",
    "How",
    "NotAPack",
    "NotSigned",
    "Pack",
    "PackError",
    "Part",
    "Parts",
    "Ships",
    "Source",
    "Use",
    "WrongSignature",
    "differences",
    "folder_texts",
    "from_words",
    "other_key",
    "read_pack",
    "read_texts",
    "with_mark",
]

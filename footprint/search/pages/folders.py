"""Pages in a folder: a folder of saved pages, or the one a browser puts beside a page with its pictures."""

from __future__ import annotations

from pathlib import Path

KINDS = (".html", ".htm", ".mht", ".mhtml", ".xhtml", ".webarchive")
MOST = 50
_BESIDE = ("_files", ".files", "-Dateien")


def pages_in(place: Path) -> tuple[Path, ...]:
    """The page itself, or the pages that a folder stands for; none where there are none. Reads no page."""
    if not place.is_dir():
        return (place,)
    for end in _BESIDE:
        if place.name.endswith(end):
            named = (place.with_name(place.name.removesuffix(end) + kind) for kind in KINDS)
            page = next((one for one in named if one.is_file()), None)
            if page is not None:
                return (page,)
    try:
        inside = sorted(one for one in place.iterdir() if one.suffix.lower() in KINDS and one.is_file())
    except OSError:
        return ()
    return tuple(inside[:MOST])

"""A QR code drawn here, so that a link can move to the phone without going through anybody."""

from __future__ import annotations

Matrix = tuple[tuple[bool, ...], ...]


def matrix(link: str, *, border: int = 4) -> Matrix:
    """Rows of dark (True) and light modules with the quiet border that readers need."""
    import segno

    code = segno.make(link, error="m", micro=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix_iter(scale=1, border=border))

"""Names for records: 128 random bits, so that two vaults can be merged without a clash."""

from __future__ import annotations

import secrets


def new_id() -> str:
    """A random 128-bit id as 32 lower-case hex digits."""
    return secrets.token_hex(16)

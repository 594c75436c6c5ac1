"""What the leaked lists go by: SHA-1 of the bytes of a password as it was typed."""

from __future__ import annotations

import hashlib

PREFIX = 5  # what is sent: 20 of 160 bits, which a thousand and more listed passwords share


def sha1_of(password: str) -> bytes:
    """The lists are made of SHA-1, so it is used to look something up in them and for nothing else."""
    return hashlib.sha1(password.encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()


def prefix_of(sha1: bytes) -> str:
    """The five letters and numbers that are sent."""
    return sha1.hex().upper()[:PREFIX]


def suffix_of(sha1: bytes) -> str:
    """The thirty-five that stay here."""
    return sha1.hex().upper()[PREFIX:]

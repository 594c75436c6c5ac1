"""All commands about passwords: those for one password and a list, and those for each account."""

from __future__ import annotations

from footprint.cli import habits
from footprint.cli.passwords import password_group

__all__ = ["PARTS", "password_group"]

PARTS = (habits,)  # each adds its commands to the group

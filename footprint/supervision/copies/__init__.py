"""The list of copies that were made of a summary: when, as what, and what they say. Nothing else is kept of them."""

from footprint.supervision.copies.keeping import copies, forget, made
from footprint.supervision.copies.records import Copy, Form

__all__ = ["Copy", "Form", "copies", "forget", "made"]

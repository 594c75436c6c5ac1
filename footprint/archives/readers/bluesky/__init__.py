"""Bluesky: one file of blocks, of which only those count that the last commit leads to."""

from footprint.archives.readers.bluesky.reader import Bluesky

__all__ = ["Bluesky"]

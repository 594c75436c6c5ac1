"""Instagram: JSON of every era, and the pages people can choose instead; Threads lies inside it."""

from footprint.archives.readers.instagram.reader import Instagram

__all__ = ["Instagram"]

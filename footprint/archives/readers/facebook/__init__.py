"""Facebook: JSON of every era, and the pages people can choose instead."""

from footprint.archives.readers.facebook.reader import Facebook

__all__ = ["Facebook"]

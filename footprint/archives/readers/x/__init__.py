"""X (Twitter): every version of its export since 2012."""

from footprint.archives.readers.x.reader import X

__all__ = ["X"]

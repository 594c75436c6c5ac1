"""LinkedIn: its tables, and articles as pages."""

from footprint.archives.readers.linkedin.reader import LinkedIn

__all__ = ["LinkedIn"]

"""Pages of results that the person saved or copied, and files of bookmarks: read apart, kept by nobody here."""

from footprint.search.pages.copied import looks_copied, read_copied
from footprint.search.pages.records import BadPage, LeftOut, SavedPage
from footprint.search.pages.results import read_page

__all__ = ["BadPage", "LeftOut", "SavedPage", "looks_copied", "read_copied", "read_page"]

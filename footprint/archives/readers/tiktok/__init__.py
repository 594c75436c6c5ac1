"""TikTok: one JSON file, whose sections are renamed every year, or folders of texts."""

from footprint.archives.readers.tiktok.reader import TikTok

__all__ = ["TikTok"]

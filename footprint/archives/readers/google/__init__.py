"""Google: what Takeout gives of YouTube, Maps, activity and Photos, under names in any language."""

from footprint.archives.readers.google.reader import Google, GoogleMaps, YouTube

__all__ = ["Google", "GoogleMaps", "YouTube"]

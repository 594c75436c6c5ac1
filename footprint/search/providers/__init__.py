"""The public sources that can be asked from inside the app, in the order people read them."""

from footprint.search.providers.base import Kind, Need, Provider
from footprint.search.providers.bluesky import Bluesky
from footprint.search.providers.brave import Brave
from footprint.search.providers.github import GitHub
from footprint.search.providers.searxng import SearXNG

PROVIDERS: tuple[Provider, ...] = (SearXNG(), Brave(), Bluesky(), GitHub())

__all__ = ["PROVIDERS", "Bluesky", "Brave", "GitHub", "Kind", "Need", "Provider", "SearXNG"]

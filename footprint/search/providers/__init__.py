"""The public sources that can be asked from inside the app, in the order people read them."""

from footprint.search.providers.base import Kind, Need, Provider
from footprint.search.providers.bluesky import Bluesky
from footprint.search.providers.brave import Brave
from footprint.search.providers.companies_house import CompaniesHouse
from footprint.search.providers.github import GitHub
from footprint.search.providers.gravatar import Gravatar
from footprint.search.providers.hackernews import HackerNews
from footprint.search.providers.mastodon import Mastodon
from footprint.search.providers.mojeek import Mojeek
from footprint.search.providers.orcid import Orcid
from footprint.search.providers.searxng import SearXNG
from footprint.search.providers.stackexchange import StackExchange
from footprint.search.providers.wayback import Wayback
from footprint.search.providers.wikidata import Wikidata
from footprint.search.providers.wikipedia import Wikipedia
from footprint.search.providers.xposedornot import XposedOrNot

PROVIDERS: tuple[Provider, ...] = (
    *(SearXNG(), Brave(), Bluesky(), GitHub(), Mojeek(), Mastodon(), CompaniesHouse()),
    *(Wikipedia(), Wikidata(), Orcid(), StackExchange(), HackerNews()),
    *(Gravatar(), XposedOrNot(), Wayback()),
)

__all__ = ["PROVIDERS", "Kind", "Need", "Provider"]

"""Exports of an invented person from every network that is read, in every shape its reader knows."""

from __future__ import annotations

from importlib import import_module

from footprint.demo.archives.making import DemoArchive, Form, count

NETWORKS = (
    "bluesky",
    "facebook",
    "google-account",
    "instagram",
    "linkedin",
    "mastodon",
    "reddit",
    "tiktok",
    "whatsapp",
    "x",
)
__all__ = ["NETWORKS", "DemoArchive", "Form", "build", "count", "variants"]


def variants(network: str) -> tuple[str, ...]:
    """The shapes in which the export of `network` can be made; the first is how it is now."""
    found: tuple[str, ...] = import_module(f"{__name__}.{network.replace('-', '_')}").VARIANTS
    return found


def build(network: str, variant: str = "", seed: int = 7) -> DemoArchive:
    """The export, the same for the same seed."""
    module = import_module(f"{__name__}.{network.replace('-', '_')}")
    made: DemoArchive = module.build(variant or module.VARIANTS[0], seed)
    return made

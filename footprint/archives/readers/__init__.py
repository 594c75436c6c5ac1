"""One file per network. `READERS` knows them all and imports each when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from footprint.archives.contract import Reader

_CLASSES = {
    "bluesky": "bluesky:Bluesky",
    "facebook": "facebook:Facebook",
    "google-account": "google:Google",
    "google-maps": "google:GoogleMaps",
    "instagram": "instagram:Instagram",
    "linkedin": "linkedin:LinkedIn",
    "mastodon": "mastodon:Mastodon",
    "reddit": "reddit:Reddit",
    "threads": "threads:Threads",
    "tiktok": "tiktok:TikTok",
    "whatsapp": "whatsapp:WhatsApp",
    "x": "x:X",
    "youtube": "google:YouTube",
}


class _Readers(Mapping[str, Reader]):
    """Network to its reader, in the order in which they are asked about a file."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._classes = classes
        self._made: dict[str, Reader] = {}

    def __getitem__(self, network: str) -> Reader:
        if network not in self._made:
            module, name = self._classes[network].split(":")
            self._made[network] = getattr(import_module(f"{__name__}.{module}"), name)()
        return self._made[network]

    def __iter__(self) -> Iterator[str]:
        return iter(self._classes)

    def __len__(self) -> int:
        return len(self._classes)


READERS: Mapping[str, Reader] = _Readers(_CLASSES)

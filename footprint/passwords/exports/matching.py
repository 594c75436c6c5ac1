"""Which of the person's accounts a login belongs to: by the site it is for, then by the username."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from footprint.passwords.details import plain
from footprint.passwords.exports.raw import Raw

# Apps whose names do not give their site away when read backwards (“com.facebook.katana” does).
_APPS = {
    "com.zhiliaoapp.musically": "tiktok.com",
    "com.ss.android.ugc.trill": "tiktok.com",
    "com.atebits.tweetie2": "x.com",
    "com.burbn.instagram": "instagram.com",
    "com.toyopagroup.picaboo": "snapchat.com",
    "net.whatsapp.whatsapp": "whatsapp.com",
    "org.telegram.messenger": "telegram.org",
    "org.joinmastodon.android": "joinmastodon.org",
}


@dataclass(frozen=True)
class Wanted:
    """One account of the person, as far as a login can be told by it."""

    sites: tuple[str, ...]  # every site that is the network's; a login on a part of one is on it
    name: str
    handle: str = ""


def accounts_of(raw: Raw, wanted: Sequence[Wanted]) -> tuple[int, ...]:
    """The places in `wanted` of the accounts it belongs to.

    Of several accounts on one network it is the one with this username; where none has it, it may be any of them.
    """
    hosts = [host for host in map(host_of, raw.urls) if host]
    if hosts:
        met = [at for at, one in enumerate(wanted) if any(_on(host, site) for host in hosts for site in one.sites)]
    else:
        title = plain(raw.title).strip()
        met = [at for at, one in enumerate(wanted) if title and title == plain(one.name)]
    named = [at for at in met if wanted[at].handle and plain(wanted[at].handle) == plain(raw.username).lstrip("@")]
    rest = [at for at in met if not any(wanted[at].name == wanted[one].name for one in named)]
    return tuple(sorted({*named, *rest}))


def host_of(url: str) -> str:
    """The site of an address as managers write them: with or without a scheme, or the name of an app."""
    text = url.strip().lower()
    if text.startswith(("android://", "androidapp://", "iosapp://")):
        package = text.partition("://")[2].rpartition("@")[2].strip("/")
        return _APPS.get(package, ".".join(reversed(package.split("."))))
    try:
        host = urlsplit(text if "://" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""


def _on(host: str, site: str) -> bool:
    return host == site or host.endswith("." + site)

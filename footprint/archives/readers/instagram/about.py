"""Who is connected with the person on Instagram, and what Instagram notes about the account."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footprint.archives.parsing.dates import epoch
from footprint.archives.parsing.json_tree import Path
from footprint.archives.parsing.labels import USERNAME, Labels, read_labels
from footprint.archives.parsing.shapes import first, name, tree
from footprint.archives.parsing.texts import line
from footprint.archives.readers.instagram.source import From, Maker, record
from footprint.archives.records import Connection, Entry, Held, HeldKind, Kind, Record, Relation

_ROLES = (
    ("relationships_followers", "follower"), ("relationships_following_hashtags", "interest"),
    ("relationships_following", "following"), ("relationships_blocked_users", "blocked"),
    ("relationships_restricted_users", "blocked"), ("relationships_close_friends", "friend"),
    ("relationships_unfollowed_users", "removed"), ("relationships_follow_requests_sent", "asked by me"),
    ("relationships_permanent_follow_requests", "asked by me"), ("relationships_follow_requests_received", "asked me"),
    ("relationships_dismissed_suggested_users", "detail"), ("relationships_", "detail"), ("searches_", "search"),
    ("contacts_contact", "contact"), ("profile_user", "profile"), ("profile_business", "detail"),
    ("profile_", "detail"), ("inferred_data_ig_interest", "interest"), ("inferred_data_", "inference"),
    ("topics_your", "interest"), ("impressions_history_", "view"), ("ads_", "view"),
    ("ig_custom_audiences", "advertiser"), ("account_history_login", "login"), ("account_history_logout", "login"),
    ("account_history_", "detail"), ("devices_", "device"), ("text_post_app_text_post_app_posts_seen", "view"),
    ("text_post_app_", "detail"),
)  # fmt: skip
_FILES = (
    (r"following_hashtags", "interest"), (r"close_friends", "friend"), (r"unfollowed", "removed"),
    (r"requests?_received|requests_you_ve_received", "asked me"), (r"requests?|pending", "asked by me"),
    (r"blocked|restricted", "blocked"), (r"followers", "follower"), (r"following", "following"),
    (r"search", "search"), (r"viewed|watched|seen|clicked", "view"), (r"login|logout", "login"),
    (r"devices?", "device"), (r"contacts", "contact"), (r"topics|interests", "interest"),
    (r"advertisers", "advertiser"),
)  # fmt: skip
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{0,4}){3,7}")


def role_of(key: str) -> str:
    """The role of a file whose root has `key`, or ""."""
    return next((role for start, role in _ROLES if key.startswith(start)), "")


def file_role(file: str) -> str:
    """The same by the name of a file that is a bare list."""
    return next((role for pattern, role in _FILES if re.search(pattern, file)), "")


def _person(relation: Relation) -> Maker:
    def make(value: object, path: Path, source: From) -> Iterator[Record]:
        one = record(value)
        found = read_labels(one)
        handle = line(found.longest()) or name(one, "title") or found.link.rstrip("/").rsplit("/", 1)[-1]
        if not handle:
            raise ValueError("nobody")
        address = found.link or f"https://www.instagram.com/{handle}/"
        yield Connection("instagram", relation, source.context.account, handle=handle, link=address, since=found.at)

    return make


def _held(kind: HeldKind, *, told: bool = False) -> Maker:
    def make(value: object, path: Path, source: From) -> Iterator[Record]:
        if type(value) is not dict:
            said = line(value) if told else ""
            if said or not told:
                yield Held("instagram", kind, source.context.account, said)
            return
        found = read_labels(value)
        said = (line(found.longest()) or name(value, "name") or name(value, "title")) if told else ""
        yield Held("instagram", kind, source.context.account, said, found.at)

    return make


def login(value: object, path: Path, source: From) -> Iterator[Record]:
    found = read_labels(record(value))
    address = next((one for one in found.texts.values() if _IP.fullmatch(one.strip())), "")
    yield Held("instagram", HeldKind.LOGIN, source.context.account, address, found.at)


def advertiser(value: object, path: Path, source: From) -> Iterator[Record]:
    said = line(value) or line(first(value, ("advertiser_name", "name", "title")))
    if not said:
        raise ValueError("no name")
    yield Held("instagram", HeldKind.ADVERTISER, source.context.account, said)


def profile(value: object, path: Path, source: From) -> Iterator[Record]:
    """Each detail of the profile, under the label it has in the language of the account."""
    one = record(value)
    found: Labels = read_labels(one)
    context = source.context
    handle = line(found.named(USERNAME))
    if handle:
        context.account = handle
    shown = name(one, "title") or next(
        (text for key, text in found.texts.items() if key.casefold() in ("name", "naam")), ""
    )
    if shown or handle:
        context.facts.setdefault("name", line(shown) or handle)
    for label, text in found.texts.items():
        if text.strip() and "1919-01-01" not in text:
            yield Entry("instagram", Kind.PROFILE, context.account, f"profile {label}"[:200], text=text, title=label)
    for label, about in tree(one.get("media_map_data")).items():
        if epoch(first(about, ("creation_timestamp",))):
            yield Held("instagram", HeldKind.DETAIL, context.account, label)


MAKERS: dict[str, Maker] = {
    "follower": _person(Relation.FOLLOWER),
    "following": _person(Relation.FOLLOWING),
    "blocked": _person(Relation.BLOCKED),
    "friend": _person(Relation.FRIEND),
    "removed": _person(Relation.REMOVED),
    "asked by me": _person(Relation.ASKED_BY_ME),
    "asked me": _person(Relation.ASKED_ME),
    "search": _held(HeldKind.SEARCH, told=True),
    "interest": _held(HeldKind.INTEREST, told=True),
    "inference": _held(HeldKind.INFERENCE, told=True),
    "device": _held(HeldKind.DEVICE, told=True),
    "contact": _held(HeldKind.ADDRESS_BOOK),
    "view": _held(HeldKind.VIEW),
    "detail": _held(HeldKind.DETAIL),
    "labelled detail": _held(HeldKind.DETAIL),
    "login": login,
    "advertiser": advertiser,
    "profile": profile,
}

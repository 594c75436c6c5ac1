"""Who is connected with the person on Facebook, and what Facebook notes about the account."""

from __future__ import annotations

from collections.abc import Iterator

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.dates import epoch
from footprint.archives.parsing.json_tree import Path, whole
from footprint.archives.parsing.shapes import Tree, first, items, name, tree, trees
from footprint.archives.parsing.texts import line, link
from footprint.archives.readers.facebook.posts import From, Maker
from footprint.archives.records import Connection, Entry, Held, HeldKind, Kind, Record, Relation, Trouble

_FIELDS = (
    "current_city", "hometown", "relationship", "family_members", "education_experiences", "work_experiences",
    "phone_numbers", "emails", "websites", "birthday", "gender", "political_view", "religious_view", "interested_in",
    "blood_info", "intro_bio", "about_me", "other_names", "languages", "favorite_quotes", "address", "screen_names",
)  # fmt: skip
_WHEN = (
    "timestamp", "created_timestamp", "added_timestamp", "creation_timestamp", "login_timestamp", "session_timestamp",
    "updated_timestamp", "since_timestamp", "start_time",
)  # fmt: skip


def read_profile(member: Member, context: Context) -> Iterator[Record]:
    """Whose export it is, and each detail of the profile that others may see."""
    found = whole(member, mended=True)
    if type(found) is Trouble:
        yield found
        return
    profile = tree(first(found, ("profile_v2", "profile")))
    full_name = name(profile, "name", "full_name") or name(profile, "name")
    context.account = context.account or name(profile, "username") or _tail(profile) or full_name
    if full_name:
        context.facts["name"] = full_name
    for field in _FIELDS:
        said = "\n".join(dict.fromkeys(_values(profile.get(field))))
        if said:
            yield Entry("facebook", Kind.PROFILE, context.account, f"profile {field}", text=said, title=_title(field))


def _title(field: str) -> str:
    return field.replace("_", " ").capitalize()


def _tail(profile: Tree) -> str:
    return link(profile.get("profile_uri")).rstrip("/").rsplit("/", 1)[-1]


def _values(value: object, depth: int = 0) -> Iterator[str]:
    """The texts and numbers in a detail, without times."""
    if depth > 6 or value is None:
        return
    if type(value) is dict:
        if {"year", "month", "day"} <= value.keys():
            yield "-".join(line(value[key]).zfill(2) for key in ("year", "month", "day"))
            return
        for key, one in value.items():
            if not key.endswith(("timestamp", "_id")) and key != "timestamp":
                yield from _values(one, depth + 1)
    elif type(value) is list:
        for one in value:
            yield from _values(one, depth + 1)
    elif line(value):
        yield line(value)


def _person(relation: Relation) -> Maker:
    def make(value: object, path: Path, source: From) -> Iterator[Record]:
        inner = next(trees(value if type(value) is not dict else value.get("data")), {})
        called = name(value, "name") or name(inner, "name") or name(value, "title") or line(value)
        if not called:
            raise ValueError("nobody")
        when = epoch(first(value, _WHEN))
        yield Connection("facebook", relation, source.context.account, name=called, since=when)

    return make


def _held(kind: HeldKind, *words: str) -> Maker:
    """One thing held, told by the first of `words` that it has; without them only counted."""

    def make(value: object, path: Path, source: From) -> Iterator[Record]:
        if type(value) not in (dict, str):
            return
        said = ""
        if words:
            inner = next(trees(value if type(value) is not dict else value.get("data")), {})
            said = line(value) or line(first(value, words)) or line(first(inner, words))
        yield Held("facebook", kind, source.context.account, said, epoch(first(value, _WHEN)))

    return make


def _tree_of_views(value: object, path: Path, source: From) -> Iterator[Record]:
    seen = _entries(value)
    if seen:
        yield Held("facebook", HeldKind.VIEW, source.context.account, count=seen)


def _entries(value: object, depth: int = 0) -> int:
    if depth > 8:
        return 0
    return sum(
        len(items(one.get("entries"))) + sum(_entries(below, depth + 1) for below in items(one.get("children")))
        for one in trees(value)
    )


MAKERS: dict[str, Maker] = {
    "profile": _held(HeldKind.DETAIL),
    "friends": _person(Relation.FRIEND),
    "received_requests": _person(Relation.ASKED_ME),
    "sent_requests": _person(Relation.ASKED_BY_ME),
    "rejected_requests": _person(Relation.REMOVED),
    "deleted_friends": _person(Relation.REMOVED),
    "following": _person(Relation.FOLLOWING),
    "followers": _person(Relation.FOLLOWER),
    "blocked_users": _person(Relation.BLOCKED),
    "blocked_profiles": _person(Relation.BLOCKED),
    "searches": _held(HeldKind.SEARCH, "text"),
    "recently_viewed": _tree_of_views,
    "visited_things": _tree_of_views,
    "address_book": _held(HeldKind.ADDRESS_BOOK),
    "topics": _held(HeldKind.INTEREST, "name"),
    "inferred_topics": _held(HeldKind.INTEREST, "name"),
    "bcts": _held(HeldKind.INFERENCE, "name"),
    "custom_audiences": _held(HeldKind.ADVERTISER, "advertiser_name", "name"),
    "custom_audiences_all_types": _held(HeldKind.ADVERTISER, "advertiser_name", "name"),
    "off_facebook_activity": _held(HeldKind.ADVERTISER, "name"),
    "history": _held(HeldKind.VIEW),
    "lead_gen_info": _held(HeldKind.DETAIL),
    "account_accesses": _held(HeldKind.LOGIN, "action", "ip_address"),
    "account_activity": _held(HeldKind.LOGIN, "action", "ip_address"),
    "active_sessions": _held(HeldKind.LOGIN, "device", "location", "ip_address"),
    "used_ip_address": _held(HeldKind.LOGIN, "ip"),
    "recognized_devices": _held(HeldKind.DEVICE, "name"),
    "devices": _held(HeldKind.DEVICE, "type", "name"),
    "admin_records": _held(HeldKind.DETAIL),
    "contact_verifications": _held(HeldKind.DETAIL),
    "pages_unfollowed": _held(HeldKind.DETAIL),
    "events_invited": _held(HeldKind.DETAIL),
    "payments": _held(HeldKind.DETAIL),
    "pokes": _held(HeldKind.DETAIL),
    "location_history": _held(HeldKind.PLACE),
    "last_location": _held(HeldKind.PLACE),
    "primary_location": _held(HeldKind.PLACE),
    "device_location": _held(HeldKind.PLACE),
    "installed_apps": _held(HeldKind.APP, "name"),
}

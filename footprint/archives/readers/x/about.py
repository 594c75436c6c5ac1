"""The small files of an X export: who the account is, what it likes and follows, what X notes about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.dates import iso
from footprint.archives.parsing.json_tree import whole
from footprint.archives.parsing.shapes import Tree, at, items, name, text, tree, trees
from footprint.archives.parsing.texts import clean, line, link, unescaped
from footprint.archives.records import Connection, Entry, Held, HeldKind, Kind, Record, Relation, State, Trouble

Maker = Callable[[object, Context], Iterator[Record]]
RECORD = frozenset(
    {
        "account", "profile", "like", "follower", "following", "blocking", "muting", "ipAudit", "p13nData", "contact",
        "connectedApplication", "deviceToken", "niDeviceResponse", "savedSearch", "protectedHistory", "ageMeta",
        "emailChange", "screenNameChange", "device", "userInfo", "dataTypes", "ad", "userInteractionsData",
    }
)  # fmt: skip


def read_manifest(member: Member, context: Context) -> Iterator[Record]:
    """Whose export it is, and how many entries X counts in each file."""
    manifest = whole(member)
    if type(manifest) is Trouble:
        yield manifest
        return
    _remember(context, name(manifest, "userInfo", "userName"), text(manifest, "userInfo", "accountId"))
    root = member.path.removesuffix("data/manifest.js") if member.path.endswith("data/manifest.js") else ""
    for kind in tree(at(manifest, "dataTypes")).values():
        for file in trees(at(kind, "files")):
            count = text(file, "count")
            if text(file, "fileName") and count.isdigit() and len(count) < 12:
                context.counts[root + text(file, "fileName")] = int(count)


def _remember(context: Context, handle: str, account_id: str) -> None:
    if handle and not context.account:
        context.account = handle
    if account_id:
        context.facts["id"] = account_id


def _account(value: object, context: Context) -> Iterator[Record]:
    account = tree(at(value, "account"))
    _remember(context, name(account, "username"), text(account, "accountId"))
    for key in ("email", "createdVia"):
        if account.get(key):
            yield Held("x", HeldKind.DETAIL, context.account, name(account, key))


def _protected(value: object, context: Context) -> Iterator[Record]:
    """The newest entry stands first or last, so the newest time decides."""
    when = iso(at(value, "protectedHistory", "protectedAt")) or 0
    if when >= int(context.facts.get("protected at", "0")):
        context.facts["protected at"] = str(when)
        context.facts["protected"] = "yes" if text(value, "protectedHistory", "action") == "Protect" else "no"
    yield from ()


def _profile(value: object, context: Context) -> Iterator[Record]:
    about = tree(at(value, "profile", "description"))
    for key in ("bio", "location", "website"):
        said = unescaped(about.get(key))
        if said.strip():
            page = "https://x.com/settings/profile"
            yield Entry("x", Kind.PROFILE, context.account, f"profile {key}", text=said, title=key, link=page)


def _like(value: object, context: Context) -> Iterator[Record]:
    like = tree(at(value, "like"))
    native = text(like, "tweetId")
    address = link(like.get("expandedUrl")) or (f"https://x.com/i/web/status/{native}" if native.isdigit() else "")
    if not native and not address:
        raise ValueError("a like of nothing")
    said = unescaped(like.get("fullText"))
    state = State.LIVE if said else State.NO_TEXT
    yield Entry("x", Kind.REACTION, context.account, f"like {native}", title=said, state=state, link=address)


def _follows(key: str, relation: Relation) -> Maker:
    def make(value: object, context: Context) -> Iterator[Record]:
        person = tree(at(value, key))
        native = text(person, "accountId")
        if not native:
            raise ValueError("nobody")
        address = link(person.get("userLink")) or f"https://x.com/i/user/{native}"
        yield Connection("x", relation, context.account, native, link=address)

    return make


def _held(kind: HeldKind, key: str, words: tuple[str, ...], when: str = "createdAt") -> Maker:
    """One thing held for each record, told by the first of `words` that it has; () counts without words."""

    def make(value: object, context: Context) -> Iterator[Record]:
        record = tree(at(value, key))
        if not record:
            raise ValueError("not such a record")
        said = next((line(record.get(one)) for one in words if record.get(one)), "")
        yield Held("x", kind, context.account, said, iso(record.get(when)))

    return make


def _devices(value: object, context: Context) -> Iterator[Record]:
    for one in tree(at(value, "niDeviceResponse")).values():
        said = name(one, "deviceType") or name(one, "carrier") or name(one, "udid")
        yield Held("x", HeldKind.DEVICE, context.account, said, iso(at(one, "createdDate")))


def _inferred(value: object, context: Context) -> Iterator[Record]:
    data = tree(at(value, "p13nData"))
    for one in trees(at(data, "interests", "interests")):
        if one.get("isDisabled") is not True and name(one, "name"):
            yield Held("x", HeldKind.INTEREST, context.account, name(one, "name"))
    for key in ("partnerInterests", "shows"):
        for some in items(at(data, "interests", key)):
            if line(some) or name(some, "name"):
                yield Held("x", HeldKind.INTEREST, context.account, line(some) or name(some, "name"))
    for key in ("advertisers", "lookalikeAdvertisers", "doNotReachAdvertisers", "catalogAudienceAdvertisers"):
        for some in items(at(data, "interests", "audienceAndAdvertisers", key)):
            if line(some):
                yield Held("x", HeldKind.ADVERTISER, context.account, line(some))
    for some in items(at(data, "inferredAgeInfo", "age")):
        yield Held("x", HeldKind.INFERENCE, context.account, line(some))
    gender = name(data, "demographics", "genderInfo", "gender")
    if gender:
        yield Held("x", HeldKind.INFERENCE, context.account, gender)
    places = [one for one in items(data.get("locationHistory")) if one]
    if places:
        yield Held("x", HeldKind.PLACE, context.account, count=len(places))


def _ads(value: object, context: Context) -> Iterator[Record]:
    for key, inner in (("adImpressions", "impressions"), ("adEngagements", "engagements")):
        seen = items(at(value, "ad", "adsUserData", key, inner))
        if seen:
            yield Held("x", HeldKind.VIEW, context.account, count=len(seen))


def _age(value: object, context: Context) -> Iterator[Record]:
    for some in items(at(value, "ageMeta", "inferredAgeInfo")):
        yield Held("x", HeldKind.INFERENCE, context.account, line(at(some, "age")) or clean(some))
    if at(value, "ageMeta", "ageInfo"):
        yield Held("x", HeldKind.DETAIL, context.account)


def _detail(value: object, context: Context) -> Iterator[Record]:
    record: Tree = tree(value)
    if not record:
        raise ValueError("not such a record")
    yield Held("x", HeldKind.DETAIL, context.account)


FIRST: dict[str, Maker] = {"account": _account, "protected_history": _protected}
MAKERS: dict[str, Maker] = {
    "profile": _profile,
    "like": _like,
    "follower": _follows("follower", Relation.FOLLOWER),
    "following": _follows("following", Relation.FOLLOWING),
    "block": _follows("blocking", Relation.BLOCKED),
    "mute": _held(HeldKind.DETAIL, "muting", ()),
    "ip_audit": _held(HeldKind.LOGIN, "ipAudit", ("loginIp",)),
    "device_token": _held(HeldKind.DEVICE, "deviceToken", ("clientApplicationName",)),
    "ni_devices": _devices,
    "connected_application": _held(HeldKind.APP, "connectedApplication", ("name",), "approvedAt"),
    "contact": _held(HeldKind.ADDRESS_BOOK, "contact", ()),
    "saved_search": _held(HeldKind.SEARCH, "savedSearch", ("query",)),
    "personalization": _inferred,
    "ad_impressions": _ads,
    "ad_engagements": _ads,
    "user_link_clicks": _held(HeldKind.VIEW, "userInteractionsData", ()),
    "ageinfo": _age,
    "phone_number": _held(HeldKind.DETAIL, "device", ("phoneNumber",)),
    "email_address_change": _detail,
    "screen_name_change": _detail,
}

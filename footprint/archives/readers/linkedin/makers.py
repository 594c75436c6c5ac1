"""What a row of each of LinkedIn's tables becomes; dates in six styles, months before days."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from footprint.archives.contract import Context
from footprint.archives.parsing.html_text import plain
from footprint.archives.parsing.prose import prose
from footprint.archives.parsing.tables import Row, cell
from footprint.archives.parsing.texts import clean, line, link
from footprint.archives.records import (
    Audience,
    Connection,
    Entry,
    Held,
    HeldKind,
    Kind,
    Record,
    Relation,
    State,
    Trouble,
    Why,
)

Maker = Callable[[Row, Context], Iterator[Record]]


def _when(row: Row, *names: str) -> int | None:
    """LinkedIn writes no zone and means UTC."""
    found = prose(cell(row, *names), day_first=False)
    return None if found is None else found.at


def _joined(text: str) -> str:
    """Text in which each line break was quoted once more."""
    return clean(text.replace('"\r\n"', "\n").replace('"\n"', "\n"))


# MEMBER_NETWORK is written for what every member can see.
_AUDIENCES = {
    "public": Audience.PUBLIC, "anyone": Audience.PUBLIC, "member_network": Audience.PUBLIC,
    "connections": Audience.FRIENDS, "connections_only": Audience.FRIENDS, "logged_in": Audience.PUBLIC,
}  # fmt: skip


def _share(row: Row, context: Context) -> Iterator[Record]:
    said = _joined(cell(row, "sharecommentary"))
    address = link(cell(row, "sharelink"))
    when = _when(row, "date")
    if not said and not address and when is None:
        raise ValueError("no post")
    shared = link(cell(row, "sharedurl"))
    audience = _AUDIENCES.get(cell(row, "visibility").casefold(), Audience.UNKNOWN)
    kind = Kind.SHARE if shared and not said else Kind.POST
    state = State.LIVE if said or shared else State.NO_TEXT
    yield Entry("linkedin", kind, context.account, "", when, said, shared, "", audience, state, address)


def _comment(row: Row, context: Context) -> Iterator[Record]:
    said, address, when = _joined(cell(row, "message")), link(cell(row, "link")), _when(row, "date")
    if not said and not address:
        raise ValueError("no comment")
    yield Entry(
        "linkedin", Kind.COMMENT, context.account, at=when, text=said, link=address,
        state=State.LIVE if said else State.NO_TEXT, thread=address.split("?", 1)[0],
    )  # fmt: skip


def _pressed(kind: Kind, told: str) -> Maker:
    def make(row: Row, context: Context) -> Iterator[Record]:
        address = link(cell(row, "link"))
        if not address and _when(row, "date") is None:
            raise ValueError("nothing pressed")
        yield Entry("linkedin", kind, context.account, at=_when(row, "date"), title=line(cell(row, told)), link=address)

    return make


def _connection(row: Row, context: Context) -> Iterator[Record]:
    called = line(f"{cell(row, 'first name')} {cell(row, 'last name')}")
    address = link(cell(row, "url"))
    if not called and not address:
        yield Trouble(Why.EMPTY)  # someone who closed their account leaves an empty row
        return
    words = ", ".join(part for part in (line(cell(row, "position")), line(cell(row, "company"))) if part)
    yield Connection(
        "linkedin", Relation.FRIEND, context.account, name=called, link=address, since=_when(row, "connected on"),
        handle=address.rstrip("/").rsplit("/", 1)[-1] if "/in/" in address else "", words=words,
    )  # fmt: skip


def _invitation(row: Row, context: Context) -> Iterator[Record]:
    sent = cell(row, "direction").casefold() == "outgoing"
    called = line(cell(row, "to" if sent else "from"))
    address = link(cell(row, "inviteeprofileurl" if sent else "inviterprofileurl"))
    if not called and not address:
        raise ValueError("nobody")
    relation = Relation.ASKED_BY_ME if sent else Relation.ASKED_ME
    yield Connection("linkedin", relation, context.account, name=called, link=address, since=_when(row, "sent at"))


def _follows(name: str, when: str) -> Maker:
    def make(row: Row, context: Context) -> Iterator[Record]:
        called = line(cell(row, name))
        if not called:
            raise ValueError("nobody")
        since = _when(row, when)
        yield Connection("linkedin", Relation.FOLLOWING, context.account, name=called, since=since)

    return make


def given_or_received(file: str) -> Maker:
    """Recommendations: one's own words about others, or others' words on one's profile."""
    given = "given" in file

    def make(row: Row, context: Context) -> Iterator[Record]:
        said, other = cell(row, "text"), line(f"{cell(row, 'first name')} {cell(row, 'last name')}")
        if not said and not other:
            raise ValueError("no recommendation")
        hidden = cell(row, "status").casefold() not in ("visible", "")
        yield Entry(
            "linkedin", Kind.REVIEW if given else Kind.TAG_OF_ME, context.account, at=_when(row, "creation date"),
            text=said if given else "", title="" if given else line(said), where=other,
            audience=Audience.ME if hidden else Audience.PUBLIC,
        )  # fmt: skip

    return make


def _profile(row: Row, context: Context) -> Iterator[Record]:
    called = line(f"{cell(row, 'first name')} {cell(row, 'last name')}")
    if called:
        context.account = context.facts["name"] = called
    for name in ("headline", "summary", "birth date", "address", "geo location", "twitter handles", "websites"):
        if cell(row, name):
            yield Entry("linkedin", Kind.PROFILE, context.account, f"profile {name}", text=cell(row, name), title=name)


def _detail(*names: str) -> Maker:
    """A position, a school, an address: a line of the profile, made of the columns `names`."""

    def make(row: Row, context: Context) -> Iterator[Record]:
        said = "\n".join(cell(row, one) for one in names if cell(row, one))
        if not said:
            raise ValueError("nothing told")
        yield Entry("linkedin", Kind.PROFILE, context.account, text=said, title=names[0])

    return make


def _event(row: Row, context: Context) -> Iterator[Record]:
    title = line(cell(row, "event name"))
    address = link(cell(row, "external url"))
    when = _when(row, "event time")
    yield Entry("linkedin", Kind.EVENT, context.account, at=when, title=" · ".join(filter(None, (title, address))))


def _picture(row: Row, context: Context) -> Iterator[Record]:
    """Pictures are not in the copy, only that they were put up."""
    said = cell(row, "media description")
    yield Entry("linkedin", Kind.PHOTO, context.account, at=_when(row, "date/time"), text=said if said != "-" else "")


def _held(kind: HeldKind, *told: str) -> Maker:
    def make(row: Row, context: Context) -> Iterator[Record]:
        when = _when(row, "date", "login date", "challenge date", "time", "ad clicked date", "registered at")
        yield Held("linkedin", kind, context.account, line(cell(row, *told)) if told else "", when)

    return make


def _targeting(row: Row, context: Context) -> Iterator[Record]:
    """One row of lists: each value is something LinkedIn sells by."""
    for values in row.values():
        for one in values.split(";"):
            if line(one):
                yield Held("linkedin", HeldKind.INTEREST, context.account, line(one))


def _message(row: Row, context: Context) -> Iterator[Record]:
    sender, to = line(cell(row, "from")), line(cell(row, "to"))
    said = plain("\n\n".join(part for part in (cell(row, "subject"), cell(row, "content")) if part))
    mine = bool(sender) and sender in (context.me, context.facts.get("name"))
    yield Entry(
        "linkedin", Kind.MESSAGE, context.account, at=_when(row, "date"), text=said if mine else "",
        title="" if mine else f"{sender}: {said}", where=to if mine else sender,
        audience=Audience.SOME if "," in to else Audience.ONE, thread=line(cell(row, "conversation id")),
    )  # fmt: skip


MAKERS: dict[str, Maker] = {
    "connections": _connection,
    "shares": _share,
    "comments": _comment,
    "votes": _pressed(Kind.REACTION, "optiontext"),
    "reactions": _pressed(Kind.REACTION, "type"),
    "reposts": _pressed(Kind.REPOST, ""),
    "messages": _message,
    "invitations": _invitation,
    "endorsements": _held(HeldKind.DETAIL),
    "profile": _profile,
    "positions": _detail("company name", "title", "description"),
    "education": _detail("school name", "degree name", "notes"),
    "volunteering": _detail("company name", "role", "description"),
    "profile part": _detail("name", "title", "description", "authority", "proficiency", "positions"),
    "emails": _detail("email address"),
    "phones": _detail("number"),
    "companies": _follows("organization", "followed on"),
    "members": _follows("fullname", "date"),
    "contacts": _held(HeldKind.ADDRESS_BOOK),
    "searches": _held(HeldKind.SEARCH, "search query"),
    "ads": _held(HeldKind.VIEW),
    "targeting": _targeting,
    "inferences": _held(HeldKind.INFERENCE, "inference", "type of inference"),
    "interests": _held(HeldKind.INTEREST, "name", "hashtag"),
    "logins": _held(HeldKind.LOGIN, "ip address"),
    "detail": _held(HeldKind.DETAIL),
    "events": _event,
    "rich media": _picture,
}

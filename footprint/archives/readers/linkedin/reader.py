"""LinkedIn: a flat folder of tables, each known by its columns."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence

from footprint.archives.contract import Claim, Context, Member
from footprint.archives.parsing.html_text import plain
from footprint.archives.parsing.records import gathered
from footprint.archives.parsing.streams import Kept
from footprint.archives.parsing.table_files import counted_rows, each_row, member_rows
from footprint.archives.parsing.tables import head_columns
from footprint.archives.parsing.texts import clean, stem
from footprint.archives.readers.linkedin import makers
from footprint.archives.records import (
    Audience,
    Entry,
    Kind,
    Record,
    Why,
)
from footprint.i18n import N_

_PARTS = frozenset(
    {
        "skills", "languages", "honors", "projects", "publications", "courses", "certifications", "patents",
        "organizations", "test_scores",
    }
)  # fmt: skip
_LONGEST_ARTICLE = 2_000_000
# What must stand among the columns, and the role; the first that fits counts.
_ROLES: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"first name", "last name", "connected on"}), "connections"),
    (frozenset({"date", "sharelink", "sharecommentary"}), "shares"),
    (frozenset({"date", "link", "message"}), "comments"),
    (frozenset({"date", "link", "optiontext"}), "votes"),
    (frozenset({"date", "type", "link"}), "reactions"),
    (frozenset({"conversation id", "from", "to", "content"}), "messages"),
    (frozenset({"from", "to", "date", "subject", "content", "direction"}), "messages"),
    (frozenset({"from", "to", "sent at", "direction"}), "invitations"),
    (frozenset({"first name", "last name", "text", "creation date", "status"}), "recommendations"),
    (frozenset({"endorsement date", "skill name"}), "endorsements"),
    (frozenset({"first name", "last name", "headline", "summary"}), "profile"),
    (frozenset({"company name", "title", "started on"}), "positions"),
    (frozenset({"school name", "start date"}), "education"),
    (frozenset({"company name", "role", "cause"}), "volunteering"),
    (frozenset({"email address", "confirmed"}), "emails"),
    (frozenset({"extension", "number", "type"}), "phones"),
    (frozenset({"organization", "followed on"}), "companies"),
    (frozenset({"fullname", "status"}), "members"),
    (frozenset({"source", "first name", "emails"}), "contacts"),
    (frozenset({"firstname", "lastname", "emails"}), "contacts"),
    (frozenset({"time", "search query"}), "searches"),
    (frozenset({"ad clicked date"}), "ads"),
    (frozenset({"action", "date", "page/app"}), "ads"),
    (frozenset({"member age", "company names"}), "targeting"),
    (frozenset({"type of inference", "inference"}), "inferences"),
    (frozenset({"login date", "ip address", "user agent"}), "logins"),
    (frozenset({"challenge date", "ip address"}), "logins"),
    (frozenset({"registered at"}), "detail"),
    (frozenset({"event name", "event time"}), "events"),
    (frozenset({"application date", "company name", "job title"}), "detail"),
    (frozenset({"question", "answer"}), "detail"),
    (frozenset({"saved date", "job title"}), "detail"),
    (frozenset({"content title", "content type"}), "detail"),
    (frozenset({"transaction made at"}), "detail"),
    (frozenset({"date/time", "media description", "media link"}), "rich media"),
)  # fmt: skip
# Columns that any table could have: several of them speak for LinkedIn, one alone does not.
_SHARED = frozenset(
    {
        "detail", "recommendations", "positions", "education", "comments", "reactions", "emails", "members", "contacts",
        "phones",
    }
)  # fmt: skip


class LinkedIn:
    """Posts, comments, reactions, connections, the profile, and what LinkedIn notes about the account."""

    name = "linkedin"
    not_exported = (
        N_("What others wrote under your posts is not in the copy."),
        N_("Posts by others that name you are not in the copy."),
    )

    def claim(self, path: str, head: bytes) -> Claim | None:
        low = path.casefold()
        if low.endswith((".html", ".htm")) and b"linkedin.com/pulse" in head:
            return Claim("article", sure=0.7)
        if not low.endswith(".csv"):
            return None
        tables = [frozenset(one) for one in head_columns(head)]
        first = tables[0] if tables else frozenset()
        for must, role in _ROLES:
            looked = tables if role == "connections" else tables[:1]
            if any(must <= one for one in looked):
                sure = 0.4 if role in _SHARED else 0.9
                return Claim(f"{role}:{stem(path)}", order=1 if role == "profile" else 50, sure=sure)
        if first == {"date", "link"} and "repost" in stem(path):
            return Claim("reposts:", sure=0.4)
        if first == {"hashtag", "createdtime", "state"}:
            return Claim("interests:", sure=0.4)
        if stem(path) in _PARTS and first & {"name", "title"}:
            return Claim("profile part:", sure=0.4)
        return None

    def read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        return gathered(self._read(member, role, context))

    def _read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        if role == "article":
            yield from _article(member, context)
            return
        what, _, file = role.partition(":")
        found = member_rows(member, _is_connections if what == "connections" else None)
        if what == "messages" and not context.messages:
            yield from counted_rows(found, Why.OTHERS_WORDS)
            return
        make = makers.given_or_received(file) if what == "recommendations" else makers.MAKERS[what]
        yield from each_row(found, lambda row: make(row, context))

    def pages(self) -> Mapping[str, str]:
        recent = "https://www.linkedin.com/in/me/recent-activity/"
        return {
            Kind.POST: recent + "all/",
            Kind.COMMENT: recent + "comments/",
            Kind.REACTION: recent + "reactions/",
            Kind.REPOST: recent + "all/",
            Kind.REVIEW: "https://www.linkedin.com/in/me/details/recommendations/",
            Kind.TAG_OF_ME: "https://www.linkedin.com/in/me/details/recommendations/",
            Kind.PROFILE: "https://www.linkedin.com/in/me/",
            Kind.EVENT: "https://www.linkedin.com/mynetwork/network-manager/events/",
            Kind.PAGE: "https://www.linkedin.com/mynetwork/network-manager/company/",
            Kind.PHOTO: recent + "all/",
            Kind.MESSAGE: "https://www.linkedin.com/messaging/",
        }


def _is_connections(columns: Sequence[str]) -> bool:
    return {"first name", "last name", "connected on"} <= set(columns)


def _article(member: Member, context: Context) -> Iterator[Record]:
    with contextlib.closing(Kept(member.open())) as stream:
        said = plain(stream.read(_LONGEST_ARTICLE).decode("utf-8", "replace"))
        if said:
            yield Entry("linkedin", Kind.POST, context.account, text=clean(said), audience=Audience.PUBLIC)
        stream.settle()

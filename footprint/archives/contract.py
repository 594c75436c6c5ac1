"""What a reader of one network's export is given, and what it gives back.

A reader is a class without state in `readers/`, one file per network. It is asked about every member of the archive
by its path and its first bytes, and reads those it claims, streamed, into records. It never opens a file itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from footprint.archives.records import Record

HEAD = 4096  # bytes of a member that a reader is shown


@dataclass(frozen=True)
class Claim:
    """A reader takes a member: `role` is its own word for what is in it.

    Lower `order` is read first (an account's name before its posts). `sure` is how far path and head agree, 0 to 1;
    the highest over all readers and members decides which network an archive is from. A `role` of "" claims the
    member for the network and leaves it out, with `leave` (a value of `Why`) as the reason.
    """

    role: str
    order: int = 50
    sure: float = 0.5
    leave: str = ""


class Member(Protocol):
    """One file in the archive. `path` has forward slashes and is only a label; `size` is what it claims to hold."""

    @property
    def path(self) -> str: ...
    @property
    def size(self) -> int: ...
    def open(self) -> BinaryIO:
        """A stream from its start, counted and held to the limits; breaks off with `BrokenMember`."""
        ...


@dataclass
class Context:
    """What the members of one account share while they are read, in the order of their claims."""

    messages: bool = False  # the person asked for messages as well
    me: str = ""  # the person's own name in chats, where the export does not mark it
    account: str = ""  # handle or id, as soon as a reader knows it
    facts: dict[str, str] = field(default_factory=dict)  # what a reader notes for itself from one member to the next
    paths: Set[str] = frozenset()  # every path of the set
    counts: dict[str, int] = field(default_factory=dict)  # path -> number of entries the export itself states


class Reader(Protocol):
    """Reads the exports of one network."""

    @property
    def name(self) -> str:
        """The network, as its checklist file is called."""
        ...

    @property
    def not_exported(self) -> tuple[str, ...]:
        """What this network does not put into its export, one sentence each."""
        ...

    def claim(self, path: str, head: bytes) -> Claim | None: ...

    def read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        """Records one by one. One that cannot be read is a `Trouble` and the next goes on; never raises for content."""
        ...

    def pages(self) -> Mapping[str, str]:
        """For each `Kind` value the page on the network that lists such entries, to find one that has no address.

        `{account}` in it stands for the account of the entry; a page that needs one is of no use without.
        """
        ...

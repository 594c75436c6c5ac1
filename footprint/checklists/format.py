"""The shape of a checklist file; anything a file says beyond this is an error that names its place.

A file is one network or one place, written by hand in TOML (`checklists/README.md` says how).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from footprint.packs.origins import FromPack, with_mark
from footprint.person.records import Nation


class Kind(StrEnum):
    """A network people have accounts on, a place that lists them without one, or a situation that is no setting."""

    NETWORK = "network"
    PLACE = "place"
    SITUATION = "situation"


class Shelf(StrEnum):
    """Where a file stands in the library, so that nobody has to read fifty names."""

    SOCIAL = "social"
    MESSAGES = "messages"
    VIDEO = "video"
    WORK = "work"
    DATING = "dating"
    SELLING = "selling"
    ACCOUNTS = "accounts"
    INTERESTS = "interests"
    REGISTERS = "registers"
    FINDERS = "finders"
    COMMUNITY = "community"
    PRESS = "press"
    SEARCH = "search"
    OTHER = "other"


class Risk(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Where(StrEnum):
    """Where the setting can be reached. `ANYWHERE`: no setting, or the same steps on any device."""

    WEB = "web"
    PHONE = "phone"
    BOTH = "both"
    ANYWHERE = "anywhere"


class Confidence(StrEnum):
    """How sure we are of a step: from the network itself, from an independent guide, or from neither."""

    OFFICIAL = "official"
    INDEPENDENT = "independent"
    UNVERIFIED = "unverified"


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What people write by hand: a field nobody knows is an error."""


class Sourced(Strict, frozen=True, kw_only=True):
    """Where a fact comes from, the day that source was last seen to say so, and how sure that makes us.

    `facts` are the rows of `checklists/facts/rows.toml` that ended here; people never see them.
    """

    source: str
    verified: date
    confidence: Confidence
    facts: tuple[str, ...] = ()


class Statement(Sourced, frozen=True, kw_only=True):
    """One plain sentence about the network ("Anyone can see your name and profile picture.")."""

    text: str


class Page(Sourced, frozen=True, kw_only=True):
    """A page or a way to it: change the password, look logged out, download, delete, untag, report, a false profile."""

    link: str = ""
    menu: str = ""
    steps: tuple[str, ...] = ()
    note: str = ""


class Impersonation(Page, frozen=True, kw_only=True):
    """How to report a profile that pretends to be you. `alone`: the network does not want others to report it too."""

    alone: bool = False


class Profile(Sourced, frozen=True, kw_only=True):
    """How profile addresses look.

    `address` holds `{handle}` (and `{server}` where people choose a server: then a handle is `name@server`); it is
    empty where profiles have no address. `handle` is a regular expression for the whole handle, empty where the
    network has none; `example` is an invented handle that fits it.
    """

    address: str
    handle: str
    hint: str
    example: str = ""


class Pages(Strict, frozen=True, kw_only=True):
    """What a network must say (`NEEDED_PAGES`), or say plainly that it has none (an entry with only a `note`)."""

    password: Page | None = None
    two_step: Page | None = None
    logged_out: Page | None = None
    download: Page | None = None
    delete: Page | None = None
    untag: Page | None = None
    report: Page | None = None
    impersonation: Impersonation | None = None
    rename: Page | None = None
    bulk_delete: Page | None = None
    recover: Page | None = None


NEEDED_PAGES = ("password", "two_step", "logged_out", "download", "delete")


class Sign(StrEnum):
    """What a stranger may learn, looked for one by one (`Stranger`)."""

    NAME = "name"
    PHOTO = "photo"
    FRIENDS = "friends"
    EMPLOYER = "employer"
    TOWN = "town"
    TAGGED = "tagged"
    OLD_POSTS = "old_posts"
    PHONE = "phone"


class Opening(Strict, frozen=True, kw_only=True):
    """An address to open in a private window, and what it is ("Your profile")."""

    label: str
    link: str


class Stranger(Strict, frozen=True, kw_only=True):
    """What to open to look at oneself as a stranger, and what can be seen there at all."""

    open: tuple[Opening, ...] = ()
    look_for: tuple[Sign, ...] = tuple(Sign)


class Removal(StrEnum):
    """Who can take a listing away: the person, somebody they ask, or nobody."""

    YOURSELF = "yourself"
    ASK = "ask"
    CANNOT = "cannot"


EVERY_NATION = tuple(one for one in Nation if one is not Nation.UNSAID)


class PlaceFacts(Strict, frozen=True, kw_only=True):
    """What a place says about people without an account.

    `expected` marks a listing that belongs there (a professional register): shown, and never an item to remove.
    """

    public: Page
    look: Page
    come_off: Page
    lasts: Page
    comes_back: Page
    removal: Removal
    expected: bool = False
    nations: tuple[Nation, ...] = EVERY_NATION


class Group(Strict, frozen=True, kw_only=True):
    """Checks that belong together in the list of steps ("Your posts")."""

    id: str
    title: str


class Choice(Strict, frozen=True, kw_only=True):
    """One thing the setting can be set to. `safer` marks what suits a care professional best."""

    id: str
    label: str
    detail: str = ""
    safer: bool = False


class Check(Sourced, frozen=True, kw_only=True):
    """One step. Checks with the same `page` lie on one settings page and are answered together.

    `steps` are those of a check that is the same anywhere, else there are `web` and `phone`. Without `private_note`
    there is no note field: what belongs in a record at work is not to be kept here. `look` marks a check where nothing
    can be set, only looked at: none of its choices is the safer one.
    `again` is after how many months it is worth another look (0: by its risk). `origin` is no field of a file: it marks
    what an employer's pack added, reworded or hid.
    """

    id: str
    group: str
    page: str
    title: str
    why: str
    risk: Risk
    where: Where
    guidance: tuple[str, ...]
    choices: tuple[Choice, ...]
    short: str = ""
    essential: bool = False
    minutes: float = 1.0
    link: str = ""
    menu: str = ""
    web: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    default: str = ""
    default_source: str = ""
    default_note: str = ""
    help: str = ""
    looks_different: str = ""
    private_note: bool = True
    was: tuple[str, ...] = ()
    split_into: tuple[str, ...] = ()
    retired: bool = False
    look: bool = False
    again: int = 0
    origin: FromPack | None = None

    @property
    def marked(self) -> str:
        """The question, with where it comes from when that is a pack: for a line that has room for words alone."""
        return with_mark(self.title, self.origin)


NO_PROFILE = Profile(address="", handle="", hint="", source="", verified=date.min, confidence=Confidence.UNVERIFIED)


class Signs(Strict, frozen=True, kw_only=True):
    """What an answer shows. Every field that is given must fit; `{handle}` in a text stands for the username asked for.

    `status`: any of these codes. `says`: all of these texts stand in the page. `lacks`: none of these does. `at`: the
    site sends on to an address that starts with this. `field`: the JSON answer has this field (dots lead inside), and
    it is `equals` where that is given. `body`: the whole answer, without blanks at its ends.
    """

    status: tuple[int, ...] = ()
    says: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    at: str = ""
    field: str = ""
    equals: str = ""
    body: str = ""

    @property
    def telling(self) -> bool:
        """Whether this asks for anything an answer must have (`lacks` alone fits every wall there is)."""
        return bool(self.status or self.says or self.at or self.field or self.body)

    @property
    def named(self) -> bool:
        """Whether it asks for the username itself to be in the answer."""
        return any("{handle}" in text for text in (*self.says, self.at, self.equals))


class Probe(Sourced, frozen=True, kw_only=True):
    """How to ask one site whether it knows a username.

    `address` is what is asked for, the profile's own where empty. `known` is an account of the site itself, which is
    there for certain: without one nobody is ever called absent. `form` shapes a made-up username, as in
    `{word}.bsky.social`.
    """

    found: Signs
    absent: Signs
    address: str = ""
    known: str = ""
    form: str = "{word}"

    @property
    def sure(self) -> bool:
        """Whether a source says how this site behaves. Where none does, the site is never used to say “absent”."""
        return self.confidence is not Confidence.UNVERIFIED


class NetworkFile(Strict, frozen=True, kw_only=True):
    """One whole file of `checklists/`: a network, a place or a situation (`kind` says which parts it must have).

    `domains` are further domains the network itself owns ("meta.com"). A network without `suggest` is offered only
    when somebody looks for it by name. `origin` marks a whole file that came in a pack; it is no field of a file.
    """

    format: int
    id: str
    name: str
    kind: Kind
    summary: str
    groups: tuple[Group, ...]
    checks: tuple[Check, ...]
    shelf: Shelf = Shelf.OTHER
    suggest: bool = True
    start: str = ""
    profile: Profile = NO_PROFILE
    pages: Pages = Pages()
    stranger: Stranger = Stranger()
    probe: Probe | None = None
    place: PlaceFacts | None = None
    always_public: tuple[Statement, ...] = ()
    domains: tuple[str, ...] = ()
    origin: FromPack | None = None

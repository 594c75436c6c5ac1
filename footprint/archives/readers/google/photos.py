"""Google Photos: what stands beside each picture, found again although names are cut off and counters move."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Set

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.dates import epoch
from footprint.archives.parsing.json_tree import Path, whole
from footprint.archives.parsing.shapes import at, degrees, name, text, tree, trees
from footprint.archives.parsing.streams import Kept, text_lines
from footprint.archives.parsing.texts import link, mime
from footprint.archives.records import Audience, Entry, Held, HeldKind, Kind, Media, Record, State, Trouble

_COUNTER = re.compile(r"\((\d{1,4})\)\Z")
_TAIL = re.compile(r"\.s(?:u(?:p(?:p(?:l(?:e(?:m(?:e(?:n(?:t(?:a(?:l(?:-[a-z]*)?)?)?)?)?)?)?)?)?)?)?)?(\(\d{1,4}\))?\Z")
_LONG_AGO = 1  # pictures are older than networks
_PAGE = re.compile(r"https://photos\.google\.com/(?:u/\d/)?(?:photo|share|lr/photo)/")


def photo(path: Path, value: object, member: Member, context: Context) -> Iterator[Record]:
    """One picture or film; an album's own file has a title and nothing else."""
    about = tree(value)
    if not about:
        raise ValueError("nothing beside a picture")
    if "photoTakenTime" not in about and "creationTime" not in about:
        return
    title = name(about, "title")
    when = epoch(at(about, "photoTakenTime", "timestamp"), _LONG_AGO) or epoch(at(about, "creationTime", "timestamp"))
    lat, lon = degrees(at(about, "geoData", "latitude"), at(about, "geoData", "longitude"))
    if lat is None:
        lat, lon = degrees(at(about, "geoDataExif", "latitude"), at(about, "geoDataExif", "longitude"))
    address = link(about.get("url"))
    kind = mime(title)
    found = Media(picture_path(member.path, title, context.paths), kind, "", lat, lon)
    yield Entry(
        "google-account", Kind.VIDEO if kind.startswith("video/") else Kind.PHOTO, context.account,
        address if _PAGE.match(address) else "", when, text(about, "description"), title,
        audience=Audience.SOME if about.get("sharedAlbumComments") else Audience.ME,
        state=State.DELETED if about.get("trashed") is True else State.LIVE,
        link=address if _PAGE.match(address) else "", lat=lat, lon=lon, media=(found,),
    )  # fmt: skip


def picture_path(sidecar: str, title: str, paths: Set[str]) -> str:
    """The picture that belongs to `IMG.jpg(1).json`, `IMG.jpg.supplemental-metadata(1).json` or a name cut short."""
    folder, slash, file = sidecar.rpartition("/")
    stem = file[: -len(".json")] if file.endswith(".json") else file
    counter = _COUNTER.search(stem)
    tail = _TAIL.search(stem)
    base = stem[: tail.start()] if tail else _COUNTER.sub("", stem)
    names = [title, base]
    if counter:
        number = counter.group()
        names = [_with_counter(one, number) for one in names] + names
    if not paths:
        return folder + slash + (names[0] or base)
    for one in names:
        if one and folder + slash + one in paths:
            return folder + slash + one
    start, dot, kind = title.rpartition(".")
    cut = folder + slash + start[: 51 - len(dot + kind)] + dot + kind if start else ""  # long names lose their end
    return cut if cut in paths else ""


def _with_counter(file: str, number: str) -> str:
    start, dot, kind = file.rpartition(".")
    return f"{start}{number}{dot}{kind}" if start else f"{file}{number}"


def read_profile(member: Member, context: Context) -> Iterator[Record]:
    """Whose account it is, and what others may see of it."""
    found = whole(member)
    if type(found) is Trouble:
        yield found
        return
    emails = [name(one, "value") for one in trees(tree(found).get("emails"))]
    context.account = context.account or next((one for one in emails if one), "")
    for field in ("displayName", "occupation", "aboutMe", "tagline"):
        if name(found, field):
            yield Entry(
                "google-account",
                Kind.PROFILE,
                context.account,
                f"profile {field}",
                text=text(found, field),
                title=field,
            )
    for one in emails:
        if one:
            yield Held("google-account", HeldKind.DETAIL, context.account, one)


def count_cards(member: Member, context: Context) -> Iterator[Record]:
    """Cards of an address book: other people's details, so only their number."""
    with contextlib.closing(Kept(member.open())) as stream:
        many = sum(1 for one in text_lines(stream) if one.strip().casefold() == "begin:vcard")
        if many:
            yield Held("google-account", HeldKind.ADDRESS_BOOK, context.account, count=many)
        stream.settle()

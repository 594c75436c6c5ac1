"""Maps and Play: reviews with stars, places that were saved or labelled, where the phone has been."""

from __future__ import annotations

from collections.abc import Iterator

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.dates import iso
from footprint.archives.parsing.json_tree import Path
from footprint.archives.parsing.shapes import Tree, at, degrees, first, name, text, tree, trees
from footprint.archives.parsing.texts import clean, link
from footprint.archives.records import Audience, Entry, Held, HeldKind, Kind, Record

SIGNS = (
    b'"Google Maps URL"', b'"google_maps_url"', b'"five_star_rating_published"', b'"Star Rating"', b"maps.google.com",
    b"google.com/maps",
)  # fmt: skip
_STARS = ("five_star_rating_published", "Star Rating", "star_rating", "rating")
_WORDS = ("review_text_published", "Review Comment", "review_comment", "Comment")
_WHEN = ("date", "Published", "published", "Updated")


def place(path: Path, value: object, member: Member, context: Context) -> Iterator[Record]:
    """A feature: with stars or words it is a review, which everyone can see; without it is a place kept for oneself."""
    if path[-1:] != ("features",):
        return
    about = tree(at(value, "properties"))
    if not about:
        raise ValueError("no place")
    where = tree(first(about, ("location", "Location")))
    called = name(where, "name") or name(where, "Business Name") or name(about, "name") or name(about, "Title")
    stars = first(about, _STARS)
    if type(stars) is not int or not 1 <= stars <= 5:
        stars = None
    said = clean(first(about, _WORDS))
    answers = [clean(first(one, ("question", "selected_option", "rating"))) for one in trees(about.get("questions"))]
    when = iso(first(about, _WHEN))
    if stars is None and not said:
        yield Held("google-maps", HeldKind.PLACE, context.account, called or name(where, "address"), when)
        return
    spot = at(value, "geometry", "coordinates")
    lat, lon = degrees(spot[1], spot[0]) if type(spot) is list and len(spot) == 2 else (None, None)
    coordinates: Tree = tree(first(where, ("Geo Coordinates", "geo_coordinates")))
    if lat is None:
        lat, lon = degrees(first(coordinates, ("Latitude", "latitude")), first(coordinates, ("Longitude", "longitude")))
    page = link(first(about, ("google_maps_url", "Google Maps URL")))
    title = " · ".join(part for part in ("★" * stars if stars else "", page, *answers[:3]) if part)
    yield Entry(
        "google-maps", Kind.REVIEW, context.account, at=when, text=said, title=title, where=called,
        audience=Audience.PUBLIC, place=called or name(where, "address") or name(where, "Address"), lat=lat, lon=lon,
    )  # fmt: skip


def store_review(path: Path, value: object, member: Member, context: Context) -> Iterator[Record]:
    """A review of an app."""
    review = tree(at(value, "review"))
    if not review:
        raise ValueError("no review")
    stars = review.get("starRating")
    said = "\n".join(part for part in (text(review, "title"), text(review, "comment")) if part)
    yield Entry(
        "google-account", Kind.REVIEW, context.account, at=iso(review.get("creationTime")), text=said,
        title="★" * stars if type(stars) is int and 1 <= stars <= 5 else "", where=name(review, "document", "title"),
        audience=Audience.PUBLIC,
    )  # fmt: skip


def location(path: Path, value: object, member: Member, context: Context) -> Iterator[Record]:
    """A point of the location history: counted, as there may be millions."""
    if type(value) is dict and "latitudeE7" in value:
        yield Held("google-maps", HeldKind.PLACE, context.account)

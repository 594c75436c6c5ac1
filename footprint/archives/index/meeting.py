"""One entry that comes more than once: from two parts of a copy, or from a newer copy."""

from __future__ import annotations

import msgspec

from footprint.archives.records import Audience, Entry, Media, State

_CUT = " …."  # what networks put where they cut a text


def met(old: Entry, new: Entry, *, newer: bool) -> Entry:
    """What is known of an entry after it came again.

    In the same copy each part fills what the other left empty, and the fuller text counts. What a `newer` copy says
    counts, but for what it leaves out: a text that was there and is only cut or missing now was not changed by anybody.
    """

    def text(before: str, now: str) -> str:
        if not now or not before:
            return now or before
        if len(now) < len(before) and before.startswith(now.rstrip(_CUT)):
            return before
        return now if newer or len(now) > len(before) else before

    known = newer and new.audience is not Audience.UNKNOWN
    return msgspec.structs.replace(
        old,
        at=old.at if new.at is None or (old.at is not None and not newer) else new.at,
        local=new.local if newer and new.at is not None else old.local,
        text=text(old.text, new.text),
        title=text(old.title, new.title),
        where=text(old.where, new.where),
        audience=new.audience if known or old.audience is Audience.UNKNOWN else old.audience,
        state=_state(old, new, newer),
        link=(newer and new.link) or old.link or new.link,
        thread=old.thread or new.thread,
        place=text(old.place, new.place),
        lat=old.lat if new.lat is None else new.lat,
        lon=old.lon if new.lon is None else new.lon,
        media=_media(old.media, new.media),
    )


def _state(old: Entry, new: Entry, newer: bool) -> State:
    if State.NO_TEXT in (old.state, new.state) and (old.text or new.text):
        fuller = old if old.state is not State.NO_TEXT else new
        return State.LIVE if fuller.state is State.NO_TEXT else fuller.state
    return new.state if newer else old.state


def _media(old: tuple[Media, ...], new: tuple[Media, ...]) -> tuple[Media, ...]:
    """Those of both, each path once."""
    there = {one.path for one in old}
    return (*old, *(one for one in new if one.path not in there))

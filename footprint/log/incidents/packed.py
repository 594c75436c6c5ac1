"""Who to tell as an employer's pack says it: how to reach a post, who else is told, what the workplace asks for."""

from __future__ import annotations

from footprint.log.incidents.records import AskedHere, Contact, Kind, Post
from footprint.packs.origins import FromPack
from footprint.packs.records import Pack


def contact(pack: Pack | None, post: Post, kind: Kind | None = None) -> Contact | None:
    """How the pack says a post is reached: what it says of this kind before what it says of all."""
    every = contacts(pack, post)
    if pack is None or not every:
        return None
    said = [one for one in pack.contacts.contact if one.post.value == post.value]
    fitting = [at for at, one in enumerate(said) if kind is not None and kind.value in one.happened]
    general = [at for at, one in enumerate(said) if not one.happened]
    found = (*fitting, *general)
    return every[found[0]] if found else None


def contacts(pack: Pack | None, post: Post) -> tuple[Contact, ...]:
    """All that the pack says of a post."""
    if pack is None:
        return ()
    mark = FromPack(pack.organisation)
    return tuple(
        Contact(post, one.name, one.phone, one.email, one.hours, one.note, one.link, mark)
        for one in pack.contacts.contact
        if one.post.value == post.value
    )


def all_contacts(pack: Pack | None) -> tuple[Contact, ...]:
    """Everybody the pack names, in the order of the posts."""
    return tuple(one for post in Post for one in contacts(pack, post))


def also_told(pack: Pack | None, kind: Kind) -> tuple[Post, ...]:
    """Posts that are told too at this workplace."""
    if pack is None:
        return ()
    said = (one for when in pack.contacts.when if when.happened.value == kind.value for one in when.also_tell)
    return tuple(dict.fromkeys(Post(one.value) for one in said))


def asked_here(pack: Pack | None, kind: Kind) -> tuple[AskedHere, ...]:
    """What the workplace asks for, after the lines of the app itself."""
    if pack is None:
        return ()
    mark = FromPack(pack.organisation)
    return tuple(
        AskedHere(one.words, one.link, one.link_label, mark)
        for one in pack.contacts.when
        if one.happened.value == kind.value
    )

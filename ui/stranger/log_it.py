""" "Log it": what a stranger can see becomes an item on "To remove", and the look remembers which."""

from __future__ import annotations

from footprint import log
from footprint.checklists import stranger
from footprint.checklists.format import Sign
from footprint.checklists.stranger import Look, Seen
from footprint.i18n import _
from footprint.log import Action, Kind, New, Origin
from footprint.vault import Done, Vault
from ui.stranger.now import Now

# What it is, what is mostly done about it, and who put it there where that is plain.
_AS = {
    Sign.NAME: (Kind.PROFILE, Action.HIDE, Origin.ME),
    Sign.PHOTO: (Kind.PHOTO, Action.REMOVE, Origin.ME),
    Sign.FRIENDS: (Kind.SETTING, Action.HIDE, Origin.ME),
    Sign.EMPLOYER: (Kind.PROFILE, Action.REMOVE, Origin.ME),
    Sign.TOWN: (Kind.PROFILE, Action.REMOVE, Origin.ME),
    Sign.TAGGED: (Kind.TAG, Action.UNTAG, Origin.UNSURE),
    Sign.OLD_POSTS: (Kind.POST, Action.REMOVE, Origin.ME),
    Sign.PHONE: (Kind.PROFILE, Action.REMOVE, Origin.ME),
}


def item_for(now: Now, sign: Sign, note: str) -> New:
    """The item with all that is known already."""
    kind, action, origin = _AS[sign]
    address = next((one.link for one in now.addresses if one.link and not one.own_view), "")
    title = _("{what}: strangers can see it on {network}")
    return New(
        title=title.format(what=stranger.label(sign), network=now.network.name),
        address=address,
        place=now.network.name,
        network=now.network.id,
        kind=kind,
        origin=origin,
        action=action,
        notes=note,
        account_id=now.account_id,
    )


def log_it(vault: Vault, now: Now, sign: Sign, note: str) -> Done[Look]:
    """Make the item and remember it on the look, as one thing to undo.

    The item comes first: a crash in between leaves an item too many, never one that is lost.
    """
    made = log.add(vault, item_for(now, sign, note))
    kept = stranger.keep(vault, now.look, sign, seen=Seen.SEEN, note=note, item=made.value.id)
    return Done(kept.value, made.undo.then(kept.undo))

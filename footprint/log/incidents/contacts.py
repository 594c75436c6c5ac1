"""Who to tell: what the person typed in about their workplace, and whom an incident goes to first."""

from __future__ import annotations

from footprint.i18n import _
from footprint.log.incidents import packed, store
from footprint.log.incidents.keeping import LONGEST_LINE
from footprint.log.incidents.records import BadIncident, Contact, Kind, Post
from footprint.log.items import line
from footprint.packs.records import Pack
from footprint.vault import Done, Vault

# The line manager first, always (g73); then whoever can stop harm soonest; the union advises on what is one's own.
_IN_LINE: dict[Kind, tuple[Post, ...]] = {
    Kind.POSTED: (Post.MANAGER, Post.COMMUNICATIONS, Post.HR, Post.UNION),
    Kind.CONTACT: (Post.MANAGER, Post.SAFEGUARDING, Post.HR),
    Kind.MISTAKE: (Post.MANAGER, Post.DATA, Post.UNION, Post.HR),
    Kind.LOST: (Post.MANAGER, Post.IT, Post.DATA),
    Kind.THREAT: (Post.MANAGER, Post.HOURS, Post.SAFEGUARDING, Post.HR, Post.UNION),
}


def contacts(vault: Vault) -> tuple[Contact, ...]:
    """Every post there is in its order, those nothing is known about among them."""
    with vault.reading() as db:
        known = store.contacts(db)
    return tuple(known.get(post, Contact(post)) for post in Post)


def set_contact(
    vault: Vault, post: Post, *, name: str = "", phone: str = "", email: str = "", hours: str = ""
) -> Done[Contact]:
    """Keep how to reach a post; one with nothing in it is forgotten. Nothing is checked: nothing is sent to it."""
    one = Contact(post, line(name), line(phone), line(email), line(hours))
    for field in ("name", "phone", "email", "hours"):
        if len(getattr(one, field)) > LONGEST_LINE:
            raise BadIncident(field, _("This is too long to keep. Use fewer letters."))
    with vault.writing() as write:
        store.put_contact(write.db, one, write.now)
    return write.done(one)


def in_line(vault: Vault, kind: Kind, *, manager_fits: bool = True, pack: Pack | None = None) -> tuple[Contact, ...]:
    """Whom to tell, the first of them first.

    Where the line manager is not the right person the manager above them is next in line, and the way to speak up
    about one's own workplace is named last. An employer's pack says how to reach a post the person typed nothing about,
    and may name more posts; it takes none away.
    """
    posts = _IN_LINE[kind]
    posts = (*posts, *(one for one in packed.also_told(pack, kind) if one not in posts))
    if not manager_fits:
        posts = (
            Post.ABOVE,
            *(one for one in posts if one not in (Post.MANAGER, Post.ABOVE, Post.WHISTLE)),
            Post.WHISTLE,
        )
    known = {one.post: one for one in contacts(vault)}
    return tuple(known[one] if known[one].known else packed.contact(pack, one, kind) or known[one] for one in posts)

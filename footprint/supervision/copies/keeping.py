"""“What did I give them?”: every copy made of a summary, and the journal line that goes with it."""

from __future__ import annotations

from footprint import web
from footprint.errors import NotFound
from footprint.i18n import N_, _
from footprint.ids import new_id
from footprint.supervision.copies import store
from footprint.supervision.copies.records import Copy, Form
from footprint.supervision.summary import Summary
from footprint.vault import Done, Vault

_JOURNAL = {
    Form.COPIED: N_("A summary for supervision, copied as text"),
    Form.PRINTED: N_("A summary for supervision, printed"),
}
_SAVED = N_("A summary for supervision")


def made(vault: Vault, summary: Summary, form: Form, name: str = "") -> Done[Copy]:
    """Note that a copy was made; `name` is what its file is called, for the Privacy journal."""
    web.note_made(vault, _(_JOURNAL.get(form, _SAVED)), (name,) if name else ())
    with vault.writing() as write:
        one = Copy(new_id(), write.instant, form, summary)
        store.add(write.db, one, write.now)
    return write.done(one)


def copies(vault: Vault) -> tuple[Copy, ...]:
    """Every copy, newest first."""
    with vault.reading() as db:
        return tuple(store.every(db))


def forget(vault: Vault, copy_id: str) -> Done[Copy]:
    """Take one off the list. The file itself stays where it is. Raises `NotFound`."""
    with vault.writing() as write:
        kept = next((one for one in store.every(write.db) if one.id == copy_id), None)
        if kept is None:
            raise NotFound(_("This copy is no longer on the list."))
        store.delete(write.db, copy_id, write.now)
    return write.done(kept)

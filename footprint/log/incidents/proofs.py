"""What is kept of an incident: copies of its own, read in a process apart, and pointers to copies the log keeps."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from footprint import log
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.log.copies import reading
from footprint.log.copies.keeping import LARGEST_PAGE, LARGEST_PICTURE
from footprint.log.copies.read_edit import Edit
from footprint.log.copies.shows import Shows
from footprint.log.errors import BadEvidence
from footprint.log.incidents import keeping, store
from footprint.log.incidents.records import Proof
from footprint.log.items import line
from footprint.log.ladder.considering import Considered, pause_apart
from footprint.log.records import EvidenceKind
from footprint.vault import Done, Vault

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")
_THUMBNAIL = 320
_LONGEST_NAME = 200
_NOTHING = Shows()
_New = tuple[Proof, bytes, bytes]  # what is known, the file, the small copy


def add_proof(
    vault: Vault, incident_id: str, content: bytes, name: str = "", *, shows: Shows = _NOTHING, thought: bool = False
) -> Done[Proof]:
    """Keep a picture (PNG, JPEG, WebP, GIF) or a saved page of the note’s own, byte for byte as it came.

    What may not be kept is refused (`Shows.allow`); of a private picture no small copy is made.
    """
    shows.allow(thought=thought)
    keeping.incident(vault, incident_id)
    return _keep(vault, incident_id, _new(vault, content, name, shows))


def add_changed_proof(
    vault: Vault, incident_id: str, content: bytes, edit: Edit, *, original_too: bool, name: str = "",
    shows: Shows = _NOTHING, thought: bool = False,
) -> Done[Proof]:  # fmt: skip
    """Keep a picture cropped, covered or without its notes; the original beside it only if `original_too`.

    Both or neither: one step, which one undo takes back. Gives the changed one.
    """
    shows.allow(thought=thought)
    keeping.incident(vault, incident_id)
    _refuse_size(content, LARGEST_PICTURE)
    made = reading.edit_picture(content, edit)
    changed = _new(vault, made.content, name, shows)
    changed = (replace(changed[0], made_from=hashlib.sha256(content).hexdigest()), *changed[1:])
    if not original_too:
        return _keep(vault, incident_id, changed)
    return _keep(vault, incident_id, changed, _new(vault, content, name, shows))


def _new(vault: Vault, content: bytes, name: str, shows: Shows) -> _New:
    """A copy ready to be kept."""
    is_picture = content.startswith(_PICTURES)
    _refuse_size(content, LARGEST_PICTURE if is_picture else LARGEST_PAGE)
    if not is_picture and b"\x00" in content[:4096]:
        raise BadEvidence(_("The app cannot keep this kind of file here. Take a picture of it, then add the picture."))
    read = reading.read_picture(content, most=_THUMBNAIL) if is_picture else None
    small = b"" if read is None or shows.intimate else reading.as_png(read.small)
    short = line(re.split(r"[\\/]", name)[-1])[:_LONGEST_NAME]
    kind = EvidenceKind.PICTURE if is_picture else EvidenceKind.PAGE
    digest = hashlib.sha256(content).hexdigest()
    return Proof(new_id(), "", kind, short, digest, len(content), vault.now(), shows.kept_as), content, small


def _refuse_size(content: bytes, most: int) -> None:
    if not content:
        raise BadEvidence(_("This file is empty. Choose another one."))
    if len(content) > most:
        words = _("This file is too large to keep. The most is {n} MB. Keep a smaller one.")
        raise BadEvidence(words.format(n=most // 1_000_000))


def _keep(vault: Vault, incident_id: str, *news: _New) -> Done[Proof]:
    """All in one step; gives the first."""
    with vault.writing() as write:
        for one, content, small in news:
            store.put_proof(write.db, incident_id, one, write.now, content, small)
    return write.done(news[0][0])


def link_proof(vault: Vault, incident_id: str, evidence_id: str) -> Done[Proof]:
    """Point to a copy the log keeps of an item; it is not kept twice."""
    kept = log.one_evidence(vault, evidence_id)
    keeping.incident(vault, incident_id)
    one = Proof(
        new_id(), kept.id, kept.kind, kept.name, kept.sha256, kept.bytes, kept.taken_at, kept.shows, kept.made_from
    )
    with vault.writing() as write:
        if all(other.kept_id != kept.id for other in store.proofs(write.db, incident_id)):
            store.put_proof(write.db, incident_id, one, write.now)
    return write.done(one)


def linkable(vault: Vault, item_id: str) -> tuple[log.Evidence, ...]:
    """The copies the log keeps of the item a note began from."""
    return log.evidence(vault, item_id) if item_id else ()


def proof_bytes(vault: Vault, proof: Proof) -> bytes:
    """The file as it came, byte for byte; for a pointer, what the log keeps. Foreign: never decode it here."""
    if proof.kept_id:
        return log.evidence_bytes(vault, proof.kept_id)
    return _own(vault, proof)[0]


def thumbnail(vault: Vault, proof: Proof) -> bytes:
    """A small PNG of our own making, safe to paint; empty for what is no picture."""
    return log.thumbnail(vault, proof.kept_id) if proof.kept_id else _own(vault, proof)[1]


def remove_proof(vault: Vault, proof_id: str, *, considered: Considered | None = None) -> Done[None]:
    """Take one away from the note; a copy the log keeps stays there. `PauseFirst` as for a whole note."""
    with vault.writing() as write:
        pause_apart(write, considered)
        store.remove_part(write.db, "proof", proof_id, write.now)
    return write.done(None)


def _own(vault: Vault, proof: Proof) -> tuple[bytes, bytes]:
    with vault.reading() as db:
        found = store.content(db, proof.id)
    if found is None:
        raise NotFound(_("This copy is no longer kept."))
    return found

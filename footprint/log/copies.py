"""Copies of what was seen, kept encrypted exactly as they came, each with its time and its SHA-256."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.log import reading, store
from footprint.log.errors import BadEvidence
from footprint.log.items import clean, line, read_address
from footprint.log.reading import Pixels
from footprint.log.records import EventKind, Evidence, EvidenceKind
from footprint.log.store import EventRow
from footprint.vault import Done, Vault

LARGEST_PICTURE = 40_000_000
"""Bytes (`vault-design` 8.3)."""
LARGEST_PAGE = 20_000_000
LONGEST_TEXT = 200_000
_THUMBNAIL = 320
_LONGEST_NAME = 200


def add_picture(vault: Vault, item_id: str, content: bytes, *, address: str = "", name: str = "") -> Done[Evidence]:
    """Keep a picture (PNG, JPEG, WebP, GIF) of an item."""
    _refuse_size(content, LARGEST_PICTURE)
    measured = reading.read_picture(content, most=_THUMBNAIL)
    known = _evidence(vault, item_id, EvidenceKind.PICTURE, content, name, address)
    known = replace(known, width=measured.width, height=measured.height, says_where=measured.says_where)
    return _keep(vault, known, content, reading.as_png(measured.small))


def add_page(vault: Vault, item_id: str, content: bytes, name: str = "", *, address: str = "") -> Done[Evidence]:
    """Keep a saved web page (HTML, or one file of it all) or a plain text file."""
    _refuse_size(content, LARGEST_PAGE)
    if content.startswith(b"%PDF") or (b"\x00" in content[:4096] and content[:2] not in (b"\xff\xfe", b"\xfe\xff")):
        raise BadEvidence(_("This is not a saved web page. Save the page as a web page, or take a picture of it."))
    return _keep(vault, _evidence(vault, item_id, EvidenceKind.PAGE, content, name, address), content, b"")


def add_text(vault: Vault, item_id: str, text: str, *, address: str = "") -> Done[Evidence]:
    """Keep words that were copied, exactly as they were pasted."""
    words = clean(text)
    if not words.strip():
        raise BadEvidence(_("There are no words to keep. Copy the words first, then paste them here."))
    if len(words) > LONGEST_TEXT:
        raise BadEvidence(_("These are too many words to keep. Keep only the part that matters."))
    content = words.encode("utf-8")
    return _keep(vault, _evidence(vault, item_id, EvidenceKind.TEXT, content, "", address), content, b"")


def evidence(vault: Vault, item_id: str) -> tuple[Evidence, ...]:
    """What is kept of an item, oldest first."""
    with vault.reading() as db:
        return tuple(store.evidence(db, item_id))


def one_evidence(vault: Vault, evidence_id: str) -> Evidence:
    with vault.reading() as db:
        found = store.one_evidence(db, evidence_id)
    if found is None:
        raise NotFound(_("This copy is no longer kept."))
    return found


def evidence_bytes(vault: Vault, evidence_id: str) -> bytes:
    """The file as it came, byte for byte: to save it elsewhere. Foreign: never hand it to a decoder here."""
    with vault.reading() as db:
        known, content = store.one_evidence(db, evidence_id), store.content(db, evidence_id)
    if known is None or content is None:
        raise NotFound(_("This copy is no longer kept."))
    return content


def is_unchanged(vault: Vault, evidence_id: str) -> bool:
    """Whether the bytes still have the SHA-256 noted when they were kept."""
    content = evidence_bytes(vault, evidence_id)
    return hashlib.sha256(content).hexdigest() == one_evidence(vault, evidence_id).sha256


def thumbnail(vault: Vault, evidence_id: str) -> bytes:
    """A small PNG of our own making, safe to paint; empty for what is no picture."""
    with vault.reading() as db:
        return store.thumbnail(db, evidence_id) or b""


def picture(vault: Vault, evidence_id: str, *, most: int = 1600) -> Pixels:
    """The picture's pixels to paint, no side longer than `most`. Takes a moment: never on the main thread."""
    return reading.read_picture(evidence_bytes(vault, evidence_id), most=most).small


def page_words(vault: Vault, evidence_id: str) -> str:
    """The words of a saved page or text, as plain text. Takes a moment for a page."""
    content = evidence_bytes(vault, evidence_id)
    if one_evidence(vault, evidence_id).kind is EvidenceKind.TEXT:
        return content.decode("utf-8")
    return reading.read_page(content)


def remove_evidence(vault: Vault, evidence_id: str) -> Done[None]:
    """Drop a copy. Undo brings it back; after 30 days its bytes are gone for good."""
    one_evidence(vault, evidence_id)
    with vault.writing() as write:
        store.delete_evidence(write.db, evidence_id, write.now)
    return write.done(None)


def _refuse_size(content: bytes, most: int) -> None:
    if not content:
        raise BadEvidence(_("This file is empty. Choose another one."))
    if len(content) > most:
        raise BadEvidence(
            _("This file is too large to keep. The most is {n} MB. Keep a smaller one.").format(n=most // 1_000_000)
        )


def _evidence(vault: Vault, item_id: str, kind: EvidenceKind, content: bytes, name: str, address: str) -> Evidence:
    short = line(re.split(r"[\\/]", name)[-1])[:_LONGEST_NAME]
    digest = hashlib.sha256(content).hexdigest()
    return Evidence(new_id(), item_id, kind, digest, vault.now(), len(content), short, 0, 0, read_address(address))


def _keep(vault: Vault, known: Evidence, content: bytes, small: bytes) -> Done[Evidence]:
    with vault.writing() as write:
        one = replace(known, taken_at=write.instant)
        found = store.standings(write.db, [one.item_id])
        if not found:
            raise NotFound(_("This is no longer in your list."))
        state = found[0].state
        event = EventRow(one.item_id, EventKind.EVIDENCE, state, state, one.kind.value)
        store.add_events(write.db, [event], write.now)
        store.add_evidence(write.db, one, content, small)
    return write.done(one)

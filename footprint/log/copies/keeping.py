"""Copies of what was seen, kept encrypted exactly as they came, each with its time and its SHA-256."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.log import sorts, store
from footprint.log.copies import reading
from footprint.log.copies.read_edit import Edit
from footprint.log.copies.read_mail import MailTold
from footprint.log.copies.read_pdf import PdfTold
from footprint.log.copies.reading import Pixels
from footprint.log.copies.shows import Shows
from footprint.log.errors import BadEvidence
from footprint.log.items import clean, line, read_address
from footprint.log.ladder.considering import Considered, pause_first
from footprint.log.records import EventKind, Evidence, EvidenceKind
from footprint.log.store import EventRow
from footprint.vault import Done, Vault

LARGEST_PICTURE = 40_000_000
"""Bytes (`vault-design` 8.3)."""
LARGEST_PAGE = 20_000_000
LARGEST_PDF = 40_000_000
LONGEST_TEXT = 200_000
_THUMBNAIL = 320
_LONGEST_NAME = 200
_NOTHING = Shows()
_New = tuple[Evidence, bytes, bytes]  # what is known, the file, the small copy


def keep_copy(
    vault: Vault, item_id: str, content: bytes, name: str = "", *, shows: Shows, thought: bool = False,
    address: str = "",
) -> Done[Evidence]:  # fmt: skip
    """Keep a file of whatever kind it is, after the person has said what it shows (`Shows.allow` may refuse)."""
    shows.allow(thought=thought)
    kind = sorts.kind_of(content) if content else EvidenceKind.PAGE
    if kind is EvidenceKind.PICTURE:
        return add_picture(vault, item_id, content, address=address, name=name, shows=shows, thought=thought)
    add = {EvidenceKind.PDF: add_pdf, EvidenceKind.EMAIL: add_mail}.get(kind, add_page)
    return add(vault, item_id, content, name, address=address, shows=shows, thought=thought)


def add_picture(
    vault: Vault, item_id: str, content: bytes, *, address: str = "", name: str = "", shows: Shows = _NOTHING,
    thought: bool = False,
) -> Done[Evidence]:  # fmt: skip
    """Keep a picture (PNG, JPEG, WebP, GIF) of an item. Of a private one no small copy is made."""
    shows.allow(thought=thought)
    _refuse_size(content, LARGEST_PICTURE)
    return _keep(vault, _measured(vault, item_id, content, name, address, shows))


def add_changed(
    vault: Vault, item_id: str, content: bytes, edit: Edit, *, original_too: bool, address: str = "", name: str = "",
    shows: Shows = _NOTHING, thought: bool = False,
) -> Done[Evidence]:  # fmt: skip
    """Keep a picture cropped, covered or without its notes; the original beside it only if `original_too`.

    Both or neither: one step, which one undo takes back. Gives the changed one.
    """
    shows.allow(thought=thought)
    _refuse_size(content, LARGEST_PICTURE)
    made = reading.edit_picture(content, edit)
    new = _measured(vault, item_id, made.content, name, address, shows)
    new = (replace(new[0], made_from=hashlib.sha256(content).hexdigest()), *new[1:])
    if not original_too:
        return _keep(vault, new)
    return _keep(vault, new, _measured(vault, item_id, content, name, address, shows))


def add_page(
    vault: Vault, item_id: str, content: bytes, name: str = "", *, address: str = "", shows: Shows = _NOTHING,
    thought: bool = False,
) -> Done[Evidence]:  # fmt: skip
    """Keep a saved web page (HTML, or one file of it all) or a plain text file."""
    shows.allow(thought=thought)
    _refuse_size(content, LARGEST_PAGE)
    if content.startswith(b"%PDF") or (b"\x00" in content[:4096] and content[:2] not in (b"\xff\xfe", b"\xfe\xff")):
        raise BadEvidence(_("This is not a saved web page. Save the page as a web page, or take a picture of it."))
    return _keep(vault, (_other(vault, item_id, EvidenceKind.PAGE, content, name, address, shows), content, b""))


def add_pdf(
    vault: Vault, item_id: str, content: bytes, name: str = "", *, address: str = "", shows: Shows = _NOTHING,
    thought: bool = False,
) -> Done[Evidence]:  # fmt: skip
    """Keep a PDF. It is looked at only for its pages, and drawn nowhere in the app."""
    shows.allow(thought=thought)
    _refuse_size(content, LARGEST_PDF)
    reading.read_pdf(content)
    return _keep(vault, (_other(vault, item_id, EvidenceKind.PDF, content, name, address, shows), content, b""))


def add_mail(
    vault: Vault, item_id: str, content: bytes, name: str = "", *, address: str = "", shows: Shows = _NOTHING,
    thought: bool = False,
) -> Done[Evidence]:  # fmt: skip
    """Keep an e-mail (.eml) with all its headers."""
    shows.allow(thought=thought)
    _refuse_size(content, LARGEST_PAGE)
    reading.read_mail(content)
    return _keep(vault, (_other(vault, item_id, EvidenceKind.EMAIL, content, name, address, shows), content, b""))


def add_text(vault: Vault, item_id: str, text: str, *, address: str = "") -> Done[Evidence]:
    """Keep words that were copied, exactly as they were pasted."""
    words = clean(text)
    if not words.strip():
        raise BadEvidence(_("There are no words to keep. Copy the words first, then paste them here."))
    if len(words) > LONGEST_TEXT:
        raise BadEvidence(_("These are too many words to keep. Keep only the part that matters."))
    content = words.encode("utf-8")
    return _keep(vault, (_evidence(vault, item_id, EvidenceKind.TEXT, content, "", address), content, b""))


def copies_kept(vault: Vault) -> int:
    """How many pictures, pages and texts are kept in all."""
    with vault.reading() as db:
        return store.evidence_count(db)


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


def preview(content: bytes, *, most: int = 1600) -> Pixels:
    """A picture that is not kept yet, upright, to crop and cover it. Takes a moment: never on the main thread."""
    _refuse_size(content, LARGEST_PICTURE)
    return reading.read_picture(content, most=most).small


def page_words(vault: Vault, evidence_id: str) -> str:
    """The words of a saved page, text or e-mail, as plain text; "" for what has none. Takes a moment."""
    kind, content = one_evidence(vault, evidence_id).kind, evidence_bytes(vault, evidence_id)
    if kind is EvidenceKind.TEXT:
        return content.decode("utf-8")
    if kind is EvidenceKind.EMAIL:
        return reading.read_mail(content).words
    return reading.read_page(content) if kind is EvidenceKind.PAGE else ""


def mail_of(vault: Vault, evidence_id: str) -> MailTold:
    """An e-mail that is kept. Takes a moment."""
    return reading.read_mail(evidence_bytes(vault, evidence_id))


def pdf_of(vault: Vault, evidence_id: str) -> PdfTold:
    """What is known of a PDF that is kept. Takes a moment."""
    return reading.read_pdf(evidence_bytes(vault, evidence_id))


def remove_evidence(vault: Vault, evidence_id: str, *, considered: Considered | None = None) -> Done[None]:
    """Drop a copy. Undo brings it back; after 30 days its bytes are gone for good. `PauseFirst` as for `delete`."""
    known = one_evidence(vault, evidence_id)
    with vault.writing() as write:
        pause_first(write, [known.item_id], considered, deletes=True)
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


def _other(
    vault: Vault, item_id: str, kind: EvidenceKind, content: bytes, name: str, address: str, shows: Shows
) -> Evidence:
    return replace(_evidence(vault, item_id, kind, content, name, address), shows=shows.kept_as)


def _measured(vault: Vault, item_id: str, content: bytes, name: str, address: str, shows: Shows) -> _New:
    """A picture ready to be kept."""
    told = reading.read_picture(content, most=_THUMBNAIL)
    known = _other(vault, item_id, EvidenceKind.PICTURE, content, name, address, shows)
    known = replace(known, width=told.width, height=told.height, says_where=told.says_where)
    return known, content, b"" if shows.intimate else reading.as_png(told.small)


def _keep(vault: Vault, *news: _New) -> Done[Evidence]:
    """All in one step; gives the first."""
    with vault.writing() as write:
        kept = [replace(known, taken_at=write.instant) for known, _content, _small in news]
        found = store.standings(write.db, [kept[0].item_id])
        if not found:
            raise NotFound(_("This is no longer in your list."))
        state = found[0].state
        for one, (_known, content, small) in zip(kept, news, strict=True):
            event = EventRow(one.item_id, EventKind.EVIDENCE, state, state, one.kind.value)
            store.add_events(write.db, [event], write.now)
            store.add_evidence(write.db, one, content, small)
    return write.done(kept[0])

"""An item's copies as one zip, with their fingerprints in the form that `sha256sum -c` reads, and a plain README."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from typing import BinaryIO

from footprint.errors import NotFound
from footprint.i18n import _
from footprint.log import items, sorts, store
from footprint.log.copies import keeping as copies
from footprint.log.records import Evidence, Item
from footprint.vault import Vault

MANIFEST, README = "SHA256SUMS", "README.txt"


@dataclass(frozen=True)
class Packed:
    """One copy and the name it has in the zip: of our own making, so that no name from outside leads anywhere."""

    name: str
    copy: Evidence


@dataclass(frozen=True)
class BundlePlan:
    """What the zip will hold, for the preview. `left_out`: how many private pictures stay behind."""

    item: Item
    files: tuple[Packed, ...]
    left_out: int
    bytes: int


def bundle_plan(vault: Vault, item_id: str, *, private: bool = False) -> BundlePlan:
    """Every copy of the item, oldest first; private pictures only when the person asks for them."""
    kept = copies.evidence(vault, item_id)
    if not kept:
        raise NotFound(_("No copies are kept of this, so there is nothing to put into a file."))
    chosen = [one for one in kept if private or not one.intimate]
    with vault.reading() as db:
        files = tuple(
            Packed(_name(number, one, store.start_of(db, one.id)), one) for number, one in enumerate(chosen, 1)
        )
    return BundlePlan(items.get(vault, item_id), files, len(kept) - len(chosen), sum(one.bytes for one in chosen))


def write_bundle(vault: Vault, plan: BundlePlan, out: BinaryIO) -> None:
    """Write the zip to `out`. A copy that has changed since keeps its first fingerprint, so that the check fails."""
    readme = _readme(plan).encode("utf-8")
    lines = [(one.copy.sha256, one.name) for one in plan.files] + [(hashlib.sha256(readme).hexdigest(), README)]
    manifest = "".join(f"{sha}  {name}\n" for sha, name in lines).encode("ascii")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for one in plan.files:
            _put(packed, one.name, copies.evidence_bytes(vault, one.copy.id), one.copy)
        _put(packed, README, readme)
        _put(packed, MANIFEST, manifest)


def _name(number: int, one: Evidence, start: bytes) -> str:
    return f"{number:02}-{one.kind.value}-{one.sha256[:8]}{sorts.ending_of(one.kind, start)}"


def _put(packed: zipfile.ZipFile, name: str, content: bytes, of: Evidence | None = None) -> None:
    """With the time of the copy, which is when it was kept; what we write ourselves has no time of its own."""
    when = of.taken_at if of is not None and of.taken_at.year >= 1980 else None
    info = zipfile.ZipInfo(name, when.timetuple()[:6] if when else (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    packed.writestr(info, content)


def _readme(plan: BundlePlan) -> str:
    """Plain words on what each file is. Line ends are those of every system's own viewer."""
    item = plan.item
    parts = [
        _("Copies kept of: {title}").format(title=item.title),
        *([_("Address: {address}").format(address=item.address)] if item.address else []),
        "",
        _("Each file is exactly as it was kept. SHA256SUMS holds the fingerprint of every file."),
        _("To check them, open this folder in a terminal and run: sha256sum -c SHA256SUMS"),
        _("On a Mac: shasum -a 256 -c SHA256SUMS"),
        _("Times are in Coordinated Universal Time (UTC). They are those of the computer that kept the copy."),
        _("Saved pages end in .html.txt, so that nothing in them runs when they are opened."),
        "",
    ]
    for one in plan.files:
        parts += [one.name, *(f"    {words}" for words in _facts(one.copy)), ""]
    if plan.left_out:
        parts.append(_("Private copies were left out."))
    return "\n".join(parts).rstrip("\n") + "\n"


def _facts(one: Evidence) -> list[str]:
    facts = [
        _("Kind: {kind}").format(kind=one.kind.label),
        _("Kept: {when} UTC").format(when=one.taken_at.strftime("%Y-%m-%d %H:%M:%S")),
        _("Bytes: {n}").format(n=one.bytes),
        _("SHA-256: {sha}").format(sha=one.sha256),
    ]
    if one.name:
        facts.append(_("Its name before: {name}").format(name=one.name))
    if one.address:
        facts.append(_("Seen at: {address}").format(address=one.address))
    if one.width:
        facts.append(_("Size: {width} × {height}").format(width=one.width, height=one.height))
    if one.made_from:
        facts.append(_("Parts of it were covered, cut off or left out before it was kept."))
        facts.append(_("SHA-256 of the file before that: {sha}").format(sha=one.made_from))
    return facts

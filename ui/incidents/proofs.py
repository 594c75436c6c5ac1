"""Copies kept of it: paste, drop or choose one, or point to one that the list keeps. None of them is shown here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import web
from footprint.i18n import _
from footprint.log import Evidence, EvidenceKind, incidents
from footprint.log.incidents import Proof
from footprint.tasks import Task
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.incidents.now import Now
from ui.incoming import Incoming
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.log.considering import Considering
from ui.log.copies.intake import PictureIntake
from ui.log.copies.keep_sheet import Decided
from ui.log.words import moment, size
from ui.page import clear
from ui.saving import save_as, writing


class ProofCard(PictureIntake):
    """Names, times and fingerprints only: a picture that upsets is not looked at again by writing about it."""

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__(
            desk,
            self._work,
            Changes(incidents=True),
            _("Choose a picture or a saved page"),
            _("Pictures and saved pages (*.png *.jpg *.jpeg *.webp *.gif *.html *.htm *.mhtml *.txt)"),
        )
        self._now = now
        self.considering = Considering(desk, self)
        self._list = QVBoxLayout()
        space(self._list, 10)
        self.links: list[Btn] = []
        self.removes: list[Btn] = []
        self.add(self._list)
        self.show_now(now)

    def show_now(self, now: Now) -> None:
        self._now = now
        self.offer(_("Pictures and saved pages are encrypted on this computer. They are not shown again here."))
        held = any(one.hasFocus() for one in (*self.links, *self.removes))
        clear(self._list)
        self.links, self.removes = [], []
        for proof in now.whole.proofs:
            self._list.addWidget(self._tile(proof))
        for kept in now.linkable:
            self._list.addWidget(self._offer(kept))
        if held:
            self.paste_button.setFocus()

    def _work(self, one: Incoming, decided: Decided) -> Callable[[Task], Done[Proof]]:
        vault, note = self._vault, self._now.note.id

        def work(_task: Task) -> Done[Proof]:
            data, edit = one.read(), decided.edit
            if edit is None:
                return incidents.add_proof(vault, note, data, one.name, shows=decided.shows, thought=decided.thought)
            return incidents.add_changed_proof(
                vault, note, data, edit, original_too=decided.original_too, name=one.name, shows=decided.shows,
                thought=decided.thought,
            )  # fmt: skip

        return work

    # -- each one ------------------------------------------------------------------------------------

    def _tile(self, proof: Proof) -> QWidget:
        title = proof.name or kind_words(proof.kind)
        said = [_("Kept {when}").format(when=moment(proof.taken_at)), size(proof.size)]
        if proof.intimate:
            said.append(_("Private: covered in every view"))
        if proof.made_from:
            said.append(_("Cropped or covered before it was kept"))
        if proof.kept_id:
            said.append(_("From your list"))
        save, remove = Btn(_("Save the file"), "quiet"), Btn(_("Remove it from this note"), "quiet")
        save.clicked.connect(lambda: self._save(proof))
        remove.clicked.connect(lambda: self._remove(proof.id))
        for button in (save, remove):
            button.setAccessibleName(f"{button.text()}: {title}")
        self.removes.append(remove)
        card = Card("sunken")
        card.add(PlainLabel(title, "label"))
        card.add(PlainLabel(". ".join(said), "small", "text2"))
        card.add(ButtonRow(save, remove))
        return card

    def _offer(self, kept: Evidence) -> QWidget:
        title = kept.name or kind_words(kept.kind)
        link = Btn(_("Add it to this note"), "quiet", icon="plus")
        link.setAccessibleName(f"{link.text()}: {title}")
        link.clicked.connect(lambda: self._link(kept.id))
        self.links.append(link)
        card = Card("sunken")
        card.add(PlainLabel(_("On your list: {name}").format(name=title), "label"))
        card.add(PlainLabel(_("Kept {when}").format(when=moment(kept.taken_at)), "small", "text2"))
        card.add(ButtonRow(link))
        return card

    def _link(self, evidence_id: str) -> None:
        vault, note = self._desk.bench.vault, self._now.note.id
        self._desk.run(
            Operation(
                lambda _task: incidents.link_proof(vault, note, evidence_id),
                changes=Changes(incidents=True),
                said=lambda _made: _("Added"),
            )
        )

    def _remove(self, proof_id: str) -> None:
        self.considering.run(
            lambda known: incidents.remove_proof(self._vault, proof_id, considered=known),
            changes=Changes(incidents=True),
            said=lambda _value: _("The copy is removed"),
        )

    def _save(self, proof: Proof) -> None:
        ending = Path(proof.name).suffix or (".png" if proof.kind is EvidenceKind.PICTURE else ".txt")
        save_as(
            self.window(),
            _("Save the file"),
            f"copy-1{ending}",
            [_("Any file (*)")],
            lambda path: self.save_to(proof, path),
        )

    def save_to(self, proof: Proof, path: Path) -> None:
        """Byte for byte as it came."""
        vault = self._desk.bench.vault

        def work(_task: Task) -> str:
            data = incidents.proof_bytes(vault, proof)
            with writing():
                path.write_bytes(data)
            web.note_made(vault, _("A copy of what you kept"), (path.name,))
            return path.name

        said = Operation(
            work, lane="bulk", changes=Changes(ledger=True), said=lambda name: _("Saved {name}").format(name=name)
        )
        self._desk.run(said)


def kind_words(kind: EvidenceKind) -> str:
    """What it is called that came without a name."""
    return {
        EvidenceKind.PICTURE: _("Picture"),
        EvidenceKind.PAGE: _("Saved page"),
        EvidenceKind.TEXT: _("Text"),
    }.get(kind, _("File"))

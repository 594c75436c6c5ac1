"""A copy of an incident is cropped and covered before it is kept, and a private one is marked as private."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from PySide6.QtCore import QMimeData

from footprint.log import incidents, ladder
from footprint.log.ladder import Case, LifeEvent
from footprint.vault import Vault
from tests.ui import looks
from tests.ui.incidents.conftest import Window
from tests.ui.incidents.test_writing import begin
from tests.ui.log.test_evidence_card import png
from ui.incidents.proofs import ProofCard
from ui.incidents.questions import What
from ui.log.copies.keep_sheet import KeepSheet

Settle = Callable[[], None]


def proofs(window: Window, settle: Settle) -> ProofCard:
    walk = begin(window, settle)
    assert isinstance(walk.question, What)
    walk.question.box.setPlainText("A picture of me.")
    walk.show_question(2)
    looks.settle()
    settle()
    return walk.question.proofs  # type: ignore[attr-defined]


def pasted(card: ProofCard, settle: Settle, undressed: str = "no") -> KeepSheet:
    data = QMimeData()
    data.setData("image/png", png())
    card.keep_mime(data)
    settle()
    sheet = card.asking.sheet
    assert sheet is not None
    sheet.undressed.cards[undressed].click()
    sheet.under_18.cards["no"].click()
    settle()
    return sheet


def test_a_part_is_covered_before_it_is_kept_and_a_private_one_is_marked(
    window: Window, settle: Settle, vault: Vault
) -> None:
    card = proofs(window, settle)
    sheet = pasted(card, settle, "yes")
    sheet.thought.setChecked(True)
    sheet.cover.button.click()
    settle()
    sheet.cover.add_box.click()
    sheet.keep.click()
    settle()
    kept, original = incidents.whole(vault, incidents.incidents(vault)[0].id).proofs
    assert original.intimate and original.sha256 == hashlib.sha256(png()).hexdigest(), "unless told otherwise it stays"
    assert kept.intimate and kept.made_from == hashlib.sha256(png()).hexdigest() != kept.sha256
    assert incidents.thumbnail(vault, kept) == b"", "no small copy to be seen by chance"
    said = looks.visible_words(window)
    assert any("Private: covered in every view" in one and "Cropped or covered" in one for one in said)


def test_a_copy_is_not_removed_during_a_complaint_without_the_answer(
    window: Window, settle: Settle, vault: Vault
) -> None:
    card = proofs(window, settle)
    pasted(card, settle).keep.click()
    settle()
    ladder.set_life_event(vault, LifeEvent.COMPLAINT, True)
    note = incidents.incidents(vault)[0].id
    card.removes[0].click()
    settle()
    sheet = card.considering.sheet
    assert sheet is not None and len(incidents.whole(vault, note).proofs) == 1
    sheet.choices.cards[Case.NO.value].click()
    sheet.go_on.click()
    settle()
    assert incidents.whole(vault, note).proofs == ()

"""Incident notes stay apart: no word of one is in any list, summary or export of anything else."""

from __future__ import annotations

import csv
import io
from datetime import date

from footprint import checklists, home, log, paths, person, web
from footprint.cli.output import plain
from footprint.dates import local_day
from footprint.log import incidents
from footprint.log.incidents import Form, Kind, Post
from footprint.reports import audit_html
from footprint.vault import Vault

WORDS = tuple(f"secret{at}" for at in range(12))


def test_no_word_of_a_note_is_in_the_list_its_export_the_report_or_the_summary(vault: Vault) -> None:
    item = log.add(vault, log.New("A thing on the list", origin=log.Origin.WORK)).value
    person.add_detail(vault, person.DetailKind.TOWN, "Otherton")
    note = incidents.add(
        vault, Kind.CONTACT, what=WORDS[0], seen_at=WORDS[1], place=WORDS[2], concerns=WORDS[3], agreed=WORDS[4],
        wanted=WORDS[5], item_id=item.id, seen_on=date(2026, 11, 15),
    ).value  # fmt: skip
    incidents.tell(vault, note.id, WORDS[6], at=WORDS[7])
    incidents.add_proof(vault, note.id, WORDS[8].encode(), WORDS[9])
    incidents.set_contact(vault, Post.MANAGER, name=WORDS[10], phone=WORDS[11])
    incidents.copied(vault, note.id, Form.WORD)
    incidents.hand_over(vault, note.id)
    today = local_day(vault.now())
    library = checklists.load(paths.shipped("checklists"))
    shown = {
        "csv": log.export_csv(vault, log.Query()),
        "report": audit_html(vault, library, today),
        "summary": str(plain(home.overview(vault, library, today))),
        "page": str(log.page(vault, log.Query(), 0, 10, today)),
        "search": str([log.count(vault, log.Query(text=word), today) for word in WORDS]),
        "history": str(log.history(vault, item.id)),
        "evidence": str(log.evidence(vault, item.id)),
        "journal": str(web.entries(vault)),
    }
    for name, text in shown.items():
        assert not [word for word in WORDS if word in text], name
    for name in ("report", "csv", "journal"):
        assert "incident" not in shown[name].lower() and Kind.CONTACT.label not in shown[name], name
    assert len(list(csv.reader(io.StringIO(shown["csv"].lstrip("\ufeff"))))) == 2
    assert shown["search"] == str([0] * len(WORDS))

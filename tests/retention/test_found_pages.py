"""What was said and read of a found page goes for good with the page."""

from __future__ import annotations

from footprint import ids, log, search
from footprint import vault as v
from footprint.retention import store
from footprint.search.reading import Exposed, Facet, Reading
from footprint.search.reading import store as reading_store


def test_words_and_readings_of_a_page_go_with_it(vault: v.Vault) -> None:
    look = search.record_look(vault, "google", '"Ada Example"', [search.Saw.PHOTO]).value.looks[0]
    added = search.add_pasted(vault, "https://chatterbox.example/ada Ada on Chatterbox", look.id)
    finding = added.value.findings[0]
    item = log.from_finding(vault, finding).value
    exposed = (Exposed(Facet.PHONE, "07700 900123"),)
    with vault.writing() as write:
        reading_store.add(
            write.db,
            Reading(ids.new_id(), finding.id, write.instant, search.Outcome.RESULTS, exposed=exposed),
            write.now,
        )

    def rows(table: str) -> int:
        with vault.reading() as db:
            return int(db.value(f"SELECT count(*) FROM {table} WHERE finding_id = ?", (finding.id,)))

    tables = ("search_sighting", "search_wording", "search_reading")
    assert [rows(one) for one in tables] == [1, 1, 1]
    with vault.writing(undo=False) as write:
        store.erase_items(write.db, [item.id])
    assert [rows(one) for one in tables] == [0, 0, 0]

"""Which lenses look, what was found wrong, and flags raised anew without reading a copy again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from footprint import person
from footprint.archives.index import finding, reflagging
from footprint.archives.index.contents import contents
from footprint.archives.index.filters import Find
from footprint.archives.index.reflagging import reflag
from footprint.archives.lenses import settings, wrong
from footprint.archives.lenses.apart import make
from footprint.archives.lenses.load import load_lenses
from footprint.archives.lenses.matcher import matcher_for
from footprint.archives.records import Entry, Flag, Kind
from footprint.errors import NotFound
from footprint.person import DetailKind
from footprint.vault import Vault
from tests.archives.copies import MARCH, Copy, bring

WINE = "a large wine and then another wine"
TORY = "never voting tory again"


def lenses_of(vault: Vault, text: str) -> set[str]:
    (row,) = [one for one in finding.page(vault, Find(), 0, 100) if one.entry.text == text]
    return {flag.lens for flag in row.flags}


@pytest.fixture
def filled(vault: Vault, tmp_path: Path) -> Vault:
    posts = [Entry("x", Kind.POST, "sam", str(n), MARCH + n * 86_400, text) for n, text in enumerate(
        (WINE, TORY, "up at dawn", "first week at Larkfield House done", "a pint by the sea", "gin o'clock")
    )]  # fmt: skip
    bring(vault, Copy(tmp_path / "a.zip", [(one, ()) for one in posts]))
    return vault


def test_sensitive_lenses_are_off_until_chosen(filled: Vault) -> None:
    assert {one.lens.id for one in settings.choices(filled) if not one.looks} == {
        one.id for one in load_lenses() if one.sensitive
    }
    reflag(filled)
    assert lenses_of(filled, TORY) == set() and lenses_of(filled, WINE) == {"alcohol_and_drugs"}
    done = settings.choose(filled, "politics", looks=True)
    assert reflag(filled) == 1 and lenses_of(filled, TORY) == {"politics"}
    filled.undo(done.undo)
    assert reflag(filled) == 1 and lenses_of(filled, TORY) == set()
    with pytest.raises(NotFound, match="work_named"):
        settings.choose(filled, "astrology", looks=True)


def test_counts_follow_the_flags(filled: Vault) -> None:
    reflag(filled)
    assert contents(filled).lenses["alcohol_and_drugs"] == 3
    assert len(finding.page(filled, Find(lens="alcohol_and_drugs"), 0, 10)) == 3
    settings.choose(filled, "alcohol_and_drugs", looks=False)
    assert reflag(filled) == 3
    assert not contents(filled).lenses.get("alcohol_and_drugs")
    assert finding.page(filled, Find(lens="alcohol_and_drugs"), 0, 10) == ()
    assert reflag(filled) == 0


def test_what_the_person_says_of_themselves_is_looked_for(filled: Vault) -> None:
    person.add_detail(filled, DetailKind.EMPLOYER, "Larkfield House")
    settings.set_joined(filled, date(2019, 1, 1))
    reflag(filled)
    assert lenses_of(filled, "first week at Larkfield House done") == {"work_named", "old_posts"}
    settings.set_before(filled, date(2018, 3, 4))
    reflag(filled)
    assert lenses_of(filled, WINE) == {"alcohol_and_drugs", "old_posts"}
    assert "old_posts" not in lenses_of(filled, "gin o'clock")
    settings.set_before(filled, None)
    assert settings.days(filled).before is None and settings.days(filled).joined == date(2019, 1, 1)


def test_the_worker_process_is_handed_the_same(filled: Vault) -> None:
    settings.choose(filled, "politics", looks=True)
    entry = Entry("x", Kind.POST, text=TORY)
    looking = settings.looking(filled)
    assert make(looking.encoded())(entry) == matcher_for(looking, load_lenses()).flags(entry) != ()


def test_a_wrong_flag_silences_words_a_post_or_a_lens(filled: Vault) -> None:
    reflag(filled)
    (row,) = [one for one in finding.page(filled, Find(), 0, 10) if one.entry.text == "a pint by the sea"]
    (flag,) = row.flags
    word = wrong.wrong_word(filled, flag)
    reflag(filled)
    assert lenses_of(filled, "a pint by the sea") == set() and lenses_of(filled, WINE) == {"alcohol_and_drugs"}
    filled.undo(word.undo)
    reflag(filled)
    assert lenses_of(filled, "a pint by the sea") == {"alcohol_and_drugs"}
    post = wrong.wrong_entry(filled, flag, reflagging.key_of(filled, row.id))
    reflag(filled)
    assert lenses_of(filled, "a pint by the sea") == set()
    assert [one.silences.value for one in wrong.silenced(filled)] == ["entry"]
    wrong.listen_again(filled, post.value.id)
    lens = wrong.wrong_lens(filled, flag)
    reflag(filled)
    assert not contents(filled).lenses.get("alcohol_and_drugs")
    wrong.listen_again(filled, lens.value.id)
    assert reflag(filled) == 3 and wrong.silenced(filled) == ()


def test_a_rule_that_was_wrong_again_and_again_counts_less(filled: Vault) -> None:
    flag = Flag("alcohol_and_drugs", "drink", "shandy")
    for _time in range(2):
        wrong.wrong_word(filled, flag)
    reflag(filled)
    assert lenses_of(filled, "a pint by the sea") == {"alcohol_and_drugs"}
    third = wrong.wrong_word(filled, flag)
    reflag(filled)
    assert lenses_of(filled, "a pint by the sea") == set()
    filled.undo(third.undo)
    reflag(filled)
    assert lenses_of(filled, "a pint by the sea") == {"alcohol_and_drugs"}

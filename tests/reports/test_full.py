"""The full report, opened and read again in each form: the same words, nothing that runs, only what was chosen."""

from __future__ import annotations

import io
from datetime import date

import pytest
from bs4 import BeautifulSoup
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from footprint import log
from footprint.reports import Full, Inside, contents, full, full_html, full_pages, full_text, full_word
from footprint.reports.word import sound
from footprint.tasks import Stopped, Task
from footprint.vault import Vault

TODAY = date(2026, 11, 16)
EVERYTHING = Inside(notes=True, letters=True, pictures=True)
HOSTILE = "<img src=x onerror=alert(1)> & “quotes” \x0b\ufffe"


def picture(colour: str = "red") -> bytes:
    """A see-through picture with words hidden in the file."""
    out = io.BytesIO()
    notes = Image.Exif()
    notes[0x010E] = "hidden words"
    Image.new("RGBA", (1600, 800), colour).save(out, "PNG", exif=notes)
    return out.getvalue()


@pytest.fixture
def item(vault: Vault) -> log.Item:
    """One with everything there is."""
    new = log.New(
        HOSTILE.replace("\x0b", ""), "https://posts.example/1?a=<b>", place="A club", kind=log.Kind.POST,
        origin=log.Origin.KNOWN, contact="Bo Sample", notes="first line\n\nsecond line", network="facebook",
        due=date(2026, 12, 24),
    )  # fmt: skip
    one = log.add(vault, new).value
    values = {"to": "Bo", "me": "Ada", "where": "there", "reason": "It shows my street."}
    log.sent(vault, one.id, log.draft(vault, one, values=values, relation=log.Relation.FRIEND))
    log.add_picture(vault, one.id, picture(), name="sam.png")
    log.add_text(vault, one.id, "what was said")
    log.move(vault, [one.id], log.State.GONE, note="Bo rang me")
    return one


def report(vault: Vault, inside: Inside = EVERYTHING) -> Full:
    return full(vault, log.ids(vault, log.Query(), TODAY), inside, TODAY)


def test_every_form_says_the_same(vault: Vault, item: log.Item) -> None:
    one = report(vault)
    page, text = BeautifulSoup(full_html(one), "lxml").text, full_text(one)
    word = "\n".join(line.text for line in Document(io.BytesIO(full_word(one))).paragraphs)
    for shown in (page, text, word):
        for words in (
            "<img src=x onerror=alert(1)>", item.address, "A club", "Facebook", "Someone I know",
            "Bo Sample", "second line", "It shows my street.", "Bo rang me", "16 November 2026", "Gone from there.",
            "Picture, kept on 16 November 2026", log.evidence(vault, item.id)[0].sha256[:8],
        ):  # fmt: skip
            assert words in shown, words


def test_nothing_in_the_page_loads_or_runs(vault: Vault, item: log.Item) -> None:
    one = report(vault)
    for made in (full_html(one), *full_pages(one)):
        page = BeautifulSoup(made, "lxml")
        assert not page.find_all(["script", "a", "link", "iframe", "object", "embed", "form", "base"])
        assert all(str(one["src"]).startswith("data:image/jpeg;base64,") for one in page.find_all("img"))
        assert not [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]
        policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
        assert policy is not None and str(policy["content"]).startswith("default-src 'none'")
        assert page.html is not None and page.html["lang"] == "en-GB"
    assert sum(made.count("<h1>") for made in full_pages(one)) == full_html(one).count("<h1>") == 1


def test_only_what_was_chosen_is_inside_and_the_rest_is_said_to_be_left_out(vault: Vault, item: log.Item) -> None:
    text = full_text(report(vault, Inside()))
    for words in ("second line", "It shows my street.", "Bo rang me"):
        assert words not in text
    for words in ("own notes are left out", "words of messages are left out", "are not inside"):
        assert words in text
    assert "When you asked" in text and not report(vault, Inside()).entries[0].figures


def test_a_picture_is_drawn_anew_and_is_covered(vault: Vault, item: log.Item) -> None:
    one = report(vault)
    (figure,) = one.entries[0].figures
    assert figure.size == (1200, 600) and figure.content.startswith(b"\xff\xd8")
    assert b"hidden words" in picture() and b"hidden words" not in figure.content
    page = full_html(one)
    assert "<details>" in page and "<details open" not in page and "sam.png" not in page
    made = Document(io.BytesIO(full_word(one)))
    assert len(made.inline_shapes) == 1 and not made.core_properties.author


def test_private_pictures_are_counted_and_never_inside(vault: Vault, item: log.Item) -> None:
    shows = log.Shows(undressed=log.Answer.YES)
    log.add_picture(vault, item.id, picture("blue"), shows=shows, thought=True)
    assert len(report(vault).entries[0].figures) == 1
    counted = contents(vault, [item.id])
    assert (counted.items, counted.notes, counted.contacts, counted.asked, counted.letters) == (1, 1, 1, 1, 1)
    assert (counted.copies, counted.pictures, counted.private) == (3, 1, 1)


def test_it_can_be_stopped(vault: Vault, item: log.Item) -> None:
    task = Task()
    task.stop()
    with pytest.raises(Stopped):
        full(vault, [item.id], EVERYTHING, TODAY, task)
    with pytest.raises(Stopped):
        contents(vault, [item.id], task)


def test_an_empty_list_makes_a_report(vault: Vault) -> None:
    one = report(vault)
    assert "0 things" in full_text(one) and "<h1>" in full_html(one) and full_word(one)


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_word_takes_whatever_was_typed(text: str) -> None:
    from lxml import etree

    made = etree.Element("t")
    made.text = sound(text)
    assert sound(sound(text)) == sound(text)

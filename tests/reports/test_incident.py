"""A copy of an incident note, opened and read again: the same words in each form, real headings, nothing that runs."""

from __future__ import annotations

import io
from datetime import date
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from docx import Document

from footprint.log import incidents
from footprint.log.incidents import Kind, Whole
from footprint.reports import incident_html, incident_paper, incident_text, incident_word
from footprint.vault import Vault

HOSTILE = "<script>alert(1)</script> & “quotes” \x0b\x1f"
HEADINGS = [
    "What happened", "When it was noticed", "Where it is", "Who it concerns", "Who was told", "What was agreed",
    "What I ask of my manager", "Copies kept of it",
]  # fmt: skip


@pytest.fixture
def whole(vault: Vault) -> Whole:
    one = incidents.add(
        vault, Kind.CONTACT, what=f"First line.\n{HOSTILE}", seen_on=date(2026, 11, 15), seen_at="about 9pm",
        place="https://posts.example/1", concerns="an adult I work with", agreed="To wait.", wanted="Advice.",
    ).value  # fmt: skip
    incidents.tell(vault, one.id, "my line manager", date(2026, 11, 15), "10pm")
    incidents.add_proof(vault, one.id, b"<p>seen</p>", "a name of somebody.html")
    return incidents.whole(vault, one.id)


def said(whole: Whole) -> list[str]:
    """Every line of the paper as XML can hold it."""
    paper = incident_paper(whole)
    lines = [paper.title, paper.intro]
    for part in paper.parts:
        lines += [part.title, *part.lines]
    return ["".join(letter for letter in line if letter >= " ") for line in (*lines, paper.foot)]


def test_a_word_file_has_real_headings_every_word_and_no_author(whole: Whole) -> None:
    content = incident_word(whole)
    made = Document(io.BytesIO(content))
    assert [one.text for one in made.paragraphs] == said(whole)
    assert [one.text for one in made.paragraphs if one.style.name == "Heading 2"] == HEADINGS
    assert [one.style.name for one in made.paragraphs].count("Heading 1") == 1
    assert not made.core_properties.author and not made.core_properties.comments
    assert not made.core_properties.last_modified_by
    with ZipFile(io.BytesIO(content)) as parts:
        assert not [name for name in parts.namelist() if "media" in name or "vba" in name.lower()]


def test_a_page_holds_the_same_and_nothing_that_runs_or_loads(whole: Whole) -> None:
    page = BeautifulSoup(incident_html(whole), "lxml")
    assert [one.text for one in page.find_all("h2")] == HEADINGS
    assert len(page.find_all("h1")) == 1
    assert page.html is not None and page.html["lang"] == "en-GB"
    assert not page.find_all(["script", "img", "a", "link", "iframe"])
    assert "<script>alert(1)</script>" in page.text
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert policy is not None and "default-src 'none'" in str(policy["content"])


def test_plain_words_hold_the_same(whole: Whole) -> None:
    text = incident_text(whole)
    for line in ("Sunday 15 November 2026, about 9pm", "my line manager, on 15 November 2026, 10pm", "To wait."):
        assert line in text
    assert "a name of somebody" not in text, "a file may be named after a person"


def test_what_was_not_said_is_said_so(vault: Vault) -> None:
    one = incidents.add(vault, Kind.THREAT, what="A message").value
    paper = incident_paper(incidents.whole(vault, one.id))
    assert [part.title for part in paper.parts] == HEADINGS
    assert sum(part.lines == ("Not said.",) for part in paper.parts) == len(HEADINGS) - 1

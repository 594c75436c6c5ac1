"""PDFs, e-mails and saved pages: known by their bytes, read apart; a hostile one costs a sentence and nothing else."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint import log
from footprint.log import EvidenceKind, sorts
from footprint.log.copies import read_mail, read_page, read_pdf, reading
from footprint.vault import Vault
from tests.log.copies.test_evidence import plain

NEITHER = log.Shows()


@pytest.fixture
def item(vault: Vault) -> log.Item:
    return log.add(vault, log.New("A post", origin=log.Origin.KNOWN)).value


def pdf_of(pages: int = 2, more: bytes = b"") -> bytes:
    """A small PDF: its pages stand bare."""
    kids = b" ".join(b"%d 0 R" % (3 + n) for n in range(pages))
    objects = [b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"]
    objects.append(b"2 0 obj\n<< /Type /Pages /Count %d /Kids [%s] >>\nendobj\n" % (pages, kids))
    objects += [b"%d 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n" % (3 + n) for n in range(pages)]
    return b"%PDF-1.7\n" + b"".join(objects) + more + b"\ntrailer << /Root 1 0 R >>\n%%EOF\n"


def packed_pdf(pages: int) -> bytes:
    """The same with its pages in an object stream, as most programs write them now."""
    bodies = [b"<< /Type /Page /Parent 2 0 R >>" for _page in range(pages)]
    places = b" ".join(b"%d %d" % (10 + n, n * 40) for n in range(pages))
    inner = places + b"\n" + b"".join(one.ljust(40) for one in bodies)
    head = b"5 0 obj\n<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode >>\nstream\n" % (pages, len(places) + 1)
    return b"%PDF-1.7\n" + head + zlib.compress(inner) + b"\nendstream\nendobj\n%%EOF"


def pdf_bomb() -> bytes:
    """Small as a file; its streams would unpack to gigabytes."""
    stream = zlib.compress(b"/Type /Page " * 3_000_000, 9)
    one = b"%d 0 obj\n<< /Type /ObjStm /N 9 /First 9 >>\nstream\n" + stream + b"\nendstream\nendobj\n"
    return b"%PDF-1.7\n" + b"".join(one % n for n in range(200))


def mail_of() -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Jo Sample <jo@club.example>", "ada@mail.example"
    message["Subject"], message["Date"] = "Über the photo", "Mon, 02 Nov 2026 10:00:00 +0000"
    message["Message-ID"] = "<1@club.example>"
    message.set_content("Dear Ada\nno, I will not.")
    message.add_alternative(
        "<p>Dear Ada<img src='https://track.example/x.png'><script>steal()</script>", subtype="html"
    )
    message.add_attachment(b"%PDF-1.7 x", maintype="application", subtype="pdf", filename="../../club photo.pdf")
    return message.as_bytes()


def deep_mail(depth: int = 4_000) -> bytes:
    """Parts within parts within parts."""
    lines = [b"From: a@b.example", b"Date: today"]
    for n in range(depth):
        lines += [b'Content-Type: multipart/mixed; boundary="b%d"' % n, b"", b"--b%d" % n]
    return b"\r\n".join(lines)


def wide_mail() -> bytes:
    return (
        b"From: a@b.example\r\nDate: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        + b"--b\r\n\r\nx\r\n" * 50_000
    )


def deep_page() -> bytes:
    return b"<div>" * 200_000 + b"Ada"


PAGE = b"""<!doctype html><html><head><title>t</title><style>@import url(https://x.example/a.css)</style></head>
<body onload="evil()"><h1>Our <b>club</b></h1><p>Ada Example <a href="https://evil.example/x">read   on</a>
<img src="https://track.example/p.gif" alt="Ada at the match"><script>document.write('gone')</script></p>
<ul><li><p>One</p></li><li>Two</li></ul><table><tr><td>a</td><td>b</td></tr></table>
<iframe src="https://frame.example">inside</iframe><noscript>turn on</noscript></body></html>"""


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (plain, EvidenceKind.PICTURE), (pdf_of, EvidenceKind.PDF), (mail_of, EvidenceKind.EMAIL),
        (lambda: PAGE, EvidenceKind.PAGE), (lambda: b"just words", EvidenceKind.PAGE),
        (lambda: "words".encode("utf-16"), EvidenceKind.PAGE),
        (lambda: b"From: <Saved by Blink>\r\nSubject: x\r\nContent-Type: multipart/related\r\n\r\n", EvidenceKind.PAGE),
        (lambda: plain() + pdf_of(), EvidenceKind.PICTURE),  # two files in one: how it begins decides
        (lambda: b"GIF89a=1;alert(1)//", EvidenceKind.PICTURE),
    ],
)  # fmt: skip
def test_a_file_is_what_its_first_bytes_say(make: Callable[[], bytes], kind: EvidenceKind) -> None:
    assert sorts.kind_of(make()) is kind
    assert not sorts.ending_of(kind, make()).endswith((".html", ".htm", ".mhtml"))


@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\x00", b"MZ\x90\x00\x03", b"\x7fELF\x00\x00"])
def test_programs_and_archives_are_not_kept(vault: Vault, item: log.Item, content: bytes) -> None:
    with pytest.raises(log.BadEvidence):
        log.keep_copy(vault, item.id, content, "x.html", shows=NEITHER)
    assert log.evidence(vault, item.id) == ()


@pytest.mark.parametrize("make", [pdf_of, mail_of, lambda: PAGE, plain])
def test_every_kind_is_kept_byte_for_byte(vault: Vault, item: log.Item, make: Callable[[], bytes]) -> None:
    content = make()
    kept = log.keep_copy(vault, item.id, content, "it.bin", shows=NEITHER).value
    assert log.evidence_bytes(vault, kept.id) == content
    assert log.is_unchanged(vault, kept.id)
    assert log.history(vault, item.id)[-1].words.startswith("You kept")
    assert kept.kind.label


def test_the_pages_of_a_pdf_are_counted() -> None:
    assert read_pdf.pdf(pdf_of(3)) == read_pdf.PdfTold(3, locked=False, acts=False)
    assert read_pdf.pdf(packed_pdf(40)).pages == 40
    newer = pdf_of(2) + b"4 0 obj << /Type /Page /Rotate 90 >> endobj"
    assert read_pdf.pdf(newer).pages == 2  # a page that was changed later is still one page
    assert read_pdf.pdf(pdf_of(1, b"9 0 obj << /S /JavaScript /JS (app.alert) >> endobj")).acts
    assert read_pdf.pdf(pdf_of(1, b"9 0 obj << /Encrypt 8 0 R >> endobj")).locked


def test_an_email_is_read_without_fetching_anything(vault: Vault, item: log.Item) -> None:
    kept = log.keep_copy(vault, item.id, mail_of(), "no.eml", shows=NEITHER).value
    told = log.mail_of(vault, kept.id)
    assert ("Subject", "Über the photo") in told.headers
    assert ("From", "Jo Sample <jo@club.example>") in told.headers
    assert told.words == "Dear Ada\nno, I will not."
    assert [(one.name, one.type, one.bytes) for one in told.attached] == [
        ("../../club photo.pdf", "application/pdf", 10)
    ]
    assert log.page_words(vault, kept.id) == told.words


def test_a_saved_page_is_words_with_their_shape() -> None:
    words = read_page.structured(PAGE.decode())
    assert words.splitlines()[0] == "Our club"
    assert "Ada Example read on [Picture: Ada at the match]" in words
    assert "• One\n• Two" in words
    assert "a b" in words
    for gone in ("http", "evil", "document", "inside", "turn on", "import", "<"):
        assert gone not in words


HOSTILE: dict[str, Callable[[], bytes]] = {
    "pdf bomb": pdf_bomb, "deep mail": deep_mail, "wide mail": wide_mail, "deep page": deep_page,
    "pdf of nothing": lambda: b"%PDF-", "pdf objects without end": lambda: b"%PDF-\n" + b"1 0 obj /Type /Page " * 9_000,
    "pdf of objects that never end": lambda: b"%PDF-\n" + b"1 0 obj " * 2_000_000 + b"endobj",
    "mail with odd headers": lambda: b"From: =?x?q?\xff?=\r\nDate: =?utf-8?b?!!!?=\r\nSubject: \x00\r\n\r\nx",
    "mail in no coding": lambda: b"From: a\r\nDate: b\r\nContent-Type: text/plain; charset=nope\r\n\r\n\xff\xfe",
    "page of brackets": lambda: b"<" * 300_000,
    "page of entities": lambda: b"&#x110000;&lt;" * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_a_sentence_at_most(vault: Vault, item: log.Item, name: str) -> None:
    first = log.add_text(vault, item.id, "Words").value
    try:
        kept = log.keep_copy(vault, item.id, HOSTILE[name](), name, shows=NEITHER).value
    except log.BadEvidence as problem:
        assert str(problem).endswith(".")
    else:
        assert isinstance(log.page_words(vault, kept.id), str)
        assert log.is_unchanged(vault, kept.id)
    assert log.evidence(vault, item.id)[0] == first
    assert log.get(vault, item.id) == item


def damaged(data: st.DataObject, whole: bytes) -> bytes:
    content = bytearray(whole)
    for _change in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, max(0, len(content) - 1)))
        content[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    return bytes(content)


@given(data=st.data())
@settings(deadline=None)
def test_a_damaged_pdf_is_counted_or_unfit(data: st.DataObject) -> None:
    content = damaged(data, data.draw(st.sampled_from([pdf_of(3), packed_pdf(3)])))
    try:
        told = read_pdf.pdf(content)
    except log.BadEvidence:
        return
    assert 0 <= told.pages <= read_pdf.MOST_PAGES


@given(data=st.data())
@settings(deadline=None)
def test_a_damaged_email_is_read_or_unfit_and_never_more(data: st.DataObject) -> None:
    content = data.draw(st.one_of(st.binary(max_size=400), st.just(mail_of())))
    try:
        told = read_mail.mail(damaged(data, content))
    except log.BadEvidence:
        return
    every = [told.words, *(text for pair in told.headers for text in pair), *(one.name for one in told.attached)]
    for text in every:
        text.encode("utf-8")
        assert "\x00" not in text


@given(
    st.text(max_size=400)
    | st.lists(
        st.sampled_from(["<", ">", "<li>", "</li>", "<script>", "x", "<img alt='", "&#", "<!--"]), max_size=60
    ).map("".join)
)
@settings(deadline=None)
def test_any_markup_becomes_plain_lines(markup: str) -> None:
    words = read_page.structured(markup)
    assert words == words.strip()
    assert "\n\n\n" not in words
    words.encode("utf-8")


def test_a_reader_that_runs_out_of_time_is_a_file_that_could_not_be_read() -> None:
    for read in (reading.read_pdf, reading.read_mail):
        with pytest.raises(log.BadEvidence):
            read(pdf_of(), seconds=0.0)

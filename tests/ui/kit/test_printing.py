"""Paper: a PDF that can be written anywhere the person may write, from HTML that fetches nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from footprint.tasks import Stopped
from tests.ui import pdf
from ui.kit.printing import document, on_pages, page_layout, parts_to_pdf, print_html, to_pdf


def test_a_pdf_is_written(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "check.pdf"
    to_pdf("<h1>Online check</h1><p>Done</p>" + "<p>A line</p>" * 200, path, "Online check")
    written = path.read_bytes()
    assert written.startswith(b"%PDF-")
    assert written.count(b"/Type /Page\n") > 2


def test_a_place_that_cannot_be_written_to_is_an_error(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        to_pdf("<p>x", tmp_path / "nowhere" / "check.pdf")


def test_nothing_is_fetched_whatever_the_html_asks_for(qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    secret = tmp_path / "secret.png"
    secret.write_bytes(b"not a picture")
    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}"
        page = f'<link rel="stylesheet" href="{address}/a.css"><img src="{address}/b.png"><img src="{secret.as_uri()}">'
        to_pdf(page, tmp_path / "check.pdf")
        qtbot.wait(50)
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []


def test_the_print_dialog_does_not_block(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = print_html(parent, "<p>On my phone</p>", "On my phone")
    assert isinstance(dialog, QDialog)
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()


def test_a_heading_is_as_large_as_its_style_says(qtbot: QtBot) -> None:
    made = document(
        "<style>h2 { font-size: 31pt; } p { font-size: 18pt; }</style><h2>Large</h2><p>Small</p><h1>Own</h1>"
    )
    sizes = []
    block = made.begin()
    while block.isValid():
        sizes.append(block.begin().fragment().charFormat().font().pointSizeF())
        block = block.next()
    assert sizes[:2] == [31, 18]
    assert sizes[2] > made.defaultFont().pointSizeF(), "a heading without a size of its own is larger than the text"


def test_what_is_copied_out_of_a_pdf_is_what_was_written(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "check.pdf"
    to_pdf("<p>An efficient profile of Zoë Example: 5 – 7, “so”</p><p>☐ Friends</p>", path, "Check")
    assert pdf.pages(path) == ["An efficient profile of Zoë Example: 5 – 7, “so”☐ Friends"]


def test_no_heading_is_left_alone_at_the_foot_of_a_page(qtbot: QtBot, tmp_path: Path) -> None:
    path, alone = tmp_path / "check.pdf", 0
    for lines in range(22, 34):
        text = "<p>A line</p>" * lines + "<h2>Heading</h2><h3>Smaller</h3><p>What it is about</p>" + "<p>More</p>" * 50
        to_pdf(text, path)
        found = pdf.pages(path)
        assert any("HeadingSmallerWhat it is about" in page for page in found)
        assert "".join(found).count("A line") == lines and "".join(found).count("More") == 50, "nothing is lost"
        alone += found[1].startswith("HeadingSmaller")
    assert alone > 1, "some of them had to be moved to the next page"


@pytest.mark.parametrize("resolution", [72, 96, 300, 1200])
def test_a_printer_gets_the_same_pages_whatever_its_resolution(resolution: int, qtbot: QtBot, tmp_path: Path) -> None:
    html = "<style>p { font-size: 18pt; }</style>" + "<h2>Heading</h2><p>A line of text on paper</p>" * 60
    to_pdf(html, tmp_path / "ours.pdf")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printer.pdf"))
    printer.setResolution(resolution)
    printer.setPageLayout(page_layout())
    on_pages(document(html), printer, printer.pageLayout()).print_(printer)
    ours, printed = pdf.pages(tmp_path / "ours.pdf"), pdf.pages(tmp_path / "printer.pdf")
    assert abs(len(ours) - len(printed)) <= 1
    assert "".join(printed).replace("\t", " ") == "".join(ours)


def test_what_is_long_is_written_in_parts_that_each_begin_a_page(qtbot: QtBot, tmp_path: Path) -> None:
    parts = [f"<h1>Part {n}</h1>" + "<p>A line of words</p>" * lines for n, lines in enumerate((3, 90, 1))]
    parts_to_pdf(parts, tmp_path / "parts.pdf", "Check")
    for n, part in enumerate(parts):
        to_pdf(part, tmp_path / f"{n}.pdf")
    alone = [page for n in range(len(parts)) for page in pdf.pages(tmp_path / f"{n}.pdf")]
    assert pdf.pages(tmp_path / "parts.pdf") == alone and len(alone) > len(parts)


def test_a_part_that_cannot_be_made_ends_it(qtbot: QtBot, tmp_path: Path) -> None:
    def parts() -> Iterator[str]:
        yield "<p>first</p>"
        raise Stopped

    with pytest.raises(Stopped):
        parts_to_pdf(parts(), tmp_path / "parts.pdf")

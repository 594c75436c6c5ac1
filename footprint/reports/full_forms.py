"""The full report as a page, as paper, as a Word file and as plain text: the same words in each."""

from __future__ import annotations

from collections.abc import Iterator

from footprint.dates import number
from footprint.i18n import _
from footprint.reports.full import Entry, Full
from footprint.reports.pages import environment
from footprint.reports.word import WordFile

_WIDEST, _TALLEST = 640, 800  # of A4 with our margins


def full_html(one: Full, *, paper: bool = False) -> str:
    """One page with nothing in it that could load or run. Pictures are covered until the reader opens each.

    On `paper` nothing can be opened: there they stand at the end, each after a page break.
    """
    return environment().get_template("full.html.j2").render(
        one=one, paper=paper, counts=_counts(one), how_far=_("How far they are"), pictures=_("Pictures"),
        show=_("Covered picture. Open it to see it."), number=number, on_paper=_on_paper,
    )  # fmt: skip


def full_text(one: Full) -> str:
    """Plain words."""
    blocks = [one.title, *one.intro]
    if one.counts:
        blocks.append("\n".join((_("How far they are"), *(f"{words}: {n}" for words, n in _counts(one)))))
    for at, entry in enumerate(one.entries, 1):
        blocks += _blocks(at, entry)
    return "\n\n".join((*blocks, "\n".join(one.foot))) + "\n"


def full_word(one: Full) -> bytes:
    """Real headings, a paragraph for each line; pictures at the end, each on a page of its own."""
    made = WordFile(one.title)
    made.lines(one.intro)
    if one.counts:
        made.heading(_("How far they are"), 2)
        made.bullets(f"{words}: {n}" for words, n in _counts(one))
    for at, entry in enumerate(one.entries, 1):
        made.heading(f"{number(at)}. {entry.title}", 2)
        made.facts(((_("How far it is"), entry.status), *entry.facts))
        for part in entry.parts:
            made.heading(part.title, 3)
            made.lines(part.lines)
    made.lines(one.foot)
    for at, entry in enumerate(one.entries, 1):
        for figure in entry.figures:
            made.new_page()
            made.picture(figure.content, f"{number(at)}. {entry.title}. {figure.caption}", figure.size)
    return made.content()


def _on_paper(size: tuple[int, int]) -> tuple[int, int]:
    """As large as a page takes below a heading, and never larger than it is; in pixels at 96 to the inch."""
    share = min(_WIDEST / size[0], _TALLEST / size[1], 1.0)
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def _counts(one: Full) -> tuple[tuple[str, str], ...]:
    return tuple((words, number(n)) for words, n in one.counts)


def _blocks(at: int, entry: Entry) -> Iterator[str]:
    """One thing: its head, then every part under its heading."""
    facts = ((_("How far it is"), entry.status), *entry.facts)
    yield "\n".join((f"{number(at)}. {entry.title}", *(f"   {name}: {words}" for name, words in facts)))
    for part in entry.parts:
        yield "\n".join((f"   {part.title}", *(f"      {line}" for line in part.lines)))

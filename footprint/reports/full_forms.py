"""The full report as a page, as paper, as a Word file and as plain text: the same words in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from footprint.dates import number
from footprint.i18n import _
from footprint.reports.figures import Figure
from footprint.reports.full import Entry, Full
from footprint.reports.pages import environment
from footprint.reports.word import WordFile
from footprint.tasks import Task

_WIDEST, _TALLEST = 640, 800  # of A4 with our margins
_TOGETHER = 25
"""Things on paper before a new page is begun for the next ones."""


def full_html(one: Full) -> str:
    """One page with nothing in it that could load or run. Pictures are covered until the reader opens each."""
    return _page(one, list(enumerate(one.entries, 1)), first=True, last=True, covered=True)


def full_pages(one: Full, task: Task | None = None) -> Iterator[str]:
    """The same for paper, in parts that each begin a page. Nothing can be opened there: pictures come last."""
    numbered, following = list(enumerate(one.entries, 1)), task or Task()
    starts = range(0, max(1, len(numbered)), _TOGETHER)
    for start in starts:
        following.step(start, len(numbered))
        yield _page(one, numbered[start : start + _TOGETHER], first=start == 0, last=start == starts[-1])
    for at, entry in numbered:
        for figure in entry.figures:
            following.check()
            yield _page(one, [], figure=(f"{number(at)}. {entry.title}", figure))


def _page(
    one: Full, entries: Sequence[tuple[int, Entry]], *, first: bool = False, last: bool = False, covered: bool = False,
    figure: tuple[str, Figure] | None = None,
) -> str:  # fmt: skip
    return environment().get_template("full.html.j2").render(
        one=one, entries=entries, first=first, last=last, covered=covered, figure=figure, counts=_counts(one),
        how_far=_("How far they are"), pictures=_("Pictures"), show=_("Covered picture. Open it to see it."),
        number=number, on_paper=_on_paper,
    )  # fmt: skip


def full_text(one: Full) -> str:
    """Plain words."""
    blocks = [one.title, *one.intro]
    if one.counts:
        blocks.append("\n".join((_("How far they are"), *(f"{words}: {n}" for words, n in _counts(one)))))
    for at, entry in enumerate(one.entries, 1):
        blocks += _blocks(at, entry)
    return "\n\n".join((*blocks, "\n".join(one.foot))) + "\n"


def full_word(one: Full, task: Task | None = None) -> bytes:
    """Real headings, a paragraph for each line; pictures at the end, each on a page of its own. `task` may stop it."""
    following = task or Task()
    made = WordFile(one.title)
    made.lines(one.intro)
    if one.counts:
        made.heading(_("How far they are"), 2)
        made.bullets(f"{words}: {n}" for words, n in _counts(one))
    for at, entry in enumerate(one.entries, 1):
        following.step(at, len(one.entries))
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

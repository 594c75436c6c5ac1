"""What a copy of the list would hold, who could read it, and its very words, before it is saved."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout

from footprint import dates
from footprint.i18n import _, ngettext
from footprint.log import third_party
from footprint.reports import Contents
from ui.kit.cards import Banner, Card
from ui.kit.text import BoldText, Heading, PlainLabel
from ui.kit.theme import space
from ui.kit.verbatim import Verbatim
from ui.log.exports.forms import Form, Seen, Wanted, What
from ui.page import clear

_QUOTED = 3


class PreviewCard(Card):
    """Filled anew for every choice. The words come as plain text, whatever the file will be; `foot` is before them."""

    def __init__(self) -> None:
        super().__init__(title=_("What will be in the file"))
        self.lines = QVBoxLayout()
        space(self.lines, 6)
        self.body.addLayout(self.lines)
        self.reader = Banner("warn", " ", " ", quiet=True)
        self._reader = QVBoxLayout()
        space(self._reader, 0)
        self._reader.addWidget(self.reader)
        self.body.addLayout(self._reader)
        self.caution = Banner("warn", " ", " ", quiet=True)
        self.caution.hide()
        self.add(self.caution)
        self.foot = QVBoxLayout()
        space(self.foot, 10)
        self.body.addLayout(self.foot)
        self.heading_of_text = Heading(_("Word for word"), "h3")
        self.add(self.heading_of_text)
        self.text = Verbatim(_("The words of the file"), most=320)
        self.add(self.text)
        self.more = PlainLabel("", "small", "text2")
        self.add(self.more)

    def show_seen(self, seen: Seen) -> None:
        """Say what is inside and show it."""
        clear(self.lines)
        for line in inside_lines(seen.wanted, seen.contents):
            self.lines.addWidget(BoldText(line))
        self._show_reader(seen.wanted.what)
        quoted = ", ".join(f"“{one.words}”" for one in seen.looks[:_QUOTED])
        self.caution.say(third_party.sentence(seen.looks) or " ", _("The file says: {words}").format(words=quoted))
        self.caution.setVisible(bool(seen.looks))
        self.text.show_text(seen.text)
        self.text.setVisible(bool(seen.text))
        self.heading_of_text.setVisible(bool(seen.text))
        self.more.setText(_more(seen))
        self.more.setVisible(bool(self.more.text()))

    def _show_reader(self, what: What) -> None:
        tone, title, words = _readers(what)
        if tone != self.reader.tone:
            clear(self._reader)
            self.reader = Banner(tone, title, words, quiet=True)
            self._reader.addWidget(self.reader)
        self.reader.say(title, words)


def inside_lines(wanted: Wanted, counted: Contents) -> tuple[str, ...]:
    """Each kind of thing by its name in bold, and whether it is inside."""
    lines = {What.BUNDLE: _locked, What.REDACTED: _redacted, What.FULL: _full, What.SHEET: _sheet}[wanted.what]
    n = counted.items
    things = ngettext("{n} thing", "{n} things", n).format(n=dates.number(n))
    return tuple(f"**{name}:** {words}" for name, words in ((_("From your list"), things), *lines(wanted, counted)))


def _locked(wanted: Wanted, counted: Contents) -> Iterator[tuple[str, str]]:
    yield _("Of each"), _("everything, with what happened and when")
    yield _names(counted)
    yield _("Your notes"), _with(counted.notes)
    n = counted.letters
    messages = ngettext("{n} message, word for word", "{n} messages, word for word", n).format(n=dates.number(n))
    yield _("Messages you sent"), messages if n else _("there are none")
    n = counted.copies
    copies = ngettext("{n} copy, private ones too", "{n} copies, private ones too", n).format(n=dates.number(n))
    yield _("Pictures and other copies"), copies if n else _("there are none")
    if wanted.whole:
        yield _("As well"), _("what you deleted in the last 30 days, and your saved filters")
    yield _("Incident notes, your names and your accounts"), _("not inside")


def _redacted(_wanted: Wanted, _counted: Contents) -> Iterator[tuple[str, str]]:
    yield _("Of each"), _("kind, network, how far it is, days, how often you asked, how many copies")
    yield _("Titles and addresses"), _("not inside")
    yield _("Names of other people"), _("not inside")
    yield _("Your notes and messages"), _("not inside")
    yield _("Pictures"), _("not inside")


def _full(wanted: Wanted, counted: Contents) -> Iterator[tuple[str, str]]:
    yield _("Of each"), _("what, where, how far it is, what happened on which day")
    yield _names(counted)
    yield _notes(wanted, counted)
    yield _("Messages you sent"), _messages(wanted, counted)
    yield _("Pictures"), _pictures(wanted, counted)
    if counted.private and wanted.inside.pictures:
        yield _("Private pictures"), _("not inside")


def _sheet(wanted: Wanted, counted: Contents) -> Iterator[tuple[str, str]]:
    yield _("A row for each"), _("what, where, who put it there, what to do, how far it is, days")
    yield _names(counted)
    yield _notes(wanted, counted)
    yield _("Messages and pictures"), _("not inside")


def _names(counted: Contents) -> tuple[str, str]:
    n = counted.contacts
    words = _("as you or the page wrote them")
    if n:
        told = ngettext("{n} thing says who to contact", "{n} things say who to contact", n)
        words = f"{words}. {told.format(n=dates.number(n))}"
    return _("Names of other people"), words


def _notes(wanted: Wanted, counted: Contents) -> tuple[str, str]:
    inside = _with(counted.notes)
    return _("Your notes"), inside if wanted.inside.notes or not counted.notes else _("not inside")


def _with(n: int) -> str:
    """Of how many things there are notes."""
    if not n:
        return _("there are none")
    return ngettext("yes, with {n} thing", "yes, with {n} things", n).format(n=dates.number(n))


def _messages(wanted: Wanted, counted: Contents) -> str:
    n = counted.letters
    if wanted.inside.letters and n:
        return ngettext("{n} message, word for word", "{n} messages, word for word", n).format(n=dates.number(n))
    if not counted.asked:
        return _("there are none")
    return _("not inside, only the days you asked")


def _pictures(wanted: Wanted, counted: Contents) -> str:
    n = counted.pictures
    if not n:
        return _("there are none")
    if not wanted.inside.pictures:
        return _("not inside, only their days and fingerprints")
    inside = ngettext("{n} picture", "{n} pictures", n).format(n=dates.number(n))
    how = _("covered until the reader opens them") if wanted.form is Form.HTML else _("at the end, in full view")
    return f"{inside}, {how}"


def _readers(what: What) -> tuple[str, str, str]:
    """Who could read it: tone, title, words."""
    if what is What.BUNDLE:
        words = _("Whoever does not have it cannot read anything. Nobody can reset it, so write it down.")
        return "ok", _("Only the passphrase opens this file"), words
    if what is What.REDACTED:
        words = _("It tells them how many things, of which kind, and when. It does not tell them which.")
        return "info", _("Anyone who gets this file can read it"), words
    words = _("It is not locked. Keep it to yourself, or give it only to someone you trust.")
    return "warn", _("Anyone who gets this file can read it"), words


def _more(seen: Seen) -> str:
    if seen.shown < seen.contents.items:
        words = _("These words are about the first {n} things. The file has all {all}.")
        return words.format(n=dates.number(seen.shown), all=dates.number(seen.contents.items))
    return _("This is the start. The file goes on.") if seen.cut else ""

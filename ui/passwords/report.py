"""What a list says: which accounts to change first, in the form of what to do; then the rest, and the file itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import passwords
from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.passwords import AccountResult, Grade, Look, Report
from ui.desk import Desk
from ui.jobs import Job
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.layout import Fold
from ui.kit.progress import Working
from ui.kit.rows import RowButton
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.passwords.arriving import arrive_at
from ui.passwords.shredding import ShredCard

MOST = 30  # rows shown; who has more to change starts with these


class ReportPart(QWidget):
    ask_lists = Signal()
    ask_file = Signal()
    again = Signal()

    def __init__(self, desk: Desk, report: Report, compared: str, file: Path | None) -> None:
        super().__init__()
        self._desk = desk
        self.rows: list[RowButton] = []
        self.card = Card(title=_headline(report))
        self._fill(report, compared)
        column = QVBoxLayout(self)
        space(column, 16)
        column.addWidget(self.card)
        self.lists = _LeakedCard(report)
        self.lists.ask_lists.connect(self.ask_lists)
        self.lists.ask_file.connect(self.ask_file)
        if report.known:
            column.addWidget(self.lists)
        self.shred = ShredCard(desk, file) if file is not None else None
        if self.shred is not None:
            column.addWidget(self.shred)

    def arrive(self) -> None:
        """To the heading of the result."""
        if self.isVisible():
            arrive_at(self.card)

    def cannot_look(self) -> None:
        self.lists.cannot_look()

    def show_working(self, job: Job, words: str) -> None:
        self.lists.show_working(job, words)

    def show_asking(self) -> None:
        self.lists.show_asking()

    # -- filling ----------------------------------------------------------------------------------------

    def _fill(self, report: Report, compared: str) -> None:
        read = ngettext("We read {n} login from {manager}.", "We read {n} logins from {manager}.", report.total)
        words = read.format(n=number(report.total), manager=_(report.manager.words))
        if compared:
            self.card.add(Banner("info", compared, quiet=True))
        self.card.add(PlainLabel(words + " " + _("Only numbers are kept."), colour="text2"))
        change = [one for one in report.known if one.wants_change]
        if change:
            self.card.add(Heading(_("Change these first"), "h3"))
            self._add_rows(change[:MOST])
        if len(change) > MOST:
            left = ngettext("and {n} more account", "and {n} more accounts", len(change) - MOST)
            self.card.add(PlainLabel(left.format(n=number(len(change) - MOST)), "small", "text2"))
        elif report.known and not change:
            self.card.add(Banner("ok", _("Nothing to change"), _("None is shared or easy to guess."), quiet=True))
        self._add_rest(report)
        self.again_button = Btn(_("Read another list"))
        self.again_button.clicked.connect(self.again)
        self.card.add(ButtonRow(self.again_button))

    def _add_rows(self, accounts: list[AccountResult]) -> None:
        holder = QVBoxLayout()
        space(holder, 0)
        for at, one in enumerate(accounts):
            step = passwords.step_for(self._desk.bench.checklists, one.network)
            title = _("Change it on {network}").format(network=one.name)
            row = RowButton(title, _why(one), letter=one.name[:1], last=at == len(accounts) - 1)
            row.clicked.connect(
                lambda _on=False, to=step: self._desk.go("checklists", network=to.network, check=to.check)
            )
            self.rows.append(row)
            holder.addWidget(row)
        self.card.add(holder)

    def _add_rest(self, report: Report) -> None:
        fine = [one.name for one in report.known if not one.wants_change]
        if fine:
            self.card.add(PlainLabel(_("Nothing to change: {names}.").format(names=", ".join(fine)), colour="text2"))
        missing = [one.name for one in report.not_in_list]
        if missing:
            words = _("Not in this list, so we cannot say: {names}.").format(names=", ".join(missing))
            self.card.add(PlainLabel(words, colour="text2"))
        more = Fold(_("Two-step and old passwords"))
        for words in (*_two_step(report), *_old(report)):
            more.body.addWidget(PlainLabel(words, "small", "text2"))
        self.card.add(more)
        more.setVisible(bool(report.known))


class _LeakedCard(Card):
    """All of them with one press, or in a list on this computer."""

    ask_lists = Signal()
    ask_file = Signal()

    def __init__(self, report: Report) -> None:
        super().__init__(title=_("Were they leaked?"))
        self.words = PlainLabel("", colour="text2")
        self.add(self.words)
        self.lists_button = Btn(_("Look in leaked lists"))
        self.file_button = Btn(_("Look in a list I downloaded"), "quiet")
        self.lists_button.clicked.connect(self.ask_lists)
        self.file_button.clicked.connect(self.ask_file)
        self.ways = ButtonRow(self.lists_button, self.file_button)
        self.working: Working | None = None
        self.add(self.ways)
        asked = [one for one in report.known if one.seen is not None]
        self._show_answers(asked)
        if asked:
            self.ways.hide()
        else:
            self.words.setText(
                _("We can look your passwords up in leaked lists, without telling anyone what they are.")
            )

    def cannot_look(self) -> None:
        if self.ways.isHidden():
            return
        self.words.setText(_("To look in leaked lists, read the list again."))
        self.ways.hide()

    def show_working(self, job: Job, words: str) -> None:
        self.ways.hide()
        self.working = Working(words)
        self.working.cancel_button.setText(_("Stop"))
        self.working.follow(job)
        self.add(self.working)

    def show_asking(self) -> None:
        if self.working is not None:
            self.working.hide()
            self.working.deleteLater()
            self.working = None
        self.ways.show()

    def _show_answers(self, asked: list[AccountResult]) -> None:
        groups: dict[Look, list[str]] = {}
        for one in asked:
            assert one.seen is not None
            groups.setdefault(one.seen.look, []).append(one.name)
        for look in Look:
            if look in groups:
                names = ", ".join(groups[look])
                tone = {Look.FOUND: "warn", Look.NOT_FOUND: "ok"}.get(look, "info")
                title = look.label if look.answered else _("Nothing was looked up for some")
                words = names if look.answered else f"{look.label} {names}."
                self.add(Banner(tone, title, words))
        self.words.setVisible(not asked)


def _headline(report: Report) -> str:
    counts = report.counts
    if not counts.accounts:
        return _("None of your accounts is in this list")
    if not counts.shared:
        return ngettext(
            "Your {n} account shares no password", "None of your {n} accounts shares a password", counts.accounts
        ).format(n=number(counts.accounts))
    return ngettext(
        "{shared} of your {n} account shares a password",
        "{shared} of your {n} accounts share a password",
        counts.accounts,
    ).format(shared=number(counts.shared), n=number(counts.accounts))


def _why(one: AccountResult) -> str:
    """Why to change it, in one line."""
    parts = []
    others = one.shares_with_others
    if one.shares:
        known = ", ".join(one.shares_with)
        more = ngettext("{n} other login", "{n} other logins", others).format(n=number(others))
        both = _("{known} and {more}").format(known=known, more=more)
        parts.append(_("Same password as {what}.").format(what=both if known and others else known or more))
    if one.grade is not None and one.grade.weak:
        words = passwords.Judgement(one.grade, one.sorts)
        parts.append(
            _("It has {what} in it.").format(what=words.words)
            if one.grade is Grade.PERSONAL
            else _("{grade}.").format(grade=one.grade.label)
        )
    if one.seen is not None and one.seen.look is Look.FOUND:
        parts.append(_("Found in leaked lists."))
    return " ".join(parts)


def _two_step(report: Report) -> tuple[str, ...]:
    manager = _(report.manager.words)
    if not report.says_two_step:
        return (_("This list does not say where 2-step verification is on."),)
    without = [one.name for one in report.known if one.two_step is False]
    honest = _("That is only what {manager} holds: you may have set it up in another app.").format(manager=manager)
    if not without:
        return (_("{manager} holds a 2-step code for each of them.").format(manager=manager),)
    told = _("{manager} holds no 2-step code for: {names}.").format(manager=manager, names=", ".join(without))
    return (told, honest)


def _old(report: Report) -> tuple[str, ...]:
    if not report.says_dates:
        return (_("This list does not say when a password was changed."),)
    old = [
        _("{name} ({year})").format(name=one.name, year=one.changed_on.year)
        for one in report.known
        if one.old and one.changed_on is not None
    ]
    if not old:
        return (_("None has gone more than 3 years without a change, as far as the list says."),)
    told = _("Not changed for more than 3 years: {names}.").format(names=", ".join(old))
    return (told, _("Age alone is no reason to change a password that is strong and used only once."))

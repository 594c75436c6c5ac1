"""The place "My accounts": the list, the form for a new one, and one account with what can be done about it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QScrollArea

from footprint import log, person
from footprint.checklists import ANY
from footprint.i18n import _, ngettext
from footprint.log import Item
from footprint.person import Account, AccountState, BadInput, Purpose
from footprint.tasks import Task
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.buttons import Btn
from ui.kit.layout import Columns
from ui.page import Page
from ui.person import accounts_draft as drafts
from ui.person import accounts_read as read
from ui.person.accounts_draft import Draft
from ui.person.accounts_form import AccountForm
from ui.person.accounts_list import AccountList
from ui.person.accounts_next import NextCards
from ui.person.accounts_read import NewAccount, OneAccount, Overview

LIST, NEW, ONE = "list", "new", "one"


class AccountsPage(Page):
    """`desk.go("accounts")` shows the list; `account=` one account, `new=True` (and `network=`) the form."""

    watches: ClassVar[Changes] = Changes(accounts=True, answers=True, items=True, steps=True)
    help_topic: ClassVar[str] = "accounts"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("My accounts"))
        self.view, self.account = LIST, ""
        self.list: AccountList | None = None
        self.form: AccountForm | None = None
        self.next: NextCards | None = None
        self._start = Draft()
        self._half_done: dict[str, Draft] = {}
        self._found: OneAccount | None = None
        self._focus: str | None = None
        self._add = Btn(_("Add an account"), "primary", icon="plus")
        self._add.clicked.connect(lambda: self.show_at(new=True))
        self._to_list = Btn(_("Back to the list"), icon="left")
        self._to_list.clicked.connect(self.back)
        self.add_action(self._add)
        self.add_action(self._to_list)
        self._to_list.hide()
        self.primary = self._add

    # -- where we are ------------------------------------------------------------------------------

    def show_at(self, **details: object) -> None:
        account = str(details.get("account", "") or "")
        if account:
            self._go(ONE, account)
        elif details.get("new") or details.get("network"):
            self._start = Draft(network=str(details.get("network", "") or ""))
            self._go(NEW)
        else:
            self._go(LIST)

    def back(self) -> None:
        """Alt+Left: to the list; from the list, to Home."""
        if self.view == LIST:
            super().back()
        else:
            self._leave()

    def escape(self) -> bool:
        if self.view == LIST:
            return False
        self._leave()
        return True

    def put_away(self) -> None:
        """What is typed in any form is kept as a draft and is there again after unlocking."""
        self._keep_half_done()
        drafts.keep(self.vault, self._half_done)

    def _go(self, view: str, account: str = "") -> None:
        """To another view, by whatever way. What was typed waits until its form is opened again."""
        self._keep_half_done()
        self.view, self.account = view, account
        self._focus = ""
        self.form = self.next = None
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def _leave(self) -> None:
        """To the list, and to the row that was left."""
        left = self.account
        self._go(LIST)
        self._focus = left

    def _keep_half_done(self) -> None:
        if self.form is not None and self.form.draft != self._start:
            self._half_done[self.account] = self.form.draft

    def _cancel(self) -> None:
        """Leave, and drop what was typed."""
        account = self.account
        self._half_done.pop(account, None)
        self.form = None
        self.desk.run(Operation(lambda _task: drafts.forget(self.vault, account)))
        self._leave()

    # -- showing -----------------------------------------------------------------------------------

    def reload(self) -> None:
        bench, account = self.bench, self.account
        if self.view == LIST:
            self.desk.read(lambda _task: read.read_overview(bench), self._show_list)
        elif self.view == ONE:
            self.desk.read(lambda _task: read.read_one(bench, account), self._show_one, failed=self._gone)
        elif self.form is None:
            self.desk.read(lambda _task: read.read_new(bench), self._show_new)

    def _start_over(self, title: str, line: str) -> None:
        self.clear_body()
        self.list, self.form, self.next = None, None, None
        self.heading.setText(title)
        self.say_line(line)
        self._add.setVisible(self.view == LIST)
        self._to_list.setVisible(self.view != LIST)

    def _show_list(self, overview: Overview) -> None:
        if self.view != LIST:
            return
        ticked = self.list.ticked if self.list is not None else ()
        focus = self._held() if self._focus is None else self._focus
        self._start_over(_("My accounts"), _list_line(overview))
        self.list = AccountList(self.bench.checklists, overview, ticked)
        self.list.chosen.connect(lambda account: self.show_at(account=account))
        self.list.add.connect(lambda: self.show_at(new=True))
        self.list.added.connect(self._add_several)
        empty = self.list.empty
        self._add.setVisible(empty is None)
        self.primary = empty.button if empty is not None else self._add
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self._put_focus(focus)

    def _held(self) -> str | None:
        """The account whose row has the focus, "" for anything else on the page, None when it is elsewhere."""
        if self.list is not None:
            for account, row in self.list.rows.items():
                if row.hasFocus():
                    return account
        holder = self.window().focusWidget()
        return "" if holder is not None and self.isAncestorOf(holder) else None

    def _put_focus(self, focus: str | None) -> None:
        self._focus = None
        if focus is None or not self.isVisible():
            return
        row = self.list.rows.get(focus) if self.list is not None else None
        if row is not None:
            row.setFocus()
        else:
            self._to_top()
            self.arrive()

    def _show_new(self, found: NewAccount) -> None:
        if self.view != NEW or self.form is not None:
            return
        network = self._start.network or read.first_free(self.bench.checklists, found.there)
        kept = self._half_done.get("") or found.draft
        line = _("You started this earlier.") if kept else _("It takes a few seconds. It stays on this computer.")
        self._start_over(_("Add an account"), line)
        self.form = self._make_form(Draft(network=network), kept, found.there, new=True)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self._to_top()
        self.arrive()

    def _show_one(self, found: OneAccount) -> None:
        """One account. A change elsewhere shows it anew only if it changed; what is typed stays."""
        if self.view != ONE or found.account.id != self.account:
            return
        again, library, one = self.form is not None, self.bench.checklists, found.account
        if again and found == self._found:
            return
        self._found = found
        self._keep_half_done()
        name = read.title(library, one)
        self._start_over(name, read.meta(one))
        kept = self._half_done.get(one.id) or found.draft
        start = drafts.of(one, one.network in library)
        self.form = self._make_form(start, kept, found.twice, new=False)
        self.next = self._make_next(found, name)
        self.body.addWidget(Columns([self.form, self.next], [3, 2], min_width=820, spacing=24))
        self.body.addStretch(1)
        if not again:
            self._to_top()
        self.arrive()

    def _make_form(self, start: Draft, kept: Draft | None, there: frozenset[str], *, new: bool) -> AccountForm:
        form = AccountForm(self.bench.checklists, new=new)
        form.fill(start, twice=there)
        self._start = form.draft
        if kept is not None:
            form.fill(kept, twice=there)
        form.saved.connect(self._save)
        form.left.connect(self._cancel)
        self.primary = form.save
        return form

    def _make_next(self, found: OneAccount, name: str) -> NextCards:
        library, one = self.bench.checklists, found.account
        known = one.network in library or ANY in library
        file = library.network_or_any(one.network) if known else None
        cards = NextCards(one, file, on_list=bool(found.item))
        cards.checklist.connect(lambda: self.desk.go("checklists", network=one.network))
        cards.look.connect(lambda: self.desk.go("stranger", network=one.network, account=one.id))
        cards.opened.connect(self.desk.open_link)
        cards.listed.connect(lambda: self._list_it(one, found.item))
        cards.closed.connect(lambda: self._change(one, AccountState.CLOSED))
        cards.removed.connect(lambda: self._remove(one, name))
        return cards

    def _gone(self, problem: Exception) -> None:
        """The account was taken off the list somewhere else."""
        self.desk.show_problem(problem)
        self._leave()

    def _to_top(self) -> None:
        area = self.findChild(QScrollArea)
        if area is not None:
            area.verticalScrollBar().setValue(0)

    # -- changing ----------------------------------------------------------------------------------

    def _add_several(self, networks: list[str]) -> None:
        self.desk.run(
            Operation(
                lambda _task: person.add_accounts(self.vault, networks),
                changes=Changes(accounts=True),
                said=lambda new: ngettext("{n} account added", "{n} accounts added", len(new)).format(n=len(new)),
            )
        )

    def _save(self, draft: Draft) -> None:
        words = _("Saved") if draft.account else _("Account added")
        self.desk.run(
            Operation(lambda task: self._put(task, draft), changes=Changes(accounts=True), said=lambda _one: words),
            origin=self,
            then=self._saved,
            failed=self._refused,
        )

    def _put(self, _task: Task, draft: Draft) -> Done[Account]:
        """On the lane's thread."""
        library = self.bench.checklists
        network = draft.network if draft.network != drafts.OTHER else read.network_of(library, draft.typed_network)
        presence = read.read_presence(library, network, draft.who)
        values = {
            "handle": presence.handle,
            "address": presence.address,
            "label": draft.label,
            "purpose": Purpose(draft.purpose),
            "state": AccountState(draft.state),
        }
        if draft.account:
            done = person.change_account(self.vault, draft.account, network=network, **values)
        else:
            done = person.add_account(self.vault, network, **values)
        drafts.forget(self.vault, draft.account)
        return done

    def _saved(self, one: Account) -> None:
        """An old account goes on to how to close it; any other, back to the list."""
        for done in (self.account, one.id):
            self._half_done.pop(done, None)
        self.form = None
        if one.state is AccountState.DORMANT and (self.view != ONE or self.next is None or not self.next.close_card):
            self._go(ONE, one.id)
            return
        self._go(LIST)
        self._focus = one.id

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, BadInput) and self.form is not None:
            self.form.refuse(str(problem))
        else:
            self.desk.show_problem(problem)

    def _change(self, one: Account, state: AccountState) -> None:
        self.desk.run(
            Operation(
                lambda _task: person.change_account(self.vault, one.id, state=state),
                changes=Changes(accounts=True),
                said=lambda changed: _("Marked as: {state}").format(state=changed.state.label),
            ),
            origin=self,
            then=self._saved,
        )

    def _remove(self, one: Account, name: str) -> None:
        self.desk.run(
            Operation(
                lambda _task: person.remove_account(self.vault, one.id),
                changes=Changes(accounts=True),
                said=lambda _one: _("Taken off your list: {what}").format(what=name),
            ),
            origin=self,
            then=self._removed,
        )

    def _removed(self, _one: Account) -> None:
        self._leave()

    def _list_it(self, one: Account, item: str) -> None:
        """An old account becomes a thing on "To remove", once."""
        if item:
            self.desk.go("remove", item=item)
            return
        new = read.item_for(self.bench.checklists, one)
        self.desk.run(
            Operation(
                lambda _task: log.add(self.vault, new),
                changes=Changes(items=True),
                said=lambda _item: _("Added to your list"),
            ),
            origin=self,
            then=self._listed,
        )

    def _listed(self, item: Item) -> None:
        self._stale = True
        self.desk.go("remove", item=item.id)


def _list_line(overview: Overview) -> str:
    """One line that says where things stand."""
    in_use = sum(one.state is AccountState.IN_USE for one in overview.accounts)
    old = sum(one.state is AccountState.DORMANT for one in overview.accounts)
    if not overview.accounts:
        return _("We do not sign in to any of them. Your list stays on this computer.")
    said = ngettext("You use {n} account.", "You use {n} accounts.", in_use).format(n=in_use)
    if old:
        said += " " + ngettext("{n} old account is still open.", "{n} old accounts are still open.", old).format(n=old)
    return said

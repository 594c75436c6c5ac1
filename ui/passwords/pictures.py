"""Pictures of the password check, with an invented password and an invented list; nothing is read and nothing kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from footprint import person
from footprint.passwords import AccountResult, Grade, Manager, Report, Sort
from ui.desk import Desk
from ui.page import Page
from ui.passwords.page import PasswordsPage

INVENTED = "Otherton1984"


def password_screens(desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None]) -> Iterator[str]:
    """The page at first, with an answer, with the steps to a list, and with what a list says."""
    desk.go("passwords")
    settle()
    now = page()
    if not isinstance(now, PasswordsPage):
        return
    yield "passwords"
    now.one.box.edit.setText(INVENTED)
    now.one.check.click()
    settle()
    yield "passwords_answer"
    now.one.empty.click()
    now.lists.show_report(invented_report(desk), "")
    settle()
    yield "passwords_list"
    now.lists.back()
    settle()


def invented_report(desk: Desk) -> Report:
    """What a list might say of the accounts there are."""
    bench = desk.bench
    names = {one.network: bench.checklists.name(one.network) for one in person.accounts(bench.vault)}
    listed = list(names.items())
    results = []
    for at, (network, name) in enumerate(listed):
        twin = (listed[1 - at][1],) if at < 2 and len(listed) > 1 else ()
        grade, sorts = (Grade.PERSONAL, (Sort.TOWN,)) if at == 2 else (Grade.STRONG, ())
        results.append(
            AccountResult(str(at), network, name, 1, twin, 2 if twin else 0, grade, sorts, two_step=at % 2 == 0)
        )
    return Report(Manager.BITWARDEN, 42, 3, tuple(results), says_two_step=True, says_dates=False)

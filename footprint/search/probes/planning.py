"""What would be asked of whom, word for word, before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from footprint import person
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.person import AccountState, DetailKind
from footprint.search.probes.made_up import CannotMakeUp, made_up
from footprint.search.probes.records import Ask, Line, Plan, Site
from footprint.search.probes.refusals import refused
from footprint.vault import Vault
from footprint.web import Sending

_LONGEST = 100


class BadHandle(FootprintError):
    """What was typed is no username."""


def read_handle(text: str) -> str:
    """A username as it is asked for, without the @ people put before it; `BadHandle` with what to do."""
    handle = text.strip().removeprefix("@")
    if not handle:
        raise BadHandle(_("Enter the username to look for."))
    if len(handle) > _LONGEST or not handle.isprintable() or re.search(r"[\s/\\<>?#{}]", handle):
        raise BadHandle(_("“{text}” is not a username. It has no spaces and no slashes.").format(text=handle[:80]))
    return handle


def own_handles(vault: Vault) -> tuple[str, ...]:
    """The usernames the person has switched on for searching."""
    return tuple(
        dict.fromkeys(
            one.text.removeprefix("@") for one in person.searchable(vault) if one.kind is DetailKind.HANDLE and one.text
        )
    )


def plan(vault: Vault, sites: Iterable[Site], handles: Sequence[str] = (), *, own: bool = True) -> Plan:
    """Ask every site for `handles` (else the person's own); with `own`, each declared account at its network too.

    A username that does not fit the rule of a site is not asked there. Sites nobody should be asked about are left out.
    """
    wanted = [read_handle(one) for one in handles] or [read_handle(one) for one in own_handles(vault)]
    declared = _declared(vault) if own else {}
    lines: list[Line] = []
    unfit: list[tuple[str, str]] = []
    for site in sites:
        if refused(_host(site.profile)) or refused(_host(site.asked_address("x"))):
            continue
        fits = re.compile(site.handle_rule or ".+").fullmatch
        unfit += [(site.name, one) for one in wanted if not fits(one)]
        mine = [one for one in declared.get(site.network or site.id, ()) if fits(one)]
        asks = [Ask(one, declared=True) for one in mine]
        taken = {one.casefold() for one in mine}
        asks += [Ask(one) for one in dict.fromkeys(wanted) if fits(one) and one.casefold() not in taken]
        line = _line(len(lines) + 1, site, tuple(asks)) if asks else None
        if line is not None:
            lines.append(line)
    return Plan(tuple(lines), tuple(unfit))


def _declared(vault: Vault) -> dict[str, list[str]]:
    """The usernames of accounts the person has, by network; a closed account need not be there any more."""
    found: dict[str, list[str]] = {}
    for account in person.accounts(vault):
        if account.handle and account.state is not AccountState.CLOSED:
            found.setdefault(account.network, []).append(account.handle.removeprefix("@"))
    return found


def _line(number: int, site: Site, asks: tuple[Ask, ...]) -> Line | None:
    asked = {one.handle.casefold() for one in asks}
    made: list[str] = []
    try:
        while len(made) < 2:
            word = made_up(site.handle_rule, site.probe.form)
            if word.casefold() not in asked:
                made.append(word)
                asked.add(word.casefold())
    except CannotMakeUp:
        return None
    return Line(number, site, asks, (made[0], made[1]), tuple(_sendings(site, asks, made)))


def _sendings(site: Site, asks: Iterable[Ask], made: Iterable[str]) -> Iterable[Sending]:
    keeps = _("{site} may keep the username and your internet address. It does not say how long.").format(
        site=site.name
    )

    def sending(handle: str, why: str, *, yours: bool) -> Sending:
        url = site.asked_address(handle)
        return Sending(_host(url), handle, why, url, (handle,) if yours else (), keeps)

    for one in asks:
        why = _("Is your account seen?") if one.declared else _("Is there a profile with this username?")
        yield sending(one.handle, why, yours=True)
    for word in made:
        yield sending(word, _("A made-up username, to see what the site says when nobody is there"), yours=False)
    if site.probe.known and site.probe.sure:
        why = _("An account that is there for certain, to see that the site shows one")
        yield sending(site.probe.known, why, yours=False)


def _host(address: str) -> str:
    try:
        return urlsplit(address.replace("{handle}", "x")).hostname or ""
    except ValueError:
        return ""

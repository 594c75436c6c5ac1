"""A key is tried when it is given: one question about nobody, so that a wrong key is known at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.search import access
from footprint.search.access import BadKey
from footprint.search.records import Outcome, Page
from footprint.search.running import outcome_of
from footprint.tasks import Task
from footprint.vault import Done, Vault
from footprint.web import Purpose, Request, Sending, WebProblem

if TYPE_CHECKING:
    from footprint.search.providers.base import Provider
    from footprint.web import Web

WORDS = "example"  # about nobody


class KeyState(Labelled):
    """What came of trying a key."""

    WORKS = "works", N_("The key works.")
    KEPT = "kept", N_("The key is kept. The source gave no answer, so it could not be tried.")
    UNTRIED = "untried", N_("The key is kept. It was not tried.")


@dataclass(frozen=True)
class Tried:
    """A key that was kept. `shown` is its end; `note` says why it could not be tried."""

    shown: str
    state: KeyState
    note: str = ""


def key_preview(provider: Provider) -> tuple[Sending, ...]:
    """What trying a key sends, for the person to read before."""
    host = provider.host or _("the server you name")
    return (Sending(host, WORDS, _("To see if the key works"), "", (), _(provider.keeps)),)


def try_and_give(vault: Vault, web: Web, provider: Provider, text: str, task: Task) -> Done[Tried]:
    """Ask once with the key, and keep it; raises `BadKey` for one that was refused, and keeps nothing then.

    Calling this is the press of the button. A source that cannot be reached says nothing about the key: it is kept.
    """
    if provider.needs is None or not provider.needs.secret:
        raise ValueError(f"{provider.name} takes no key")
    key = access.read_key(text)
    page = _ask(web, provider, key, task)
    if page.outcome is Outcome.KEY_REFUSED:
        raise BadKey(_("{label} did not accept this key. Copy it again.").format(label=_(provider.label)))
    kept = access.give(vault, provider, key)
    works = page.outcome.searched or page.outcome is Outcome.PARTIAL
    tried = Tried(kept.value, KeyState.WORKS if works else KeyState.KEPT, "" if works else page.note)
    return Done(tried, kept.undo)


def _ask(web: Web, provider: Provider, key: str, task: Task) -> Page:
    request: Request = provider.requests(provider.wording(WORDS), (), key)[0]
    host = urlsplit(request.url).hostname or ""
    sending = Sending(host, WORDS, _("To see if the key works"), request.masked(request.url), (), _(provider.keeps))
    try:
        with web.consented(Purpose.SEARCH, (sending,)) as consent:
            return provider.read(web.fetch(request, consent, task))
    except WebProblem as problem:
        return Page(outcome_of(problem), note=request.masked(str(problem)))

"""New steps fetched from one address, when the person has read what goes and pressed the button."""

from __future__ import annotations

from urllib.parse import urlsplit

from footprint.checklists.release import LARGEST_FILE, BadSteps
from footprint.i18n import _
from footprint.tasks import Task
from footprint.web import Purpose, Request, Sending, Web


def sending(address: str) -> Sending:
    """The preview. The request says nothing about the person; the site sees their internet address, as any does."""
    return Sending(
        host=_host(address),
        words=_("Nothing about you. Only this address: {address}").format(address=address),
        why=_("to fetch new steps for the checklists"),
        url=address,
        keeps=_("The site can see your internet address and the time, as any page you open can."),
    )


def fetch(web: Web, address: str, task: Task) -> bytes:
    """The signed file at `address`, not yet looked at. Raises `BadSteps`, or a `WebProblem` in a sentence."""
    request = Request(address, Purpose.UPDATE, cap=LARGEST_FILE)
    with web.consented(Purpose.UPDATE, [sending(address)]) as consent:
        reply = web.fetch(request, consent, task)
    if reply.status != 200:
        raise BadSteps(
            _("{host} answered {status} and sent no new steps. Nothing changed.").format(
                host=_host(address), status=reply.status
            )
        )
    return reply.body


def _host(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname:
        raise BadSteps(_("“{address}” is not an address that starts with https://.").format(address=address[:80]))
    return parts.hostname

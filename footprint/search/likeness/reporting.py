"""What to do about a profile that pretends to be the person: the network's own way, what to keep, what to say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint.checklists import Confidence, Library, NetworkFile
from footprint.checklists.format import Impersonation
from footprint.i18n import _
from footprint.person import Profile
from footprint.search.likeness.profiles import Found


@dataclass(frozen=True)
class Step:
    """One thing to do, and how; `lines` may hold **bold** words. `note` is worth knowing before."""

    title: str
    lines: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class Route:
    """The way to have it taken down, in order. `link` leads to the network's form, where one is known.

    `source` and `verified` say where the network's steps come from; `certain` is False where nobody has checked them,
    and then they are not shown as steps. `words` is what to write, to copy.
    """

    network_name: str
    steps: tuple[Step, ...]
    link: str
    source: str
    verified: date | None
    certain: bool
    words: str


def route(library: Library, found: Found, who: Profile | None = None) -> Route:
    """The route for a profile on its network; the general one where the network's own way is not known."""
    file = library.network(found.network) if found.network in library else None
    page = impersonation_page(file)
    own = page.steps if page is not None else (
        _("Open the profile and look for 3 dots or **Report**."),
        _("Say that it pretends to be you. You may be asked to show who you are."),
    )  # fmt: skip
    manager = (who or Profile()).role.turns_to
    steps = (
        Step(
            _("Keep a copy first"),
            (
                _("Take a picture of the whole profile, with its address and the day."),
                _("Keep it on your list. Once the profile is gone, nobody can look it up."),
                _("Do not write to them, and do not accept a request from them."),
            ),
        ),
        Step(_("Report it to {network}").format(network=found.network_name), own, "" if page is None else page.note),
        Step(
            _("Ask friends to help"),
            (
                _("Tell them in private that the profile is not yours, and not to accept it."),
                _("Do not ask them to report it. {network} takes this from you alone.").format(
                    network=found.network_name
                )
                if page is not None and page.alone
                else _("Ask 2 or 3 of them to report it too."),
            ),
        ),
        Step(
            _("Tell {who}").format(who=manager),
            (
                _("Do this if it shows where you work, or writes to people you support or their families."),
                _("They need to know that the messages are not from you."),
            ),
        ),
    )
    return Route(
        found.network_name,
        steps,
        page.link if page is not None else "",
        page.source if page is not None else "",
        page.verified if page is not None else None,
        page is not None,
        _(
            "This profile uses my name and my picture. It is not mine, and I did not agree to it. "
            "I am the person shown. I ask you to take it down: {address}"
        ).format(address=found.finding.address),
    )


def impersonation_page(file: NetworkFile | None) -> Impersonation | None:
    """The network's own way to report somebody who pretends to be you, if a source was seen for it."""
    if file is None:
        return None
    page = file.pages.impersonation
    if page is None or not page.steps or page.confidence is Confidence.UNVERIFIED:
        return None
    return page

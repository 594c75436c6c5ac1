"""Pages on which a person is expected to be listed for their work: nothing to ask anybody to take down."""

from __future__ import annotations

import re

from footprint.search.addresses import host_of
from footprint.search.hosts import is_on
from footprint.search.matching.names import fold
from footprint.search.matching.phrases import in_words
from footprint.search.matching.signs import Employer
from footprint.search.matching.weighing import Profile
from footprint.search.reading.page import PageTold
from footprint.search.registers import is_register
from footprint.wordlists import words

# Those who inspect care name its registered managers in their reports (checklists `care-inspection-reports`).
_INSPECTORS = words(
    "cqc.org.uk careinspectorate.com careinspectorate.wales rqia.org.uk reports.ofsted.gov.uk files.ofsted.gov.uk"
)
_REGISTER = re.compile(
    r"\b(?:public register|register of (?:\w+ ){0,2}(?:workers|practitioners|professionals|nurses|managers|therapists)"
    r"|professional register|registration check|check the register)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:staff|team|teams|people|who we are|meet (?:the|our)|our (?:directors?|leaders?|managers?|nurses)|contacts?"
    r"|directory|leadership|management|about|profile|committee|speakers?)\b"
)


def is_professional(told: PageTold, who: Profile, address: str) -> bool:
    """A register, an inspector's report, or the own page of an employer of theirs."""
    host = host_of(address)
    if is_register(host) or any(is_on(host, one) for one in _INSPECTORS):
        return True
    if _REGISTER.search(f"{told.title} {told.heading}"):
        return True
    return any(_is_site_of(one, told, host) for one in who.life.employers) and bool(
        _STAFF.search(_about(told, address))
    )


def _is_site_of(employer: Employer, told: PageTold, host: str) -> bool:
    """The site says that it is the employer's, or is named like it."""
    whole = " ".join(employer.whole)
    said = fold(told.site).strip()
    if said and (said == whole or whole in said):
        return True
    name = "".join(employer.core)
    labels = [one.replace("-", "") for one in host.split(".")[:-1]]
    return len(name) > 4 and any(name in one for one in labels) and whole in fold(_words(told))


def _words(told: PageTold) -> str:
    return " ".join([told.title, told.heading, *(one.text for one in told.blocks[:200])])


def _about(told: PageTold, address: str) -> str:
    path = address.split("://", 1)[-1].partition("/")[2]
    return " ".join((fold(told.title), fold(told.heading), *in_words(path.replace("/", " ").replace("-", " ")).folded))

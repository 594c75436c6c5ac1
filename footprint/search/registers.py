"""Sites that have to list people of a profession: a result there is no reason to ask for removal."""

from __future__ import annotations

from footprint.search.hosts import is_on
from footprint.wordlists import words

# Social Work England, Social Care Wales, SSSC, NISCC, HCPC, NMC and GMC (`facts/search-and-removal.md` A4).
_REGISTERS = words("socialworkengland.org.uk socialcare.wales sssc.uk.com niscc.info hcpc-uk.org nmc.org.uk gmc-uk.org")


def is_register(host: str) -> bool:
    """Whether a site, as `host_of` names it, keeps a professional register."""
    return any(is_on(host, one) for one in _REGISTERS)

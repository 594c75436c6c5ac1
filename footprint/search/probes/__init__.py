"""Does this username exist on these sites? Found, absent or cannot tell, and always with the reason."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.search.probes.planning import BadHandle, own_handles, plan, read_handle
    from footprint.search.probes.records import Answer, Ask, Calibration, Line, Plan, Reason, Result, Run, Site
    from footprint.search.probes.refusals import NeverAsked, refused
    from footprint.search.probes.running import AT_ONCE, NothingToAsk, find_run, last_run, run, runs
    from footprint.search.probes.sites import BadSites, known_sites, read_sites
else:
    __getattr__ = front_door(
        __name__,
        {
            "planning": "BadHandle own_handles plan read_handle",
            "records": "Answer Ask Calibration Line Plan Reason Result Run Site",
            "refusals": "NeverAsked refused",
            "running": "AT_ONCE NothingToAsk find_run last_run run runs",
            "sites": "BadSites known_sites read_sites",
        },
    )

__all__ = [
    "AT_ONCE",
    "Answer",
    "Ask",
    "BadHandle",
    "BadSites",
    "Calibration",
    "Line",
    "NeverAsked",
    "NothingToAsk",
    "Plan",
    "Reason",
    "Result",
    "Run",
    "Site",
    "find_run",
    "known_sites",
    "last_run",
    "own_handles",
    "plan",
    "read_handle",
    "read_sites",
    "refused",
    "run",
    "runs",
]

"""What else a network keeps about the person, each with the check that leads to the page where it is cleared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from footprint.archives.index.contents import contents
from footprint.archives.records import HeldKind
from footprint.checklists import Check, Library
from footprint.vault import Vault

# Checks by the ids they have in the files of networks, the best first; each leads to the page and its steps.
_CHECKS: Mapping[HeldKind, tuple[str, ...]] = {
    HeldKind.LOGIN: ("login_history", "recent_activity", "signed_in_devices", "sessions", "linked_devices"),
    HeldKind.DEVICE: ("signed_in_devices", "sessions", "linked_devices", "remembered"),
    HeldKind.APP: ("apps_websites", "permitted_services", "apps", "app_passwords"),
    HeldKind.ADVERTISER: ("ad_partners", "ads", "ads_outside", "ads_profile"),
    HeldKind.INTEREST: ("ads", "ads_profile", "ad_partners", "social_ads"),
    HeldKind.INFERENCE: ("inferred_identity", "ads", "ads_profile", "ad_partners", "primary_location"),
    HeldKind.ADDRESS_BOOK: ("upload_contacts", "sync_contacts", "contacts", "suggest_contacts"),
    HeldKind.SEARCH: ("search_history", "web_activity", "history", "activity_log"),
    HeldKind.VIEW: ("history", "web_activity", "activity_log"),
    HeldKind.PLACE: ("location_permission", "primary_location", "location", "location_sharing", "post_location"),
    HeldKind.DETAIL: ("contact_info", "about_info", "work_contact", "profile_text"),
}


@dataclass(frozen=True)
class Kept:
    """So many things of one sort at one network. `check` is None where no checklist leads to their page."""

    network: str
    kind: HeldKind
    count: int
    check: Check | None


def held(vault: Vault, library: Library) -> tuple[Kept, ...]:
    """By network, those with a way to clear them first, then the most."""
    found = [
        Kept(one.network, one.kind, one.count, _check(library, one.network, one.kind)) for one in contents(vault).held
    ]
    return tuple(sorted(found, key=lambda one: (one.network, one.check is None, -one.count, one.kind)))


def _check(library: Library, network: str, kind: HeldKind) -> Check | None:
    if network not in library:
        return None
    live = {one.id: one for one in library.network(network).checks if not one.retired}
    return next((live[one] for one in _CHECKS[kind] if one in live), None)

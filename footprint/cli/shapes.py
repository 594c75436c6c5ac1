"""What each record looks like in `--json`: the field names here are a promise (`docs/command-line.md`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from footprint.packs.origins import FromPack

DETAIL = "id kind text given family searchable network"
PROFILE = "nation role service regulator"
ACCOUNT = "id network label handle address purpose state added_at"
ANSWER = "id network check choice decision changed_to set_to reason until at"
CHECKLIST = "id name kind checks essential minutes official independent unverified oldest"
PROBLEM = "file place text line"
LINK = "file place link"
LINK_LOOK = "link state status now words"
CHANGE = "network network_name check title change again"
QUICK = "network network_name why"
FACT = "id part says ended left_out"
PAGE = "link menu steps note"
ADDRESS = "label link own_view needs_handle"
MARK = "seen note item_id"
STRANGER_LOOK = "id network account_id looked_at finished_at"
FINDING = "id address host title snippet first_seen last_seen is_new seen_last_time verdict glad band score reasons"
LINE = "number on provider label words details why"
SENDING = "host words url details keeps"
LOOK = "id provider words outcome note results first_look"  # and whether it counts as `searched`
PROBE_RESULT = "site site_name handle address answer reason declared sure"
ROW = "id title host place network kind origin action severity state status due found_at"
ITEM = (
    "id title address host place network kind origin action contact notes severity state due found_at"
    " finding_id check account_id changed_at relation"
)
TOGETHER_ITEM = "id title address host place network state due found_at"
EVENT = "at kind words note state"
EVIDENCE = "id item_id kind sha256 taken_at bytes name width height address says_where shows made_from"
REQUEST = "id item_id letter tone how text sent_on due"
RECHECK = "id item_id at verdict reason by_hand first note"
RECHECK_LINE = "number item_id title address host problem warning on requests"
RECHECK_STANDING = "item_id verdict reason by_hand since next_day looks"
INCIDENT = (
    "id kind what seen_on seen_at place concerns agreed wanted network item_id manager_fits begun_at finished_at"
    " handed_on"
)
PROOF = "id kept_id kind name sha256 size taken_at shows made_from"
CONTACT = "post name phone email hours"
DELETED = "id title deleted_at until"
ENTRY = "id kind at purpose host method url headers details note connected outcome status bytes"
LIFE_EVENT = "id name line again_days"
LIFE_STEP = "id form title why guidance steps place"
PLAN = "networks made search by again sender note prompts"
PLAN_PART = "network name known mine done total finished again"
THING = "key kind title reason minutes due last how_often why mine put_off"
PACK = "id organisation version fingerprint signed size"
SUGGESTION = "key kind urgency title reason minutes due done total"


def shape(record: object, names: str, **more: object) -> dict[str, Any]:
    """These fields of a record, and whatever else belongs to it."""
    return {**{name: getattr(record, name) for name in names.split()}, **more}


def came_from(mark: FromPack | None) -> dict[str, Any] | None:
    """The field `from`: what an employer's pack added, says otherwise or hides; null for what ships with the app."""
    return None if mark is None else {"organisation": mark.organisation, "how": mark.how, "reason": mark.reason}


def marked(record: object, names: str, **more: object) -> dict[str, Any]:
    """`shape` of a record that may come from a pack."""
    return shape(record, names, **{**more, "from": came_from(getattr(record, "origin", None))})

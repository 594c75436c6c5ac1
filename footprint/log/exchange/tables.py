"""What of the log travels, and what stays behind: the list another computer is given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """One table of records.

    `key` says which rows of two vaults are the same one. `local` columns are this vault's own: they are not compared,
    and a row that is there keeps its own. `apart` columns are reckoned anew after a merge (`log/answers`). `of` is the
    column that names the item a row hangs on ("" for none: then it travels only with the whole list). `words` are
    emptied with an item that was deleted for good.
    """

    name: str
    key: tuple[str, ...] = ("id",)
    local: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    of: str = "item_id"
    words: tuple[str, ...] = ()


ITEMS = Table("log_item", local=("num", "answers"), apart=("origin", "relation"), of="id")
ORIGINS = Table("log_origin", words=("origin", "relation", "over"))
MEMBERS = Table("log_set_item")
EVIDENCE = Table("log_evidence", words=("sha256", "name", "address"))
VIEWS = Table("log_view", local=("num", "opens"), of="")

TABLES = (
    ITEMS,  # first: what hangs on an item asks whether it was deleted for good
    ORIGINS,
    Table("log_event", words=("note", "about")),
    Table("log_request", words=("text",)),
    EVIDENCE,
    Table("log_rung"),
    Table("log_reply", words=("text", "contact")),
    Table("log_ladder_fact", key=("item_id", "name"), local=("id",)),
    Table("recheck_look"),
    MEMBERS,
    Table("log_set", of=""),
    Table("log_life_event", key=("kind",), local=("id",), of=""),
    VIEWS,
    Table("recheck_run", of=""),
)
"""Every table of records that travels; their bytes of evidence go with them. Nothing of any other room.

What putting items together changed (`log_merge`, `log_merged`) stays behind: it is written into tables when it is taken
apart, also into one that points to incident notes, and is no word of another computer's to say.
"""

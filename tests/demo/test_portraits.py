"""The invented person's drawn pictures: one stands on two of her accounts, and one profile that has it is not hers."""

from __future__ import annotations

from footprint import checklists, paths, person
from footprint.demo.portraits import IMPOSTOR, keep_portraits
from footprint.person import DetailKind, Purpose
from footprint.search import likeness
from footprint.search.likeness import Likeness
from footprint.vault import Vault


def test_what_the_pictures_tell(vault: Vault) -> None:
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    person.add_account(vault, "facebook", handle="ada.example.demo")
    person.add_account(vault, "linkedin", handle="ada-example-demo", purpose=Purpose.PROFESSIONAL)
    person.add_account(vault, "whatsapp")
    keep_portraits(vault)
    standing = likeness.look(vault, checklists.load(paths.shipped("checklists")))
    (group,) = standing.groups
    assert group.likeness is Likeness.SAME and group.crosses and len(group.places) == 2
    assert [one.found.finding.address for one in standing.to_ask] == [IMPOSTOR]
    assert len(standing.meetings) == 2

"""An employer's guidance over the guidance that ships: added, said in other words, or hidden with the reason."""

from __future__ import annotations

from msgspec.structs import replace

from footprint.checklists.guidance import Guidance, GuidanceStatement, Rule, Section, Serving
from footprint.packs.format import AddedStatement, GuidanceFile, RewordedStatement
from footprint.packs.never import KEPT_STATEMENTS
from footprint.packs.origins import FromPack, How


def over(guidance: Guidance, part: GuidanceFile, organisation: str) -> Guidance:
    """`guidance` with the pack's part over it. What the part names and is not there any more is left out."""
    reworded = {one.id: one for one in part.reword if one.id not in KEPT_STATEMENTS}
    hiding = {one.id: one.reason for one in part.hide if one.id not in KEPT_STATEMENTS}
    shown: list[GuidanceStatement] = []
    hidden: list[GuidanceStatement] = []
    originals: list[GuidanceStatement] = []
    for one in guidance.statements():
        if one.id in hiding:
            hidden.append(replace(one, origin=FromPack(organisation, How.HIDDEN, hiding[one.id])))
            originals.append(one)
        elif one.id in reworded:
            shown.append(_reworded(one, reworded[one.id], organisation))
            originals.append(one)
        else:
            shown.append(one)
    sections = (*guidance.sections, *(Section(id=one.id, title=one.title) for one in part.section))
    known = {one.id for one in sections}
    shown += [_added(one, organisation) for one in part.add if one.section in known]
    return Guidance(
        guidance.title,
        guidance.summary,
        sections,
        shown,
        hidden=hidden,
        originals=originals,
        organisation=organisation,
    )


def _reworded(one: GuidanceStatement, new: RewordedStatement, organisation: str) -> GuidanceStatement:
    mark = FromPack(organisation, How.REWORDED, new.reason, one.text)
    return replace(one, short=new.short or one.short, text=new.text or one.text, origin=mark)


def _added(new: AddedStatement, organisation: str) -> GuidanceStatement:
    return GuidanceStatement(
        id=new.id,
        section=new.section,
        kind=Serving.TEXT,
        short=new.short,
        text=new.text,
        rule=Rule(new.rule) if new.rule else None,
        origin=FromPack(organisation),
        link=new.link,
        link_label=new.link_label,
    )

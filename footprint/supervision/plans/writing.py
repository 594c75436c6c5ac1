"""A plan as a file: a few lines of TOML that anybody can read, with our own sentence on top."""

from __future__ import annotations

import json
from datetime import date

from footprint.supervision.plans.records import ENDING, FORMAT, PROMISE, Plan, checked

_TOP = """\
# A plan made with Footprint Check. Open it in the app, or read it as it is.
"""


def file_of(plan: Plan) -> bytes:
    """The file. Raises `BadPlan` for what no plan can hold."""
    plan = checked(plan)
    lines = [
        f"footprint_plan = {FORMAT}",
        f"promise = {_text(PROMISE)}",
        f"made = {plan.made.isoformat()}",
        f"from = {_text(plan.sender)}" if plan.sender else "",
        f"networks = [{', '.join(map(_text, plan.networks))}]",
        f"search_for_your_name = {str(plan.search).lower()}",
        f"by = {plan.by.isoformat()}" if plan.by else "",
        f"look_again_months = {plan.again}" if plan.again else "",
        f"note = {_text(plan.note)}" if plan.note else "",
        f"questions = [{', '.join(map(_text, plan.prompts))}]" if plan.prompts else "",
    ]
    return (_TOP + "\n".join(line for line in lines if line) + "\n").encode()


def file_name(made: date) -> str:
    """A name with nothing personal in it."""
    return f"online-check-plan-{made.isoformat()}{ENDING}"


def _text(words: str) -> str:
    """A TOML string. JSON escapes all that TOML wants escaped but one letter, which `tidy` never leaves in a text."""
    return json.dumps(words, ensure_ascii=False)

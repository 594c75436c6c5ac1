"""How every page of a report is filled in: what stands in it is always escaped, and nothing may be missing."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined


def environment() -> Environment:
    """Reads the templates of this room."""
    return Environment(
        loader=PackageLoader("footprint.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

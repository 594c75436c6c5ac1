"""A part of a picture as four numbers on the command line."""

from __future__ import annotations

import click

from footprint.i18n import _
from footprint.log import Box


class BoxType(click.ParamType[Box]):
    """`LEFT,TOP,RIGHT,BOTTOM`, each from 0 to 1."""

    name = "box"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Box:
        if isinstance(value, Box):
            return value
        try:
            left, top, right, bottom = (float(part) for part in str(value).split(","))
        except ValueError:
            self.fail(_("Give four numbers from 0 to 1, such as 0.1,0.1,0.5,0.5."), param, ctx)
        if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
            self.fail(_("Give four numbers from 0 to 1, such as 0.1,0.1,0.5,0.5."), param, ctx)
        return Box(left, top, right, bottom)


BOX = BoxType()

"""Commands that are imported when they are used, so that `footprint --help` and a lint start at once."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

from footprint.i18n import _


class Commands(click.Group):
    """`table` says for each name the module of `footprint.cli`, what it is called in there, and its line of help."""

    def __init__(self, *arguments: Any, table: Mapping[str, tuple[str, str, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self._table, *(name for name in super().list_commands(ctx) if name not in self._table)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._table:
            return super().get_command(ctx, cmd_name)
        module, attribute, _help = self._table[cmd_name]
        found = getattr(importlib.import_module(f"footprint.cli.{module}"), attribute)
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(self._table[name][2])) for name in self._table])

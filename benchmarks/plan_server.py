"""The sources and some sites on loopback as a process of its own, each answer after a wait, as over a long line.

Says where it listens in one line of JSON; each further line it reads is answered with how often each host was asked.
"""

from __future__ import annotations

import json
import sys
from collections import Counter

from footprint.demo.answers import Answer, Asked
from tests.search.probes.site_web import SiteWeb
from tests.search.probes.table import Row, rows

LATENCY = 0.3  # seconds
SITES = 60


def sites() -> tuple[Row, ...]:
    """Sites that behave: the others would end a conversation early."""
    return tuple(row for row in rows() if row.behaves and not row.kind.startswith("slow"))[:SITES]


class FarWeb(SiteWeb):
    """The loopback web, far away. Each visit has a thread of its own, so nobody waits for another's answer."""

    def __init__(self) -> None:
        self._table = {row.host: row for row in sites()}
        super().__init__(tuple(self._table.values()))

    def answer(self, asked: Asked) -> Answer:
        self.closing(LATENCY)
        if asked.host in self._table:
            return super().answer(asked)
        return super(SiteWeb, self).answer(asked)


def main() -> None:
    with FarWeb() as web:
        _say({"port": web.dial("", 443)[1], "authority": str(web.authority)})
        for _line in sys.stdin:
            _say({"asked": Counter(one.host for one in web.asked), "crowded": sorted(web.crowded)})


def _say(what: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

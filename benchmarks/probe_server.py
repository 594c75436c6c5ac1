"""The loopback web of 420 sites as a process of its own, so that no checker shares its processor time with it.

Says where it listens in one line of JSON; each further line it reads is answered with how many questions were asked.
"""

from __future__ import annotations

import json
import sys

from tests.search.probes.site_web import SiteWeb
from tests.search.probes.table import rows

LEFT_OUT = ("too slow", "hangs up")  # they measure time limits and nothing else


def main() -> None:
    table = tuple(row for row in rows() if row.kind not in LEFT_OUT) if "--timed" in sys.argv else rows()
    with SiteWeb(table) as web:
        _say({"port": web.dial("", 443)[1], "authority": str(web.authority)})
        for _line in sys.stdin:
            _say({"asked": len(web.asked)})


def _say(what: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

"""Runs another checker against the loopback web. Started by the Python in which that checker is installed.

`probe_peers.py NAME`, with {"port", "sites", "handles"} as JSON on standard input; what it found comes out as JSON:
{"seconds", "found": [[site, handle], ...], "absent": [...]}. It looks every name up on this computer, never elsewhere.
"""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import sys
import time
from typing import Any

Pairs = list[list[str]]


def main() -> None:
    given = json.load(sys.stdin)
    _only_here(given["port"])
    run = {"sherlock": _sherlock, "maigret": _maigret}[sys.argv[1]]
    out, sys.stdout = sys.stdout, sys.stderr
    seconds, found, absent = run(given["sites"], given["handles"])
    out.write(json.dumps({"seconds": seconds, "found": found, "absent": absent}))


def _only_here(port: int) -> None:
    def look_up(*_arguments: Any, **_named: Any) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    socket.getaddrinfo = look_up


def _sherlock(sites: list[dict[str, str]], handles: list[str]) -> tuple[float, Pairs, Pairs]:
    from sherlock_project.notify import QueryNotify  # type: ignore[import-not-found]
    from sherlock_project.result import QueryStatus  # type: ignore[import-not-found]
    from sherlock_project.sherlock import sherlock  # type: ignore[import-not-found]

    says = {
        "status": {"errorType": "status_code"},
        "message": {"errorType": "message", "errorMsg": "There is no member of that name."},
        "json": {"errorType": "message", "errorMsg": '{"user": null}'},
    }
    data = {}
    for site in sites:
        rule = says.get(site["rule"]) or {"errorType": "response_url", "errorUrl": f"https://{site['host']}/welcome"}
        main_page = f"https://{site['host']}/"
        data[site["id"]] = {**rule, "url": f"{main_page}u/{{}}", "urlMain": main_page, "username_claimed": "x"}
    found, absent = [], []
    started = time.perf_counter()
    for handle in handles:
        for site, result in sherlock(handle, data, QueryNotify(), timeout=15).items():
            if result["status"].status == QueryStatus.CLAIMED:
                found.append([site, handle])
            elif result["status"].status == QueryStatus.AVAILABLE:
                absent.append([site, handle])
    return time.perf_counter() - started, found, absent


def _maigret(sites: list[dict[str, str]], handles: list[str]) -> tuple[float, Pairs, Pairs]:
    from maigret.checking import maigret  # type: ignore[import-not-found]
    from maigret.result import MaigretCheckStatus  # type: ignore[import-not-found]
    from maigret.sites import MaigretDatabase  # type: ignore[import-not-found]

    says: dict[str, dict[str, Any]] = {
        "status": {"checkType": "status_code"},
        "message": {
            "checkType": "message",
            "presenseStrs": ["profile:username"],
            "absenceStrs": ["There is no member of that name."],
        },
        "json": {"checkType": "message", "presenseStrs": ['"name"'], "absenceStrs": ['{"user": null}']},
        "redirect": {"checkType": "response_url"},
    }
    made = {
        site["id"]: {
            **says[site["rule"]],
            "url": f"https://{site['host']}/u/{{username}}",
            "urlMain": f"https://{site['host']}/",
            "usernameClaimed": "x",
            "usernameUnclaimed": "noonewouldeverusethis7",
            "tags": [],
        }
        for site in sites
    }
    database = MaigretDatabase().load_from_json({"sites": made, "engines": {}, "tags": []})
    chosen = database.ranked_sites_dict()
    found, absent = [], []
    started = time.perf_counter()
    for handle in handles:
        results = asyncio.run(
            maigret(
                handle,
                chosen,
                logging.getLogger("quiet"),
                timeout=15,
                no_progressbar=True,
                dns_resolver="threaded",
            )
        )
        for site, result in results.items():
            status = result["status"].status
            if status == MaigretCheckStatus.CLAIMED:
                found.append([site, handle])
            elif status == MaigretCheckStatus.AVAILABLE:
                absent.append([site, handle])
    return time.perf_counter() - started, found, absent


if __name__ == "__main__":
    main()

"""How the registers, encyclopedias and look-ups by address answer on the loopback web, in their real shapes."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from urllib.parse import unquote

from footprint.demo.answers import Answer, Asked, json_answer
from footprint.demo.web_pages import Entry, Pages, matches

MOJEEK = "api.mojeek.com"
MOJEEK_KEY = "demo-mojeek-key-0000"
COMPANIES = "api.company-information.service.gov.uk"
COMPANIES_KEY = "demo-companies-key-0000"
MASTODON = "social.example"
WIKIPEDIA = "en.wikipedia.org"
WIKIDATA = "www.wikidata.org"
ORCID = "pub.orcid.org"
STACK_EXCHANGE = "api.stackexchange.com"
HACKER_NEWS = "hn.algolia.com"
GRAVATAR = "api.gravatar.com"
XPOSED = "api.xposedornot.com"
WAYBACK = "web.archive.org"


def mojeek(pages: Pages, asked: Asked) -> Answer:
    if asked.query.get("api_key") != MOJEEK_KEY:
        return json_answer({"response": {"status": "ERROR: Invalid API key"}})
    query, start, most = asked.query.get("q", ""), int(asked.query.get("s", "1")), int(asked.query.get("t", "10"))
    hits = pages.search(query)
    results = [
        {"url": url, "title": page.title, "desc": page.snippet} for url, page in hits[start - 1 : start - 1 + most]
    ]
    head = {"query": query, "start": start, "return": len(results), "results": len(hits)}
    return json_answer({"response": {"status": "OK", "head": head, "results": results}})


def companies(pages: Pages, asked: Asked) -> Answer:
    code = base64.b64encode(f"{COMPANIES_KEY}:".encode()).decode()
    if asked.headers.get("authorization") != f"Basic {code}":
        return json_answer({"error": "Invalid Authorization", "type": "ch:service"}, 401)
    items = [
        {
            "kind": "searchresults#officer", "title": one.name.upper(), "description": one.about,
            "appointment_count": 1, "links": {"self": f"/officers/{one.number}/appointments"},
        }
        for one in _named(pages, "companies-house", asked.query.get("q", ""))
    ]  # fmt: skip
    return json_answer({"kind": "search#officers", "total_results": len(items), "items": items, "start_index": 0})


def mastodon(pages: Pages, asked: Asked) -> Answer:
    wanted = asked.query.get("acct", "")
    known = next((one for one in pages.actor if one.handle.partition(".")[0] == wanted), None)
    if asked.path != "/api/v1/accounts/lookup" or known is None:
        return json_answer({"error": "Record not found"}, 404)
    return json_answer({
        "username": wanted, "acct": wanted, "display_name": known.name, "note": f"<p>{known.about}</p>",
        "url": f"https://{MASTODON}/@{wanted}", "locked": False,
    })  # fmt: skip


def wikipedia(pages: Pages, asked: Asked) -> Answer:
    found = _named(pages, "wikipedia", asked.query.get("srsearch", "").strip('"'))
    hits = [{"ns": 0, "title": one.name, "snippet": f'<span class="searchmatch">{one.about}</span>'} for one in found]
    return json_answer({"batchcomplete": True, "query": {"searchinfo": {"totalhits": len(hits)}, "search": hits}})


def wikidata(pages: Pages, asked: Asked) -> Answer:
    words = asked.query.get("search", "")
    found = _named(pages, "wikidata", words)
    hits = [{"id": one.number, "label": one.name, "description": one.about} for one in found]
    return json_answer({"searchinfo": {"search": words}, "search": hits, "success": 1})


def orcid(pages: Pages, asked: Asked) -> Answer:
    words = " ".join(re.findall(r'"([^"]+)"', asked.query.get("q", "")))
    found = [
        {
            "orcid-id": one.number, "given-names": one.name.split()[0], "family-names": one.name.split()[-1],
            "credit-name": None, "institution-name": [one.about],
        }
        for one in _named(pages, "orcid", words)
    ]  # fmt: skip
    return json_answer({"expanded-result": found or None, "num-found": len(found)})


def stack_exchange(pages: Pages, asked: Asked) -> Answer:
    found = [
        {"user_id": int(one.number), "display_name": one.name, "location": one.about,
         "link": f"https://stackoverflow.com/users/{one.number}/a"}
        for one in _named(pages, "stackexchange", asked.query.get("inname", ""))
    ]  # fmt: skip
    return json_answer({"items": found, "has_more": False, "quota_max": 300, "quota_remaining": 290})


def hacker_news(pages: Pages, asked: Asked) -> Answer:
    words = asked.query.get("query", "").strip('"')
    found = [
        {"objectID": one.number, "author": one.name, "title": None, "story_title": "Ask: invented things",
         "comment_text": one.about}
        for one in _of(pages, "hackernews") if matches(words, one.name, one.about)
    ]  # fmt: skip
    return json_answer({"hits": found, "nbHits": len(found), "page": 0})


def gravatar(pages: Pages, asked: Asked) -> Answer:
    known = {hashlib.sha256(one.number.encode()).hexdigest(): one for one in _of(pages, "gravatar")}
    one = known.get(asked.path.rpartition("/")[2])
    if one is None:
        return json_answer({"error": "Profile not found", "code": "uid_not_found"}, 404)
    page = "https://gravatar.com/adaexample"
    return json_answer({"hash": "0", "display_name": one.name, "profile_url": page, "description": one.about})


def xposed(pages: Pages, asked: Asked) -> Answer:
    wanted = unquote(asked.path.rpartition("/")[2])
    names = [one.name for one in _of(pages, "xposedornot") if one.number == wanted]
    if not names:
        return json_answer({"Error": "Not found", "email": None})
    return json_answer({"breaches": [names], "email": wanted, "status": "success"})


def wayback(pages: Pages, asked: Asked) -> Answer:
    wanted = asked.query.get("url", "")
    rows = [[one.name, wanted, "200", "text/html", "INVENTED"] for one in _of(pages, "wayback") if one.number == wanted]
    head = ["timestamp", "original", "statuscode", "mimetype", "digest"]
    return json_answer([head, *rows] if rows else [])


def _of(pages: Pages, source: str) -> list[Entry]:
    return [one for one in pages.entry if one.source == source]


def _named(pages: Pages, source: str, words: str) -> list[Entry]:
    return [one for one in _of(pages, source) if matches(words, one.name)]


MORE: Mapping[str, Callable[[Pages, Asked], Answer]] = {
    MOJEEK: mojeek, COMPANIES: companies, MASTODON: mastodon, WIKIPEDIA: wikipedia, WIKIDATA: wikidata, ORCID: orcid,
    STACK_EXCHANGE: stack_exchange, HACKER_NEWS: hacker_news, GRAVATAR: gravatar, XPOSED: xposed, WAYBACK: wayback,
}  # fmt: skip

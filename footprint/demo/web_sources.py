"""How the public sources answer on the loopback web, in the shapes their real ones use."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from footprint.demo.answers import Answer, Asked, json_answer, page_html
from footprint.demo.leaked import LEAKED_LISTS, leaked_lists
from footprint.demo.more_sources import MORE
from footprint.demo.web_pages import Actor, Coder, Pages, matches

SEARXNG = "search.example"
BRAVE = "api.search.brave.com"
BLUESKY = "public.api.bsky.app"
GITHUB = "api.github.com"
BRAVE_KEY = "demo-brave-key-0000"  # the only key the invented Brave accepts
_PAGE = 10


Source = Callable[[Pages, Asked], Answer]


def searxng(pages: Pages, asked: Asked) -> Answer:
    if asked.path != "/search":
        return page_html("<h1>Search</h1>", 200 if asked.path == "/" else 404)
    if asked.query.get("format") != "json":
        return page_html("<h1>Results</h1>")
    start = (_number(asked.query.get("pageno"), 1) - 1) * _PAGE
    query = asked.query.get("q", "")
    hits = pages.search(query)[start : start + _PAGE]
    results = [
        {
            "url": url, "title": page.title, "content": page.snippet, "engine": "invented", "engines": ["invented"],
            "category": "general", "score": round(1 / (start + place + 1), 3), "publishedDate": None,
        }
        for place, (url, page) in enumerate(hits)
    ]  # fmt: skip
    return json_answer({
        "query": query, "number_of_results": 0, "results": results, "answers": [], "corrections": [],
        "infoboxes": [], "suggestions": [], "unresponsive_engines": [],
    })  # fmt: skip


def brave(pages: Pages, asked: Asked) -> Answer:
    rate = {
        "X-RateLimit-Limit": "1, 2000", "X-RateLimit-Policy": "1;w=1, 2000;w=2592000",
        "X-RateLimit-Remaining": "0, 1987", "X-RateLimit-Reset": "1, 1209600",
    }  # fmt: skip
    if asked.headers.get("x-subscription-token") != BRAVE_KEY:
        error = {"code": "SUBSCRIPTION_TOKEN_INVALID", "status": 401}
        return json_answer({"type": "ErrorResponse", "error": error}, 401)
    query = asked.query.get("q", "")
    count = _number(asked.query.get("count"), 20)
    start = _number(asked.query.get("offset"), 0) * count
    hits = list(reversed(pages.search(query)))  # another order than the other search, as in life
    results = [
        {
            "title": page.title, "url": url, "description": _bold(page.snippet, query),
            "language": "en", "type": "search_result", "extra_snippets": [page.text[:120]],
        }
        for url, page in hits[start : start + count]
    ]  # fmt: skip
    more = len(hits) > start + count
    answer: dict[str, object] = {"type": "search", "query": {"original": query, "more_results_available": more}}
    if results:
        answer["web"] = {"type": "search", "results": results}
    return json_answer(answer, headers=rate)


def bluesky(pages: Pages, asked: Asked) -> Answer:
    if asked.path == "/xrpc/app.bsky.actor.searchActors":
        words = asked.query.get("q") or asked.query.get("term", "")
        found = [one for one in pages.actor if matches(words, one.name, one.handle, one.about)]
        return json_answer({"actors": [_actor(one) for one in found[: _number(asked.query.get("limit"), 25)]]})
    if asked.path == "/xrpc/app.bsky.actor.getProfile":
        known = {one.handle: one for one in pages.actor}.get(asked.query.get("actor", ""))
        if known is None:
            return json_answer({"error": "InvalidRequest", "message": "Profile not found"}, 400)
        return json_answer({**_actor(known), "followersCount": 12, "postsCount": 212})
    return json_answer({"error": "MethodNotImplemented", "message": "Method Not Implemented"}, 501)


def github(pages: Pages, asked: Asked) -> Answer:
    if asked.path == "/search/users":
        query = asked.query.get("q", "")
        place = " ".join(re.findall(r'location:"?([\w-]+)', query))
        words = re.sub(r'\b(in|location|type):("[^"]*"|\S+)', " ", query)
        found = [
            one
            for one in pages.coder
            if matches(words, one.name, one.login) and (not place or matches(place, one.place))
        ]
        items = [_coder(one) for one in found]
        return json_answer({"total_count": len(items), "incomplete_results": False, "items": items})
    login = re.fullmatch(r"/users/([\w-]+)", asked.path)
    known = {one.login.lower(): one for one in pages.coder}.get(login[1].lower()) if login else None
    if known is None:
        return json_answer({"message": "Not Found", "status": "404"}, 404)
    told = {"name": known.name, "location": known.place, "bio": known.about, "email": None}
    return json_answer({**_coder(known), **told})


def site(pages: Pages, asked: Asked) -> Answer:
    """An ordinary page."""
    page = pages.at(asked.host, asked.place)
    if page is None:
        return page_html("<h1>Page not found</h1>", 404)
    if page.goes_to:
        return Answer(302, headers={"Location": page.goes_to})
    return Answer(200, page.html.encode(), "text/html; charset=utf-8")


SOURCES: Mapping[str, Source] = {
    SEARXNG: searxng,
    BRAVE: brave,
    BLUESKY: bluesky,
    GITHUB: github,
    LEAKED_LISTS: leaked_lists,
    **MORE,
}


def _actor(one: Actor) -> dict[str, object]:
    return {
        "did": f"did:plc:{one.handle.split('.')[0]}", "handle": one.handle, "displayName": one.name,
        "description": one.about, "labels": [],
    }  # fmt: skip


def _coder(one: Coder) -> dict[str, object]:
    return {"login": one.login, "html_url": f"https://github.com/{one.login}", "type": "User", "score": 1.0}


def _bold(snippet: str, query: str) -> str:
    """Brave marks what it found; whoever reads the answer has to take the marks out."""
    for word in set(re.findall(r"\w{3,}", query)):
        snippet = re.sub(rf"\b({re.escape(word)})\b", r"<strong>\1</strong>", snippet)
    return snippet


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else otherwise

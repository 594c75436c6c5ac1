"""Addresses and hosts that tell by themselves: where one signs in, where one agrees, and where no program is sent."""

from __future__ import annotations

from urllib.parse import urlsplit

_SIGN_IN = (
    "login", "signin", "sign-in", "sign_in", "log-in", "log_in", "logon", "checkpoint", "authenticate", "authwall",
    "servicelogin", "signup", "sign-up", "paywall", "members-only",
)  # fmt: skip
_SIGN_IN_WHOLE = frozenset(
    {"accounts", "auth", "sso", "oauth", "oauth2", "idp", "session", "sessions", "join", "register", "subscribe", "uas"}
)
_CONSENT = (
    "consent", "cookie", "gdpr", "privacy-wall", "privacy-gate", "privacygate", "age-gate", "agegate",
    "age-verification", "captcha", "interstitial", "privacy-settings",
)  # fmt: skip
_CONSENT_WHOLE = frozenset({"challenge", "splash", "verify", "blocked", "denied"})
_CONSENT_HOSTS = ("consent", "guce", "cmp", "privacy", "challenges", "captcha")
# No program of ours asks these: their terms forbid it, and what they serve without signing in says nothing.
_HAND_ONLY = (
    "facebook.com", "fb.com", "fb.me", "fb.watch", "messenger.com", "instagram.com", "instagr.am", "threads.net",
    "threads.com", "linkedin.com", "lnkd.in", "x.com", "twitter.com", "t.co",
)  # fmt: skip
HAND_ONLY_NETWORKS = frozenset({"facebook", "instagram", "threads", "linkedin", "x"})


def asks_to_sign_in(address: str) -> bool:
    pieces, host = _pieces(address)
    return any(one.startswith(_SIGN_IN) or one.partition(".")[0] in _SIGN_IN_WHOLE for one in (*pieces, host[0]))


def asks_for_consent(address: str) -> bool:
    pieces, host = _pieces(address)
    found = any(one.startswith(_CONSENT) or one.partition(".")[0] in _CONSENT_WHOLE for one in pieces)
    return found or host[0] in _CONSENT_HOSTS


def by_hand_only(address: str, network: str = "") -> bool:
    """Whether only the person may look: Facebook, Instagram, LinkedIn and X."""
    host = _host(address)
    if not host:
        return network in HAND_ONLY_NETWORKS
    return any(host == one or host.endswith("." + one) for one in _HAND_ONLY)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


def _pieces(address: str) -> tuple[list[str], list[str]]:
    """The pieces of the path, folded, and those of the host without `www.`; the query says nothing."""
    try:
        path = urlsplit(address).path
    except ValueError:
        path = ""
    pieces = [one for one in path.casefold().split("/") if one]
    return pieces, _host(address).removeprefix("www.").split(".")

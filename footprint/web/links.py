"""Judging an address before anybody goes there: the door by itself, or the person in their own browser."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlencode

from footprint.i18n import _
from footprint.web.errors import Refused

_LONGEST = 4096
_PORTS = {"https": 443, "http": 80}
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
# Every spelling of an address in digits ends in a label that starts with a digit (127.1, 0x7f.1, 2130706433).
_LAST_LABEL = re.compile(r"[a-z]([a-z0-9-]{0,61}[a-z0-9])?")
_LOCAL = frozenset(
    [
        "alt",
        "arpa",
        "corp",
        "domain",
        "home",
        "host-local",
        "internal",
        "intra",
        "intranet",
        "invalid",
        "lan",
        "local",
        "localdomain",
        "localhost",
        "onion",
        "private",
        "test",
        "workgroup",
    ]
)
_PATH_SAFE = "/%:@!$&'()*+,;=~"
_QUERY_SAFE = _PATH_SAFE + "?"


@dataclass(frozen=True)
class Address:
    """A judged address: `url` is exactly what will be asked for, with the host in ASCII and no fragment."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        return origin_text(self.scheme, self.host, self.port)


@dataclass(frozen=True)
class Link:
    """An address the person may open: `host` is to be shown large, `warning` beside it (empty for none)."""

    url: str
    scheme: str
    host: str
    warning: str = ""


def judge(url: str, *, plain: bool = False) -> Address:
    """The address in its plain form, or `Refused`. `plain` lets http on port 80 through as well."""
    rest, scheme = _opening(url, ("https", "http") if plain else ("https",))
    host, port = _host_and_port(_netloc(rest), scheme)
    return Address(f"{scheme}://{host}{_tail(rest)}", scheme, host, port)


def judge_link(url: str) -> Link:
    """For opening in the person's browser: https, http with a warning, or mailto; else `Refused`."""
    if url[:7].lower() == "mailto:":
        return _judge_mail(url)
    address = judge(url, plain=True)
    fragment = quote(url.partition("#")[2], safe=_QUERY_SAFE)
    warning = ""
    if address.scheme == "http":
        warning = _("This page is not protected. Others on your network can see that you look at it.")
    elif "xn--" in address.host:
        warning = _("This name is written in letters that can look like others. Check that it is the site you expect.")
    return Link(address.url + (f"#{fragment}" if fragment else ""), address.scheme, address.host, warning)


def judge_origin(text: str) -> str:
    """The person's own search server in its plain form: scheme, host and port, nothing else; else `Refused`."""
    rest, scheme = _opening(text, ("https", "http"))
    netloc = _netloc(rest)
    if rest[len(netloc) :] not in ("", "/"):
        raise Refused(_("give only its start, such as https://search.example"))
    host, port = _split_own(netloc, scheme)
    return origin_text(scheme, host, port)


def judge_own(url: str, origin: str) -> Address:
    """An address on the person's own origin, exactly that one."""
    rest, scheme = _opening(url, ("https", "http"))
    host, port = _split_own(_netloc(rest), scheme)
    if origin_text(scheme, host, port) != origin:
        raise Refused(_("it is not the search server you allowed"))
    return Address(origin + _tail(rest), scheme, host.strip("[]"), port)


def origin_text(scheme: str, host: str, port: int) -> str:
    return f"{scheme}://{host}" if port == _PORTS[scheme] else f"{scheme}://{host}:{port}"


def _opening(url: str, schemes: tuple[str, ...]) -> tuple[str, str]:
    """What follows `scheme://`, and the scheme, once there is no letter in it that readers differ about."""
    if len(url) > _LONGEST:
        raise Refused(_("it is too long"))
    if any(letter in "\\" or unicodedata.category(letter)[0] in "CZ" for letter in url):
        raise Refused(_("it holds letters that do not belong in an address"))
    scheme, sign, rest = url.partition("://")
    if not sign or scheme.lower() not in schemes:
        raise Refused(_("it does not start with {start}").format(start=f"{schemes[0]}://"))
    return rest, scheme.lower()


def _netloc(rest: str) -> str:
    netloc = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if not netloc:
        raise Refused(_("it names no site"))
    if "@" in netloc:
        raise Refused(_("it carries a name or password"))
    if "%" in netloc:
        raise Refused(_("its site name holds letters that do not belong there"))
    return netloc


def _tail(rest: str) -> str:
    """Path and query with foreign letters percent-encoded; the fragment never leaves."""
    before = rest.partition("#")[0]
    netloc = re.split(r"[/?]", before, maxsplit=1)[0]
    path, sign, query = before[len(netloc) :].partition("?")
    return quote(path or "/", safe=_PATH_SAFE) + sign + quote(query, safe=_QUERY_SAFE)


def _host_and_port(netloc: str, scheme: str) -> tuple[str, int]:
    if "[" in netloc or "]" in netloc:
        raise Refused(_("it gives numbers in place of a site name"))
    host, port = _split_port(netloc, scheme)
    if port != _PORTS[scheme]:
        raise Refused(_("it uses an unusual port"))
    return _public_name(_ascii(host)), port


def _split_port(netloc: str, scheme: str) -> tuple[str, int]:
    host, colon, digits = netloc.partition(":")
    if not colon:
        return host, _PORTS[scheme]
    if not re.fullmatch(r"[0-9]{1,5}", digits) or not 0 < int(digits) < 65536:
        raise Refused(_("its port is not a number from 1 to 65535"))
    return host, int(digits)


def _split_own(netloc: str, scheme: str) -> tuple[str, int]:
    """Host and port of the person's own server, which may be an address in digits or a name at home."""
    import ipaddress

    literal = re.fullmatch(r"\[([0-9A-Fa-f:.]+)\](:[0-9]{1,5})?", netloc)
    if literal is None:
        host, port = _split_port(netloc, scheme)
        labels = _ascii(host).split(".")
        if not all(_LABEL.fullmatch(label) for label in labels):
            raise Refused(_("its site name is not spelt like one"))
        return ".".join(labels), port
    try:
        address = ipaddress.IPv6Address(literal[1])
    except ValueError:
        raise Refused(_("its site name is not spelt like one")) from None
    return f"[{address}]", _split_port(f"x{literal[2] or ''}", scheme)[1]


def _ascii(host: str) -> str:
    """The host in lower-case ASCII, as it goes into the look-up and the certificate check."""
    host = host.lower().removesuffix(".")
    if host.isascii():
        return host
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError, ValueError, IndexError):
        raise Refused(_("its site name is not spelt like one")) from None


def _public_name(host: str) -> str:
    labels = host.split(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise Refused(_("its site name is not spelt like one"))
    if labels[-1] in _LOCAL or len(labels) < 2:
        raise Refused(_("it is a name on a private network"))
    if not _LAST_LABEL.fullmatch(labels[-1]):
        raise Refused(_("it gives numbers in place of a site name"))
    return host


def _judge_mail(url: str) -> Link:
    if len(url) > _LONGEST or not url.isascii() or not url.isprintable() or " " in url:
        raise Refused(_("it holds letters that do not belong in an address"))
    to, _sign, query = url[7:].partition("?")
    mailbox, at, host = unquote(to).partition("@")
    if not at or not re.fullmatch(r"[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]{1,64}", mailbox):
        raise Refused(_("it is not one email address"))
    host = _public_name(_ascii(host))
    kept = [(name.lower(), words) for name, words in parse_qsl(query) if name.lower() in ("subject", "body")]
    tail = "?" + urlencode(kept, quote_via=quote) if kept else ""
    return Link(f"mailto:{quote(mailbox)}@{host}{tail}", "mailto", host)

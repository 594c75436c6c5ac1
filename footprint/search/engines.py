"""The sites a person searches in their own browser: by words, or by dropping a picture there."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from footprint.errors import NotFound
from footprint.i18n import N_, _
from footprint.search.providers.base import Kind

PREFIX = "hand-off:"


@dataclass(frozen=True)
class Engine:
    """A site that is searched in the person's own browser. `{words}` in `address` is what they look for."""

    name: str
    label: str
    address: str
    kind: Kind
    advice: str
    accounts: bool = True  # whether people can be signed in there, so that a search is tied to them

    @property
    def provider(self) -> str:
        """How looks here are named beside those of the providers."""
        return PREFIX + self.name

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""

    @property
    def keeps(self) -> str:
        """What the site may keep of a search, in a sentence."""
        words = _("{label} may keep the words, and ties them to you if you are signed in.")
        return (words if self.accounts else _("{label} may keep the words.")).format(label=_(self.label))

    def url(self, words: str) -> str:
        return self.address.format(words=quote(words, safe=""))


_PRIVATE = N_("Open it in a private window, or sign out first. Then you see what strangers see.")
_MEMBERS = N_("This site shows results only when you are signed in. You see what other members see.")
_NO_ACCOUNT = N_("This site has no accounts, so it shows everybody the same.")

ENGINES: tuple[Engine, ...] = (
    Engine("google", "Google", "https://www.google.com/search?q={words}", Kind.PAGES, _PRIVATE),
    Engine("bing", "Bing", "https://www.bing.com/search?q={words}", Kind.PAGES, _PRIVATE),
    Engine("duckduckgo", "DuckDuckGo", "https://duckduckgo.com/?q={words}", Kind.PAGES, _NO_ACCOUNT, False),
    Engine("brave", "Brave", "https://search.brave.com/search?q={words}", Kind.PAGES, _PRIVATE),
    Engine(
        "startpage", "Startpage", "https://www.startpage.com/sp/search?query={words}", Kind.PAGES, _NO_ACCOUNT, False
    ),
    Engine("mojeek", "Mojeek", "https://www.mojeek.com/search?q={words}", Kind.PAGES, _NO_ACCOUNT, False),
    Engine(
        "google-images", N_("Google pictures"), "https://www.google.com/search?udm=2&q={words}", Kind.NAMES, _PRIVATE
    ),
    Engine("bing-images", N_("Bing pictures"), "https://www.bing.com/images/search?q={words}", Kind.NAMES, _PRIVATE),
    Engine("facebook", "Facebook", "https://www.facebook.com/search/people/?q={words}", Kind.PEOPLE, _MEMBERS),
    Engine(
        "linkedin",
        "LinkedIn",
        "https://www.linkedin.com/search/results/people/?keywords={words}",
        Kind.PEOPLE,
        _MEMBERS,
    ),
    Engine(
        "instagram", "Instagram", "https://www.instagram.com/explore/search/keyword/?q={words}", Kind.PEOPLE, _MEMBERS
    ),
    Engine("x", "X", "https://x.com/search?q={words}&f=user", Kind.PEOPLE, _MEMBERS),
)


@dataclass(frozen=True)
class PictureEngine(Engine):
    """A site that finds pages with the same picture. The person opens it and drops the picture there themself.

    `how_long` is what is known of how long the picture is kept there; empty where nothing is. `tied` says what an
    account there changes, `steps` what to do on the page.
    """

    how_long: str = ""
    tied: str = ""
    finds: str = ""
    steps: tuple[str, ...] = ()

    @property
    def keeps(self) -> str:
        kept = _(self.how_long) if self.how_long else _("How long it is kept there is not known.")
        return f"{kept} {_(self.tied)}".strip()


PICTURE_ENGINES: tuple[PictureEngine, ...] = (
    PictureEngine(
        "tineye",
        "TinEye",
        "https://tineye.com/",
        Kind.PAGES,
        _NO_ACCOUNT,
        False,
        # help.tineye.com (“Does TinEye keep images I upload”) and the notice of its add-on, read in November 2026
        N_("TinEye says that it deletes the picture within 24 hours and shows it to nobody."),
        N_("You need no account."),
        N_("Finds the very same picture, also cut or made smaller."),
        (N_("Choose **Upload**, or drop the picture on the page."), N_("Look through the pages it lists.")),
    ),
    PictureEngine(
        "lens",
        "Google Lens",
        "https://lens.google.com/",
        Kind.PAGES,
        _PRIVATE,
        True,
        "",
        N_("You need no account. If you are signed in, Google can save the picture in your search history."),
        N_("Finds the same picture and others that look like it."),
        (
            N_("Choose the camera in the search box, then drop the picture there."),
            N_("Choose **Exact matches** where it is offered."),
        ),
    ),
    PictureEngine(
        "bing-visual",
        N_("Bing Visual Search"),
        "https://www.bing.com/visualsearch",
        Kind.PAGES,
        _PRIVATE,
        True,
        "",
        N_("You need no account. If you are signed in, Microsoft can tie the picture to you."),
        N_("Finds the same picture and others that look like it."),
        (
            N_("Drop the picture on the page, or choose **Browse**."),
            N_("Choose **Pages with this image** where it is offered."),
        ),
    ),
    PictureEngine(
        "yandex",
        N_("Yandex Images"),
        "https://yandex.com/images/",
        Kind.PAGES,
        _PRIVATE,
        True,
        "",
        N_("You need no account. The company is not in the UK, so UK rules may not help you there."),
        N_("Finds the same picture and others that look like it."),
        (
            N_("Choose the camera in the search box, then drop the picture there."),
            N_("Look at **Sites** below the picture."),
        ),
    ),
)
EVERY: tuple[Engine, ...] = (*ENGINES, *PICTURE_ENGINES)


def engine_called(name: str) -> Engine:
    """The engine of this name; `NotFound` with the names there are."""
    found = next((one for one in EVERY if one.name == name), None)
    if found is None:
        known = ", ".join(one.name for one in EVERY)
        raise NotFound(_("There is no “{name}”. Known: {known}.").format(name=name, known=known))
    return found


def label_of(provider: str) -> str:
    """What a look by hand is called on screen, by its provider."""
    return next((_(one.label) for one in EVERY if one.provider == provider), provider.removeprefix(PREFIX))

"""The words that fill the gaps of letters: what each gap is called, and answers that come up often."""

from __future__ import annotations

from footprint.i18n import N_
from footprint.log.records import Action, Kind

BLANKS = {
    "to": (N_("Who you are writing to"), N_("their name")),
    "own": (N_("What you want to say, in your own words"), N_("what you want to say")),
    "who": (N_("Who you write about"), N_("who you write about")),
    "where": (N_("Where it is"), N_("where it is")),
    "asked": (N_("The day you asked before"), N_("the day you asked before")),
    "years": (N_("Which copies it is about"), N_("which years")),
    "hold": (N_("What you have to do with the page"), N_("what you have to do with the page")),
    "reason": (N_("Why you ask"), N_("your reason, in one sentence")),
    "me": (N_("Your name"), N_("your name")),
}
REASONS = (
    N_("In my job I need to keep my private life private."),
    N_("I would like to keep this to my family and friends."),
    N_("It is old and does not show who I am now."),
    N_("It shows personal details that I do not want in public."),
    N_("I did not know it would be put online."),
)
CHOICES = {
    "own": (
        N_("Ask me before you post a photo with me in it, and leave out where I am and where I work."),
        N_("Keep my name, my job and my home out of your posts, and do not tag me."),
    ),
    "who": (N_("me"), N_("my children"), N_("me and my children")),
    "years": (N_("all years"),),
    "hold": (
        N_("The page was mine."),
        N_("The page is about me, and its owner has taken it down."),
        N_("The page is about me."),
    ),
}
WHY_UNEASY = (
    N_("I do not see it that way, and I do not want to be linked with it."),
    N_("In my job I have to be careful what I am linked with."),
    N_("It upset me."),
)
WHY_BEFOREHAND = (
    REASONS[0],
    N_("A photo can show where I am and who I am with."),
    N_("I would like to choose what people can find about me."),
)
WHAT = {
    Kind.POST: N_("a post about me"),
    Kind.PHOTO: N_("a photo of me"),
    Kind.VIDEO: N_("a video of me"),
    Kind.COMMENT: N_("a comment about me"),
    Kind.TAG: N_("a post that I am tagged in"),
    Kind.PROFILE: N_("a page in my name"),
    Kind.LISTING: N_("an entry with my details"),
    Kind.REVIEW: N_("a review about me"),
    Kind.ARTICLE: N_("an article about me"),
    Kind.SETTING: N_("something about me"),
    Kind.OTHER: N_("something about me"),
}
ASK = {Action.UNTAG: N_("take my name off it"), Action.HIDE: N_("hide it from other people")}
TAKE_DOWN = N_("take it down")

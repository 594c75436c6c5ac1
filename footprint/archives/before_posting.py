"""Before you post: the lenses held over a draft, what a picture tells, three readers and four ends. Nothing is kept.

The lenses are those that look at old posts: who left one off does not want to be asked about it here either. For one
draft all of them can be asked at once (`every`), since it stays with the person; a sensitive one then says first what
is lawful. No answer forbids anything: a post that raises a concern the right way may be protected by law.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from footprint.archives.lenses.about import Looking
from footprint.archives.lenses.explaining import Explained, explained
from footprint.archives.lenses.format import Looks
from footprint.archives.lenses.load import load_lenses
from footprint.archives.lenses.matcher import Matcher
from footprint.archives.picture_facts import PictureFacts, picture_facts
from footprint.archives.records import Entry, Kind
from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.tasks import Task

LONGEST = 20_000  # letters of a draft that are looked at
_QUESTIONS = 3  # of each reader, at most


class LookFor(Labelled):
    """What to look for in a picture with one’s own eyes: no program of ours sees it."""

    LANYARD = "lanyard", N_("A lanyard, a badge or a pass: your name, your employer, a barcode")
    UNIFORM = "uniform", N_("A uniform or a logo that says where you work")
    HOUSE_NUMBER = "house_number", N_("A house number, a street sign, or the view from a window")
    SCHOOL = "school", N_("A school, its badge, a jumper, a team shirt with a name")
    SCREEN = "screen", N_("A screen behind: names, notes, e-mails, a shared calendar")
    WHITEBOARD = "whiteboard", N_("A whiteboard, a rota or papers on a desk")
    NUMBER_PLATE = "number_plate", N_("A number plate")
    CHILD = "child", N_("Somebody else’s child, or anybody who was not asked")
    REFLECTION = "reflection", N_("A reflection: a mirror, a window, glasses, a kettle")


class Reader(Labelled):
    """Who might read it."""

    FAMILY = "family", N_("A family you work with")
    MANAGER = "manager", N_("Your manager")
    REPORTER = "reporter", N_("A reporter")


class End(Labelled):
    """What to do with the draft."""

    POST = "post", N_("Post it")
    CHANGE = "change", N_("Change it first")
    SAY = "say", N_("Say it in person")
    TOMORROW = "tomorrow", N_("Look again tomorrow")


@dataclass(frozen=True)
class Asked:
    """One reader and two or three short questions they might have."""

    reader: Reader
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Answers:
    """All there is to say of a draft. `look_for` is empty without a picture, `picture` too where it has no notes."""

    flags: tuple[Explained, ...]
    picture: PictureFacts | None
    look_for: tuple[LookFor, ...]
    readers: tuple[Asked, ...]
    ends: tuple[End, ...] = tuple(End)


def look(
    text: str, picture: bytes | None, looking: Looking, *, every: bool = False, task: Task | None = None
) -> Answers:
    """Look at a draft. A picture is read in a process of its own; `BadPicture` says why one cannot be."""
    facts = picture_facts(picture, task) if picture is not None else None
    draft = Entry("", Kind.POST, text=text[:LONGEST])
    flags = tuple(one for flag in _matcher(looking, every=every).flags(draft) if (one := explained(flag)) is not None)
    told = {one.lens.id for one in flags}
    if facts is not None:
        told.add("picture")
        if facts.lat is not None:
            told.add("photo_with_place")
    return Answers(flags, facts, tuple(LookFor) if picture is not None else (), tuple(_asked(told)))


def _matcher(looking: Looking, *, every: bool) -> Matcher:
    """Only lenses on words: a draft has no hour, no age and no audience yet."""
    worded = (one for one in load_lenses() if one.looks is Looks.WORDS)
    chosen = looking.lenses
    lenses = [one for one in worded if every or (not one.sensitive if chosen is None else one.id in chosen)]
    return Matcher(lenses, looking.about, looking.extra_words, looking.quiet)


def _asked(told: set[str]) -> Iterable[Asked]:
    for reader in Reader:
        fitting = [_(words) for lens, words in _ABOUT[reader].items() if lens in told]
        always = [_(words) for words in _ALWAYS[reader]]
        yield Asked(reader, tuple((fitting[: _QUESTIONS - 1] + always)[:_QUESTIONS]))


_ALWAYS: Mapping[Reader, tuple[str, ...]] = {
    Reader.FAMILY: (
        N_("Would you still open the door to me?"),
        N_("Is this how you talk of us when we are not there?"),
    ),
    Reader.MANAGER: (N_("Would you say this out loud in the office?"), N_("Would you be glad if I saw this?")),
    Reader.REPORTER: (N_("How would this look as a headline?"), N_("May I quote you, with your name and your job?")),
}
"""What each asks of any post."""
_ABOUT: Mapping[Reader, Mapping[str, str]] = {
    Reader.FAMILY: {
        "people_supported": N_("Is this about us?"),
        "court_and_cases": N_("Did the court say you may tell this?"),
        "discriminatory_language": N_("Is this what you think of people like us?"),
        "anger_or_insult": N_("Are you this angry when you visit?"),
        "alcohol_and_drugs": N_("Are you well enough to work tomorrow?"),
        "home_and_location": N_("So this is where you live?"),
        "street_address": N_("May I come by?"),
        "phone_number": N_("May I ring this number at night?"),
        "email_address": N_("May I write to you here?"),
        "children_and_family": N_("Is that your child? Which school?"),
        "work_named": N_("Do you work where we get our help?"),
        "religion": N_("Will you treat us the same if we believe otherwise?"),
        "politics": N_("Will you treat us the same if we vote otherwise?"),
        "sexual_or_intimate": N_("Did I need to know this of you?"),
        "photo_with_place": N_("Is this where I can find you?"),
        "picture": N_("Is anybody we know in the picture?"),
    },
    Reader.MANAGER: {
        "people_supported": N_("Could they know themselves in it, even without a name?"),
        "court_and_cases": N_("Has our legal team seen this?"),
        "colleagues": N_("Have you told them this yourself?"),
        "work_named": N_("Do you say this for yourself, or for us?"),
        "discriminatory_language": N_("How does this fit with how we treat people?"),
        "anger_or_insult": N_("Would you send it after a night’s sleep?"),
        "alcohol_and_drugs": N_("When does your next shift begin?"),
        "illness": N_("Would you like to talk about this instead?"),
        "politics": N_("Is your post a politically restricted one? If not, it is your own business."),
        "ni_and_bank_numbers": N_("Did you mean to show that number?"),
        "picture": N_("What stands on the wall and the screen behind you?"),
    },
    Reader.REPORTER: {
        "people_supported": N_("Who is the person you write about?"),
        "court_and_cases": N_("Which case is it, and who is in it?"),
        "work_named": N_("What does your employer say to this?"),
        "colleagues": N_("Which colleague do you mean?"),
        "anger_or_insult": N_("Whom do you mean, and would you say it to them?"),
        "discriminatory_language": N_("Do you stand by these words?"),
        "politics": N_("Do you speak for the council?"),
        "alcohol_and_drugs": N_("May we have the picture?"),
        "home_and_location": N_("Which house is it?"),
        "photo_with_place": N_("We know where it was taken. Why were you there?"),
        "picture": N_("Who else is in it, and were they asked?"),
    },
}
"""What each asks where a lens raised a flag, what matters most first."""

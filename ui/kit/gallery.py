"""Every component in one window, to look at: `python -m ui.kit.gallery light 1.0 1400 1180 picture.png`."""

from __future__ import annotations

import sys
from datetime import date

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from footprint.i18n import _
from ui.kit import theme
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn, LinkBtn
from ui.kit.cards import Banner, Card, EmptyState, ErrorSummary
from ui.kit.chart import Trend
from ui.kit.choices import Choices, Option, Tick, Ticks
from ui.kit.fields import DateField, Field, NotesBox, PassphraseBox, Select, TextBox
from ui.kit.layout import Columns, Fold, hbox, scroll
from ui.kit.picture import PictureBox
from ui.kit.progress import Progress, Ring
from ui.kit.qr import QrCode
from ui.kit.rows import RowButton
from ui.kit.send_preview import SendLine, SendPreview
from ui.kit.steps import NumberedSteps, StageLine, StepList, StepRow
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space

POINTS = (("Jun", 12), ("Jul", 12), ("Aug", 10), ("Sep", 9), ("Oct", 9), ("Nov", 7))


def buttons_card() -> Card:
    card = Card(title=_("Buttons"))
    off = Btn(_("Print"))
    off.setEnabled(False)
    card.add(ButtonRow(Btn(_("Save and continue"), "primary"), Btn(_("Back")), Btn(_("Skip for now"), "quiet")))
    card.add(ButtonRow(Btn(_("Delete this note"), "danger"), LinkBtn(_("Open in your browser")), off))
    card.add(Heading(_("Rows"), "h3"))
    rows = QVBoxLayout()
    space(rows, 0)
    for row in (
        RowButton("Instagram", "8 checks left", "Due 20 November", "warn", letter="I"),
        RowButton("Ask Sam to untag you", "No reply since 8 November", "Follow up", "info", icon="remove"),
        RowButton("Tag in a photo by Jo", "Untagged 2 November 2026", "Done", "done", icon="camera"),
    ):
        rows.addWidget(row)
    card.add(rows)
    return card


def choices_card() -> Card:
    card = Card(title=_("Choices"))
    on = Tick(_("Include dates"), "May 2027")
    on.setChecked(True)
    off = Tick(_("Cannot be chosen"), _("There is nothing to include yet"))
    off.setEnabled(False)
    for tick in (Tick(_("Show passphrase")), on, off):
        card.add(tick)
    choices = Choices(
        _("What is it set to now?"),
        [
            Option("friends", "Friends", "Only people you have accepted", "Safer choice"),
            Option("public", "Public", "Anyone, even without an account"),
            Option("else", "Something else"),
        ],
    )
    choices.set_value("friends")
    card.add(choices)
    networks = Ticks(
        _("Which of these do you use?"),
        [Option(name, name, letter=name[0]) for name in ("Facebook", "Instagram", "WhatsApp", "LinkedIn")],
        columns=3,
    )
    networks.set_values(["Facebook"])
    card.add(networks)
    return card


def fields_card() -> Card:
    card = Card(title=_("Fields"))
    card.body.setSpacing(theme.px(14))
    named = TextBox()
    named.setText("Ada Example")
    card.add(Field("Your name online", named, "Include a maiden name or nickname if you use one"))
    wrong = Field("Profile address", TextBox(), "For example, facebook.com/yourname")
    wrong.show_error("Enter the address of your profile")
    card.add(wrong)
    often = Select("How often", [("6", "Every 6 months"), ("3", "Every 3 months"), ("12", "Every year")])
    card.add(Field("How often", often))
    noticed = DateField("Date you noticed it")
    noticed.set_date(date(2026, 11, 16))
    card.add(Field("Date you noticed it", noticed))
    hidden = PassphraseBox("Passphrase")
    hidden.edit.setText("correct horse battery staple")
    card.add(Field("Passphrase", hidden))
    card.add(Field("Your note (only you can see this)", NotesBox("Your note", rows=3), optional=True))
    return card


def messages_card() -> Card:
    card = Card(title=_("Messages"))
    summary = ErrorSummary()
    card.add(summary)
    summary.show_problems([("Enter the address of your profile", card), ("The date must have a year.", card)])
    card.add(Banner("warn", "You are offline", "You can carry on. Name search needs the internet.", Btn("Try again")))
    card.add(Banner("info", "New guidance", "Your council updated its guidance on 3 November 2026."))
    card.add(Banner("ok", "Nothing is due", "The next check is on 26 November 2026."))
    sunken = Card("sunken")
    sunken.add(PlainLabel("“A Example, aged 30 to 35, Exampleton. Possible relatives: B Example, C Example…”"))
    card.add(sunken)
    fold = Fold("More about this")
    fold.body.addWidget(PlainLabel("What is behind a fold is not needed to go on."))
    fold.set_open(True)
    card.add(fold)
    return card


def progress_card() -> Card:
    card = Card(title=_("Progress"))
    for name, done, total, words in (
        ("Privacy settings", 4, 6, "4 of 6 accounts checked"),
        ("Name search", 18, 18, "All 18 results sorted"),
    ):
        made = Progress(name)
        made.show(done, total, words)
        card.add(made)
    card.add(Trend(POINTS, "12 in June, 7 in November. 5 fewer than in June.", "Things you want to change"))
    card.add(StageLine(["Found", "Asked", "Reminded", "Gone or kept"], 1))
    card.add(
        NumberedSteps(
            [
                "Open Facebook and choose your picture, then **Settings and privacy**, then **Settings**.",
                "Choose **Posts**.",
                "Look at **Who can see your future posts?**",
            ]
        )
    )
    return card


def steps_card() -> Card:
    card = Card(title=_("Steps"))
    steps = StepList("Steps")
    steps.show(
        [
            StepRow("photo", "Profile photo and cover", "done", "Your profile"),
            StepRow("name", "Name and contact details", "done", "Your profile"),
            StepRow("future", "Your future posts", "here", "Your posts"),
            StepRow("friends", "Your friends list", "todo", "Your posts"),
            StepRow(
                "two", "A code as well as your password, sent to your phone or made by an app", "todo", "Signing in"
            ),
        ]
    )
    card.add(steps)
    return card


def hero_card() -> Card:
    hero = Card("hero")
    words = QVBoxLayout()
    space(words, 4)
    words.addWidget(PlainLabel("Carry on where you left off", "small", "accent_text"))
    words.addWidget(Heading("Facebook privacy and password checks"))
    words.addWidget(PlainLabel("8 checks left, about 6 minutes. Next: who can see your future posts."))
    words.addSpacing(theme.px(6))
    words.addWidget(ButtonRow(Btn("Continue", "primary"), Btn("Remind me tomorrow", "quiet")))
    row = hbox(words, Ring(4, 12), spacing=24)
    row.setStretch(0, 1)
    hero.add(row)
    return hero


def pictures_card() -> Card:
    card = Card(title=_("Pictures"))
    card.add(
        EmptyState(
            "search",
            "No results to sort",
            "Search your name to see what other people can find. It takes about 2 minutes.",
            Btn("Search my name", "primary"),
        )
    )
    box = PictureBox("Screenshot")
    box.show_bytes(b"not a picture")
    card.add(box)
    import segno

    card.add(hbox(QrCode(segno.make("https://guidance.example/phone", micro=False).matrix, "guidance.example"), None))
    return card


def preview(lines: int = 3) -> SendPreview:
    """A preview of that many searches, half of them to each of two places."""
    kinds = (
        ('"Ada Example"', "Finds pages with your name", ("Ada Example",)),
        ('"Ada Example" Otherton', "Finds pages with your name and town", ("Ada Example", "Otherton")),
        ('"A Example" site:peoplefinder.example', "Looks for you on people-finder sites", ("A Example",)),
    )
    places = ("Brave Search (api.search.example)", "Bing (api.bing.example)")
    parts = []
    for at in range(lines):
        words, why, details = kinds[at % 3]
        to = places[at * 2 // max(2, lines)]
        url = f"https://{to.split('(')[1][:-1]}/res/v1/web/search?q={words.replace(' ', '%20')}&count=20&key=•••"
        parts.append(SendLine(at + 1, words, to, why, details, url, "The words and your internet address, for 90 days"))
    return SendPreview("What will be sent", lambda n: f"Search {n} times" if n != 1 else "Search once", parts)


def gallery(lines: int = 3) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    space(column, 16, (36, 28, 36, 28))
    column.addWidget(Heading("Components", "h1"))
    column.addWidget(hero_card())
    column.addWidget(Columns([buttons_card(), fields_card()], None, 860))
    column.addWidget(Columns([choices_card(), messages_card()], None, 860))
    column.addWidget(Columns([progress_card(), steps_card()], None, 860))
    column.addWidget(Columns([preview(lines), pictures_card()], None, 860))
    column.addStretch(1)
    return page


def main(arguments: list[str]) -> int:
    mode, scale, width, height, path = (*arguments, *("light", "1.0", "1400", "1180", "")[len(arguments) :])[:5]
    app = QApplication([])
    theme.apply(app, mode == "dark", float(scale))
    window = scroll(gallery())
    window.setWindowTitle("Components")
    window.resize(int(width), int(height))
    window.show()
    if not path:
        return app.exec()
    for _turn in range(5):
        app.processEvents()
    window.widget().grab().save(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

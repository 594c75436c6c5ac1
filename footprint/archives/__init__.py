"""Archives: read the copies of their account that people download, keep them encrypted, and review them.

- `concierge`: ask a network for a copy, step by step. `bringing.bring_in`: read one and keep what is found; `report`
  says what came of it. `shredding`: delete the file afterwards.
- `opening`: look inside a file where it lies and read it in a process apart; `readers`, one for each network, with
  what they share in `parsing`; `contract` and `records` are what passes between them.
- `index`: everything that was kept, found again at once. `lenses`: what may need a second look.
- `deciding`, `pacing`, `confirming`: what should go, a few a day, and whether it is gone. `connections`: the people on
  the other side. `held`: what else a network keeps. `thumbnails`, `picture_facts`: what pictures show and tell.
- `before_posting`: the same lenses over a draft, of which nothing is kept.
"""

"""Life events from the command line: shown, begun, ticked off, put away."""

from __future__ import annotations

from tests.cli.driver import App


def test_one_is_begun_ticked_off_and_put_away(app: App) -> None:
    shown = app.data("event", "show", "complaint")
    assert not shown["running"] and shown["next"] == "pause"
    assert not any(one["running"] for one in app.data("event", "list"))
    app.ok("event", "start", "complaint")
    marked = app.data("event", "mark", "complaint", "pause", "done")
    assert marked["running"] and marked["next"] == "answer"
    assert app.data("event", "mark", "complaint", "pause", "open")["next"] == "pause"
    app.ok("event", "finish", "complaint")
    assert app("event", "mark", "complaint", "pause", "done").code != 0


def test_a_name_or_step_nobody_knows_says_which_there_are(app: App) -> None:
    refused = app("event", "start", "moon")
    assert refused.code != 0 and "court-hearing" in refused.err
    app.ok("event", "start", "new-job")
    assert "moon" in app("event", "mark", "new-job", "moon", "done").err
    app.ok("event", "finish", "new-job", "--forget")

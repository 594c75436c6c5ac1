"""The app itself, as the tests of the shell have it."""

from tests.ui.shell.conftest import make_app

__all__ = ["make_app"]

"""Reminders in the window: what comes up when, and the ways to be told."""

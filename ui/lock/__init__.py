"""Locking: the lock page, and what makes the app lock by itself."""

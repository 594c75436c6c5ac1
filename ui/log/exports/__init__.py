"""Copies of the list: to print, to share, to take to another computer, and back from there."""

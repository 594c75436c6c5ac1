"""Copies of what was seen: read in a process of their own, kept encrypted exactly as they came, bundled for others."""

"""Copies kept of what was seen: taking them in, what is asked first, covering parts, and the list of them."""

"""Going through what was posted: find it, see it as it was, and say what should become of it."""

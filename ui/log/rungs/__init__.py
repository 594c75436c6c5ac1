"""The ladder of a thing: its rungs, the next one, a pause, and what came of it."""

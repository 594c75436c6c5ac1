"""What the person decided, and what a copy did not meet any more."""

"""Taking out all of an account."""

"""The outline of a file nobody knows, with none of the person's words in it, to be copied for a report."""

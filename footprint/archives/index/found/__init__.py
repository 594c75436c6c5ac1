"""What stands in the index, for whoever looks."""

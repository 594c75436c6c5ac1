"""Settings: one section at a time, each saved as it is changed."""

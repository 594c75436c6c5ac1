"""Opening copies where they lie: look inside, tell whose they are, and read them in a process apart."""

"""Lists of logins as managers and browsers export them, read in a process of their own."""

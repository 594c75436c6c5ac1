"""What readers of different networks share: texts, dates, tables, streamed JSON and HTML."""

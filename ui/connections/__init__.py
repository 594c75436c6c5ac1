"""Who can see what friends see: one person at a time, with what to ask oneself about them."""

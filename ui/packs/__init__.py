"""What an employer's pack brings: its page, what stands before it is used, and its part of other pages."""

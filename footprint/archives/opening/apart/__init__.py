"""The process that reads archives, and the pipe to it: no key, no network, no file written, little memory."""

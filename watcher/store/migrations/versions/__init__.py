"""One module a revision; each ends where the next begins."""

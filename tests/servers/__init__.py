"""Real mail servers for tests: made ready in a temporary folder, on loopback, as a user without rights."""

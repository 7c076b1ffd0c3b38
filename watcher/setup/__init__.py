"""What `watcher init` goes by: known servers, what the system says of its user, and how a configuration is written.

Nothing here asks, prints or writes but `keep`.
"""

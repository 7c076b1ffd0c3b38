"""Mailboxes: how the watcher reads mail and saves drafts, one module or package a kind.

`base` is the whole contract. A provider knows nothing of the watcher; the watcher knows only `base`
and finds providers by the entry-point group `watcher.providers`, imported on first use.
"""

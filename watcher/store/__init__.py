"""What the watcher remembers: how far each mailbox was read, what its mail says, and what became of each draft.

`open_store` opens the state file for a scan or the daemon, `open_beside` once more for a thread of the daemon or for
what the user says meanwhile, `snapshot` copies it into memory for whoever only looks. What a mail says is kept
(headers, statements and the words they rest on), what it is never is: no body reaches the store.
"""

from watcher.store.lock import holder
from watcher.store.opening import open_beside, open_store, snapshot
from watcher.store.records import DraftRecord, Life, Standing, Told
from watcher.store.store import EVERY_ACCOUNT, Store

__all__ = [
    "EVERY_ACCOUNT",
    "DraftRecord",
    "Life",
    "Standing",
    "Store",
    "Told",
    "holder",
    "open_beside",
    "open_store",
    "snapshot",
]

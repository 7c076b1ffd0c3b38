"""The sample mailbox that `watcher demo` runs on: composed for a day, then delivered as a Maildir."""

from watcher.demo.post import as_mail, deliver
from watcher.demo.sample import compose, me, morning

__all__ = ["as_mail", "compose", "deliver", "me", "morning"]

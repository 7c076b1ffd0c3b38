"""A mailbox kept as files on this machine: Maildir++, or plain folders as mbsync and OfflineIMAP leave them.

layout    which folders there are, and what for
files     single messages: their names, opened safely, read, written, removed
cursor    which messages are known
poll      which messages are new
adapter   the provider, made of these
"""

from providers.maildir.adapter import MaildirProvider

__all__ = ["MaildirProvider"]

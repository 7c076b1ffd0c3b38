"""Mail over IMAP: any server that speaks IMAP4rev1 (RFC 3501), with what it offers beyond."""

from providers.imap.backend import ImapProvider

__all__ = ["ImapProvider"]

"""The contract suite: what every provider of the watcher must do, as tests that anyone can run on their own provider.

Needs pytest; nothing of the program imports it. See docs/writing-a-provider.md for an example.

    mailbox    what a provider's author writes: a mailbox to test with, and mails to put into it
    reading    poll and fetch
    drafts     saving, finding and removing drafts
    guards     what no provider can do
"""

from providers.testing.drafts import DraftsContract
from providers.testing.guards import GuardsContract
from providers.testing.mailbox import Mailbox, Refused, Stored
from providers.testing.reading import ReadingContract

__all__ = ["Mailbox", "ProviderContract", "Refused", "Stored"]


class ProviderContract(ReadingContract, DraftsContract, GuardsContract):
    """All of the contract. A subclass gives the fixture `mailbox`: a `Mailbox` of its own for each test."""

"""From a step that is due to a draft in the mailbox, and what becomes of it after.

letter     who a follow-up goes to and which message it answers; `body` is what it says, of `wording` and `names`
mime       the letter as bytes; `identity` gives them their Message-ID
reconcile  what should be in Drafts against what is there; `fate` judges each draft, `desk` puts in and takes out
"""

from watcher.drafting.letter import Letter, compose
from watcher.drafting.reconcile import Reconciled, Wanted, reconcile

__all__ = ["Letter", "Reconciled", "Wanted", "compose", "reconcile"]

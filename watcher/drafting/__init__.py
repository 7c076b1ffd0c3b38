"""From a step that is due to a draft in the mailbox, and what becomes of it after.

letter     who a follow-up goes to, which message it answers, and the user's `attachments`
body       what it says: `facts` (by `wording`, `names` and `topics`) filled into a letter of the `stationery`, between
           a `salutation` and how I sign (`signing`); `template` is what a letter may do, `check` what it must be
mime       the letter as bytes; `identity` gives them their Message-ID
reconcile  what is `wanted` in Drafts against what is there; `fate` judges each draft, `desk` puts in and takes out
"""

from watcher.drafting.letter import Letter, compose
from watcher.drafting.reconcile import Reconciled, reconcile
from watcher.drafting.wanted import Wanted

__all__ = ["Letter", "Reconciled", "Wanted", "compose", "reconcile"]

"""What `watcher doctor` looks at: each part of the watcher, whether it is well, and how to mend it if not.

    finding    what a look came to                     machine    Python, packages, time zones, the clock
    files      the configuration, rights on files      state      the state file, and who has it
    mailbox    one account, from its server's name     service    what runs the watcher by itself
               to its last poll                        whole      all of it, accounts at the same time

Only looks: nothing is written, no lock is taken, no account is parked, and each wait has a limit.
"""

from watcher.checkup.finding import Finding, Level, worst
from watcher.checkup.whole import examine

__all__ = ["Finding", "Level", "examine", "worst"]

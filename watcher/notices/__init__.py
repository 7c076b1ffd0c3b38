"""Telling the user: a notice on the desktop, to a program or to a webhook on this computer, and a daily digest.

    kinds      what there is to tell of
    settings   the [notices] section of the configuration
    news       what is new in what a poll found: pure functions
    ledger     what was told before, so that each thing is told once
    text       the words of a notice, and its form for programs
    channels   where notices go: desktop, command, webhook
    programs   running a program with a limit, and what it sees
    desktop    the programs that show a notice on each system
    webhook    a POST to this computer itself, and to no other
    outlet     a channel in a thread of its own
    digest     what a day is about, and its words

When to tell is the daemon's to know (`watcher.daemon.herald`). Nothing here sends mail, and nothing here waits in the
way of a poll or a draft.
"""

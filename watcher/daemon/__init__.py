"""The daemon: every account polled in its own time, for months, without a thought.

    clock        time, and whether it went by as it should
    hours        when new drafts may appear
    ration       how many new drafts at once
    schedule     when an account is polled next: pure functions
    memory       what a poll took, given back
    orders       what the threads go by
    worker       one account's thread
    signals      what the operating system asks
    herald       when the user is told what is new, and the digest once a day
    watchdog     what a service manager is told
    supervisor   the main thread: signals, jumps of the clock, a new configuration

One process holds the lock on the state for its life. Each account has a thread, a provider and a connection to the
state of its own, so that one that hangs or fails delays none.
"""

"""A soak: `watcher run` over two simulated months and four mailboxes, whose servers stop, freeze and come back.

    pace       the time of it, which flows only as fast as everybody keeps up
    daemon     the process: what `watcher run` starts, on that time
    relay      what is said to a server passes here, and is counted
    hosts      a mailbox and its server: Dovecot, or the Gmail of the tests
    injected   what befalls servers and the clock, by a seed
    mornings   Drafts as a careful reader would have it
    vitals     memory, threads, descriptors, records and requests of the daemon
    cast       who takes part
    trial      all of it together, event by event
    figures    what came of it, for people

`make soak` runs all sixty days, `tests/faults/test_soak.py` a few of them.
"""

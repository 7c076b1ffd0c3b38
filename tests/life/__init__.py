"""The life of a draft: every order of events, on real mailboxes, against an oracle of its own.

story      two job processes mail by mail, and what is next in each; `employer` has the mails
world      a mailbox, changed as other programs change it: Maildir, Dovecot; `gmail`
table      what becomes of a draft; `model` keeps count of the drafts by it
scans      a scan in this process; `mortal` has those that are killed
life       all that can happen, and what must hold after each scan
machine    any order of it; `reasons` and the table's rows one by one
page       docs/draft-life.md from the same data
"""

"""A Gmail for tests, on one port of loopback: an emulator that nobody here wrote, behind a thin proxy of our own.

The emulator (`emulator`) gives the codes and tokens of OAuth and checks PKCE, keeps mail byte for byte, and knows threads,
labels, drafts and history. **What the proxy adds is our reading of Google's documentation, not evidence of what Gmail does**:
each module names the page that its rules come from, and says where there is none. Evidence of its own are Google's client
libraries, which drive it in tests/contract/test_gmail_server.py, and their description of the API, from which paths,
parameters and scopes are taken.

    server     sockets; which request goes where      account    a user, and what they do in Gmail itself
    api        the methods                            store      a mailbox: the emulator's, and an index beside it
    batch      many calls in one                      index      what a search looks at
    methods    paths and scopes, from Google          search     the `q` parameter; 501 for what is not sure
    masks      the `fields` parameter                 render     a message in each format
    tokens     consents, tokens and their end         history    ids, and when they are too old
    consent    the page a user sees                   quota      units and the limit of a minute
    browser    a user's browser without a screen      faults     what goes wrong, on demand
    upstream   how the emulator is asked              mailbox    an account as the contract suite wants it
"""

from tests.servers.gmail.account import COMPOSE, READONLY, Account, Called
from tests.servers.gmail.browser import Browser
from tests.servers.gmail.server import Gmail

__all__ = ["COMPOSE", "READONLY", "Account", "Browser", "Called", "Gmail"]

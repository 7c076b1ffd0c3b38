"""A Gmail for tests, on one port of loopback: an emulator that nobody here wrote, behind a thin proxy of our own.

The emulator gives the codes and tokens of OAuth and checks PKCE, keeps mail byte for byte, and knows threads, labels,
drafts and history. **What the proxy adds is our reading of Google's documentation, not evidence of what Gmail does**:
each module names the page that its rules come from, and says where there is none. Evidence apart from it are Google's
client libraries, which drive it in tests/contract/test_gmail_server*.py, and their description of the API, from which
paths, parameters and scopes are taken.

    server     which request goes where               account    a user, and what they do in Gmail itself
    front      sockets                                store      a mailbox: the emulator's, and an index beside it
    api        the methods                            index      what a search looks at
    batch      many calls in one                      search     the `q` parameter; 501 for what is not sure
    methods    paths and scopes, from Google          render     a message in each format
    masks      the `fields` parameter                 history    what changed, and when that is forgotten
    tokens     consents, tokens and their end         ids        ids that look like Gmail's
    consent    the page a user sees                   quota      units and the limit of a minute
    browser    a user's browser without a screen      faults     what goes wrong, on demand
    upstream   how the emulator is asked              mailbox    an account as the contract suite wants it
    emulator   its process                            clients    Google's own client
"""

from tests.servers.gmail.account import COMPOSE, READONLY, Account, Called
from tests.servers.gmail.browser import Browser
from tests.servers.gmail.server import Gmail

__all__ = ["COMPOSE", "READONLY", "Account", "Browser", "Called", "Gmail"]

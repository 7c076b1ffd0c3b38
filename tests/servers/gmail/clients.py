"""Google's own client and its credentials, for an account of the test server."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tests.servers.gmail.account import Account
from tests.servers.gmail.methods import discovery_document
from tests.servers.gmail.tokens import CLIENT_ID, CLIENT_SECRET

if TYPE_CHECKING:
    from google.oauth2.credentials import Credentials

__all__ = ["credentials", "google_client", "status"]


def credentials(account: Account, *scopes: str) -> Credentials:
    """After a consent to these scopes, by default to reading and drafts; with a refresh token alone."""
    from google.oauth2.credentials import Credentials

    refresh_token = account.refresh_token_for(scopes) if scopes else account.refresh_token_for()
    made: Credentials = Credentials(  # type: ignore[no-untyped-call]
        None,
        refresh_token=refresh_token,
        token_uri=f"{account.root}token",
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET,
    )
    return made


@contextlib.contextmanager
def google_client(account: Account, *scopes: str) -> Iterator[Any]:
    """`users()` of google-api-python-client, moved to the test server, batches too."""
    from googleapiclient.discovery import build_from_document

    document = {**discovery_document(), "batchPath": "batch/gmail/v1"}
    document |= dict.fromkeys(("rootUrl", "baseUrl", "mtlsRootUrl"), account.root)
    with build_from_document(document, credentials=credentials(account, *scopes)) as service:
        yield service.users()


def status(call: Any) -> int:
    """The status with which a call of Google's client fails."""
    from googleapiclient.errors import HttpError

    try:
        call.execute()
    except HttpError as error:
        return int(error.status_code)
    raise AssertionError("it went well")

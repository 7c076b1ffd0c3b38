"""The history of a mailbox: what the emulator records, with the ids, limits and refusals of Gmail.

<https://developers.google.com/workspace/gmail/api/guides/sync>: ids grow, with gaps; one that is too old, or was never
given, is answered by 404, and then the client reads the mailbox anew. Which ids are too old is for the test to say.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from tests.servers.gmail.errors import ApiError, not_found
from tests.servers.gmail.upstream import User

__all__ = ["History"]

_BASE = (int(time.time() * 1000) - 1000) * 10**8
"""The emulator's ids are milliseconds and eight digits, more than the uint64 of the API holds: count from here."""
_CHANGES = ("messagesAdded", "messagesDeleted", "labelsAdded", "labelsRemoved")
_MAX_RESULTS = 500


class History:
    """One user's."""

    def __init__(self, user: User, shown: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        """`shown` makes of the emulator's message what clients see: id, threadId and labelIds."""
        self._user = user
        self._message = shown
        self._floor = 0

    @staticmethod
    def id_of(upstream_id: str) -> str:
        """The id that clients see."""
        return str(max(1, int(upstream_id) - _BASE))

    def current(self) -> str:
        """The newest id."""
        return self.id_of(self._user.api("POST", "watch", {"topicName": "proxy"})["historyId"])

    def expire(self) -> None:
        """All ids given so far are too old, as after a long time."""
        lost = self._user.api("POST", "messages", {"raw": "U3ViamVjdDogeA0KDQp4", "labelIds": ["SPAM"]})
        self._user.api("DELETE", f"messages/{lost['id']}")
        self._floor = int(self.current())

    def since(self, start: str, types: list[str], label: str | None, most: int, page: str | None) -> dict[str, Any]:
        """What `history.list` answers.

        Raises:
            ApiError: 400, `start` is no number; 404, it is too old or was never given
        """
        if not start.isdigit():
            raise ApiError(400, "invalidArgument", "Invalid startHistoryId")
        if not self._floor <= int(start) <= int(self.current()):
            raise not_found()
        found = self._user.api(
            "GET",
            "history",
            startHistoryId=str(int(start) + _BASE),
            historyTypes=types,
            labelId=label,
            maxResults=min(most, _MAX_RESULTS),
            pageToken=page,
        )
        answer: dict[str, Any] = {"historyId": self.id_of(found["historyId"])}
        if found["history"]:
            answer["history"] = [self._shown(record) for record in found["history"]]
        if found.get("nextPageToken"):
            answer["nextPageToken"] = found["nextPageToken"]
        return answer

    def _shown(self, record: dict[str, Any]) -> dict[str, Any]:
        """A record as <https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.history/list>."""
        shown: dict[str, Any] = {"id": self.id_of(record["id"]), "messages": []}
        for change in _CHANGES:
            for one in record.get(change, []):
                message = self._message(one["message"])
                shown.setdefault(change, []).append({**one, "message": message})
                brief = {"id": message["id"], "threadId": message["threadId"]}
                if brief not in shown["messages"]:
                    shown["messages"].append(brief)
        return shown

"""A webhook leads to this computer and nowhere else. A real HTTP server on loopback takes the notices."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from unittest import mock

import pytest

from watcher.errors import NotTold
from watcher.notices import webhook
from watcher.notices.webhook import Endpoint, checked, post


class Server(HTTPServer):
    """Takes what is posted, answers with `status`, and says where else to look."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.status, self.taken = 204, list[tuple[str, str, Any]]()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook?a=1"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.taken.append((self.path, self.headers["Host"], json.loads(body)))
        self.send_response(self.server.status)
        self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/elsewhere")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as made:
        thread = threading.Thread(target=made.serve_forever, args=(0.01,))
        thread.start()
        yield made
        made.shutdown()
        thread.join()


def test_it_is_handed_over_as_json(server):
    post(server.url, {"title": "Größe"}, 5)
    assert server.taken == [("/hook?a=1", f"127.0.0.1:{server.server_port}", {"title": "Größe"})]


def test_by_the_name_of_this_computer_too(server):
    post(server.url.replace("127.0.0.1", "localhost"), {}, 5)
    assert server.taken[0][1] == f"localhost:{server.server_port}"


@pytest.mark.parametrize("status", [199 + 1, 202])
def test_any_good_status_is_taken(server, status):
    server.status = status
    post(server.url, {}, 5)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(server, status):
    server.status = status
    with pytest.raises(NotTold, match=f"answered with status {status}"):
        post(server.url, {}, 5)
    assert [path for path, _, _ in server.taken] == ["/hook?a=1"]


def test_a_failure_is_told_without_path_or_query(server):
    server.status = 500
    with pytest.raises(NotTold) as told:
        post(server.url, {}, 5)
    assert "status 500" in str(told.value)
    assert "/hook" not in str(told.value)
    assert "a=1" not in str(told.value)


def test_no_proxy_is_used(server, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    post(server.url, {}, 5)
    assert server.taken


def test_nobody_there_is_told_at_once():
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with pytest.raises(NotTold, match="cannot be reached"):
        post(f"http://127.0.0.1:{port}/", {}, 5)


@pytest.mark.parametrize("trickle", [b"", b"HTTP/1.1 200 OK\r\n", b"X"])
def test_one_that_never_comes_to_an_end_is_left_in_time(trickle):
    with socket.create_server(("127.0.0.1", 0)) as slow:
        stop = threading.Event()

        def feed() -> None:
            conn, _ = slow.accept()
            with conn:
                while not stop.wait(0.05):
                    try:
                        conn.sendall(trickle or b"")
                    except OSError:
                        return

        thread = threading.Thread(target=feed)
        thread.start()
        begun = time.monotonic()
        with pytest.raises(NotTold, match=r"did not answer within 0\.5 seconds"):
            post(f"http://127.0.0.1:{slow.getsockname()[1]}/", {}, 0.5)
        assert time.monotonic() - begun < 3
        stop.set()
        thread.join()


@pytest.mark.parametrize(
    "url",
    [
        "http://192.0.2.1/",
        "http://hooks.example/",
        "http://127.0.0.1.hooks.example/",
        "http://localhost.hooks.example/",
        "http://hooks.localhost/",
        "http://0.0.0.0/",
        "http://[::]/",
        "http://[2001:db8::1]/",
        "http://[::ffff:192.0.2.1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://10.0.0.1:8123/",
    ],
)
def test_what_is_not_this_computer_is_refused_and_not_even_looked_up(url):
    with (
        mock.patch.object(socket, "getaddrinfo", wraps=socket.getaddrinfo) as looked,
        pytest.raises(ValueError, match=r"this computer|127\.0\.0\.1"),
    ):
        checked(url)
    assert [call.args[0] for call in looked.call_args_list if not webhook._is_number(call.args[0])] == []
    with pytest.raises(NotTold):
        post(url, {}, 1)


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "ftp://127.0.0.1/",
        "127.0.0.1:8123",
        "http://",
        "http://user:word@127.0.0.1/",
        "http://127.0.0.1:0/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1/#part",
        "http://127.0.0.1/a b",
        "http://127.0.0.1/a\r\nX: 1",
        "http://[::1",
    ],
)
def test_what_is_no_plain_address_is_refused(url):
    with pytest.raises(ValueError, match="write one like"):
        checked(url)


def test_where_it_leads():
    assert checked("http://127.0.0.1") == Endpoint("127.0.0.1", 80, "127.0.0.1", "/")
    assert checked("http://127.8.9.1:8123/a?b=c") == Endpoint("127.8.9.1", 8123, "127.8.9.1:8123", "/a?b=c")
    assert checked("http://[::1]:81/") == Endpoint("::1", 81, "[::1]:81", "/")


def test_a_name_of_this_computer_that_stands_for_another_is_refused_each_time(server):
    """Somebody wrote a wrong line into the hosts file, after the configuration was read."""
    url = server.url.replace("127.0.0.1", "localhost")
    checked(url)
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 80)),
    ]
    with (
        mock.patch.object(socket, "getaddrinfo", return_value=found),
        pytest.raises(NotTold, match="not this computer"),
    ):
        post(url, {}, 5)
    assert server.taken == []


def test_the_connection_goes_to_the_address_that_was_checked(server):
    """The name is not asked for a second time, when it might say something else."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.server_port))]
    real, asked = socket.getaddrinfo, []

    def once(host, *rest, **more):
        asked.append(host)
        return found if host == "localhost" else real(host, *rest, **more)

    with mock.patch.object(socket, "getaddrinfo", once):
        post(server.url.replace("127.0.0.1", "localhost"), {}, 5)
    assert asked.count("localhost") == 1
    assert server.taken

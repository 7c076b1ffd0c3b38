#!/usr/bin/env bash
# A user's session in namespaces of its own: a home, a journal, and systemd as that user's service manager.
#
#   unshare --mount --pid --fork --kill-child --cgroup tests/servers/session.sh NAME UID COVERED... -- SHOWN...
#
# Of this machine, nothing is changed: what is mounted here is seen here alone, and goes with the last process. COVERED
# folders are empty to the user, but for what is SHOWN in them.
set -euo pipefail
name=$1 id=$2
shift 2
covered=()
while [ "$1" != -- ]; do
    covered+=("$1")
    shift
done
shift
home=/home/$name
runtime=/run/user/$id

mount --make-rprivate /
mount -t proc proc /proc
umount -R /sys/fs/cgroup
mount -t cgroup2 cgroup2 /sys/fs/cgroup
own=/sys/fs/cgroup/user.slice/user-$id.slice/user@$id.service # by which the journal knows whose a line is
mkdir -p "$own"
chown "$id:$id" "$own" "$own"/cgroup.{procs,subtree_control,threads}

mount -t tmpfs -o mode=755 tmpfs /run
mkdir -p /run/credentials /run/systemd/{system,unit-root,journal,journald.conf.d} # as the first process makes them
number=0
for path; do
    mkdir -p "/run/shown/$number"
    mount --rbind "$path" "/run/shown/$number"
    number=$((number + 1))
done
for folder in "${covered[@]}"; do
    mount -t tmpfs -o "mode=$(stat -c %a "$folder" | sed 's/.$/5/')" tmpfs "$folder"
done
chmod 1777 /tmp /var/tmp
number=0
for path; do
    mkdir -p "$path"
    mount --move "/run/shown/$number" "$path"
    number=$((number + 1))
done

install -d -m 700 -o "$id" -g "$id" "$home" "$runtime"
{ cat /etc/passwd && echo "$name:x:$id:$id::$home:/bin/sh"; } >/run/passwd
mount --bind /run/passwd /etc/passwd
if [ -e /etc/machine-id ]; then
    tr -d - </proc/sys/kernel/random/uuid >/run/machine-id
    mount --bind /run/machine-id /etc/machine-id
fi

mount -t tmpfs -o mode=755 tmpfs /var/log
mkdir /var/log/journal
printf '[Journal]\nStorage=persistent\nReadKMsg=no\nAudit=no\n' >/run/systemd/journald.conf.d/tests.conf
touch /run/systemd/journal/flushed
/lib/systemd/systemd-journald &

# systemd says itself when it is ready, and is no first process: that is the system's own
bash -c "echo \$\$ >$own/cgroup.procs && exec \"\$@\"" bash \
    setpriv --reuid="$id" --regid="$id" --clear-groups env -i -C "$home" HOME="$home" USER="$name" \
    PATH=/usr/local/bin:/usr/bin:/bin XDG_RUNTIME_DIR="$runtime" LANG=C.UTF-8 \
    /lib/systemd/systemd --user --log-target=journal

"""`watcher demo`."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import json
import mailbox
import shlex
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from watcher import demo
from watcher.cli.output import emit, err, out
from watcher.cli.scan import circumstances, scan_all
from watcher.config import load
from watcher.errors import WatcherError
from watcher.scan import Process

__all__ = ["run"]

_ACCOUNT = "sample"


@dataclass(frozen=True, slots=True)
class _Draft:
    """A draft as it stands in the Drafts folder."""

    answers: str
    """The Message-ID of the mail that it answers."""
    to: str
    subject: str
    text: str


def run(keep: Path | None, *, as_json: bool, today: dt.date | None = None) -> int:
    """Scan a fresh copy of the sample mailbox, print what was found and drafted, and return the exit status.

    Args:
        keep: The folder for the copy, which stays; None for a temporary one.
        as_json: Print data for programs.
        today: The day the sample is made for; by default this one.

    Raises:
        WatcherError: `keep` cannot be used
    """
    now = demo.morning(today or dt.datetime.now().astimezone().date())
    with _folder(keep) as folder:
        letters = demo.compose(now.date())
        demo.deliver(letters, folder / "Maildir")
        config = load(_write_config(folder))
        around = circumstances(config, now, dry_run=False)
        reports = scan_all(config, config.accounts, around)
        drafts = list(_drafts(folder / "Maildir"))
    if as_json:
        from watcher.cli.forms import report_form

        listed = [{"to": draft.to, "subject": draft.subject, "text": draft.text} for draft in drafts]
        emit(report_form(reports, now) | {"drafts": listed})
    else:
        processes = [process for report in reports for process in report.processes]
        _print(processes, drafts, now.date(), len(letters))
        _say_what_next(keep)
    return 0 if all(report.ok for report in reports) else 1


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    """An empty folder for the sample: `keep` for good, or a temporary one."""
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="watcher-demo-") as folder:
            yield Path(folder)
        return
    try:
        keep.mkdir(parents=True, exist_ok=True)
        taken = any(keep.iterdir())
    except OSError as error:
        raise WatcherError(
            f"{keep} cannot be used: {error.strerror}", hint="name a folder that is not there"
        ) from error
    if taken:
        raise WatcherError(f"{keep} is not empty", hint="name a folder that is empty or not there")
    yield keep.resolve()


def _write_config(folder: Path) -> Path:
    me = demo.me()
    lines = [
        "[me]",
        f"name = {_quoted(me.name)}",
        f"addresses = [{', '.join(map(_quoted, me.addresses))}]",
        f"timezone = {_quoted(me.timezone)}",
        f"country = {_quoted(me.country)}",
        f"signature = {_quoted(me.signature)}",
        "",
        "[state]",
        'path = "state.db"',
        "",
        "[[accounts]]",
        f"name = {_quoted(_ACCOUNT)}",
        'provider = "maildir"',
        f"path = {_quoted(str(folder / 'Maildir'))}",
        "",
    ]
    path = folder / "config.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _quoted(value: str) -> str:
    """A TOML basic string: JSON's escapes are among TOML's."""
    return json.dumps(value, ensure_ascii=False)


def _drafts(maildir: Path) -> Iterator[_Draft]:
    """What is in Drafts, in the order in which it was saved."""
    folder = mailbox.Maildir(maildir, create=False).get_folder("Drafts")
    for key in sorted(folder.keys()):
        mail = email.message_from_bytes(folder.get_bytes(key), policy=email.policy.default)
        assert isinstance(mail, EmailMessage)  # noqa: S101  # what the default policy makes
        yield _Draft(str(mail["In-Reply-To"]), str(mail["To"]), str(mail["Subject"]), mail.get_content().rstrip())


def _print(processes: Sequence[Process], drafts: Sequence[_Draft], today: dt.date, mails: int) -> None:
    from rich.text import Text

    from watcher.cli.labels import name_of
    from watcher.cli.tables import draft_panel, process_table, ranked, reason_list

    def heading(text: str) -> None:
        out().print(Text(f"\n{text}\n", "bold"))

    out().print(f"The mailbox of {demo.me().name}, {mails} messages, on {today:%A} {today.day} {today:%B}:\n")
    out().print(process_table(processes, today))
    heading("Why?")
    out().print(reason_list(processes, today))
    heading("In Drafts now, to be read and sent by you:")
    for application in (process.application for process in ranked(processes)):
        thread = {entry.envelope.message_id for t in application.threads for entry in t.entries}
        for draft in (draft for draft in drafts if draft.answers in thread):
            out().print(draft_panel(name_of(application), draft.to, draft.subject, draft.text))


def _say_what_next(keep: Path | None) -> None:
    if keep is not None:
        config = shlex.quote(str(keep / "config.toml"))
        err().print(f"\nLook around: watcher show Marrow --config {config}", soft_wrap=True, markup=False)
    err().print(
        "\nYour own mail next: `watcher init` asks for your address, shows what it finds, and writes nothing before"
        " you say that it is right.",
        markup=False,
    )

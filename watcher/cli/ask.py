"""Questions on the terminal, and what takes their place where there is none: options, and an error that names them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from watcher.cli.output import err
from watcher.errors import WatcherError

__all__ = ["Ask"]

_TRIES = 5


class Ask:
    """Asks on stderr, and reads from stdin; with `yes` it takes each proposal without asking."""

    def __init__(self, *, yes: bool) -> None:
        self.terminal = sys.stdin.isatty() and sys.stderr.isatty()
        self._yes = yes

    def text(
        self, question: str, option: str, default: str = "", check: Callable[[str], str] = str, *, sure: bool = True
    ) -> str:
        """An answer in words.

        Args:
            question: Without a mark at its end.
            option: What says it on the command line.
            default: The proposal; empty for none.
            check: Gives the answer as it is to be used, or raises a ValueError that says what is wrong with it.
            sure: Whether `yes` may take the proposal.

        Raises:
            WatcherError: there is nobody to ask, or no answer that will do
        """
        if default and self._yes and sure:
            return check(default)
        shown = f"{question} [{default}]: " if default else f"{question}: "
        for _ in range(_TRIES):
            answer = self._line(shown, option) or default
            try:
                if answer:
                    return check(answer)
            except ValueError as error:
                err().print(f"  {error}", style="yellow", markup=False, soft_wrap=True)
        raise WatcherError("no answer that will do; nothing was written", hint=f"say it by {option}")

    def yes(self, question: str, option: str = "--yes", *, default: bool = True) -> bool:
        """Whether the user says yes. With `yes`, the proposal."""
        if self._yes:
            return default
        for _ in range(_TRIES):
            answer = self._line(f"{question} [{'Y/n' if default else 'y/N'}] ", option).lower()
            if answer in ("", "y", "yes", "n", "no"):
                return default if not answer else answer.startswith("y")
        raise WatcherError("neither yes nor no; nothing was written", hint="type y or n")

    def choose(self, question: str, choices: Sequence[str], option: str, default: int = 1) -> int:
        """The number, from 1, of what the user chooses. There is no choosing without asking."""
        for number, choice in enumerate(choices, 1):
            err().print(f"  {number}  {choice}", markup=False, soft_wrap=True)

        def check(answer: str) -> str:
            if not answer.isdecimal() or not 1 <= int(answer) <= len(choices):
                raise ValueError(f"a number from 1 to {len(choices)}")
            return answer

        return int(self.text(question, option, str(default), check, sure=False))

    def _line(self, shown: str, option: str) -> str:
        if not self.terminal:
            raise WatcherError(
                f"there is no terminal to ask on: {shown.partition(' [')[0].rstrip(': ')}", hint=f"say it by {option}"
            )
        err().print(shown, end="", style="bold", markup=False, soft_wrap=True)
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise WatcherError("stopped; the configuration was not written", hint="run `watcher init` again")
        return line.strip()

"""A template of letters: read, held against what a letter may do, and filled in with facts.

A file holds one or several letters, a line of three dashes between them. The language is Jinja2's, in its immutable
sandbox, and of it only what chooses and names: `if`, `else`, `and`, `or`, `not`, comparisons, `~`, and four filters.
Nothing loops, calls, includes or computes, so that filling one in takes time linear in its length whatever it says,
and every name in it is known to be a fact before it is ever used.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment, Template, nodes

__all__ = ["BadTemplate", "Letters", "Problem", "read_letters"]

MAX_SOURCE = 20_000
"""Characters of a template."""
_MAX_LETTER = 5_000
"""Characters of what comes of one; a letter of 120 words has a thousand."""
_DIVIDER = "---"
_TAG = re.compile(r"\{%.*?%\}")
"""What may fill a line of its own, which then counts for nothing; behind words the end of the line is a space."""
_FILTERS = frozenset({"lower", "upper", "capitalize", "trim"})
_ALLOWED = frozenset(
    "Template Output TemplateData Name Const If CondExpr Concat Compare Operand And Or Not Filter".split()
)
_SAID = {
    "For": "a letter cannot loop",
    "Call": "a letter cannot call anything",
    "Getattr": "a fact has no parts, so no dot can follow it",
    "Getitem": "a fact has no parts, so no bracket can follow it",
    "Include": "a letter cannot read other files",
    "Import": "a letter cannot read other files",
    "FromImport": "a letter cannot read other files",
    "Extends": "a letter cannot read other files",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a template, and where."""

    path: str
    line: int
    """From 1; 0 where it is the file as a whole."""
    said: str

    def __str__(self) -> str:
        return f"{self.path}: line {self.line}: {self.said}" if self.line else f"{self.path}: {self.said}"


class BadTemplate(Exception):
    """A template that cannot be used, with all that was found wrong with it."""

    def __init__(self, problems: Collection[Problem]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a template."""

    path: str
    starts: tuple[int, ...]
    """The line of the file at which each begins."""
    _templates: tuple[Template, ...]

    def __len__(self) -> int:
        return len(self._templates)

    def written(self, number: int, values: Mapping[str, object]) -> tuple[str, ...]:
        """The paragraphs of one of the letters, each in one line.

        Raises:
            BadTemplate: it fails on these values, or grows beyond all measure
        """
        try:
            text = self._templates[number].render(values)
        except Exception as error:
            raise BadTemplate([Problem(self.path, self._line(error, number), f"it fails: {error}")]) from error
        if len(text) > _MAX_LETTER:
            raise BadTemplate([Problem(self.path, self.starts[number], f"it comes to {len(text):,} characters")])
        paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
        return tuple(paragraph for paragraph in paragraphs if paragraph)

    def _line(self, error: Exception, number: int) -> int:
        """The line of the file on which a letter failed."""
        line, trace = self.starts[number], error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self.path:
                line = trace.tb_lineno
            trace = trace.tb_next
        return line


def read_letters(source: str, path: str, names: Collection[str]) -> Letters:
    """The letters of a template.

    Args:
        source: Its text.
        path: The file's name, for messages.
        names: The facts that it may name.

    Raises:
        BadTemplate: it is no template, names something unknown, or does what a letter may not
    """
    if len(source) > MAX_SOURCE:
        said = f"it has {len(source):,} characters; a template has at most {MAX_SOURCE:,}"
        raise BadTemplate([Problem(path, 0, said)])
    starts, templates, problems = [], [], []
    for start, letter in _parted(source):
        found, template = _read(letter, start, path, names)
        problems += found
        if template is not None:
            starts.append(start)
            templates.append(template)
    if not templates and not problems:
        problems.append(Problem(path, 0, "there is no letter in it"))
    if problems:
        raise BadTemplate(problems)
    return Letters(path, tuple(starts), tuple(templates))


def _parted(source: str) -> Iterator[tuple[int, str]]:
    """The letters, each with the line at which it begins."""
    start, lines = 1, source.splitlines()
    for number, line in enumerate([*lines, _DIVIDER], 1):
        if line.strip() == _DIVIDER:
            while start < number and not lines[start - 1].strip():
                start += 1
            if start < number:
                yield start, "\n".join(lines[start - 1 : number - 1])
            start = number + 1


def _read(letter: str, start: int, path: str, names: Collection[str]) -> tuple[list[Problem], Template | None]:
    from jinja2 import TemplateError, TemplateSyntaxError

    environment = _environment()
    kept = "\n".join(f"{line} " if _TAG.sub("", line).strip() else line for line in letter.split("\n"))
    placed = "\n" * (start - 1) + kept  # so that lines count from the beginning of the file
    try:
        problems = [Problem(path, line, said) for line, said in _forbidden(environment.parse(placed), names)]
        if problems:
            return problems, None
        code = environment.compile(placed, filename=path)
        return [], environment.template_class.from_code(environment, code, environment.make_globals(None))
    except TemplateSyntaxError as error:
        return [Problem(path, error.lineno, f"not a template: {error.message}")], None
    except (TemplateError, RecursionError, MemoryError, SyntaxError, ValueError) as error:
        return [Problem(path, start, f"not a template: {type(error).__name__}")], None


def _forbidden(root: nodes.Template, names: Collection[str]) -> Iterator[tuple[int, str]]:
    """(line, what is wrong) for each thing that a letter may not do; what stands inside it is not looked at."""
    from jinja2 import nodes

    pending: list[Any] = [root]
    while pending:
        node = pending.pop()
        kind = type(node).__name__
        if kind not in _ALLOWED:
            yield node.lineno, _SAID.get(kind, f"a letter cannot use {kind.lower()}: it chooses, names and joins")
            continue
        if isinstance(node, nodes.Name) and node.name not in names:
            near = difflib.get_close_matches(node.name, names, 1)
            known = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(sorted(names))}"
            yield node.lineno, f"unknown name {node.name!r}, {known}"
        elif isinstance(node, nodes.Filter) and (node.name not in _FILTERS or node.args or node.kwargs):
            yield node.lineno, f"unknown filter {node.name!r}; there are: {', '.join(sorted(_FILTERS))}"
        pending += reversed(list(node.iter_child_nodes()))


@cache
def _environment() -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)

"""Which providers there are: the entry points of the group `watcher.providers`, imported on first use."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points

from providers.base import NotSetUp, Provider

__all__ = ["GROUP", "kinds", "load"]

GROUP = "watcher.providers"


def _found() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=GROUP)}


def kinds() -> list[str]:
    """The names that `provider = "..."` may take, sorted. Imports no provider."""
    return sorted(_found())


def load(kind: str) -> type[Provider]:
    """The provider class of that name.

    Raises:
        NotSetUp: there is none, or it does not import (an extra is not installed)
    """
    point = _found().get(kind)
    if point is None:
        raise NotSetUp(f'there is no provider "{kind}"', hint=f"choose one of: {', '.join(kinds())}")
    try:
        found = point.load()
    except ImportError as error:
        raise NotSetUp(
            f'the provider "{kind}" does not load: {error}', hint="install the package or extra it needs"
        ) from error
    if not (isinstance(found, type) and issubclass(found, Provider)):
        raise NotSetUp(f'the provider "{kind}" ({point.value}) is not a providers.base.Provider')
    return found

"""What is chosen by name: analysers for each layer and exporters, our own or another package's.

Entry points: `variorum.analysers` (`statements.mine = "package.module:Class"`) and `variorum.exports`.
"""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Any, BinaryIO, Protocol, cast

from variorum.analysers.protocol import Analyser
from variorum.crisis import Crisis
from variorum.errors import ConfigError
from variorum.pipeline.reading import RULES
from variorum.store.base import Record
from variorum.store.codec import LAYERS


class Exporter(Protocol):
    """Record -> bytes of one form."""

    def write(self, record: Record, out: BinaryIO) -> None:
        """Writes the whole record."""
        ...


def _loaded(group: str, name: str) -> Any:
    """A fresh instance of the class behind an entry point.

    Raises:
        ConfigError: if there is none of that name, or it does not load.
    """
    found = entry_points(group=group)
    if name not in found.names:
        raise ConfigError(
            f"there is no {name!r}",
            place=group,
            next_step=f"Installed: {', '.join(sorted(found.names)) or 'none'}.",
        )
    try:
        return found[name].load()()
    except Exception as err:  # whatever another package raises
        raise ConfigError(f"{name!r} does not load: {err}", place=group, next_step="Check that package.") from err


def exporter(form: str) -> Exporter:
    """The exporter of that form.

    Raises:
        ConfigError: if there is none; the message lists those installed.
    """
    return cast("Exporter", _loaded("variorum.exports", form))


def analysers(crisis: Crisis) -> tuple[Analyser, ...]:
    """The steps in the order they run, as `[analysers]` of crisis.toml chooses.

    Raises:
        ConfigError: if a chosen one is not installed or does not write the layer it is chosen for.
    """
    chosen: list[Analyser] = []
    for packaged in RULES:
        name = str(getattr(crisis.analysers, packaged.name))
        step = (
            packaged if name == "rules" else cast("Analyser", _loaded("variorum.analysers", f"{packaged.name}.{name}"))
        )
        if step.provides != packaged.provides or not step.provides <= set(LAYERS):
            raise ConfigError(
                f"{name!r} writes {', '.join(sorted(step.provides))}, not {', '.join(sorted(packaged.provides))}",
                place=f"crisis.toml, analysers.{packaged.name}",
                next_step="Choose one that does.",
            )
        chosen.append(step)
    return tuple(chosen)

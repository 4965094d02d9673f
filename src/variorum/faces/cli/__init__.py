"""The command line.

Data to stdout, progress to stderr; exit 0 done, 1 failed or differences found, 2 usage, 3 done with some trouble.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Entry point of the command `variorum`."""
    from variorum.faces.cli.commands import cli  # noqa: PLC0415  # `python -m variorum` must not import twice

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli()


__all__ = ["main"]

"""The one way in: with a command the headless commands, without one the window."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Run Newsdesk with the arguments of the command line; return the exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    chosen = _for_the_window(arguments)
    if chosen is None:
        from newsdesk import cli

        return cli.main(arguments)
    from newsdesk import app

    return app.main(**chosen)


def _for_the_window(arguments: list[str]) -> dict[str, str] | None:
    """Return profile and newsroom if nothing else was asked for.

    Read by hand: argparse alone costs a tenth of the first frame; the commands have it for the rest.
    """
    chosen: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if name not in ("--profile", "--newsroom"):
            return None
        value = value if equals else next(rest, "")
        if not value:
            return None
        chosen[name.removeprefix("--")] = value
    return chosen


if __name__ == "__main__":
    sys.exit(main())

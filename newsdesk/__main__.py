"""The one way in: with a command the headless commands, without one the window."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Run Newsdesk with the arguments of the command line; return the exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    if _has_command(arguments):
        from newsdesk import cli

        return cli.main(arguments)
    from newsdesk import app

    return app.main(arguments)


def _has_command(arguments: list[str]) -> bool:
    # "--profile DIR" and "--newsroom NAME" may stand alone: then the window opens with them.
    rest = iter(arguments)
    for argument in rest:
        if argument in ("--profile", "--newsroom"):
            next(rest, None)
        elif not argument.startswith(("--profile=", "--newsroom=")):
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())

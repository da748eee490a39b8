"""Start Newsdesk: the window without a command, the headless commands with one."""

import sys

from newsdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())

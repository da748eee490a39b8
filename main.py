"""Start Newsdesk: the window without a command, the headless commands with one."""

import sys

from newsdesk.__main__ import main

if __name__ == "__main__":
    sys.exit(main())

"""The program: the window without arguments, else the command line."""

import sys
from pathlib import Path

WINDOWED = (".summit", ".station")  # files that the window opens


def main() -> None:
    """Run the desktop, or the command that the arguments name."""
    arguments = sys.argv[1:]
    if not arguments or (len(arguments) == 1 and Path(arguments[0]).suffix in WINDOWED):
        from summit_desk.bootstrap import run_window

        sys.exit(run_window(Path(arguments[0]) if arguments else None))
    from summit_desk.cli.app import run

    sys.exit(run(arguments))


if __name__ == "__main__":
    main()

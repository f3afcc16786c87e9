"""The one place where an error becomes a line on stderr and an exit code. A bug is let through with its traceback."""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence
from typing import Any

import click

from sysmap.cli._command import Group
from sysmap.cli._faults import print_faults
from sysmap.cli._language import say, speaking, terminal_language, warn
from sysmap.errors import Cause, DataError, OutputError, SysmapError
from sysmap.messages import Message, take_warnings

__all__ = ["Shield"]

INTERRUPTED = 130
"""The exit code that shells expect of a program stopped by Ctrl-C."""
ERROR = Message("Error: {message}")
STOPPED = Message("Stopped. Nothing is lost: run the same command again to go on.")
A_FILE = Message("a file")
NO_SPACE = Cause("L001", "{path}: {reason}", "free some disk space, or choose another folder with --out")
NO_PERMISSION = Cause("L002", "{path}: {reason}", "choose a folder you may write to with --out")
NOT_USABLE = Cause("L003", "{path}: {reason}", "check the path and run again")
CAUSE_OF = {errno.ENOSPC: NO_SPACE, errno.EACCES: NO_PERMISSION, errno.EROFS: NO_PERMISSION}


def _show(error: SysmapError) -> int:
    """Print the error; return its exit code."""
    if isinstance(error, DataError):
        print_faults(error.faults, err=True)
    say(ERROR.filled(message=error.render(terminal_language())), err=True, fg="red")
    return error.exit_code


def _describe(error: OSError) -> OutputError:
    """A file that could not be read or written, as an error of ours; the reason is the operating system's own words."""
    cause = CAUSE_OF.get(error.errno or 0, NOT_USABLE)
    return OutputError(cause, path=error.filename or A_FILE, reason=(error.strerror or str(error)).lower())


class Shield(Group):
    """A click group whose commands may raise any `SysmapError`.

    It speaks the reader's language from the first word on.
    """

    def main(self, args: Sequence[str] | None = None, *others: Any, **extra: Any) -> Any:
        """Run the command line and exit: 0, the error's own code, click's 2 for a wrong usage, 130 for Ctrl-C.

        What was wrong with a catalogue is printed once, at the end.
        """
        words = list(sys.argv[1:] if args is None else args)
        with speaking(words):
            try:
                self._run(args, *others, **extra)
            finally:
                for warning in take_warnings():
                    if not sys.stderr.closed:
                        warn(warning)

    def _run(self, *args: Any, **extra: Any) -> None:
        try:
            result = super().main(*args, **{**extra, "standalone_mode": False})
        except SysmapError as error:
            sys.exit(_show(error))
        except (KeyboardInterrupt, click.Abort):
            say(STOPPED, err=True)
            sys.exit(INTERRUPTED)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except BrokenPipeError:
            sys.stderr.close()  # the reader has gone (`| head`); a complaint would have nobody to read it
            sys.exit(0)
        except OSError as error:
            sys.exit(_show(_describe(error)))
        sys.exit(result if isinstance(result, int) else 0)

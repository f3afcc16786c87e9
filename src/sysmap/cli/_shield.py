"""The one place where an error becomes a line on stderr and an exit code. A bug is let through with its traceback."""

from __future__ import annotations

import errno
import sys
from typing import Any

import click

from sysmap.errors import DataError, OutputError, SysmapError
from sysmap.messages import take_warnings

__all__ = ["Shield", "show_faults"]

INTERRUPTED = 130


def show_faults(error: DataError) -> None:
    """Every fault on its own line on stderr, errors last so that they stay on the screen."""
    for fault in sorted(error.faults, key=lambda fault: (fault.level == "error", fault)):
        click.echo(str(fault), err=True)


def _shown(error: SysmapError) -> int:
    if isinstance(error, DataError):
        show_faults(error)
    click.secho(f"Error: {error}", err=True, fg="red")
    return error.exit_code


def _as_output_error(error: OSError) -> OutputError:
    """A file that could not be read or written, in words; the operating system's own reason is kept."""
    remedies = {errno.ENOSPC: "free some disk space, or choose another folder with --out",
                errno.EACCES: "choose a folder you may write to with --out",
                errno.EROFS: "choose a folder you may write to with --out"}
    where = error.filename or "a file"
    remedy = remedies.get(error.errno or 0, "check the path and run again")
    return OutputError(f"{where}: {(error.strerror or str(error)).lower()}", remedy)


class Shield(click.Group):
    """A click group whose commands may raise any `SysmapError`."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run, say what was wrong with a catalogue, and exit: 0, the error's own code, click's 2 for a wrong usage, 130 for Ctrl-C."""
        try:
            self._run(*args, **extra)
        finally:
            for warning in take_warnings():
                if not sys.stderr.closed:
                    click.echo(f"warning: {warning}", err=True)

    def _run(self, *args: Any, **extra: Any) -> None:
        try:
            result = super().main(*args, **{**extra, "standalone_mode": False})
        except SysmapError as error:
            sys.exit(_shown(error))
        except (KeyboardInterrupt, click.Abort):
            click.echo("Stopped. Nothing is lost: run the same command again to go on.", err=True)
            sys.exit(INTERRUPTED)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except BrokenPipeError:
            sys.stderr.close()   # the reader has gone (`| head`); a complaint would have nobody to read it
            sys.exit(0)
        except OSError as error:
            sys.exit(_shown(_as_output_error(error)))
        sys.exit(result if isinstance(result, int) else 0)

"""The command line: arguments to the pipeline, errors to messages and exit codes."""

from gisplan.cli.main import main

__all__ = ["main"]

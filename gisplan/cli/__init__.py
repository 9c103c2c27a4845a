"""The command line: arguments to the pipeline, errors to messages and exit codes."""

try:
    import sys

    from gisplan.cli.main import main
except KeyboardInterrupt:
    # Ctrl-C while the program is still being read: the language is not known yet
    import sys

    sys.stderr.write("已中断 ended\n")
    sys.exit(130)

__all__ = ["main"]

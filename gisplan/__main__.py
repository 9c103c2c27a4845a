"""``python -m gisplan``: the command line."""

import sys

from gisplan.cli import main

sys.exit(main())

"""HiGHS without a word on the terminal."""

from __future__ import annotations

from typing import Any

import highspy


class QuietHighs(highspy.Highs):
    """HiGHS without its banner, which the constructor prints when it enables callbacks.

    It runs on one thread, so that answers do not hang on the machine.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.setOptionValue("output_flag", False)
        self.setOptionValue("threads", 1)

    def enableCallbacks(self) -> Any:  # noqa: N802
        """Keep it quiet before its callbacks are enabled."""
        self.setOptionValue("output_flag", False)
        return super().enableCallbacks()  # type: ignore[no-untyped-call]

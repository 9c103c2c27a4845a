"""The guides of the office: each picture is there, each word in bold stands in the window."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "images" / "desk"
GUIDES = {"zh": ROOT / "docs" / "zh" / "desk.md", "en": ROOT / "docs" / "desk.md"}
#: Bytes of all pictures together, in a repository that everybody clones.
MOST = 1_000_000


def plain(words: str) -> str:
    """Words with any number in the place of a number."""
    return re.sub(r"%d|\d+", "#", words)


def in_the_window() -> str:
    """All words of the office's templates and pages, and of the scripts that open it."""
    serve = ROOT / "gisplan" / "serve"
    paths = [*serve.glob("templates/*.html"), *serve.glob("*.py")]
    paths += [ROOT / "gisplan/api/start_scripts.py", ROOT / "gisplan/api/scenarios/words.py"]
    return plain("\n".join(path.read_text(encoding="utf-8") for path in paths))


@pytest.mark.parametrize("lang", GUIDES)
def test_each_step_is_called_as_the_window_calls_it(lang: str) -> None:
    text, window = GUIDES[lang].read_text(encoding="utf-8"), in_the_window()
    bold = set(re.findall(r"\*\*(.+?)\*\*", text))
    assert len(bold) >= 25
    # as the whole of something there, not as a part of other words
    lost = [
        one
        for one in bold
        if not re.search(rf"[\"'> (（]{re.escape(plain(one))}[\"'<：: ()（）]", window)
    ]
    assert lost == []


def test_pictures_are_those_that_the_guides_name_and_few_bytes() -> None:
    named = set()
    for lang, guide in GUIDES.items():
        found = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", guide.read_text(encoding="utf-8"))
        paths = [(guide.parent / one).resolve() for one in found]
        assert all(path.name.endswith(f".{lang}.webp") for path in paths)
        assert len(paths) == len(set(paths)) >= 15
        named |= set(paths)
    there = set(PICTURES.iterdir())
    assert there == named
    assert sum(path.stat().st_size for path in there) < MOST

"""The report as a Word document: all that its page says, laid out as an official document."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from gisplan.catalog.workspace import Workspace
from gisplan.cli.main import main
from gisplan.render.report import word


def test_cells_that_reach_over_others_and_hostile_words() -> None:
    html = (
        "<head><title>no</title></head><h1>题</h1><p>a\x00b &lt;b&gt; <b>粗</b></p>"
        "<table><thead><tr><th rowspan=2>甲</th><th colspan=2>乙</th></tr>"
        "<tr><th>丙</th><th>丁</th></tr></thead><tr><td>1</td><td>2</td><td>3</td></tr></table>"
        '<img src="data:image/png;base64,!!">'
    )
    document = docx.Document(io.BytesIO(word.word(html)))
    (table,) = document.tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [["甲", "乙", ""], ["", "丙", "丁"], ["1", "2", "3"]]
    assert document.paragraphs[1].text == "a\ufffdb <b> 粗"
    assert not document.inline_shapes


def test_the_command_writes_it_with_figures(
    place: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["report", "--docx", "-C", str(place.root)]) == 0
    path = place.root / "reports" / "report.docx"
    assert "report.docx" in capsys.readouterr().out
    document = docx.Document(str(path))
    assert len(document.inline_shapes) == 1
    assert any(each.text.startswith("图 1　小图") for each in document.paragraphs)
    with zipfile.ZipFile(path) as inside:
        assert any(name.endswith(".png") for name in inside.namelist())
        footer = inside.read("word/footer1.xml").decode()
    assert "PAGE" in footer
    assert main(["report", "--docx", "--unit", "x", "-C", str(place.root)]) == 2
    monkeypatch.setattr(word, "find_spec", lambda _: None)
    assert main(["report", "--docx", "-C", str(place.root)]) == 2
    assert 'pip install "gisplan[word]"' in capsys.readouterr().err
    assert Path(path).stat().st_size > 10_000

"""Fetch all that an intranet needs to install gisplan: run once where there is a network.

``python install/wheelhouse.py FOLDER`` fetches the wheels for Windows and makes three files that a
planner double-clicks there: one installs, one makes the maps, and on one a table is dropped to be
imported. Of Python itself the installer from python.org is needed beside them. Needs Python 3.11 or
later with pip.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

_PYTHONS = ("3.11", "3.12", "3.13", "3.14")
_PLATFORMS = {
    "windows": ["win_amd64"],
    "linux": ["manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"],
    "macos": ["macosx_14_0_arm64", "macosx_12_0_arm64", "macosx_11_0_arm64"],
}
#: What planners use beyond the core.
_EXTRAS = "figures,clusters,rasters,routes,serve,tiles,word"
_HEAD = '@echo off\nchcp 65001 >nul\nsetlocal\ncd /d "%~dp0"\nset PYTHONUTF8=1\n'
_GISPLAN = '"%~dp0program\\Scripts\\gisplan.exe"'
_READY = (
    f"if not exist {_GISPLAN} (\n"
    "  echo 还没有安装：请先双击“1 安装.cmd”。\n  pause\n  exit /b 1\n)\n"
    f'if not exist "%~dp0工作区\\gisplan.toml" {_GISPLAN} init "%~dp0工作区" || goto failed\n'
)
_FAILED = "exit /b 0\n:failed\necho.\necho 没有完成，原因见上面的文字。\npause\nexit /b 1\n"


def scripts(python: str, name: str) -> dict[str, str]:
    """Give the files that are double-clicked, by their names.

    Parameters
    ----------
    python : str
        Version of Python that the wheels are for, as ``"3.12"``.
    name : str
        Of what is installed, with its extras.

    Returns
    -------
    dict of str to str
        Batch files of Windows.
    """
    install = (
        f"{_HEAD}py -{python} --version >nul 2>nul\n"
        "if errorlevel 1 (\n"
        f"  echo 没有找到 Python {python}：请先运行 python.org 的 {python} 安装程序（64 位）。\n"
        "  pause\n  exit /b 1\n)\n"
        f'py -{python} -m venv "%~dp0program" || goto failed\n'
        '"%~dp0program\\Scripts\\python.exe" -m pip install --no-index --find-links "%~dp0wheels"'
        f' "{name}" || goto failed\n'
        "echo 安装完成。接着双击“2 生成地图.cmd”。\npause\n" + _FAILED
    )
    build = (
        f'{_HEAD}{_READY}{_GISPLAN} -C "%~dp0工作区" build || goto failed\n'
        'start "" "%~dp0工作区\\maps\\rendered"\npause\n' + _FAILED
    )
    take = (
        f'{_HEAD}{_READY}if "%~1"=="" (\n'
        "  echo 请把表格（Excel、CSV、KML 等）的图标拖到这个文件上。\n  pause\n  exit /b 1\n)\n"
        f'{_GISPLAN} -C "%~dp0工作区" import "%~1" || goto failed\n'
        "echo.\necho 接着双击“2 生成地图.cmd”。\npause\n" + _FAILED
    )
    return {
        "1 安装.cmd": install,
        "2 生成地图.cmd": build,
        "3 导入表格（把文件拖到这里）.cmd": take,
    }


def fetch(folder: Path, *, python: str, platform: str, extras: str) -> list[Path]:
    """Fetch the wheels of gisplan and of all that it needs.

    Parameters
    ----------
    folder : pathlib.Path
        Gets the folder ``wheels``.
    python : str
        Version of Python that they are for.
    platform : str
        A key of the platforms above.
    extras : str
        Of gisplan, with commas between them; may be empty.

    Returns
    -------
    list of pathlib.Path
        The wheels, by name.

    Raises
    ------
    subprocess.CalledProcessError
        If pip can't make or fetch one; it has said why.
    """
    wheels, here = folder / "wheels", Path(__file__).parents[1]
    wheels.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([*pip, "wheel", "--quiet", "--no-deps", "-w", made, str(here)], check=True)
        own = next(Path(made).glob("gisplan-*.whl"))
        wanted = f"{own}[{extras}]" if extras else str(own)
        given = [word for tag in _PLATFORMS[platform] for word in ("--platform", tag)]
        subprocess.run(
            [
                *(*pip, "download", "--quiet", "--only-binary", ":all:"),
                *("--python-version", python, *given, "--dest", str(wheels), wanted),
            ],
            check=True,
        )
    return sorted(wheels.glob("*.whl"))


def unpacked(wheel: Path) -> int:
    """Give the bytes that a wheel takes when it is installed, before Python compiles it.

    Parameters
    ----------
    wheel : pathlib.Path
        The file.

    Returns
    -------
    int
        Of all that it holds.
    """
    with zipfile.ZipFile(wheel) as packed:
        return sum(each.file_size for each in packed.infolist())


def main(arguments: Sequence[str] | None = None) -> None:
    """Fetch the wheels and write the files beside them.

    Parameters
    ----------
    arguments : sequence of str, optional
        Those of the command line if left out.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="where everything goes, as D:\\gisplan")
    parser.add_argument("--python", choices=_PYTHONS, default="3.12", help="default: 3.12")
    parser.add_argument("--platform", choices=_PLATFORMS, default="windows")
    parser.add_argument("--extras", default=_EXTRAS, help=f"default: {_EXTRAS}")
    given = parser.parse_args(arguments)
    made = fetch(given.folder, python=given.python, platform=given.platform, extras=given.extras)
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  wheels/{path.name}" for path in made]
    (given.folder / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="ascii")
    name = f"gisplan[{given.extras}]" if given.extras else "gisplan"
    if given.platform == "windows":
        for file, text in scripts(given.python, name).items():
            # the console reads the file in the code page that its second line sets
            (given.folder / file).write_text(text, encoding="utf-8", newline="\r\n")
    size = sum(path.stat().st_size for path in made) / 1e6
    whole = sum(unpacked(path) for path in made) / 1e6
    print(f"{given.folder}: {len(made)} wheels, {size:.0f} MB, {whole:.0f} MB when installed")
    if given.platform != "windows":
        print(f"pip install --no-index --find-links {given.folder / 'wheels'} '{name}'")


if __name__ == "__main__":
    main()

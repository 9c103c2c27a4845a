"""Faces with Chinese characters, as this computer has them."""

from __future__ import annotations

from collections.abc import Collection

from matplotlib import font_manager

from gisplan.errors import FileError
from gisplan.text import Text

#: In the order in which they are taken; the forms of mainland China first.
CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "SimHei",
    "DengXian",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimSun",
    "Songti SC",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
)
#: Comes with Matplotlib, for what the Chinese face lacks.
_LAST = "DejaVu Sans"


def families(installed: Collection[str] | None = None) -> list[str]:
    """Give the families that a figure is set in.

    Parameters
    ----------
    installed : collection of str, optional
        Families there are; those that Matplotlib finds if left out.

    Returns
    -------
    list of str
        The first of :data:`CHINESE` that is installed, and one for other characters.

    Raises
    ------
    FileError
        If none is; says which package to install.
    """
    if installed is None:
        installed = {entry.name for entry in font_manager.fontManager.ttflist}
    found = next((name for name in CHINESE if name in installed), None)
    if found is None:
        raise FileError(
            Text(
                "这台电脑上没有找到中文字体，图中的汉字无法显示。请先安装一种：\n"
                "  Debian、Ubuntu：sudo apt install fonts-noto-cjk\n"
                "  Fedora：sudo dnf install google-noto-sans-cjk-fonts\n"
                "  Windows、macOS：系统一般自带微软雅黑、苹方，也可安装思源黑体（Noto Sans SC）\n"
                "装好后再运行一次",
                "No face with Chinese characters was found on this computer. Install one:\n"
                "  Debian, Ubuntu: sudo apt install fonts-noto-cjk\n"
                "  Fedora: sudo dnf install google-noto-sans-cjk-fonts\n"
                "  Windows, macOS: Microsoft YaHei or PingFang come with the system; else\n"
                "  Noto Sans SC from Noto's site\n"
                "Then run this again",
            )
        )
    return [found, _LAST]

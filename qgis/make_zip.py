"""Pack the QGIS plugin: ``python qgis/make_zip.py [FOLDER]``.

The same files give the same bytes, on any machine: sorted, of one day, not compressed.
"""

from __future__ import annotations

import argparse
import configparser
import zipfile
from pathlib import Path

PLUGIN = Path(__file__).parent / "gisplan_processing"
#: What the plugin is made of; caches and editors' files are not.
KINDS = (".py", ".txt", ".svg")
_DAY = (1980, 1, 1, 0, 0, 0)


def pack(folder: Path) -> Path:
    """Write the zip that QGIS installs (Plugins, Manage and Install Plugins, Install from ZIP).

    Parameters
    ----------
    folder : pathlib.Path
        Where it goes.

    Returns
    -------
    pathlib.Path
        The zip, named for the version.
    """
    described = configparser.ConfigParser(interpolation=None)
    described.read(PLUGIN / "metadata.txt", encoding="utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{PLUGIN.name}-{described['general']['version']}.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for file in sorted(PLUGIN.iterdir()):
            if file.suffix in KINDS or file.name == "LICENSE":
                entry = zipfile.ZipInfo(f"{PLUGIN.name}/{file.name}", _DAY)
                entry.create_system, entry.external_attr = 3, 0o100644 << 16
                # a checkout on Windows may have other ends of lines
                packed.writestr(entry, file.read_bytes().replace(b"\r\n", b"\n"))
    return path


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Pack the QGIS plugin.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("dist"))
    print(pack(parser.parse_args().folder))

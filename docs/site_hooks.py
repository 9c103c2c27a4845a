"""What the site does beside MkDocs: pages that are made, links out of it, a page's language."""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parent.parent))

from docs.site_pages import made_pages

#: What the theme asks for where a page is opened from a folder.
_SHIM = "https://unpkg.com/iframe-worker/shim"
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s#]+)(#[^)\s]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made.

    Parameters
    ----------
    files : Files
        Those of the folder.
    config : MkDocsConfig
        Of the site.

    Returns
    -------
    Files
        With those that are made.
    """
    for path, content in made_pages():
        files.append(File.generated(config, path, content=content))
    return files


def on_page_markdown(markdown: str, page: Page, files: Files, **_: Any) -> str:
    """Lead links to where they lead in the site; what is not in it is named alone.

    Parameters
    ----------
    markdown : str
        The page.
    page : Page
        Which it is.
    files : Files
        All of the site.
    **_ : Any
        The rest of what MkDocs gives.

    Returns
    -------
    str
        The page.
    """
    here = PurePosixPath(page.file.src_uri).parent

    def lead(link: re.Match[str]) -> str:
        words, target, anchor = link.group(1), link.group(2), link.group(3) or ""
        if "://" in target or target.startswith("mailto:"):
            return link.group(0)
        if files.get_file_from_path(_joined(here, target)) is not None:
            return link.group(0)
        if target.endswith(".ipynb"):
            up = "../" * len(here.parts)
            return f"[{words}]({up}notebooks/{PurePosixPath(target).stem}.md{anchor})"
        return words

    # what stands in a block of code is no link
    parts = re.split(r"(^```.*?^```)", markdown, flags=re.DOTALL | re.MULTILINE)
    return "".join(part if part.startswith("```") else _LINK.sub(lead, part) for part in parts)


def _joined(folder: PurePosixPath, target: str) -> str:
    parts: list[str] = list(folder.parts)
    for part in PurePosixPath(target).parts:
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any
) -> dict[str, Any]:
    """Let buttons and titles around a page speak its language.

    Parameters
    ----------
    context : dict of str to Any
        What the template gets.
    page : Page
        Which it is.
    config : MkDocsConfig
        Of the site.
    **_ : Any
        The rest of what MkDocs gives.

    Returns
    -------
    dict of str to Any
        The same.
    """
    chinese = page.file.src_uri.startswith(("zh/", "notebooks/"))
    config.theme["language"] = "zh" if chinese else "en"
    return context


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Take what a page opened from a folder needs for its search from the site, not from afar.

    Parameters
    ----------
    output : str
        The page as HTML.
    page : Page
        Which it is.
    **_ : Any
        The rest of what MkDocs gives.

    Returns
    -------
    str
        The same, without an address of another host.
    """
    up = "../" * page.url.count("/")
    return output.replace(_SHIM, f"{up}assets/offline-worker.js")


def on_post_template(output: str, **_: Any) -> str:
    """Do the same for the page that tells that there is none.

    Parameters
    ----------
    output : str
        The page as HTML.
    **_ : Any
        The rest of what MkDocs gives.

    Returns
    -------
    str
        The same, without an address of another host.
    """
    return output.replace(_SHIM, "assets/offline-worker.js")

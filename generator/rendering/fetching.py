"""What pages may load: files of the project and of the built-in templates, and nothing else; never a network."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from generator.settings.builtin import folder

_LARGEST = 64 * 2**20  # bytes of one file


class Refused(FatalURLFetchingError):  # type: ignore[misc]
    """A page asks for what it may not have; ends its rendering."""


class Fetcher(URLFetcher):  # type: ignore[misc]
    """Reads `data:` addresses, and files inside some folders; links that lead out of them lead nowhere."""

    def __init__(self, folders: Iterable[Path]) -> None:
        super().__init__(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=True)
        self.refused: list[str] = []  # also where a drawing hides the refusal
        self.roots = tuple(dict.fromkeys(_root(path.resolve()) for path in (*folders, folder("templates"))))

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
        """Return what stands at an address. Raises Refused."""
        if urlsplit(url).scheme == "data":
            return super().fetch(url, headers)
        try:
            return self._file(url)
        except Refused as refused:
            self.refused.append(str(refused))
            raise

    def _file(self, url: str) -> Any:
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc:
            raise Refused(f"'{url[:200]}' is not in the project; pages load nothing over a network")
        path = Path(unquote(parts.path))
        real = path.resolve()
        root = next((root for root in self.roots if real.is_relative_to(root)), None)
        if root is None or any(part.startswith(".") for part in real.relative_to(root).parts):
            raise Refused(f"'{path}' leads out of the project and its templates")
        if not real.is_file():
            raise Refused(f"there is no file '{path}'")
        if real.stat().st_size > _LARGEST:
            raise Refused(f"'{path}' is larger than {_LARGEST // 2**20} MB")
        kind = mimetypes.guess_type(real.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, real.read_bytes(), {"Content-Type": kind})


def _root(templates: Path) -> Path:
    """Return the project that a folder of templates belongs to, or the folder itself."""
    return templates.parent if (templates.parent / "config" / "reports").is_dir() else templates

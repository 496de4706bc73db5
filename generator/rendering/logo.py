"""The logo of a theme: on the covers of pages and slides, and at the head of pages."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import vl_convert
from PIL import Image, UnidentifiedImageError

from generator.errors import TemplateFailed
from generator.rendering.environment import within
from generator.settings.theme import Theme

_KINDS = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_LARGEST = 4 * 2**20  # bytes: a logo is in every page and deck whole
_MOST = 40_000_000  # pixels, which a small file can claim to have
_ROOT = re.compile(r"<svg\b[^>]*>", re.IGNORECASE)
_LENGTH = re.compile(r"\b(?:width|height)\s*=\s*[\"']\s*([\d.]+)")
_LETTERS = re.compile(rb"<(?:\w+:)?text\b")
_LONGEST = 8000  # points: an SVG that says it is larger would be drawn so large
_HIGH = 320  # pixels of a logo on a slide
_AROUND = 0.22  # of its height: what a plate leaves around a logo


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo for pages, as addresses that hold it whole; `plated` where the cover's needs a plate to be seen."""

    head: str = ""
    cover: str = ""
    plated: bool = False


def for_pages(theme: Theme, folders: Sequence[Path]) -> Logo:
    """Return the logo as pages need it; empty for a theme without one. Raises TemplateFailed."""
    if theme.logo is None:
        return Logo()
    head = _address(_file(theme.logo.on_ground, folders))
    if theme.logo.on_accent is None:
        return Logo(head, head, plated=True)
    return Logo(head, _address(_file(theme.logo.on_accent, folders)))


def for_slides(theme: Theme, folders: Sequence[Path]) -> bytes | None:
    """Return the logo of the cover as a picture that every program can show. Raises TemplateFailed."""
    if theme.logo is None:
        return None
    picture = _drawn(_file(theme.logo.on_accent or theme.logo.on_ground, folders))
    if theme.logo.on_accent is None:
        picture = _plated(picture, theme.colours.ground)
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def check_logo(theme: Theme, folders: Sequence[Path]) -> None:
    """Raise TemplateFailed where a logo is not there, or is no picture that pages and slides can show."""
    for name in (theme.logo.on_ground, theme.logo.on_accent) if theme.logo else ():
        if name is not None:
            _drawn(_file(name, folders))


def _file(name: str, folders: Sequence[Path]) -> Path:
    found = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if found is None:
        raise TemplateFailed(
            f"There is no logo '{name}' in templates/.", "Put it there as SVG, PNG or JPEG, or name another."
        )
    if (size := within(found, folders).stat().st_size) > _LARGEST:
        raise TemplateFailed(
            f"The logo {found} has {size / 2**20:.0f} MB, more than {_LARGEST // 2**20}.", "Save it smaller, or as SVG."
        )
    return found


def _address(file: Path) -> str:
    kind, data = _KINDS[file.suffix], file.read_bytes()
    if kind == _KINDS[".svg"] and _LETTERS.search(data):
        # Its letters are part of a drawing, no words of the page; and a reader's machine may not have their font.
        kind, data = _KINDS[".png"], _as_png(file)
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _drawn(file: Path) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(_as_png(file) if file.suffix == ".svg" else file.read_bytes()))
        if picture.width * picture.height > _MOST:
            raise Image.DecompressionBombError
        return picture.convert("RGBA")
    except Image.DecompressionBombError:  # Pillow raises it too, for far larger ones
        raise TemplateFailed(
            f"The logo {file} has more than {_MOST // 10**6} million pixels.", "Save it smaller."
        ) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise TemplateFailed(
            f"The logo {file} is no picture: {error}.", "Save it again as SVG, PNG or JPEG."
        ) from error


def _as_png(file: Path) -> bytes:
    """Draw a vector as high as slides need it, whatever size it says it has. Raises ValueError for none."""
    vector = file.read_text(encoding="utf-8")
    root = _ROOT.search(vector)
    if root is None or any(float(length) > _LONGEST for length in _LENGTH.findall(root.group())):
        raise ValueError(f"an SVG of at most {_LONGEST} points a side is needed")
    try:
        height = Image.open(io.BytesIO(vl_convert.svg_to_png(vector))).height
        return vl_convert.svg_to_png(vector, scale=max(_HIGH / height, 0.1))
    except RuntimeError as error:  # what it says of itself is a whole stack
        raise ValueError(str(error).splitlines()[0]) from None


def _plated(picture: Image.Image, ground: str) -> Image.Image:
    """Put a picture on a plate of a colour: logos are drawn for a ground, and a cover's is another."""
    edge = round(picture.height * _AROUND)
    plate = Image.new("RGBA", (picture.width + 2 * edge, picture.height + 2 * edge), ground)
    plate.alpha_composite(picture, (edge, edge))
    return plate

"""Masters that someone else drew, made on the fly: python-pptx's, LibreOffice's, and odd ones."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from PIL import Image, ImageColor
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.util import Pt

from generator.rendering.masters.shapes import NAMES

MAIN = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"
MACROS = "application/vnd.ms-powerpoint.{}.macroEnabled.main+xml"


def usual(path: Path, size: tuple[float, float] = (720, 540)) -> Path:
    """Write python-pptx's own template, 4:3, with a picture in the master, and two sample slides that name a client."""
    presentation: Any = Presentation()
    presentation.slide_width, presentation.slide_height = (Pt(length) for length in size)
    for layout in (presentation.slide_master, *presentation.slide_layouts):
        for shape in layout.placeholders:
            _stretch(shape, size[0] / 720, size[1] / 540)
    picture = io.BytesIO()
    Image.new("RGB", (40, 20), "#7A1F5C").save(picture, "PNG")
    for _ in range(2):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = "Sample for Client X"
        slide.shapes.add_picture(picture, 0, 0)
    presentation.save(str(path))
    return path


def _stretch(shape: Any, wide: float, high: float) -> None:
    place = shape._element.spPr.find("{http://schemas.openxmlformats.org/drawingml/2006/main}xfrm")
    if place is not None:
        shape.left, shape.width = round(shape.left * wide), round(shape.width * wide)
        shape.top, shape.height = round(shape.top * high), round(shape.height * high)


def dark(path: Path) -> Path:
    """Write a master of white text on dark blue, as its theme's colours say."""
    usual(path, (960, 540))
    presentation: Any = Presentation(str(path))
    fill = presentation.slide_master.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(0x10, 0x18, 0x30)
    mapping = presentation.slide_master._element.find(
        "{http://schemas.openxmlformats.org/presentationml/2006/main}clrMap"
    )
    for slot, name in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        mapping.set(slot, name)
    presentation.save(str(path))
    return path


def pictured(path: Path, *colours: str) -> Path:
    """Write a master whose ground is a picture that runs from one colour, at the top, to another."""
    usual(path, (960, 540))
    presentation: Any = Presentation(str(path))
    master, picture = presentation.slide_master, io.BytesIO()
    run = Image.new("RGB", (1, len(colours)))
    for row, colour in enumerate(colours):
        run.putpixel((0, row), ImageColor.getrgb(colour)[:3])
    run.resize((96, 54), Image.Resampling.BILINEAR).save(picture, "PNG")
    picture.seek(0)
    _, ident = master.part.get_or_add_image_part(picture)
    ground = (
        f'<p:bg {NAMES}><p:bgPr><a:blipFill><a:blip r:embed="{ident}"/><a:stretch><a:fillRect/></a:stretch>'
        "</a:blipFill><a:effectLst/></p:bgPr></p:bg>"
    )
    whole = master._element.cSld
    for old in whole.findall("{http://schemas.openxmlformats.org/presentationml/2006/main}bg"):
        whole.remove(old)
    whole.insert(0, parse_xml(ground))
    presentation.save(str(path))
    return path


@cache
def _office() -> Path:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    folder = Path(mkdtemp())
    command = [office, f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pptx"]
    source = usual(folder / "office.pptx", (960, 540))
    subprocess.run([*command, "--outdir", str(folder / "made"), str(source)], check=True, capture_output=True)
    return folder / "made" / "office.pptx"


def office(path: Path) -> Path:
    """Write a master as LibreOffice writes it: placeholders without an index, layouts of other types."""
    return Path(shutil.copy(_office(), path))


MASTERS: dict[str, Callable[[Path], Path]] = {
    "4:3": usual,
    "16:9": lambda path: usual(path, (720, 405)),
    "upright": lambda path: usual(path, (540, 780)),
    "huge": lambda path: usual(path, (2880, 1620)),
    "libreoffice": office,
}


def saved_as(path: Path, kind: str, macros: bool = False) -> Path:
    """Rewrite a file as PowerPoint saves it under another kind (`template`, `slideshow`), and with macros."""
    held = dict(_parts(path))
    types = held["[Content_Types].xml"].decode()
    held["[Content_Types].xml"] = types.replace(
        MAIN.format("presentation"), (MACROS if macros else MAIN).format(kind)
    ).encode()
    if macros:
        held["ppt/vbaProject.bin"] = b"a macro"
        held["[Content_Types].xml"] = held["[Content_Types].xml"].replace(
            b"<Default ", b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default ', 1
        )
        relation = (
            b'<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
            b'Target="vbaProject.bin"/></Relationships>'
        )
        name = "ppt/_rels/presentation.xml.rels"
        held[name] = held[name].replace(b"</Relationships>", relation)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in held.items():
            file.writestr(name, content)
    return path


def _parts(path: Path) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as file:
        return [(name, file.read(name)) for name in file.namelist()]


def parts(path: Path) -> dict[str, bytes]:
    """Return everything in a file, by name."""
    return dict(_parts(path))

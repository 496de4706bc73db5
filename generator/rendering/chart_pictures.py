"""Charts that PowerPoint has no twin for: the drawing as a vector, and as a picture where vectors can't be shown."""

from __future__ import annotations

import io
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from generator.charts.chart import Chart
from generator.rendering.placeholders import describe, move
from generator.rendering.sheets import Drawing, Frame

_SVG = "image/svg+xml"
_PARTS = "/ppt/media/drawing%d.svg"
# MS-ODRAWXML 2.3.1.6, svgBlip: the vector stands in an extension of the picture that older programs show.
_VECTOR = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{embed}"/>'
    "</a:ext></a:extLst>"
)


def place_picture(slide: Any, shape: Any, drawing: Drawing, chart: Chart) -> None:
    """Put a drawing into a placeholder for pictures, as large as its frame allows."""
    picture = shape.insert_picture(io.BytesIO(chart.png))
    picture.crop_left = picture.crop_right = picture.crop_top = picture.crop_bottom = 0
    picture.name = drawing.spot
    move(picture, within(drawing.frame, chart.width, chart.height))
    describe(picture, drawing.description)
    package = slide.part.package
    vector = Part(package.next_partname(_PARTS), _SVG, package, chart.svg.encode())
    blip = picture._element.find(f"{qn('p:blipFill')}/{qn('a:blip')}")
    blip.append(parse_xml(_VECTOR.format(embed=slide.part.relate_to(vector, RT.IMAGE))))


def within(frame: Frame, width: float, height: float) -> Frame:
    """Return the largest frame of a picture's proportions, in the middle of another."""
    scale = min(frame.width / width, frame.height / height)
    wide, high = width * scale, height * scale
    return Frame(frame.left + (frame.width - wide) / 2, frame.top + (frame.height - high) / 2, wide, high)

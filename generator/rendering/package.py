"""The deck as a file: equal bytes for equal content."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
CARRIED = "urn:footnoted:carried"  # namespace of files that a deck carries inside
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def carry(presentation: Any, files: Mapping[str, bytes]) -> None:
    """Put files into a presentation as custom XML parts, which Office keeps when it saves the deck again."""
    for number, (name, content) in enumerate(files.items(), start=1):
        text = escape(content.decode("utf-8-sig"))
        xml = f'<?xml version="1.0" encoding="UTF-8"?>\n<file xmlns="{CARRIED}" name={quoteattr(name)}>{text}</file>'
        part = Part(PackURI(f"/customXml/item{number}.xml"), CT.XML, presentation.part.package, xml.encode())
        presentation.part.relate_to(part, RT.CUSTOM_XML)


def packed(presentation: Any, moment: datetime) -> bytes:
    """Return a presentation's bytes, everything in them dated to a moment."""
    buffer = io.BytesIO()
    presentation.save(buffer)
    return settled(buffer.getvalue(), moment)


def settled(package: bytes, moment: datetime) -> bytes:
    """Return an Office file with its entries in one order and under one time, workbooks inside it too."""
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    when = max(moment, datetime(1980, 1, 1, tzinfo=moment.tzinfo)).timetuple()[:6]
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name not in _FIRST, name)):
            content = old.read(name)
            if name.endswith(".xlsx"):
                content = settled(content, moment)
            elif name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            entry = zipfile.ZipInfo(name, when)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content, compresslevel=6)
    return out.getvalue()

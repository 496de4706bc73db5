"""What people and programs put into finished files: notes, forms, layers, pictures, comments, formats, links, slides."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
from openpyxl.comments import Comment
from pikepdf import Array, Dictionary, Name, String

CLAIM = "Revenue up 99%"
_FONT = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def annotated(kind: str, **more: Any) -> Callable[[Any], None]:
    """Return what puts an annotation on the first page, with an appearance of its own (ISO 32000-2, 12.5)."""

    def add(pdf: Any) -> None:
        look = pdf.make_stream(f"BT /F 14 Tf 2 8 Td ({CLAIM}) Tj ET".encode())
        look.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 200, 30])})
        look.Resources = Dictionary(Font=Dictionary(F=_FONT))
        note = Dictionary(Type=Name.Annot, Subtype=Name("/" + kind), Rect=Array([100, 700, 300, 730]), F=4, **more)
        note.AP = Dictionary(N=look)
        page = pdf.pages[0].obj
        page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(note)])
        if kind == "Widget":
            pdf.Root.AcroForm = Dictionary(Fields=Array([page.Annots[-1]]), NeedAppearances=True)

    return add


def painted(code: str, layer: bool = False) -> Callable[[Any], None]:
    """Return what paints over the first page, on a layer that is off where `layer`."""

    def add(pdf: Any) -> None:
        page = pdf.pages[0]
        page.contents_add(pdf.make_stream(b"q"), prepend=True)  # what ours leaves behind is undone
        page.contents_add(pdf.make_stream(f"Q {code}".encode()))
        dot = pdf.make_stream(b"\0")
        dot.update({"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": 1, "/Height": 1, "/BitsPerComponent": 8})
        dot.ColorSpace = Name.DeviceGray
        off = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft")))
        for key, name, value in (("/Font", "/Ours", _FONT), ("/XObject", "/Dot", dot), ("/Properties", "/Off", off)):
            held = page.obj.Resources.get(key, Dictionary())
            held[name] = value
            page.obj.Resources[key] = held
        if layer:
            pdf.Root.OCProperties = Dictionary(OCGs=Array([off]), D=Dictionary(OFF=Array([off])))

    return add


def told_aloud(pdf: Any) -> None:
    first = pdf.Root.StructTreeRoot.K
    (first[0] if isinstance(first, Array) else first).Alt = String(CLAIM)


def led_elsewhere(pdf: Any) -> None:
    links = [a for page in pdf.pages for a in page.obj.get("/Annots", []) if a.Subtype == Name.Link and "/Dest" in a]
    links[0].Dest = next(one.Dest for one in links if str(one.Dest) != str(links[0].Dest))


def a_longer_bar(pdf: Any) -> None:
    for page in pdf.pages:
        drawn = list(pikepdf.parse_content_stream(page))
        bars = [i for i, one in enumerate(drawn) if str(one[1]) == "re"]
        if len(bars) > 2:
            left, foot, width, height = drawn[bars[1]][0]
            drawn[bars[1]] = ([left, foot, width, float(height) * 2], drawn[bars[1]][1])
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(drawn))
            return
    raise AssertionError("no page has bars")


def other_glyphs(pdf: Any) -> None:
    """Exchange the shapes of a font: what is seen is not what is read."""
    font = next(iter(pdf.pages[0].obj.Resources.Font.values()))
    inside = font.DescendantFonts[0].FontDescriptor
    program = next(one for key, one in inside.items() if key.startswith("/FontFile"))
    program.write(program.read_bytes()[:-1] + b"\x01")


def attached(pdf: Any) -> None:
    pdf.attachments["more.txt"] = CLAIM.encode()


def attached_to_a_page(pdf: Any) -> None:
    pdf.pages[0].obj.AF = Array([pikepdf.AttachedFileSpec(pdf, CLAIM.encode(), filename="more.txt").obj])


def of_the_file(name: str, value: Any) -> Callable[[Any], None]:
    return lambda pdf: pdf.Root.__setitem__(name, value)


def of_a_page(name: str, value: Any) -> Callable[[Any], None]:
    return lambda pdf: pdf.pages[0].obj.__setitem__(name, value)


TO_PAGES: dict[str, Callable[[Any], None]] = {
    "free text": annotated("FreeText", Contents=String(CLAIM), DA=String("/Helv 12 Tf")),
    "a sticky note": annotated("Text", Contents=String(CLAIM)),
    "a stamp": annotated("Stamp"),
    "a white square": annotated("Square", IC=Array([1, 1, 1])),
    "a line through words": annotated("StrikeOut", QuadPoints=Array([100, 730, 300, 730, 100, 700, 300, 700])),
    "a form field": annotated("Widget", FT=Name.Tx, T=String("x"), V=String(CLAIM)),
    "words": painted(f"BT /Ours 12 Tf 60 60 Td ({CLAIM}) Tj ET"),
    "words that are not painted": painted(f"BT 3 Tr /Ours 12 Tf 60 60 Td ({CLAIM}) Tj ET"),
    "white words": painted(f"1 1 1 rg BT /Ours 12 Tf 60 60 Td ({CLAIM}) Tj ET"),
    "words beside the page": painted(f"BT /Ours 12 Tf -500 -60 Td ({CLAIM}) Tj ET"),
    "words on a hidden layer": painted(f"/OC /Off BDC BT /Ours 12 Tf 60 60 Td ({CLAIM}) Tj ET EMC", layer=True),
    "words for screen readers": painted(f"/Span <</ActualText ({CLAIM})>> BDC EMC"),
    "a white sheet": painted("1 1 1 rg 0 0 600 850 re f"),
    "digits drawn as shapes": painted("0 g 60 60 m 80 60 l 80 90 l 60 90 l h f"),
    "a picture": painted("300 0 0 100 60 600 cm /Dot Do"),
    "a picture in the page's own code": painted("300 0 0 100 60 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI"),
    "an alternative text": told_aloud,
    "another target of a link": led_elsewhere,
    "a longer bar": a_longer_bar,
    "other glyphs": other_glyphs,
    "a file": attached,
    "a file of a page": attached_to_a_page,
    "a script": of_the_file("/OpenAction", Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{CLAIM}')"))),
    "names of pages": of_the_file("/PageLabels", Dictionary(Nums=Array([0, Dictionary(P=String("up 99% "))]))),
    "an author": lambda pdf: pdf.docinfo.__setitem__("/Author", CLAIM),
    "a property of its own": lambda pdf: pdf.docinfo.__setitem__("/Note", CLAIM),
    "a page turned": of_a_page("/Rotate", 180),
    "a page cut": of_a_page("/CropBox", Array([0, 500, 595, 842])),
    "an empty page": lambda pdf: pdf.add_blank_page(),
}

Parts = dict[str, bytes]
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_SLIDE, _CHART = r"ppt/slides/slide[2-9]\.xml", r"ppt/charts/chart\d+\.xml"


def replaced(part: str, old: str, new: str) -> Callable[[Parts], None]:
    """Return what replaces a pattern in the first part that has it."""

    def change(parts: Parts) -> None:
        for name in sorted(parts):
            if re.fullmatch(part, name):
                changed = re.sub(old.encode(), new.encode(), parts[name], count=1, flags=re.DOTALL)
                if changed != parts[name]:
                    parts[name] = changed
                    return
        raise AssertionError((part, old))

    return change


def joined(parts: Parts, rels: str, kind: str, target: str, content: str | bytes, type_: str = "") -> None:
    """Put a part into a package, and lead to it."""
    name = "ppt/" + target.removeprefix("../")
    parts[name] = content if isinstance(content, bytes) else content.encode()
    link = f'<Relationship Id="rId99" Type="{kind}" Target="{target}"/></Relationships>'
    parts[rels] = parts[rels].replace(b"</Relationships>", link.encode())
    if type_:
        told = f'<Override PartName="/{name}" ContentType="{type_}"/></Types>'
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", told.encode())


def box(words: str, look: str = "") -> str:
    """Return a text box over a whole slide."""
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="991" name="T"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="9999999" cy="999999"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{look}</p:spPr><p:txBody><a:bodyPr/><a:p>{words}</a:p></p:txBody></p:sp></p:spTree>"
    )


def run(words: str) -> str:
    return f"<a:r><a:t>{words}</a:t></a:r>"


def added(part: str, words: str, look: str = "") -> Callable[[Parts], None]:
    return replaced(part, "</p:spTree>", box(words, look).replace("\\", "\\\\"))


def commented(parts: Parts) -> None:
    words = f'<p:cmLst {_P}><p:cm authorId="0" idx="1"><p:text>{CLAIM}</p:text></p:cm></p:cmLst>'
    kind = "application/vnd.openxmlformats-officedocument.presentationml.comments+xml"
    joined(parts, "ppt/slides/_rels/slide2.xml.rels", f"{_REL}/comments", "../comments/comment1.xml", words, kind)


def noted_beside(parts: Parts) -> None:
    words = f"<note>{CLAIM}</note>"
    joined(parts, "ppt/_rels/presentation.xml.rels", f"{_REL}/customXml", "../ppt/more.xml", words)
    parts["ppt/more.xml"] = parts.pop("ppt/ppt/more.xml")


def described(parts: Parts) -> None:
    words = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Company>{CLAIM}</Company></Properties>"
    )
    kind = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    joined(parts, "_rels/.rels", f"{_REL}/extended-properties", "ppt/app.xml", words)
    parts["ppt/app.xml"] = parts.pop("ppt/ppt/app.xml")
    told = f'<Override PartName="/ppt/app.xml" ContentType="{kind}"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", told.encode())


def pictured(parts: Parts) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    dot = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    joined(parts, "ppt/slides/_rels/slide2.xml.rels", f"{_REL}/image", "../media/more.png", dot)
    fill = f'<a:blipFill><a:blip r:embed="rId99" xmlns:r="{_REL}"/><a:stretch/></a:blipFill>'
    added(r"ppt/slides/slide2\.xml", "", fill)(parts)


def in_the_workbook(change: Callable[[Any], Any]) -> Callable[[Parts], None]:
    def edit(parts: Parts) -> None:
        name = next(name for name in sorted(parts) if name.endswith(".xlsx"))
        book = openpyxl.load_workbook(io.BytesIO(parts[name]))
        change(book)
        buffer = io.BytesIO()
        book.save(buffer)
        parts[name] = buffer.getvalue()

    return edit


def formatted(book: Any) -> None:
    for row in book.active.iter_rows():
        for cell in row:
            cell.number_format = '"99%"'


def exchanged(book: Any) -> None:
    sheet = book.active
    sheet["B2"].value, sheet["B3"].value = sheet["B3"].value, sheet["B2"].value


_NEW_TITLE = f"<c:title><c:tx><c:rich><a:bodyPr/><a:p>{run(CLAIM)}</a:p></c:rich></c:tx></c:title><c:autoTitleDeleted"
TO_SLIDES: dict[str, Callable[[Parts], None]] = {
    "a text box": added(_SLIDE, run(CLAIM)),
    "words without a number": added(_SLIDE, run("Revenue fell sharply")),
    "a white sheet": added(_SLIDE, "", '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'),
    "a field": added(_SLIDE, '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:t>99</a:t></a:fld>'),
    "a formula": added(
        _SLIDE,
        '<a14:m xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"><m:oMath xmlns:m='
        '"http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>99%</m:t></m:r></m:oMath></a14:m>',
    ),
    "a picture": pictured,
    "a comment": commented,
    "words in the notes": replaced(r"ppt/notesSlides/notesSlide\d+\.xml", "</a:p></p:txBody>", f"</a:p><a:p>{run(CLAIM)}</a:p></p:txBody>"),
    "a box in the notes": added(r"ppt/notesSlides/notesSlide\d+\.xml", run(CLAIM)),
    "a box on a layout": added(r"ppt/slideLayouts/slideLayout\d+\.xml", run(CLAIM)),
    "a box on the master": added(r"ppt/slideMasters/slideMaster1\.xml", run(CLAIM)),
    "a box on the notes' master": added(r"ppt/notesMasters/notesMaster1\.xml", run(CLAIM)),
    "an alternative text": replaced(_SLIDE, 'descr="[^"]*"', f'descr="{CLAIM}"'),
    "a shape's title": replaced(_SLIDE, "<p:cNvPr ", f'<p:cNvPr title="{CLAIM}" '),
    "a hidden shape": replaced(_SLIDE, "<p:cNvPr ", '<p:cNvPr hidden="1" '),
    "a hidden slide": replaced(_SLIDE, "<p:sld ", '<p:sld show="0" '),
    "words struck out": replaced(_SLIDE, "<a:rPr ", '<a:rPr strike="sngStrike" '),
    "a raised digit": replaced(_SLIDE, "<a:rPr ", '<a:rPr baseline="30000" '),
    "a merged cell": replaced(_SLIDE, "<a:tc>", '<a:tc gridSpan="2">'),
    "a tooltip": replaced(_SLIDE, "<a:hlinkClick ", f'<a:hlinkClick tooltip="{CLAIM}" '),
    "an author": replaced(r"docProps/core\.xml", "<dc:creator>[^<]*<", f"<dc:creator>{CLAIM}<"),
    "a category": replaced(r"docProps/core\.xml", "<cp:category>[^<]*<", f"<cp:category>{CLAIM}<"),
    "a company": described,
    "custom XML": noted_beside,
    "a chart's title": replaced(_CHART, "<c:autoTitleDeleted", _NEW_TITLE),
    "a format of a chart's data": replaced(_CHART, "<c:formatCode>[^<]*<", '<c:formatCode>"99%"<'),
    "a chart's unit": replaced(_CHART, "</c:valAx>", '<c:dispUnits><c:builtInUnit val="millions"/></c:dispUnits></c:valAx>'),
    "another axis": replaced(_CHART, '<c:max val="[^"]*"', '<c:max val="999999"'),
    "points exchanged": replaced(_CHART, '<c:pt idx="0">(.*?)<c:pt idx="1">', r'<c:pt idx="1">\1<c:pt idx="0">'),
    "a format in the workbook": in_the_workbook(formatted),
    "cells exchanged": in_the_workbook(exchanged),
    "a formula in the workbook": in_the_workbook(lambda book: book.active.__setitem__("B2", "=1+98")),
    "another sheet": in_the_workbook(lambda book: book.create_sheet("more").append(["up", 99])),
    "a comment in the workbook": in_the_workbook(
        lambda book: setattr(book.active["B2"], "comment", Comment(CLAIM, "x"))
    ),
}  # fmt: skip


def to_web(old: str, new: str) -> Callable[[str], str]:
    return lambda page: page.replace(old, new, 1)


TO_WEB: dict[str, Callable[[str], str]] = {
    "a rule that prints": to_web("</style>", ".x::after { content: '99%' }</style>"),
    "a script": to_web("<script>", "<script>/* 99 */"),
    "data for scripts": to_web("</body>", '<script type="application/json">{"up": 99}</script></body>'),
    "an attribute": to_web("<p", '<p data-x="99%"'),
    "a comment": to_web("</body>", f"<!-- {CLAIM} --></body>"),
    "words after the end": lambda page: page + f"<p>{CLAIM}</p>",
    "another order of reading": to_web("113.1", "\u202e1.311\u202c"),
    "a description": to_web("<meta", f'<meta name="description" content="{CLAIM}"><meta'),
    "words in a drawing": to_web("</svg>", "<text>99%</text></svg>"),
    "words for those without scripts": to_web("</body>", f"<noscript>{CLAIM}</noscript></body>"),
}


def with_pages(source: Path, target: Path, add: Callable[[Any], None]) -> None:
    with pikepdf.open(source) as pdf:
        add(pdf)
        pdf.save(target)


def with_slides(source: Path, target: Path, add: Callable[[Parts], None]) -> None:
    with zipfile.ZipFile(source) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    add(parts)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def with_web(source: Path, target: Path, add: Callable[[str], str]) -> None:
    page = source.read_text(encoding="utf-8")
    changed = add(page)
    assert changed != page
    target.write_text(changed, encoding="utf-8")

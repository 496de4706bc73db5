"""What a deck holds beside its words, told by a digest a slide: places, pictures, charts, formats, notes, comments.

A deck is a package of parts that lead to one another (ECMA-376, part 2). Each is told by its content and what it leads
to. What programs write for themselves when they save a deck again is left out: who saved it when and in which view,
marks of the spelling check, ids of their own.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from generator.rendering.opening import open_presentation

_TAG = re.compile(rb'<[^>]* (?:r:\w+|dirty|err|smtClean|noProof|lang|altLang)="[^>]*>')
_BLANK = re.compile(rb">\s+<(?!/a:t>)")
_ID = re.compile(rb'( r:\w+=")([^"]*)')
_SPELLING = re.compile(rb' (?:dirty|err|smtClean|noProof|lang|altLang)="[^"]*"')
_NUMBERED = (  # extensions that only number what they stand in
    rb"FF2B5EF4-FFF2-40B4-BE49-F238E27FC236|C3380CC4-5D6E-409C-BE32-E72D297353CC|0D108BD9-81ED-4DB2-BD59-A6C34878D82A"
    rb"|9D8B030D-6E8A-4147-A177-3AD203B41FA5|BB962C8B-B14F-4D97-AF65-F5344CB8AC3E|D42A27DB-BD31-4B8C-83A1-F6EECF244321"
)
_UNSAID = re.compile(
    rb"<a:(?:endParaRPr|lstStyle)[^>]*></a:(?:endParaRPr|lstStyle)>"
    rb'|<(\w+):ext uri="\{(?:' + _NUMBERED + rb')\}"[^>]*>(?:<[^>]*>)*?</\1:ext>'
)
_SAVED = {"lastModifiedBy", "revision", "created", "modified", "version"}
_COUNTED = {"Company", "Manager", "HyperlinkBase"}  # all that a person writes of what a program counts in app.xml
_VIEWS = ("/viewProps", "/changesInfo", "/revisionInfo")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def deck_fingerprints(path: Path) -> Mapping[int, str]:
    """Return a digest for each slide, counted from 1, and one under 0 for all that belongs to none. Raises Unsafe."""
    return _told(path, hashlib.sha256(path.read_bytes()).digest())


@lru_cache(maxsize=1)  # a file is asked about when it is written, and again when it is read back
def _told(path: Path, content: bytes) -> Mapping[int, str]:
    presentation = open_presentation(path)
    package = presentation.part.package
    slides = {slide.part.partname: number for number, slide in enumerate(presentation.slides, start=1)}
    shared = _Parts({name: b"slide %d" % number for name, number in slides.items()})
    found = {0: shared.rels(package).hex()}
    for slide in presentation.slides:
        found[slides[slide.part.partname]] = shared.inside(slide.part).hex()
    return found


class _Parts:
    """The parts of one package, each looked at once; a slide is told by its number wherever something leads to it."""

    def __init__(self, known: dict[str, bytes]) -> None:
        self.known = known

    def digest(self, part: Any) -> bytes:
        """Return what a part holds and leads to."""
        name = str(part.partname)
        if name not in self.known:
            self.known[name] = b"itself"  # where what it leads to leads back here
            self.known[name] = self.inside(part)
        return self.known[name]

    def inside(self, part: Any) -> bytes:
        """Return what a part holds and leads to; whatever leads to a slide tells it by its number only."""
        said = hashlib.sha256(self.rels(part))
        links = {key.encode(): self._target(rel) for key, rel in part.rels.items()}
        name, root = str(part.partname), getattr(part, "_element", None)
        for told in _content(name, part.blob, links) if root is None else [_elements(root, links, name)]:
            said.update(told)
        return said.digest()

    def rels(self, part: Any) -> bytes:
        """Return the digest of all that a part leads to."""
        rels = (part.rels if hasattr(part, "rels") else part._rels).values()
        told = sorted(rel.reltype.encode() + self._target(rel) for rel in rels if not _passed_by(rel))
        return hashlib.sha256(b"\0".join(told)).digest()

    def _target(self, rel: Any) -> bytes:
        return str(rel.target_ref).encode() if rel.is_external else self.digest(rel.target_part)


def _content(name: str, blob: bytes, links: Mapping[bytes, bytes]) -> Iterator[bytes]:
    """Yield what the content of a part says: XML by its elements, a workbook by its parts, anything else as it is."""
    if name.endswith((".xlsx", ".xlsm")):
        with zipfile.ZipFile(io.BytesIO(blob)) as book:
            for inside in sorted(book.namelist()):
                yield inside.encode()
                yield from _content(inside, book.read(inside), {})
    elif name.endswith((".xml", ".rels", ".vml", ".svg")):
        yield _elements(etree.fromstring(blob, _PARSER), links, name)
    else:
        yield hashlib.sha256(blob).digest()


def _elements(root: Any, links: Mapping[bytes, bytes], part: str) -> bytes:
    """Return what elements, their attributes and texts say, in the one way of canonical XML, links by their targets."""
    if part.endswith("/core.xml"):
        return repr([(one.tag, one.text) for one in root if etree.QName(one).localname not in _SAVED]).encode()
    told = _BLANK.sub(b"><", etree.tostring(root, method="c14n"))
    return _TAG.sub(lambda tag: _link(_SPELLING.sub(b"", tag.group()), links), _UNSAID.sub(b"", told))


def _link(tag: bytes, links: Mapping[bytes, bytes]) -> bytes:
    return _ID.sub(lambda found: found[1] + links.get(found[2], b"").hex().encode(), tag) if b" r:" in tag else tag


def _passed_by(rel: Any) -> bool:
    """Whether a part is what a program writes for itself: how it was seen, and counts of words in which no person
    wrote anything.
    """
    if not rel.reltype.endswith("/extended-properties"):
        return bool(rel.reltype.endswith(_VIEWS))
    told = etree.fromstring(rel.target_part.blob, _PARSER)
    return not any(one.text for one in told.iter() if etree.QName(one).localname in _COUNTED)

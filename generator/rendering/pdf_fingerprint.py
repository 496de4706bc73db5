"""What a PDF holds beside its words, told by a digest a page: drawings, pictures, fonts, notes, links, layers, scripts.

A PDF is a graph of objects (ISO 32000-2, 7.3). Each is told by what it says and what it leads to; how objects are
numbered, ordered and compressed is left out. So a file that was only saved again keeps its digests, and whatever was
added or altered changes one, also what no reader here knows.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf
from lxml import etree

_REFERENCE = re.compile(rb"(/\w+ )?\b(\d+) (\d+) R\b")
_BACK = {b"/Parent ", b"/P ", b"/Prev ", b"/Last "}  # lead to what leads here
_PACKED = ("/Length", "/Filter", "/DecodeParms", "/DL")  # of a stream: how its bytes are stored
_STAMPS = ("/Producer", "/ModDate", "/CreationDate")  # whoever saves a file again writes them anew, and in its
_DESCRIBED = ("Producer", "ModifyDate", "MetadataDate", "CreateDate")  # description in XML too
_ELSEWHERE = ("/Pages", "/Version", "/Extensions", "/Metadata")  # of the catalogue


def pdf_fingerprints(path: Path) -> Mapping[int, str]:
    """Return a digest for each page, counted from 1, and one under 0 for what belongs to no page."""
    return _told(path, hashlib.sha256(path.read_bytes()).digest())


@lru_cache(maxsize=1)  # a file is asked about when it is written, and again when it is read back
def _told(path: Path, content: bytes) -> Mapping[int, str]:
    with pikepdf.open(path) as pdf:
        graph = _Graph(pdf)
        found = {number: graph.told(page.obj).hex() for number, page in enumerate(pdf.pages, start=1)}
        whole = (graph.without(pdf.Root, _ELSEWHERE), graph.without(pdf.docinfo, _STAMPS), _described(pdf))
        found[0] = hashlib.sha256(b"".join(whole)).hexdigest()
        return found


def _described(pdf: Any) -> bytes:
    """Return what a file's description in XML says (ISO 16684-1), whoever wrote the XML."""
    try:
        described = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False, strict=True)
    except etree.XMLSyntaxError:
        return bytes(pdf.Root.Metadata.read_raw_bytes())
    return repr(sorted((key, str(told)) for key, told in described.items() if not key.endswith(_DESCRIBED))).encode()


class _Graph:
    """The objects of one file, each looked at once; a page is told by its number wherever something leads to it."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.known = {page.obj.objgen: b"page %d" % number for number, page in enumerate(pdf.pages, start=1)}

    def digest(self, number: int, generation: int) -> bytes:
        """Return what an object says and leads to."""
        told = self.known.get((number, generation))
        if told is None:
            self.known[number, generation] = b"itself"  # where what it leads to leads back here
            told = self.known[number, generation] = self.told(self.pdf.get_object(number, generation))
        return told

    def told(self, one: Any) -> bytes:
        """Return the digest of an object's text, in it what its references lead to; of a stream, of its content too."""
        if not isinstance(one, pikepdf.Stream):
            return self._resolved(one.unparse(resolved=True))
        try:
            return hashlib.sha256(self.without(one.stream_dict, _PACKED) + one.read_bytes()).digest()
        except pikepdf.PdfError:  # a picture: it is packed by what it is
            return hashlib.sha256(self.without(one.stream_dict, ("/Length",)) + one.read_raw_bytes()).digest()

    def without(self, dictionary: Any, keys: tuple[str, ...]) -> bytes:
        """Return the digest of a dictionary without some of its entries."""
        kept = pikepdf.Dictionary({key: value for key, value in dictionary.items() if key not in keys})
        return self._resolved(kept.unparse())

    def _resolved(self, text: bytes) -> bytes:
        return hashlib.sha256(_REFERENCE.sub(self._reference, text)).digest()

    def _reference(self, found: re.Match[bytes]) -> bytes:
        key = found[1] or b""
        return key if key in _BACK else key + self.digest(int(found[2]), int(found[3]))

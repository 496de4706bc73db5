"""A master out of a company's file: its own slides and whatever speaks of them are left behind."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn

# What a presentation refers to that is no slide and says nothing of slides: looks, fonts, a company's own data.
_KEPT = (
    RT.SLIDE_MASTER, RT.NOTES_MASTER, RT.HANDOUT_MASTER, RT.THEME, RT.PRES_PROPS, RT.TABLE_STYLES, RT.FONT,
    RT.TAGS, RT.CUSTOM_XML,
)  # fmt: skip
_KEPT_OF_FILE = (RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES, RT.CUSTOM_PROPERTIES)
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"  # MS-PPTX 2.6.1: which slides form a section
# Lists of slides, and the password without which PowerPoint would open the deck for reading only.
_GONE = ("p:sldIdLst", "p:custShowLst", "p:modifyVerifier", "p:smartTags")


def bared(presentation: Any) -> Any:
    """Return a presentation with its masters, theme and media, but no slide, macro, thumbnail or signature."""
    element = presentation.part._element
    for tag in _GONE:
        for found in element.findall(qn(tag)):
            element.remove(found)
    for section in element.xpath(f"p:extLst/p:ext[@uri='{_SECTIONS}']"):
        listed = section.getparent()
        listed.remove(section)
        if not len(listed):
            element.remove(listed)
    for master in presentation.slide_masters:
        for holder in (master, *master.slide_layouts):
            _unlink(holder)
    _keep(presentation.part.rels, _KEPT)
    presentation.part.relate_to(_plain_view(presentation.part.package), RT.VIEW_PROPS)
    _keep(presentation.part.package._rels, _KEPT_OF_FILE)
    return presentation


def _plain_view(package: Any) -> Part:
    """Return how PowerPoint opens the file, which it wants said: a company's own would name its slides."""
    xml = '<p:viewPr xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'
    return Part(PackURI("/ppt/viewProps.xml"), CT.PML_VIEW_PROPS, package, xml.encode())


def _unlink(holder: Any) -> None:
    """Take out links to sample slides, which a master's buttons may have: they would keep the slides in the file."""
    relations = holder.part.rels
    for ident in [ident for ident, relation in relations.items() if relation.reltype == RT.SLIDE]:
        for link in holder._element.xpath(f".//*[@r:id='{ident}']"):
            link.getparent().remove(link)
        relations.pop(ident)


def _keep(relations: Any, kinds: Container[str]) -> None:
    for ident in [ident for ident, relation in relations.items() if relation.reltype not in kinds]:
        relations.pop(ident)

"""The master of a deck: one that comes along, dressed in the theme, or a company's, whose look is its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn

from generator.errors import TemplateFailed
from generator.rendering.environment import within
from generator.rendering.masters.adopting import give_back, in_reading_order, parts_of, prepare
from generator.rendering.masters.bare import bared
from generator.rendering.masters.choosing import is_ours
from generator.rendering.masters.company import Fitted, fitted, unit_of
from generator.rendering.masters.faults import faults
from generator.rendering.masters.grounds import lay_plates
from generator.rendering.masters.scheme import Scheme
from generator.rendering.masters.spelling import colour_links, colours_of, fonts_of, spell_out
from generator.rendering.masters.zoom import zoom
from generator.rendering.opening import Unsafe, open_presentation
from generator.rendering.sheets import Frame, Layout, Spot
from generator.rendering.theme_part import dress
from generator.settings.builtin import folder
from generator.settings.fault import Fault
from generator.settings.theme import Theme

_EMU = 12700
Families = tuple[str, str, str]  # the heading, body and East Asian fonts


@dataclass(frozen=True)
class Master:
    """A master that has our layouts. `theme` is the theme as slides are laid out in it."""

    presentation: Any
    layouts: Mapping[str, Layout]
    theme: Theme

    def slide(self, layout: str, number: int) -> Any:
        """Add a slide."""
        by_name = {one.name: one for one in self.presentation.slide_layouts}
        return self.presentation.slides.add_slide(by_name[layout])

    def finish(self, slide: Any, layout: str) -> None:
        """Do what is left to do once a slide is written."""

    @property
    def takes_logo(self) -> bool:
        """Whether the theme's logo has its place on the cover."""
        return True


@dataclass(frozen=True)
class CompanyMaster(Master):
    """A company's: our layouts are laid into its own, and what is written is zoomed to the size of its slides."""

    fitted: Mapping[str, Fitted]
    colours: Mapping[str, str]
    fonts: Mapping[str, str]

    def slide(self, layout: str, number: int) -> Any:
        """Add a slide on the company's layout, with room for all that ours holds."""
        slide = self.presentation.slides.add_slide(self.fitted[layout].layout)
        prepare(slide, self.fitted[layout], number)
        return slide

    def finish(self, slide: Any, layout: str) -> None:
        """Give the company's placeholders back to it, and write our colours and fonts out."""
        unit = unit_of(self.presentation)
        give_back(slide, self.fitted[layout], unit)
        for part in parts_of(slide):
            zoom(part, unit / _EMU)
            spell_out(part, self.colours, self.fonts)
        colour_links(slide._element)
        in_reading_order(slide)

    @property
    def takes_logo(self) -> bool:
        """A company's master shows its logo itself."""
        return False


class Faulty(TemplateFailed):
    """A company's master can't be used, or not as its theme says; carries every fault."""

    def __init__(self, path: Path, found: Sequence[Fault]) -> None:
        self.faults = tuple(found)
        super().__init__("\n".join(f"{path}: {one.message}" for one in found), "`footnoted check` says where.")


def open_master(theme: Theme, template_folders: Sequence[Path], families: Families) -> Master:
    """Return the master that a theme names. Raises TemplateFailed where there is none, or it cannot be used."""
    presentation, found = fitted_master(theme, master_file(theme, template_folders))
    if found is None:
        dress(presentation.slide_master.part, theme, families)
        return Master(presentation, layouts_of(presentation), theme)
    sizes = theme.type.model_copy(update={"minimum": theme.type.minimum * _EMU / unit_of(presentation)})
    as_laid_out = theme.model_copy(update={"type": sizes, "composition": "ruled"})
    layouts = {name: one.spots for name, one in found.items()}
    lay_plates(presentation, found, theme, unit_of(presentation))
    scheme = Scheme(found["Text"].layout)
    colours, fonts = colours_of(theme, scheme), fonts_of(theme, scheme, families)
    return CompanyMaster(presentation, layouts, as_laid_out, found, colours, fonts)


def fitted_master(theme: Theme, path: Path) -> tuple[Any, dict[str, Fitted] | None]:
    """Open a master, and lay our layouts into it unless it has them. Raises TemplateFailed, Faulty with all faults."""
    try:
        presentation = bared(open_presentation(path))
        if theme.layouts is None and is_ours(layout.name for layout in presentation.slide_layouts):
            return presentation, None
        found = fitted(presentation, theme)
    except Unsafe as error:
        raise TemplateFailed(f"{path} is no master: {error}.", "Save it as .pptx or .potx again.") from error
    except (AttributeError, KeyError, ValueError, TypeError) as error:  # parts that a master must have are not there
        raise TemplateFailed(
            f"{path} is no master: it is damaged ({error}).", "Save it again in PowerPoint."
        ) from error
    if wrong := faults(theme, presentation, found):
        raise Faulty(path, wrong)
    return presentation, found


def master_file(theme: Theme, template_folders: Sequence[Path]) -> Path:
    """Return the file that a theme names as its master, from the first folder that has it. Raises TemplateFailed."""
    folders = [*template_folders, folder("templates")]
    found = next((path for each in folders if (path := each / "deck" / theme.master).is_file()), None)
    if found is None:
        raise TemplateFailed(
            f"There is no master 'deck/{theme.master}'.", "Put it there, or name another in the theme."
        )
    return within(found, folders)


def layouts_of(presentation: Any) -> dict[str, Layout]:
    """Return the master's layouts by name, and their placeholders by name."""
    return {
        layout.name: Layout(layout.name, {shape.name: _spot(shape) for shape in layout.placeholders})
        for layout in presentation.slide_layouts
    }


def has_notes(presentation: Any) -> bool:
    """Whether a master says itself how pages of notes look."""
    return any(relation.reltype == RT.NOTES_MASTER for relation in presentation.part.rels.values())


def _spot(shape: Any) -> Spot:
    frame = Frame(*(length / _EMU for length in (shape.left, shape.top, shape.width, shape.height)))
    body = shape._element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")
    given = {} if body is None else body.attrib
    sides = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
    left, top, right, bottom = (int(given.get(side, usual)) / _EMU for side, usual in sides)
    return Spot(shape.placeholder_format.idx, frame, (left, top, right, bottom))

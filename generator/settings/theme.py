"""How it looks: colours, fonts, type scale, spacing; one source for pages, slides and charts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.settings.model import Setting

Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]


class Colours(Setting):
    """Colours by what they are for. `series` are told apart by the colour-blind; text has 4.5:1 on its ground."""

    ink: Colour
    muted: Colour
    ground: Colour
    panel: Colour
    rule: Colour
    accent: Colour
    on_accent: Colour
    good: Colour
    bad: Colour
    caution: Colour
    series: tuple[Colour, ...] = Field(min_length=4)


class Fonts(Setting):
    """Font families, first choice first. `heading` and `body` are Latin, `cjk` stands behind both."""

    heading: tuple[str, ...]
    body: tuple[str, ...]
    cjk: tuple[str, ...]

    @property
    def families(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.heading, *self.body, *self.cjk)


class TypeScale(Setting):
    """Sizes in points, of the page and of the slide."""

    page_body: float = 9.5
    page_small: float = 7.5
    page_heading: float = 16
    page_title: float = 30
    slide_body: float = 16
    slide_small: float = 11
    slide_heading: float = 26
    slide_title: float = 40
    minimum: float = 9


class Theme(Setting):
    """A theme: config/themes/<name>.yaml.

    `composition` sets off headings by fine rules or by bands of the accent colour; `logo` is a picture in templates/
    for the covers (SVG, PNG or JPEG), `master` a PowerPoint file in templates/deck/.
    """

    name: str
    colours: Colours
    fonts: Fonts
    type: TypeScale = TypeScale()
    composition: Literal["ruled", "banded"] = "ruled"
    logo: str | None = Field(default=None, pattern=r"^\w[^/\\]*\.(svg|png|jpe?g)$", description="in templates/")
    master: str = Field(default="master.pptx", pattern=r"^\w[^/\\]*\.pptx$", description="a file in templates/deck/")

"""How it looks: colours, fonts, type scale, spacing; one source for pages, slides and charts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

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


Spot = Literal["headline", "subtitle", "kicker", "body", "source", "footer", "page_number"]


class OwnLayout(Setting):
    """A layout of a company's master by its name, and those of its placeholders that are not told by their kind."""

    layout: str
    placeholders: Mapping[Spot, str] = {}


def _by_name(value: Any) -> Any:
    return {"layout": value} if isinstance(value, str) else value


# `cover: Title Slide` names a layout; `cover: {layout: …, placeholders: {…}}` its placeholders too.
Named = Annotated[OwnLayout, BeforeValidator(_by_name, json_schema_input_type=str | OwnLayout)]


class Layouts(Setting):
    """Which layouts of a company's master slides are made on: `content` for all but the cover that are not named."""

    cover: Named | None = None
    content: Named | None = None
    text: Named | None = None
    table: Named | None = None
    sources: Named | None = None
    scorecard: Named | None = None
    chart: Named | None = None
    picture: Named | None = None
    chart_pair: Named | None = None
    progress: Named | None = None
    quotes: Named | None = None


LogoFile = Annotated[str, Field(pattern=r"^\w[^/\\]*\.(svg|png|jpe?g)$", description="in templates/")]


class Logo(Setting):
    """A logo as it is drawn for the theme's ground, and, where there is one, for the accent colour of covers."""

    on_ground: LogoFile
    on_accent: LogoFile | None = None


def _for_ground(value: Any) -> Any:
    return {"on_ground": value} if isinstance(value, str) else value


LogoFiles = Annotated[Logo, BeforeValidator(_for_ground, json_schema_input_type=LogoFile | Logo)]


class Theme(Setting):
    """A theme: config/themes/<name>.yaml.

    `composition` sets off headings by fine rules or by bands of the accent colour; `logo` is a picture in templates/
    (SVG, PNG or JPEG) for covers and the head of pages. `master` is a PowerPoint file in templates/deck/: one of two
    that come along, or a company's own, `layouts` saying which of its layouts slides are made on; `from_master` names
    what is taken from there, for pages and charts too.
    """

    name: str
    colours: Colours
    fonts: Fonts
    type: TypeScale = TypeScale()
    composition: Literal["ruled", "banded"] = "ruled"
    logo: LogoFiles | None = None
    master: str = Field(
        default="master.pptx", pattern=r"^\w[^/\\]*\.(pptx|potx|pptm|potm)$", description="a file in templates/deck/"
    )
    layouts: Layouts | None = None
    from_master: tuple[Literal["colours", "fonts"], ...] = ()

    @property
    def brings_master(self) -> bool:
        """Whether its decks are made on a master that does not come along."""
        return self.layouts is not None or self.master not in ("master.pptx", "banded.pptx")

"""The web page: a briefing in one self-contained file, each figure and quote a click away from its sentence."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from markupsafe import Markup

from generator.briefing.model import Briefing
from generator.charts.chart import Chart
from generator.charts.typefaces import typefaces
from generator.rendering.environment import environment, render
from generator.rendering.imprint import Written
from generator.rendering.logo import for_pages
from generator.rendering.web_imprint import web_pieces
from generator.rendering.whole import write_whole
from generator.settings.theme import Theme

_TEMPLATE = "web/page.html.jinja"
_SCRIPT = "web/script.js"


def web_page(briefing: Briefing, charts: Mapping[str, Chart], theme: Theme, template_folders: Sequence[Path]) -> str:
    """Return the briefing as a page for browsers. Raises TemplateFailed, and FontMissing for fonts that are not here.

    The page loads nothing: its policy lets no script run but its own, told by its hash
    (https://www.w3.org/TR/CSP3/, 6.7.2.3), so that nothing in a corpus can.
    """
    env = environment(template_folders)
    script = render(env, _SCRIPT)
    return render(
        env,
        _TEMPLATE,
        briefing=briefing,
        labels=briefing.labels,
        charts=charts,
        theme=theme,
        fonts=typefaces(theme),
        density=1.0,
        logo=for_pages(theme, template_folders),
        script=Markup(script),
        script_hash="sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    )


def write_web(
    briefing: Briefing,
    charts: Mapping[str, Chart],
    theme: Theme,
    template_folders: Sequence[Path],
    path: Path,
    carried: Mapping[str, bytes] = MappingProxyType({}),
) -> Written:
    """Write the briefing as one HTML file; return its count of pages, which is one, and everything printed on it.

    It shows all of its evidence itself, and has no use for files `carried`.

    Raises what web_page raises.
    """
    page = web_page(briefing, charts, theme, template_folders)
    write_whole(page.encode(), path)
    return Written(1, tuple(web_pieces(page, briefing)))

"""A loss of nobody named, behind a Chinese sentence on one line of business alone, may be the line's: 智能汽车交付8.1万辆,ASP升至25.4万元。经调整净亏损收窄至3亿元."""

from __future__ import annotations

from generator.extraction.doubts.earned_with_things_en import LINE_OR_ALL
from generator.extraction.figure import LOSABLE, Figure
from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings
from generator.settings.catalogue import Catalogue

_OF_ALL = ("公司", "集团", "整体", "总", "公司的", "集团的")


def lost_by_line_or_all(around: Surroundings, entity: str | None, metric: str, mention: Mention) -> str | None:
    """Return why such a loss is in doubt; who makes nothing but cars lost what its cars did."""
    scan, catalogue = around.scan, around.names.catalogue
    if not (scan.chinese and mention.loss and metric in LOSABLE) or scan.entities or scan.segments:
        return None
    if scan.text.endswith(_OF_ALL, scan.sentence.start, mention.start):
        return None
    maker = catalogue.companies.get(entity or "")
    if maker is None or maker.is_car_maker:
        return None
    lines = {_line_of(f, catalogue) for f in around.ground.levels}
    return LINE_OR_ALL if len(lines) == 1 and None not in lines else None


def _line_of(figure: Figure, catalogue: Catalogue) -> str | None:
    """Return the line of business that a figure is of; cars delivered are of one, too (`智能汽车交付8.1万辆`)."""
    line = catalogue.metrics[figure.metric or ""].segment or figure.segment
    return line if line and catalogue.segments[line].kind == "business" else None

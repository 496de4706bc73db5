"""A rival whom a Chinese sentence sets beside the company of the one before, with its amount alone: 毛利率22.9%。相比之下,苹果为47.2%."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.ground import Ground

_OPENS = re.compile(
    r"\s*(?:而|但)?(?:[相对][比较]之下|相形之下|作为对[比照]|与之相比|与此相比|反观)[,:]?(?:竞争对手|对手|同行)?"
)
_HOLDS = re.compile(
    r"(?:汽车|集团|公司)?的?(?:同期|当季|同季|同一季度)?(?:的?(?:数字|数据|比例|水平))?(?:则|也|亦|只|仅仅?|才|高)*(?:为|是|有|达到?|录得)(?:约|近|逾|超过?|大约|人民币|\s)*"
)
_ENDS = re.compile(r"[元台部辆家人]?(?:左右|上下)?(?:[,;。!]|\s*$)")
_KINDS = {"money": ("money",), "count": ("count", "bare"), "percent": ("percent",)}


def by_contrast(marks: Scan, ground: Ground, names: Names) -> Scan:
    """Return a sentence's marks with the rival that it opens with as a mention of the metric told before."""
    opens = _OPENS.match(marks.text, marks.sentence.start, marks.sentence.end)
    if not (opens and ground.told and marks.amounts and marks.chinese) or ground.told[1] is not None:
        return marks
    first, metric = marks.amounts[0], ground.told[0]
    rival = next((e for e in marks.entities if e.start == opens.end() and e.entity != ground.entity), None)
    if rival is None or names.catalogue.company_kind(rival.entity) != "company":
        return marks
    if first.kind not in _KINDS.get(names.catalogue.metrics[metric].unit, ()):
        return marks
    named = any(m.start < first.end for m in marks.metrics)
    if named or not _HOLDS.fullmatch(marks.text, rival.end, first.start) or not _ENDS.match(marks.text, first.end):
        return marks
    return marks.with_metrics([Mention(rival.end - 1, rival.end, (metric,), loss=ground.lost)])

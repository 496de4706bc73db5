"""Headlines of other texts that a page runs into its own: `Related: Citi lifts Xiaomi's target`, 相关内容《大行》大摩降美团目标价."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_LINKED = re.compile(
    "相关(?:内容|新闻|文章|报道|阅读|链接)[:《「]|相关:|(?:延伸|推荐|扩展|热门)阅读|猜你(?:想看|喜欢)|更多(?:新闻|报道)[:《「]"
)
_LINKED_EN = re.compile(
    r"\s*(?:[•*>–-]\s*)?(?:Related(?: (?:articles?|stor(?:y|ies)|news|reading|links?|coverage))?|Read (?:also|more|next|on)|Also read|See also|Recommended|You may also like|Don['’]t miss|More from [A-Z]\w+)\s?(?:[:|»>–—-]|-) ?"
)


def told_elsewhere(scan: Scan, mention: Mention) -> str | None:
    """Return a doubt where a mention stands in the headline of another text."""
    if scan.chinese:
        linked = _LINKED.search(scan.text, scan.sentence.start, mention.start)
    else:
        linked = _LINKED_EN.match(scan.text, scan.sentence.start, mention.start)
    return "told in the headline of another text" if linked else None

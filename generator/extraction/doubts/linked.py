"""Headlines of other texts that a page runs into its own: `Related: Citi lifts Xiaomi's target`, 相关内容《大行》大摩降美团目标价."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.corpus.months import BEGINNINGS
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

LINKED_ZH = re.compile(
    "相关(?:内容|新闻|文章|报道|阅读|链接)[:《「]|相关:|(?<![一-鿿])(?:另见|热搜):|(?<![一-鿿])[上下]一[篇则]:|(?:延伸|推荐|扩展|拓展|热门|精彩|更多)阅读|猜你(?:想看|喜欢)|更多(?:新闻|报道)[:《「]"
)
# `Also on Harbour: …`, `MORE: Apple expects …`, a headline without a stop; not `Also on Tuesday: it said ….`, `More: sales rose`
_TIMES = rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{BEGINNINGS}|Spring|Summer|Autumn|Fall|Winter|First|Second|Third|Fourth|The|[QH]\d|FY"
_OF_A_SITE = rf"(?-i:(?:Also (?:on|in|from) (?!{_TIMES})[A-Z]\w+|M(?:ore|ORE)(?=: [A-Z“\"‘']))(?=[ ]?:)(?![^\n]{{0,300}}[.。][”\"’]?\s*(?:\n|\Z)))"
# so do captions: `File photo: a BYD store in 2023`
LINKED_EN = re.compile(
    r"[\s•*>+–-]*(?:Related(?: (?:story|stories|articles?|reading|news|coverage|content|posts?|links?))?|Read (?:also|more|next|on)|(?:See|Watch) (?:more|also|next)|Also read|Recommended(?: (?:reading|for you|stories))?"
    rf"|{_OF_A_SITE}|More (?:on this(?: story| topic)?|stories|news|from [A-Z]\w+)|Trending(?: now)?|Popular(?: now)?|Next story|In case you missed it|ICYMI|Watch(?: now)?|Don['’]t miss|Most (?:read|popular|viewed|commented)"
    r"|You (?:may|might) also (?:like|be interested in|want to read)|Must[- ]read|Top stories|Editor(?:['’]s|s['’]) picks?|Sponsored(?: content)?|Advertisement|Promoted"
    r"|(?:File )?(?:photo|image|picture|pic)|(?:Photo|Image) (?:credit|source|caption)|Caption|Infographic|Graphic|Video)s?\s?(?::|\||»|>{1,2}| [–—-]) ?",
    re.I,
)
ELSEWHERE = "told in the headline of another text"


def told_elsewhere(scan: Scan, mention: Mention) -> str | None:
    """Return a doubt where a mention stands in the headline of another text."""
    if scan.chinese:
        linked = LINKED_ZH.search(scan.text, scan.sentence.start, mention.start)
    else:
        linked = _linked_en(scan.text, scan.sentence.start)
    return ELSEWHERE if linked and linked.end() <= mention.start else None


@lru_cache(maxsize=1)  # each mention of a sentence asks
def _linked_en(text: str, start: int) -> re.Match[str] | None:
    return LINKED_EN.match(text, start)  # how its line ends is seen as well

"""Words that name the market, analysts or those who poll them as who expects something."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.marks.scanning import Scan

# Those whose expectations are the market's, and the words for what a company itself expects.
MARKETS = sought(
    r"(?<!told )(?<!telling )(?<!tells )(?<!call with )(?<!briefing with )(?<!conference with )\b(?:analysts?(?!['’]? (?:calls?|conference|meeting|day|briefing|event)\b)|forecasters|economists|experts|broker(?:age)?s|wall street|(?:the )?street|sell-side|consensus|cons(?=[.: )]|$)|lseg|refinitiv|factset|bloomberg|visible alpha|streetaccount|(?<!domestic )(?<!international )(?<!overseas )(?<!foreign )(?<!home )(?<!local )(?<!mainland )(?<!chinese )(?<!china )(?<!european )(?<!american )(?<!indian )(?<!japanese )(?<!us )(?<!global )(?<!world )(?<!phone )(?<!car )(?<!auto )(?<!vehicle )(?<!ev )(?<!pc )(?<!cloud )(?<!chip )(?<!mass )(?<!end )market|investors(?!['’]? (?:calls?|conference|meeting|day|briefing|event)\b)|polled|market watchers|smartestimate|(?:average|mean|median) (?:estimate|forecast|projection|expectation|prediction)s?)\b|(?<=\()(?:the )?(?:market|street|cons\.)(?=:| [A-Z]{0,3}[$€£¥\d])|分析[师员]|(?<![外内际国洲球度地机车脑端陆])(?<!日本)(?<!本土)市场|(?<![该家])机构|(?:法人|(?<!该)(?<!这家)(?<!该家)(?<!一家)券商)(?=(?:则|也|普遍|目前|多)?[推评]?估(?!值))|彭博|华尔街|LSEG|FactSet|Visible Alpha",
    re.I,
)
_OF_SHARES = re.compile(r" (?:value|cap|capitali[sz]ation|valuation|share|position|price)\b", re.I)  # `market value`


def names_the_market(scan: Scan) -> bool:
    """Whether a sentence says that the market, analysts or one of those who poll them expect something."""
    said = MARKETS.finditer(scan.text, scan.sentence.start, scan.sentence.end)
    return any(not _OF_SHARES.match(scan.text, found.end()) for found in said)

"""Which lines and sentences tell adjusted figures, whatever their names say."""

from __future__ import annotations

import re

_ADJUSTED_BELOW = re.compile(
    r"[•·*–—\s-]*(?:按照?|根据)?非(?:国际|美国|公认|通用|香港)[一-鿿]{0,12}准则[^。;\d]{0,60}:?"
)
_REPORTED_BELOW = re.compile(r"[•·*–—\s-]*(?:按照?|根据)?(?:国际|美国|香港)[一-鿿]{0,12}准则")
_BULLET = re.compile(r"\s*([•·*–—-])")
_ADJUSTED_BELOW_EN = re.compile(
    r"[\s•·*-]*(?:On|Under|In) (?:an? )?(?:[Nn]on-(?:IFRS|GAAP|HKFRS)|adjusted)[^\s,]{0,6} (?:basis|terms|measures?)(?:, which\b|[^\d]{0,160}:\s*$)"
)
_WITHOUT = r"(?:(?:Stripping out|Excluding|Leaving out|Leaving aside|Adjusting for|Without|Before) [^,;.\d]{3,60}, )?"
# `On a non-GAAP basis, gross margin was 54%, net income was $1.8 billion`, `Key Q2 figures: On an adjusted basis, …`: all that the sentence tells
_ON_ADJUSTED_BASIS = re.compile(
    rf"[\s•·*-]*(?:[A-Z][^:;.,\n]{{1,50}}: )?{_WITHOUT}(?:On|Under|In|Using|By) (?:an? |the |its )?(?:preferred )?(?:non-?(?:GAAP|IFRS|HKFRS)(?:\d|\([*\d]\)|\[\d\]|\*)?|adjusted|underlying) (?:basis|terms|measures?|standards?)(?: (?:that|which) [^,;.\d]{{3,50}})?,",
    re.I,
)
# `The non-IFRS measures painted a less rosy picture. On that count, operating profit grew 12%`
# and not `Siemens said adjusted results had beaten its plan, but statutory accounts matter more`: they are what it speaks of, and nothing else
_SPEAKS_OF_IT = re.compile(
    r"(?!(?i:[^\d;:]*\b(?:but|yet|although|though|while|instead|rather|no|not|without|longer|stop\w*|drop(?:s|ped)|abandon\w*|ditch\w*|scrap\w*|end(?:s|ed)|switch\w*|chang\w+|mov(?:e|es|ed|ing)|statutory|reported|unadjusted|alone|than|(?<!non-)(?<!non)(?:IFRS|GAAP|HKFRS))\b))"
    r"[\s•*-]*(?:(?:And|Yet|Still),? )?(?:(?:The|Its|Their|[A-Z]\w+['’]s) )?(?:(?:more|most|preferred|company's|own) )*(?:[Nn]on-?(?:GAAP|IFRS|HKFRS)|[Aa]djusted) (?:measures?|figures?|numbers|metrics?|view|basis|count|accounts|results|reading|picture)\b[^\d;:]{0,100}"
)
_ON_THAT = re.compile(
    r"\s*(?:On|By|Under|In|Using) (?:that|this|those|these|the same) (?:count|basis|measures?|scores?|metrics?|terms|reckoning|yardstick),"
)
# `FY26Q3 Non-GAAP毛利率73.6%,净利润318亿美元`: an item that opens with an adjusted margin is of adjusted figures
_ADJUSTED_MARGIN = re.compile(r"[\s•·*-]*(?:[A-Z\d年第一二三四季度]{0,10} ?)[Nn]on-?GAAP ?毛利率")
# 按非国际财务报告准则,经营利润140亿元;经营利润率15%: said once, before a comma, it holds to the full stop
# 财报显示,不按照美国通用会计准则,每股亏损1.3元
_BY_OTHER_RULES = re.compile(
    r"[\s•·*-]*(?:(?:财报|报告|数据|公告|业绩)(?:显示|指出),)?(?:而|其中,?|[若如]|如果|但|另外,?|此外,?)?(?:改?(?:按照?|根据|依照?|以|在|采用?|用))?(?:(?:非|不(?:按照?|依照?|采用|根据))(?:国际|美国|公认|通用|香港|GAAP|IFRS)[一-鿿]{0,12}|(?i:non-?(?:GAAP|IFRS|HKFRS))[一-鿿]{0,6})(?:\([^()]{2,24}\))?(?:(?:的?(?:基[础准]|口径|标准)(?:上|来)?)?(?:计算?|计量|而言|来?看)?)下?(?:\([^()]{2,24}\))?[,:]"
)
# 下面提到的利润率,除非另作说明,都是非GAAP口径: said once for the whole text, it holds for all sentences behind it
_DECLARED = re.compile(
    r"[\s(※*]*(?=[^。;\n]{0,60}(?:以下|下面|下文|下述|接下来|后面|后文|文中|本文|本次|今天|除非|除另|如无|若无|如未|若未|没有特别))"
    r"[^。;\d\n]{0,60}?(?:均|都|皆|一律|全部|一概)(?:为|是|以|按照?|采用|使用|基于|指|系|属于?)?"
    r"(?:非(?:国际|美国|公认|通用|香港|GAAP|IFRS)|(?i:non-?(?:GAAP|IFRS|HKFRS))|经调整|调整后)[^。;,\d\n]{0,16}[。)\s]*$"
)
# 以下毛利率均为非GAAP口径 declares nothing of profits
_OF_RATES = re.compile(r"[^。;\n]{0,60}?率(?!.{0,40}(?:利润|盈利|溢利|净利|收益|亏损)(?!率))")
_BEYOND_RATES = re.compile("(?:利润|盈利|溢利|净利|收益|亏损)(?!润?率)")
_BY_THE_RULES = re.compile(
    r"(?<!非)(?<!不按)(?<!不按照)(?<!不依照)(?<!不根据)(?:国际|美国|公认|通用|香港)[一-鿿]{0,8}准则|(?<!非)(?<![Nn]on)(?<!-)(?:GAAP|IFRS)|法定|归母|未经调整"
    # 若计入所有项目,盈利60亿元; 不计入 is the other way
    "|(?<![不未没])(?:计[入及]|包括|连同)(?:所有|全部|一次性|非经常性?|特殊|非现金|股[份权](?:报?酬金?|激励))[一-鿿]{0,6}"
)
_ADJUSTED_ITEM = re.compile(
    r"[\s•·*–—-]*(?:Operating|Profit|Income|Earnings|Loss|Net|Basic|Diluted|Gross|EBITDA?|Adjusted)\b"
)
_GOES_ON = re.compile(r"\s*[a-z(]")  # an item that a line break cuts
# `Non-IFRS:`, `Non-GAAP results`: a heading, over what follows until the next
_HEADING = re.compile(r"[\s#*•–—-]*(?P<said>(?!(?:and|or|but|of|with) )[A-Za-z][A-Za-z'’&/ ()*,-]{0,70}?):?[\s*]*")
_ADJUSTED_HEADING = re.compile(
    r"(?:[Oo]n an? |[Uu]nder |[Ii]n )?(?:[Nn]on-?(?:IFRS|GAAP|HKFRS)|[Aa]djusted|NON-(?:IFRS|GAAP))[*]?(?: (?:[Rr]esults?|[Ff]igures?|[Bb]asis|[Tt]erms|[Hh]ighlights|[Nn]umbers|[Mm]etrics|[Ff]inancials|[Ff]inancial [Rr]esults|[Mm]easures))?(?: (?:\((?:which |that )?[a-z][^()]{4,90}\)|, [a-z][^()]{4,90}))?"
)
_ITEM = re.compile(r"\s*(?:[•·*–—-]|\d{1,2}[.)]) ?")
_HAN = re.compile("[一-鿿]")


class AdjustedLines:
    """Follows a document's lines: whether each is of adjusted figures, because one over it says so of all below it."""

    def __init__(self) -> None:
        self._listed = False  # in a list that a line introduced
        self._bullets: list[str] = []  # of that line, and of the first one below it
        self._by_other_rules = False  # behind the semicolon of a sentence that says by which rules it tells
        self._only_rates = False  # which says so of margins alone
        self._declared = False  # behind a sentence that says so of the whole text
        self._headed = False  # below a heading, until the next
        self._spoken_of = False  # by the sentence before, which tells no amount
        self._items: bool | None = (
            None  # whether what stands right below the heading is a list, which may end before the next heading
        )

    def at(self, line: str, alone: bool) -> bool:
        """Whether a line is of adjusted figures; `alone` says that it is all of its line, and no sentence."""
        heading, item = _HEADING.fullmatch(line) if alone else None, _ITEM.match(line) is not None
        over = heading is not None and _ADJUSTED_HEADING.fullmatch(heading["said"]) is not None
        if heading and (over or not item):
            self._headed, self._items = over, None
        elif self._headed:
            self._items = item if self._items is None else self._items
            self._headed = item or not self._items
        self._listed = self._lists(line)
        on_that = self._spoken_of and _ON_THAT.match(line) is not None
        self._spoken_of = _SPEAKS_OF_IT.fullmatch(line) is not None
        declared = _DECLARED.match(line)
        self._declared = self._declared or declared is not None
        self._only_rates = self._only_rates if declared is None else bool(_OF_RATES.match(line))
        by_other_rules = self._goes_by_other_rules(line) or (
            self._declared and not _BY_THE_RULES.search(line) and not (self._only_rates and _BEYOND_RATES.search(line))
        )
        return by_other_rules or self._listed or self._headed or on_that

    def _goes_by_other_rules(self, line: str) -> bool:
        """Whether a Chinese line says before its first comma that it tells adjusted figures, or goes on so behind a semicolon."""
        opens = _BY_OTHER_RULES.match(line)
        adjusted = (opens is not None or self._by_other_rules) and not _BY_THE_RULES.search(
            line, opens.end() if opens else 0
        )
        self._by_other_rules = adjusted and line.endswith(";")
        return adjusted

    def _lists(self, line: str) -> bool:
        """Whether a line stands in a list of adjusted figures: under `非国际财务报告准则,…:`, until the next point."""
        bullet = _BULLET.match(line)
        if ("准则" in line and _ADJUSTED_BELOW.fullmatch(line.strip())) or _ADJUSTED_BELOW_EN.match(line):
            self._bullets = [bullet[1]] if bullet else []
            return True
        if bullet and len(self._bullets) == 1:
            self._bullets.append(bullet[1])
        if (
            bullet and [bullet[1]] == self._bullets[:1] != self._bullets[1:]
        ):  # – below - is of it, and the next - is not
            return False
        if not _HAN.search(line):
            return self._listed and bool(_ADJUSTED_ITEM.match(line) or _GOES_ON.match(line))
        return self._listed and not (line.lstrip().startswith(("•", "·")) or _REPORTED_BELOW.match(line))


def opens_adjusted(text: str, start: int, end: int) -> bool:
    """Whether a sentence opens with the basis of all that it tells: `On a non-GAAP basis, net income was $1.8 billion`."""
    return bool(_ADJUSTED_MARGIN.match(text, start, end) or _ON_ADJUSTED_BASIS.match(text, start, end))

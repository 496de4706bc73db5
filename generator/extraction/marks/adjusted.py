"""Which profit a name is of: the reported one, or the one that is told without some items."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.adjusted_behind_en import is_adjusted_behind
from generator.extraction.marks.adjusted_names import ADJUSTED_EN, is_adjusted_past, is_recurring_in_brackets
from generator.extraction.marks.left_out_zh import leaves_out_zh
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.terms import NO_METRIC

# `非国际财务报告(Non-IFRS)准则…应占溢利`, `净利润(Non-GAAP)`: which profit it is, told beside its name.
_NOT_REPORTED = r"(?:经调整|调整后的?(?:基准|口径|基础)|不(?:按照?|依照?|根据)(?:美国)?(?:公认|通用)会计(?=[准原]则)|[Nn]on\s?-?\s?(?:IFRS|GAAP|HKFRS)|非(?:IFRS|GAAP|美国|公认|通用|国际|香港|HKFRS)[一-鿿]{0,14})(?:\d|\[\d\])?"
# `net profit (beia)`: before exceptional items and amortisation, as brewers say it
_SET_APART = rf"beia|bei|{ADJUSTED_EN}|pre-exceptional|before (?:exceptional|one-off|special|non-recurring) items|before exceptionals"
# `EPS pre-PPA`, `EPS before purchase price allocation`: without what is written off of purchases
_BEFORE_PPA = r"(?:pre[- ]PPA\b|(?:before|excluding|without|adjusted for) (?:the )?(?:effects? (?:of|from) |amorti[sz]ation (?:of|from) )?(?:purchase[- ]price[- ]allocations?|PPA\b))"
_ADJUSTED_AFTER = re.compile(
    rf"(?: attributable to [A-Z][\w.]*(?: [A-Z][\w.]*)?)?(?:, (?:one-offs|one-off items|exceptionals|exceptional items|special items) (?:aside|apart|excluded|left out),|\s?\((?:{_NOT_REPORTED}[^()]{{0,8}}|{_SET_APART})\)|, {ADJUSTED_EN},|,? {_BEFORE_PPA}|(?:经?调整后|经调整)(?:为|达|约|则)*(?=[\d-])|(?:若|如|则)?按(?:照)?{_NOT_REPORTED}(?:会计)?(?:[准原]则)?(?:口径|基准|标准)?(?:来)?(?:计算?|计量)(?=[为是则达]|\d))"
)  # 每股收益按非IFRS计算为1.23欧元; `net profit (adjusted)`, `Operating profit, adjusted, rose`
# `Under non-IFRS, the net profit was`, `On a non-GAAP basis, operating profit`
_ADJUSTED_BASIS = re.compile(
    r"\b(?:under|on|in|using) (?:an? |the )?(?:non-?\s?(?:IFRS|GAAP|HKFRS)(?:\d|\([*\d]\)|\[\d\]|\*)?(?: (?:basis|terms|measures?|standards?))?|(?:adjusted|underlying) (?:basis|terms|measures?)(?=,? )),? (?:(?:the|its|[A-Z][\w.]*['’]s|company's|quarterly|total) ){0,3}$",
    re.I,
)
# `EPS was €1.49, non-IFRS EPS €1.42`: the word belongs to what it stands before
_OF_THE_NEXT = r"(?! (?:(?:basic|diluted|net|operating|gross|quarterly|core) )*(?:earnings|profits?|income|EPS|loss|margin|EBITD?A?)\b)"
_ADJUSTED_AMOUNT = re.compile(
    rf":? (?:of |was |were )?(?:(?:[A-Z]{{1,3}} ?)?[$€£¥]?[\d.]*\d(?=(?: (?:a|per) share)?,? {ADJUSTED_EN}{_OF_THE_NEXT})|[\d.]*\d (?:cents|pence|yuan|euros))(?: (?:a|per) share)?,? {ADJUSTED_EN}{_OF_THE_NEXT}",
    re.I,
)  # `Earnings per share: $4.13 adjusted`
# `After excluding non-recurring gains and losses, net profit was`: the profit without them.
NON_RECURRING = r"(?:excluding|deducting|stripping out|stripped of|net of|before|without|not counting|leaving (?:out|aside)|setting aside|ex|excl\.?|adjusted for) (?:the |such |these |any |all )?(?:impact of |effects? of )?non-?recurring (?:[\w-]+ ){0,3}?(?:items|gains and losses|profits and losses|gains or losses|profit or loss|gains|losses|profit and loss)"
_RECURRING_BEFORE = re.compile(
    rf"{NON_RECURRING}, (?:(?:the|its|it|they|[A-Z][\w.]*(?:['’]s)?|company(?:['’]s)?|quarterly) ){{0,3}}$", re.I
)
_RECURRING_AFTER = re.compile(rf"(?: attributable to [\w ]{{3,40}})?,? (?:after )?{NON_RECURRING}", re.I)
_ADJUSTED_BEFORE = re.compile(
    rf"{_NOT_REPORTED}(?!\) and )(?:\([^()]*\))?[^,;。\d]{{0,12}}(?:(?:计算?|计量|下|口径下?|[准原]则|的?基[础准](?:上|下|来?计算?)?)(?:\([^()]{{2,24}}\))?,)?[^,;。\d]{{0,8}}$"
)
# 调整净亏损, 调整溢利: with no more before it; but 调整净利润预测 is what somebody does
_ADJUSTED_AT_ONCE = re.compile(r"(?<![上下重再不需可应])调整$")
_MOVED_ITSELF = re.compile("的?(?:预测|预期|预估|目标|指引|计划|结构|计算)|[至到为](?!\\d)")
_OF_A_PART = re.compile("业务|分部|板块|部门|部分|商业|每股|单车|EBIT")
# `在扣除非经常性损益后,公司的净利润为12.55亿元`
_RECURRING_BEFORE_ZH = re.compile(r"扣除?非(?:经常性?损益)?(?:之?后|的影响)?[,的]{0,2}[一-鿿]{0,8}$")
# `excluding items`, `before special charges`, `stripping out one-time effects`: what an adjusted figure is told without
_SOME = r"(?:certain|some|one-time|one-off|non-?recurring|exceptional|extraordinary|special|unusual|other)"
WITHOUT_ITEMS = (
    r"(?:excluding|before|without|minus|not counting|leaving out|leaving aside|setting aside|stripping out|stripped of|shorn of|net of|adjusted for|adjusting for) "
    rf"(?:an? |the )?(?:{_SOME} )*(?:items\b|charges\b|one-offs\b|exceptionals\b|(?:stock|share|equity)-based (?:compensation|pay|payments?|awards|remuneration)\b"
    rf"|(?:investment|disposal|fair-value|valuation|revaluation|one-time|one-off|exceptional|extraordinary|non-?recurring) (?:gains?|loss(?:es)?|changes?|charges?|costs?|expenses?)\b|(?:gains|losses) (?:on|from) (?:its |the )?(?:[a-z]+ )?(?:investments?|stakes?|disposals?|asset sales)\b)"
    # `excluding share-based compensation, deal-related effects and other items`
    r"(?:(?:, [a-z][a-z' -]{2,40}){0,3},? and (?:[a-z-]+ ){0,3}(?:items|effects|charges|costs|expenses|gains|losses|one-offs|adjustments|amortization|amortisation|impairments?)\b)?"
)
_ADJUSTED_FOR = r"adjust(?:ed|ing) (?:for|to (?:exclude|account for)) (?!inflation|currenc|purchasing|exchange|seasonal)[\w' -]{3,60}?"
# `GAAP and non-GAAP operating expenses` are two: the list of amounts behind them says so
_ADJUSTED_COST = re.compile(
    rf"(?<!GAAP and )(?<!IFRS and ){ADJUSTED_EN} (?:(?:total|cloud|segment|group|automotive|product|services?) )?$",
    re.I,
)
_ONLY_REPORTED = ("cost_of_revenue", "gross_profit")  # of which, as of costs, the catalogue has none adjusted
_A_RATE = re.compile(r"[^,;。\d]{0,8}[\d.]+%")
_FOOTNOTED = re.compile(r"\b[Nn]on-(?:GAAP|IFRS)(?:\d|\[\d\]|\*) $")  # `Non-GAAP2 profit attributable to shareholders`
_LEFT_OUT = re.compile(rf"{WITHOUT_ITEMS}(?: (?:expenses?|costs?))?", re.I)
_ITEMS = r"(?:excluding|adjusted for|adjusting for|stripping out|before|not counting|leaving out) (?:an? |the )?(?:(?:certain|some|one-time|one-off|special|exceptional|non-?recurring|unusual|extraordinary|stock-based|acquisition-related|the impact of|the effects? of|other) )+[\w' -]{3,50}?"
_LONGEST = 150  # characters that may tell what a profit is told without
_ITEMS_AFTER = re.compile(
    rf"(?: per share)?,? (?:{_ITEMS}|{_ADJUSTED_FOR})(?:,| (?=was|were|rose|fell|came|of|decreased|increased|dropped|climbed|declined|grew|jumped|totaled|amounted))"
)
_ITEMS_BEFORE = re.compile(
    rf"(?:^|(?<=[.,;\n] )|(?<=\n)|(?:After|When|On) ?)(?i:(?:{_ITEMS}|{_ADJUSTED_FOR}),|{WITHOUT_ITEMS}(?: (?:expenses?|costs?|charges?))?,?) (?:[\w'’.]+ ){{0,4}}?$"
)
# `Operating profit rose 14% to €2.57 billion on a non-IFRS basis`, `Operating income was $29 billion excluding items`
# `net profit of 12 billion yuan for 2021, one-off items excluded`
_ARE_EXCLUDED = r",? (?:with )?(?:one-off|one-time|special|exceptional|extraordinary) (?:items|charges|costs|effects|gains|gains and losses|losses) (?:excluded|left out|left aside|set aside|stripped out|not (?:included|counted))\b"
_ON_ADJUSTED_BASIS = re.compile(
    # what brackets tell without them is another amount: `RMB 2.8 billion (RMB 1.2 billion excluding non-recurring items)`
    rf"(?:\([^()]{{0,40}}\)|(?![,;\n(]|\.\s| and\b| but\b| while\b)[\x00-\x7f€£¥’]){{0,70}}?(?:,? {WITHOUT_ITEMS}|{_ARE_EXCLUDED}| (?:on an? {ADJUSTED_EN}[^\s,;.]{{0,6}}(?: \([A-Z]{{2,6}}\))? basis\b|\({ADJUSTED_EN}\)))",
    re.I,
)
# 净利润为17.7亿美元(非美国通用会计准则下): told behind the amount
_ADJUSTED_AMOUNT_ZH = re.compile(
    rf"[^,;。()\d]{{0,14}}[\d.,]+\s?[万亿兆]?(?:[美港欧日英韩]?元|人民币|新台币)?\({_NOT_REPORTED}(?:会计)?(?:[准原]则)?(?:口径|计量|计算)?下?\)"
)
# `profit on a non-IFRS basis declined`: of a profit that is no more than called so, at once
_BARE_ON_BASIS = re.compile(rf" on an? {ADJUSTED_EN}[^\s,;.]{{0,6}}(?: \([A-Z]{{2,6}}\))? basis\b", re.I)
# `a GAAP loss`, `an operating loss`: said of which rules, or which line of the accounts, it is
_OF_SOME_KIND = re.compile(r"\b(?:GAAP|IFRS|operating|gross|pre-?tax|segment|reported|statutory)\s$", re.I)
_GAINS_AND = ("gains and ", "gains or ", "profits and ", "profits or ", "profit and ", "profit or ")
_REPORTED = re.compile(
    r"(?<!non-)(?<!Non-)(?:GAAP|IFRS) "
)  # `on a non-GAAP basis, …, compared with GAAP net income of`


def as_adjusted(mention: Mention, text: str, floor: int, names: Names, listed: bool) -> Mention:
    """Return a reported profit as the adjusted one where the words around it, in brackets, before or behind, say so."""
    if mention.loss and text.endswith(_GAINS_AND, floor, mention.start):
        return mention  # `excluding non-recurring gains and losses it was 1.2 billion`: what is left out is no loss
    if _is_recurring(mention, text, floor, names):
        return replace(mention, metrics=("net_profit_recurring",))
    if mention.any_profit and (
        (listed and _is_bare(mention, text, floor))
        or _leaves_items_out(mention, text, floor)
        or _FOOTNOTED.search(text, max(floor, mention.start - 14), mention.start)
        or (_BARE_ON_BASIS.match(text, mention.end) and _is_bare(mention, text, floor))
        or _is_by_other_rules(mention, text, floor, listed)
    ):
        return replace(mention, metrics=("adjusted_net_profit",))
    if _has_none_adjusted(mention, text, floor, listed):
        return replace(mention, metrics=(NO_METRIC,))
    twins = names.adjusted(mention.metrics)
    if len(twins) != 1 or (listed and _REPORTED.search(text, max(floor, mention.start - 6), mention.start + 5)):
        return mention
    said = (
        _leaves_items_out(mention, text, floor)
        or leaves_out_zh(mention, text, floor)
        or _ADJUSTED_AFTER.match(text, mention.end)
        or _ADJUSTED_AMOUNT.match(text, mention.end)
        or is_adjusted_past(mention, text, floor)
        or is_adjusted_behind(mention, text)
        or _ON_ADJUSTED_BASIS.match(text, mention.end)
        or _ADJUSTED_AMOUNT_ZH.match(text, mention.end)
    )
    said = said or _ADJUSTED_BEFORE.search(text[max(floor, mention.start - 30) : mention.start])
    said = said or _ADJUSTED_BASIS.search(text, max(floor, mention.start - 60), mention.start)
    adjusted = listed or said or _is_adjusted_at_once(mention, text, floor)
    return replace(mention, metrics=twins) if adjusted else mention


def _is_recurring(mention: Mention, text: str, floor: int, names: Names) -> bool:
    """Whether a net profit, or one that is no more than called so, is told without what does not recur: `Stripping out non-recurring items, profit rose`."""
    net = "net_profit" in mention.metrics or (mention.any_profit and _is_bare(mention, text, floor))
    if not net or "net_profit_recurring" not in names.catalogue.metrics:
        return False
    low = max(floor, mention.start - 90)
    chinese = _RECURRING_BEFORE_ZH.search(text, max(floor, mention.start - 24), mention.start)
    return bool(
        chinese
        or is_recurring_in_brackets(mention, text)
        or _RECURRING_BEFORE.search(text, low, mention.start)
        or _RECURRING_AFTER.match(text, mention.end)
    )


def _is_bare(mention: Mention, text: str, floor: int) -> bool:
    """Whether English tells a profit or a loss by no more than the word: `On a non-GAAP basis, it had a loss of $52 million`."""
    return text[mention.start].isascii() and not _OF_SOME_KIND.search(
        text, max(floor, mention.start - 20), mention.start
    )


def _has_none_adjusted(mention: Mention, text: str, floor: int, listed: bool) -> bool:
    """Whether a cost or a gross profit is told as adjusted, of which the catalogue has only the reported one: `Non-GAAP R&D expenses`."""
    cost = any(name.endswith("_expense") or name in _ONLY_REPORTED for name in mention.metrics)
    if not cost:
        return False
    gross = "gross_profit" in mention.metrics
    if gross and not text[mention.start].isascii():
        said = _ADJUSTED_BEFORE.search(text, max(floor, mention.start - 30), mention.start)
        return said is not None and not _A_RATE.match(text, mention.end)  # 经调整毛利为73.6% is a margin
    if gross and listed:
        return not _REPORTED.search(text, max(floor, mention.start - 6), mention.start + 5)
    said = _ADJUSTED_COST.search(text, max(floor, mention.start - 40), mention.start)
    return bool(said or _ADJUSTED_AFTER.match(text, mention.end)) or _leaves_items_out(mention, text, floor)


def _is_by_other_rules(mention: Mention, text: str, floor: int, listed: bool) -> bool:
    """Whether Chinese says before a bare 亏损 or 盈利 by which rules it is told: 非公认会计原则下,去年亏损94亿元."""
    if text[mention.start].isascii():
        return False
    said = _ADJUSTED_BEFORE.search(text, max(floor, mention.start - 30), mention.start)
    if _is_adjusted_at_once(mention, text, floor):
        return True
    return (listed or said is not None) and not _OF_A_PART.search(text, max(floor, mention.start - 30), mention.start)


def _is_adjusted_at_once(mention: Mention, text: str, floor: int) -> bool:
    """Whether Chinese has no more than 调整 right before a profit, and nobody who moves what is expected of it."""
    said = _ADJUSTED_AT_ONCE.search(text, max(floor, mention.start - 4), mention.start)
    return said is not None and not _MOVED_ITSELF.match(text, mention.end)


def _leaves_items_out(mention: Mention, text: str, floor: int) -> bool:
    """Whether a profit is told without some items: `Earnings, adjusted for one-time gains, were 29 cents per share`."""
    before = _ITEMS_BEFORE.search(text, max(floor, mention.start - _LONGEST), mention.start)
    return bool(before or _ITEMS_AFTER.match(text, mention.end))


def without_what_is_left_out(mentions: list[Mention], text: str, start: int, end: int) -> list[Mention]:
    """Leave out what names no metric in what a figure is told without: the expenses of `excluding share-based compensation expenses`."""
    if not any(m.nothing for m in mentions):
        return mentions
    spans = [m.span() for m in _LEFT_OUT.finditer(text, start, end)]
    return [m for m in mentions if not (m.nothing and any(a <= m.start and m.end <= b for a, b in spans))]

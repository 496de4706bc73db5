"""What an apposition or an epithet says that a company is, which names no line of business: `Meituan, its rival in food delivery, lost 19 billion`, `China's largest games company`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.inserted import GOES_ON

_IS = re.compile(
    r"(?: \([^()]{1,24}\))?, (?:an?|the|its|their|another|one of|long|once|[A-Z]\w+['’]s) [^,;\d]{3,80}(?=,)"
)
# `The food-delivery group said`, `the e-commerce and cloud group from Hangzhou`: a unit has no hyphen within its name, and comes from nowhere
_GROUP = re.compile(r" group\b(?P<place>,? (?:from|based in|headquartered in) (?:the )?[A-Z])?")

# `Profit of the country's leading gaming company`, `the owner of China's most popular food delivery app`
_PLACE = r"(?:[A-Z][\w.]*(?: [A-Z]\w+)?['’]s|[Tt]he (?:world|country|nation|region|continent|city|island|industry)['’]s|[Tt]he)"
_RANK = r"(?:(?:second|third|fourth|fifth|No\. \d)?[ -]?(?:largest|biggest|leading|top|most valuable|most popular|best-known|dominant)|number one|No\. ?1)"
_DOES = r"(?:group|company|firm|giant|operator|[a-z]*maker|player|provider|conglomerate|developer|publisher|retailer|manufacturer|supplier|vendor|seller|champion|start-?up|platform)"
_RUNS = r"(?:operator|owner|parent(?: company)?|maker|developer|publisher|provider|creator|founder) of|(?:company|group|firm) (?:behind|that (?:runs|operates|owns))"
_HAS = r"(?:platform|business|network|app|service|engine|store|marketplace|chain|website|site|brand|unit|operation|arm|provider)"
_LEADS = sought(
    rf"\b(?:{_PLACE} {_RANK}(?: (?:and )?[A-Za-z][\w&/-]*,?){{0,6}}? {_DOES}\b"
    rf"|(?:{_RUNS}) {_PLACE} (?:{_RANK} )?(?:(?:and )?[A-Za-z][\w&/-]*,? ){{0,7}}?{_HAS}\b(?: and (?:[a-z-]+ ){{0,3}}{_HAS}\b)?)"
)

_LEFT_OUT = re.compile(
    r"\b(?:[Ee]xcluding|[Ee]xcl\.?|[Nn]ot counting|[Ss]tripping out|[Ll]eaving out) (?:the |its |their )?$"
)


# 定位豪华纯电的极氪5月交付18750辆
_STANDS_FOR = re.compile("(?:定位(?:于|为|在)?|主打|主攻|专注于?|聚焦)[^,;。\\d]{0,8}$")
_WHO_DOES = re.compile("[^,;。\\d]{0,6}的(?:旗下|高端|子|新)?(?:品牌)?")


# 这家中国最大的晶圆代工厂, 作为欧洲最大的软件公司: what a Chinese company is
_IS_ZH = re.compile(
    r"(?:这家|这个|这一|作为|身为|贵为|是|系|堪称)(?P<what>[^,;。\d]{0,12}(?:最[一-鿿]{1,2}|第[一二三四五六七八九十]大|头号|首屈一指|领先|知名|领军|排名第[一二三四五])的?[^,;。\d]{0,14}?(?:公司|厂商|代工厂|工厂|厂|企业|巨头|集团|龙头|平台|车企|制造商|供应商|零售商|运营商|开发商|品牌|商))"
)


# 美国会计准则(GAAP)下营业利润: by whose rules a figure is told
_STANDARD = re.compile("(?:美国|中国|香港|国际|日本|欧洲)[^,;。\\d]{0,6}(?:会计|财务报告|财务报表)(?:准则|原则|标准)")


def without_descriptions(scan: Scan) -> Scan:
    """Return a sentence's marks without the lines of business that only say what a company is."""
    if not scan.segments:
        return scan
    if scan.chinese:
        is_so = [said.span() for said in _STANDARD.finditer(scan.text, scan.sentence.start, scan.sentence.end)]
        is_so += [said.span("what") for said in _IS_ZH.finditer(scan.text, scan.sentence.start, scan.sentence.end)]
        kept = [m for m in scan.segments if not (_is_what_it_stands_for(scan, m) or _is_within(m, is_so))]
        return replace(scan, segments=kept) if len(kept) < len(scan.segments) else scan
    said = [span for company in scan.entities if (span := _description(scan, company))]
    said += [leads.span() for leads in _LEADS.finditer(scan.text, scan.sentence.start, scan.sentence.end)]
    kept = [
        m
        for m in scan.segments
        if not (
            any(low <= m.start and m.end <= high for low, high in said) or _is_epithet(scan, m) or _is_left_out(scan, m)
        )
    ]
    return replace(scan, segments=kept) if len(kept) < len(scan.segments) else scan


def _is_within(line: Mention, spans: list[tuple[int, int]]) -> bool:
    """Whether a part of a company only stands in what that is said to be."""
    return any(low <= line.start and line.end <= high for low, high in spans)


def _is_what_it_stands_for(scan: Scan, line: Mention) -> bool:
    """Whether a Chinese line only says what a company or a brand right behind it stands for: 定位豪华纯电的极氪."""
    low = max(scan.sentence.start, line.start - 14)
    who = _WHO_DOES.match(scan.text, line.end) if _STANDS_FOR.search(scan.text, low, line.start) else None
    starts = [e.start for e in scan.entities] + [m.start for m in scan.segments]
    return who is not None and who.end() in starts


def _is_left_out(scan: Scan, line: Mention) -> bool:
    """Whether a line only says what a figure leaves out: `Revenue excluding energy storage was $25 billion, and its operating income`."""
    return _LEFT_OUT.search(scan.text, scan.sentence.start, line.start) is not None


def _is_epithet(scan: Scan, line: Mention) -> bool:
    """Whether a line of business only says what a company does: `the food-delivery group`."""
    end = line.end - len(" group") * scan.text.endswith(" group", line.start, line.end)
    group = _GROUP.match(scan.text, end)
    return bool(group and (group["place"] or "-" in scan.text[line.start : end]))


def _description(scan: Scan, company: EntityMention) -> tuple[int, int] | None:
    """Return where an apposition right behind a company stands, behind which its sentence goes on with a verb."""
    said = _IS.match(scan.text, company.end, scan.sentence.end)
    return said.span() if said and GOES_ON.match(scan.text, said.end()) else None

"""What a number without a unit counts, and what it only names: a date, a size, a model."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.vocabulary import words

_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME_AFTER = re.compile(
    r"[/:]\d|-?[A-Za-z](?!\w*(?:million|billion))|[ ]?(?:Ultra|Pro|Max|Plus|Mini|Lite|系列|Series|Edition|号线)|°|:\d|[.]\d"
)
_CODE = re.compile(r"(?<=[一-鿿A-Za-z]\()\d{4}(?=\))")  # 台积电(2330): of a share
# `72,056 twelve months earlier`
_AGO = r"[a-z]+ (?:weeks|months|quarters|years) (?:ago|earlier|before|previously|prior)"
_STOP = rf"(?:{_AGO}|in|of|by|as|on|at|and|for|from|with|to|was|were|is|are|a|an|the|year|years|compared|or|per|while|than|up|down|during|which|that|this|next|last|after|before|over|under|but|since|sequentially|yoy|worth|yuan|total|overall|respectively|will|has|had|have|when|against|versus|vs|its|it|including|amid|due|through|across|because|marking|representing|reflecting|driven|exceeding|compared|yesterday|today|so|now|then|again|already|they|he|we|who|whose|where|if|unless|until|throughout|between|despite|although|though|thanks|following|above|below|short|ahead|beat|beats|beating|miss|missed|misses|missing|topped|topping|surpassed|surpassing|exceeded|meeting|narrowly|fell|rose|grew|came|expected|forecast|forecasted|estimated|projected|predicted|anticipated|analysts|estimates?|expectations?|consensus|projections?|predictions?|average|mean|median|feasible|possible|seen|(?:made|accomplished|achieved|delivered|sold|shipped|recorded|reported|posted|registered|handed over|built|produced|managed|set)(?= (?:in|for|during|over|a|last)\b)|abroad|overseas(?! (?:stores|shops|users|customers|employees|staff|cars|vehicles|units))|locally|domestically|internationally|worldwide|globally|nationwide|altogether|combined|outside|there|here|elsewhere|everywhere|alone|instead|too)"
_GROWS = "[年季月](?:增|减|成长|衰退|升|跌)"  # 营收1421亿年增7.8%
# 蚀160亿 远逊预期, 多赚19%至631亿 略胜预期: behind an amount of a headline
_BESIDE_EXPECTED = "[远略大稍微]?(?:幅|为)?[胜逊优超高低差好符不未弱强合][一-鿿]{0,2}(?:预|市场|分析|财测)"
_GROWING = re.compile(_GROWS)
# `77,550 Model 3 compact cars`, `9.5 million PlayStation 5 units`
_WORD = rf"(?:Model [3SXY]\b(?:/[3SXY]\b)?s?|(?:PlayStation|Switch|Pixel|Galaxy|iPhone) \d{{1,2}}\b|(?!{_STOP}\b)[A-Za-z&][\w&'/-]*)"
_NOUN_EN = re.compile(rf"[ ]({_WORD}(?:[ ]{_WORD}){{0,2}})", re.I)
# `242,507 Audi, Porsche and Seat vehicles`, `300,000 petrol and diesel cars`: what is counted stands behind all that it is of
_OF_SEVERAL = re.compile(
    rf"[ ](?:{_WORD}(?:[ ]{_WORD})?,[ ]){{0,3}}{_WORD}(?:[ ]{_WORD})?,?[ ](?:and|&)[ ](?:{_WORD}[ ]){{1,3}}?(vehicles|cars|units|phones|smartphones|SUVs|EVs|trucks|models)\b"
)
_NOUN_ZH = re.compile(
    rf"(?!{_GROWS}|{_BESIDE_EXPECTED})"
    r"[余多]?((?:个|台|部|辆|家|人|名|位|件|间|座|颗|只|支|套|户|张|项|款|款|架)[一-鿿A-Za-z]{0,6}|(?![至到和与及比较为同的左以增减上下将超约是在而且并或占环按用让使就成符胜逊优创料惟仍则之升涨跌降飙激猛劲急暴骤锐微略较远稍再也亦又都均已被由从当其这那]|[大小][幅增减涨跌升降挫])[一-鿿]{1,6})"
)


def counted(text: str, at: int, ceiling: int) -> str:
    """Return the words that say what is counted."""
    if at >= ceiling:
        return ""
    several = _OF_SEVERAL.match(text, at, ceiling) if text[at] == " " else None
    found = several or (_NOUN_EN if text[at] == " " else _NOUN_ZH).match(text, at, ceiling)
    return found[1].strip() if found else ""


def counts(text: str, number: re.Match[str], parts: dict[str, str | None], at: int, noun: str) -> bool:
    """Tell a number without a unit that counts something from a date, a size or a name."""
    if parts.get("scale"):
        return not _measure().match(text, at) or noun[:1] in "项条款座处张" or _GROWING.match(text, at) is not None
    if number["digits"] and _NAME_AFTER.match(text, number.end()):
        return False
    digits = number["digits"] or ""
    if len(digits) > 1 and digits[0] == "0" and "." not in digits:
        return False
    if _CODE.match(text, number.start()):
        return False
    if _YEAR.fullmatch(digits) and noun[:1] not in ("辆", "台", "家", "人", "名"):
        return False
    return not _measure().match(text, at)


@cache
def _measure() -> re.Pattern[str]:
    measures = words("numbers")["measures"]
    return re.compile(
        rf"[ -]?(?:{'|'.join(sorted(map(re.escape, measures['zh']), key=len, reverse=True))}|(?:{'|'.join(sorted(map(re.escape, measures['en']), key=len, reverse=True))})(?![A-Za-z])(?!(?<=year)[ -]to[ -]date))"
    )

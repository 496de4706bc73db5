"""A reported statement without what only leads in or out: who reported it, the next speaker, joining words, stops."""

from __future__ import annotations

import re
from functools import cache

from generator.corpus.document import Span
from generator.extraction.quotes.passage import Passage
from generator.extraction.vocabulary import words

_LEAST = {True: 6, False: 14}  # characters of a reported statement
_TRAILING = " 。.!?;,、:\x1f\n…*-"
_CLOSERS = {"”": "“", "」": "「", "』": "『"}  # by which mark they were opened
# What only leads to the next speaker's words: …是真实的,对于产能受限,魏哲家坦言….
_LEADS_ON = re.compile(
    r"[,;](?:而|至于|此外,?|另外,?)?(?:对于|针对|至于|谈到|谈及|被问(?:到|及)|问(?:到|及)|面对)[^,;。]{2,40}[,;]?$"
    r"|;(?:此外|另外|而|至于),?[^;。]{2,60}(?:议题|问题|部分|方面|一事|传闻|消息|质疑|疑虑|说法|计划|情况|争议|报道)[,;]?$"
    r"|[,;][一-鿿]{0,6}(?:机构|券商|智库|咨询公司|研究公司|数据公司)$"
)
_REPORTED_BY = re.compile(
    rf",? according to (?:(?:[a-z]+ )?(?:data|estimates|figures|[A-Z/]+ data) (?:from|by|of|compiled by) )?(?:the )?(?:{'|'.join(map(re.escape, words('speech')['compilers']))})(?:'s?)?(?: (?:data|estimates|figures|polls?))?$|"
    r", (?:[A-Z][\w&]*)(?: [A-Z][\w&]*){0,2} (?:reported|reports|said|says)$"
    r"|, (?:(?:an?|one|two|three|several|some|a few) )?(?:people|persons?|sources?|insiders?)\b[^,;]{0,70} (?:said|say|says|told [A-Z]\w+|tell [A-Z]\w+)$"
    r"|, (?:reported|reports) (?:the )?[A-Z][\w&]*(?: [A-Z][\w&]*){0,3}$"
    r"|, according to (?:an?|the|his|her|its|their|people|sources|two|three|several|court|internal)\b[^,;]{2,90}$|\s*-+ ?(?:REUTERS|Reuters|AFP|AP|Bloomberg|Xinhua|Dow Jones(?: Newswires)?)\.?$|\s*\((?:via|[Ss]ource:|h/t|hat tip to|as reported by|(?:per|through)(?= (?:[A-Z]|an? (?:spokes|post|statement)))) [^()]{2,40}\)$"
)
_POINT = re.compile(r"(?:(?<=^)|(?<=[;,。 ]))\d\)")


def trimmed(passage: Passage, span: Span) -> Span | None:
    """Return a statement without what only leads in or out; None where hardly anything is left."""
    text = passage.text
    start, end = span
    while start < end and text[start] in " ,:\x1f-":
        start += 1
    start += _is_unclosed(text[start:end])
    joining = _joining(passage.chinese).search(text, max(start, end - 24), end)
    end = joining.start() if joining else end
    ends = passage.chinese and text[end : end + 1] in tuple("。!?") + tuple(_CLOSERS)  # no next speaker's words follow
    leads = None if ends else (_LEADS_ON if passage.chinese else _REPORTED_BY).search(text, max(start, end - 110), end)
    end = leads.start() if leads else end
    while end > start and text[end - 1] in _TRAILING and not text.endswith("U.S.", start, end):
        end -= 1
    end = start + _unclosed(text[start:end])
    while text[end - 1 : end] in _CLOSERS and text.count(_CLOSERS[text[end - 1]], start, end) == 0:
        end -= 1
    return Span(start, end) if end - start >= _LEAST[passage.chinese] else None


def _is_unclosed(text: str) -> bool:
    """Whether a text begins with a mark that nothing in it closes: `"Demand is strong, said Lee`."""
    closes = {'"': '"', "“": "”", "「": "」", "『": "』"}.get(text[:1])
    return closes is not None and closes not in text[1:]


@cache
def _joining(chinese: bool) -> re.Pattern[str]:
    """Return the pattern of words that only lead on to the next speaker or quotation."""
    if chinese:
        return re.compile(
            rf"[,;。\s]+(?:{'|'.join(words('speech')['joining']['zh'])}|而|但|即|称|对此){{0,3}}[,;:。\s]*$"
        )
    return re.compile(
        r"(?:(?<!U\.S)\.|[,;\s-])*(?:\b(?:and|but|(?<!\ba )while|though|although|whereas|that|adding|saying|noting|as|because|with|a|the|an|to)\b[\s,:]*)*$"
    )


def _unclosed(text: str) -> int:
    """Return where a text closes a bracket that it did not open; its length where it does not. `1)` opens a point."""
    depth = 0
    for i, character in enumerate(_POINT.sub("..", text)):
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return i
    return len(text)

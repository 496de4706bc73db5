"""Text cut into sentences, each under its headings, those of the title marked."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.corpus.beginnings import sought
from generator.corpus.torn import CJK, MARK
from generator.extraction.frozen import frozen

_BREAK = sought(
    rf"(?P<stop>(?:[。!?;】]|(?<=[^A-Z\d\s.][a-z\d%)\"'”])\.(?=(?:\s+(?:-\s+)?|-\s+)[\"“'(]?[A-ZÀ-ÖØ-ÞŠŽČŁ0-9一-鿿$€£¥])|(?<=[^A-Z\d\s.][a-z\d%)])\.(?=[\"”]\s+[A-Z])|(?<=[A-Z]{{3}})\.(?=\s+[\"“][A-Z])|(?<=[\d%)A-Z])\.(?=(?:\s+(?:-\s+)?|-\s+)(?:[A-ZÀ-ÖØ-ÞŠŽČŁ一-鿿]|[2-6]G\s))|(?<=[\w%)])\.(?=\s+(?:[1-4][QH](?:FY)?(?:20)?\d\d|9M(?:20)?\d\d|20[2-4]\dE)\b)|(?<=[A-Z]\))\.(?=\s+[0-9$€£¥])|(?<=\d[mkbx])\.(?=\s+[\"“'(]?[A-Z])|(?<=[a-z\d%)\"'”])\.(?=\s+(?:i(?:Phone|Pad|Mac|OS|Cloud|Qiyi|QIYI)|eBay|xAI|vivo|realme|iQOO|itel|firefly)s?\b)|(?<=[YQyq]/[YQyq]|[YQ]o[YQ])\.(?=\s+[A-Z0-9$€£¥])|(?<=[A-Z]{{2}}s)\.(?=\s+[\"“'(]?[A-Z0-9$€£¥])|(?:(?<=[a-z/][a-z]{{2}})|(?<=[A-Za-z\d,.$]\d)|(?<=[a-z\d][%)]))\.(?=[\"“]?(?!(?:Com|Org|Js|Io|Ai)\b)[A-Z][a-z]*(?:[\s:,]|'s\s|-[a-zA-Z]))|:(?=\s?-\s+[A-Z])|(?<=[{CJK}])\.(?!\d|下同|(?:US|HK|S[HSZ]|OQ|O|N|TW|KS|T)(?![A-Za-z])|[〇零一二三四五六七八九]{{1,4}}[兆亿万千百成倍%元美港]))[”」』\"')）]*{MARK}*)"
    rf"|(?P<mark>{MARK}+(?!\s?[,、{MARK}])\.?)|(?P<line>\n+)|(?P<dash>\s-\s(?=[A-Z“\"一-鿿]|[1-4][QH](?:20)?\d\d\b|(?<=[%{CJK})] - )20\d\d年)|(?<=[{CJK}])-\s(?!(?<=[万亿]- )\d[\d.]*[万亿])(?=[A-Z“\"一-鿿\d]))"
)
_SETS_BESIDE = re.compile(
    r"[^:\d\n]{5,160}\b(?:versus|vs\.?|against|compared (?:with|to)|relative to)\b[^:\n]{0,80}\b(?:expect\w*|estimates?|consensus|forecasts?)\b[^:\n]{0,80}: (?=\S)"
)  # `Here's how it did, compared with what analysts expected: Revenue: $35.1 billion vs. $33.2 billion` in one line: a header, and its list
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Inc|Corp|Ltd|Co|No|vs|incl|Jr|Sr|St|approx|Adj|adj|est|Est|exp|Exp|e\.g|i\.e|U\.S|U\.K|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Fig|Prof|Gen|Rep|Gov|Sen|Rs|Bros|(?<![/&])(?<!Model )(?<!Class )(?<!Series )(?<!Plan )[A-Z]))$"
)
# `€2.57bn (cons. €2.49bn)`: it ends a sentence where no amount follows
_BEFORE_AMOUNT = re.compile(r"\b(?:[Cc]ons|[Pp]rev)$")
_AN_AMOUNT = re.compile(r" (?:of |at )?[A-Za-z]{0,3}[$€£¥]?[\d-]")
# `Smartphone Business - Xiaomi's shipments …`: what stands before the dash is a heading, if it is short and capitalised.
_INLINE_HEADING = re.compile(
    r"(?:Group|Part|Section)? ?\d*:? ?(?:[A-Z&][\w&×/'-]*|and|of|the|for|in|[一-鿿、与和及]+|[一-鿿][一-鿿A-Za-z\d、&×+/()]*)(?: (?:[A-Z&×x][\w&×/'-]*,?|and|of|the|for|in|to|by|as|a|an|on|with|from|at|its|\d+)){0,8}$"
)
# `毛利率56% - 预计2025年净利润2264亿元`: in a Chinese digest a dash ends an item of a list
_ITEM = re.compile(rf"(?<=[{CJK}\d%)]) ?- [{CJK}\d]$")
_DASHES = re.compile(r"\s-\s(?=[A-Z])")
_ITEMS = 3  # dashes of a line that make it a digest: behind its heading, and between its items
_COUNTS = re.compile(r"\d")
_STATES = re.compile(r"\d(?:[万亿]|个?百分点)")  # what states an amount is no heading
_FIGURE = re.compile(r"\d(?:[万亿]|%|个?百分点|[美港欧日]?元|[辆台])")  # 1. 自由现金流35亿欧元: an item of a list
_NUMBERED = re.compile(r"(?:Group|Part|Section) \d+")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")
_CHINESE_HEADING = re.compile(r"(?:[一二三四五六七八九十]+、|[((]?[一二三四五六七八九十\d]+[))]|\d+[.、])")
_HAN = re.compile(rf"[{CJK}]")
_LONGEST = 1200  # characters of a sentence: what goes on without a stop is cut, so that time grows as the text does
_PAUSES = (re.compile(r".*[,;、:)](?!\d)", re.S), re.compile(r".*\s", re.S))  # the last one before the limit
_HEADING = 60  # characters: what stands before a dash and is longer is no heading
_NEAR = 12  # characters around a semicolon, of which one tells that the text is Chinese
_OPENING = 4  # sentences, among which those of the title are
# 【英伟达Q3营收570亿美元 数据中心营收512亿美元】英伟达第三财季营收…: the headline of what follows it in its line
_HEADLINE = re.compile(r"\s*【[^【】\n]{10,80}")
_SET_IN = re.compile(r"[ \n\x1f]*(?:\|[ |]*[·•●▪■◆○*–-] \| )?")
_STOPS = re.compile(r"[.。;!?\x1f][\"'”’」』]{0,3}\Z")
_SITE = 30  # characters that may stand behind a title in its line
_SHORT = 40  # characters: a line without a stop that is no longer is a heading


@frozen
class Sentence:
    """One sentence, as offsets into the folded text. `paragraph` numbers the lines; `heading` is what stands above."""

    start: int
    end: int
    paragraph: int
    heading: str
    title: bool = False
    is_heading: bool = False


def stops(text: str, sentence: Sentence) -> bool:
    """Whether a sentence ends with a stop, which quotation marks may close: “云业务可恢复增长。”."""
    return _STOPS.search(text, max(sentence.start, sentence.end - 4), sentence.end) is not None


def sentences_of(text: str, start: int, end: int, paragraph: int) -> list[Sentence]:
    """Return the sentences of a stretch, each under the heading that stands before it; `paragraph` is the first one's number."""
    found: list[Sentence] = []
    heading, at = "", start
    for stop in _BREAK.finditer(text, start, end):
        if stop.start() < at or (stop["stop"] and _within(text, at, stop.start())):
            continue
        if stop["dash"]:
            piece = text[max(at, stop.start() - 2 * _HEADING) : stop.start()].strip()
            if _is_inline_heading(piece):
                heading = piece
                found.append(Sentence(at, stop.start(), paragraph, "", is_heading=True))
                at = stop.end()
                paragraph += 1
            elif at == stop.start() or not piece:
                at = stop.end()
                paragraph += 1
            elif _ITEM.search(text, max(at, stop.start() - 2), stop.end() + 1):
                heading = _close(text, at, stop.start(), paragraph, heading, found, line=False)
                at = stop.end()
                paragraph += 1
            elif heading and _in_digest(text, at, stop.start(), stop.end()):
                heading = _close(text, at, stop.start(), paragraph, heading, found, line=False)
                at = stop.end()
            continue
        closing = stop.start() if stop["line"] else stop.end()
        heading = _close(text, at, closing, paragraph, heading, found, line=bool(stop["line"]))
        at = stop.end()
        paragraph += bool(stop["line"])
    _close(text, at, end, paragraph, heading, found, line=True)
    return found


def _in_digest(text: str, at: int, stop: int, end: int) -> bool:
    """Whether a dash ends an item of an English digest: `Core Insights - Revenue reached RMB 113 billion - Shipments stood at 43 million`."""
    line = text.find("\n", end)
    low, high = (
        max(text.rfind("\n", 0, stop) + 1, stop - _LONGEST),
        min(line if line >= 0 else len(text), end + _LONGEST),
    )
    several = len(_DASHES.findall(text, low, high)) >= _ITEMS
    return several and text[end - 1] == " " and bool(_COUNTS.search(text, at, stop)) and text[at:stop].isascii()


def _close(text: str, start: int, end: int, paragraph: int, heading: str, found: list[Sentence], line: bool) -> str:
    """Add the sentence from `start` to `end`; return the heading that stands over the next one."""
    piece = text[start:end].strip(" \n\x1f")
    if not piece:
        return heading
    if not found or found[-1].paragraph != paragraph:
        set_in = _SET_IN.match(text, start, end)  # `    The company`, `| · | The company`: indented, or an item in bars
        start = set_in.end() if set_in else start
    if marked := _MARKDOWN_HEADING.match(piece):
        found.append(Sentence(start, end, paragraph, "", is_heading=True))
        return piece[marked.end() :]
    alone = line and (not found or found[-1].paragraph != paragraph)
    numbered = alone and len(piece) <= _SHORT and _CHINESE_HEADING.match(piece)
    if numbered and not (re.search(r"[,。!?;]", piece[4:]) or _FIGURE.search(piece)):
        found.append(Sentence(start, end, paragraph, "", is_heading=True))
        return piece
    header = _SETS_BESIDE.match(text, start, min(end, start + _LONGEST)) if ": " in piece else None
    if header is not None:
        found.append(Sentence(start, header.end(), paragraph, heading))
        start = header.end()
    while end - start > _LONGEST:
        at = _pause(text, start + _LONGEST // 2, start + _LONGEST)
        found.append(Sentence(start, at, paragraph, heading))
        start = at
    found.append(Sentence(start, end, paragraph, heading))
    return heading


def _pause(text: str, low: int, high: int) -> int:
    """Return where a text that does not stop pauses last: after a comma, else a blank, else anywhere."""
    pauses = (pattern.match(text, low, high) for pattern in _PAUSES)
    return next((pause.end() for pause in pauses if pause), high)


def _is_inline_heading(piece: str) -> bool:
    return (
        len(piece) <= _HEADING
        and bool(_INLINE_HEADING.fullmatch(piece))
        and not piece.endswith("年")  # 2024年 - 2026年
        and (not piece[-1:].isdigit() or bool(_NUMBERED.fullmatch(piece)))
        and not _STATES.search(piece)
    )


def _within(text: str, start: int, stop: int) -> bool:
    """Whether a stop ends no sentence: the point of an abbreviation, the semicolon of `(+37%; consensus: $2.06B)`."""
    if text[stop : stop + 1] == "】":
        return not _HEADLINE.fullmatch(text, start, stop)
    if text[stop : stop + 1] == ";":
        if not _HAN.search(text, max(start, stop - _NEAR), stop + _NEAR):
            return True  # in English it divides clauses, not sentences
        return text.count("(", start, stop) > text.count(")", start, stop)
    return abbreviated(text, start, stop)


def abbreviated(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` only ends an abbreviation: Inc., U.S., an initial."""
    if text[stop : stop + 1] != ".":
        return False
    before = text[max(start, stop - 8) : stop]
    return bool(_ABBREVIATED.search(before) or (_BEFORE_AMOUNT.search(before) and _AN_AMOUNT.match(text, stop + 1)))


def with_title(found: list[Sentence], text: str, title: str) -> list[Sentence]:
    """Mark the sentences of the title, where the text opens with it: one after another, from its beginning."""
    at = 0
    for i, sentence in enumerate(found[:_OPENING]):
        piece = text[sentence.start : sentence.end].strip(" #\n")
        if piece and (title.startswith(piece, at) or _is_title_line(text, sentence, piece, title)):
            found[i] = replace(sentence, title=True)
            at = len(title) - len(title[at + len(piece) :].lstrip())
    return found


def _is_title_line(text: str, sentence: Sentence, piece: str, title: str) -> bool:
    """Whether a line holds the title, and behind it no more than whose page it is on: `… - Reuters`."""
    line = text.startswith("\n", sentence.end) and piece[-1:] not in ".!?;。!?;"
    return line and bool(title) and piece.startswith(title) and len(piece) <= len(title) + _SITE

"""Page furniture: lines that a page sets between its paragraphs, and that tell nothing: `Advertisement`, `Read more: …`, 图源:视觉中国."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.captions import is_caption
from generator.extraction.doubts.linked import LINKED_EN, LINKED_ZH
from generator.extraction.teasers import HEADS_OTHERS

_LONGEST = 90  # characters of a line
_LONGEST_CAPTION = 300
_WORD = r"(?: [\w'&,:.-]+){0,10}"
_EN = (
    r"advertisements?|adverti[sz]ing|sponsored|ad|\[?(?:this )?(?:story|article|content) continues below(?: (?:this )?(?:advertisement|ad|video))?|story continues|article continues(?: after)? (?:below )?(?:this )?advertisement|continue reading(?: below)?|scroll (?:down )?to continue"
    rf"|(?:sign up|subscribe|register|log in|sign in|download|click here|tap here|click to|join us|follow us|follow [a-z]+ on|get (?:the|our) (?:latest|best|free|app)|stay (?:informed|up to date)|enter your email|thank you for|listen to this|share (?:this|on|via)|save (?:this|article)|add (?:us|[a-z]+) (?:as|on|to)|back to top|skip to|view (?:all )?comments|leave a comment|jump to){_WORD}"
    rf"|[(\[]?(?:(?:image|photo|picture|illustration|chart|graphic|video)s?(?: (?:source|credit|courtesy|by|via))?(?:: ?| (?=by |via |courtesy |credit ))|(?:file|stock|handout) (?:photo|image|picture)|(?:source|credit|via): (?=getty|reuters|afp|bloomberg|unsplash|shutterstock|xinhua|vcg|company)|getty images|reuters/|©){_WORD}[)\]]?"
    r"|loading|newsletter|linkedin|whatsapp|copy link|\[?photo/[\w ]+"
)
_ZH = (
    "广告|[(\\[【]?(?:图片?|照片|题图|封面|配图|视频|插图)(?:来源|源|/|来自|提供|由|:)[^。,;!?]{0,24}|资料图片?[^。,;!?]{0,12}|[(\\[【](?:图|图片|照片)[^。!?]{1,24}|点击(?:查看|进入|阅读|下载|展开|关注|订阅|上方|下方|这里)[^。!?]{0,24}"
    "|(?:扫码|长按|扫描)[^。!?]{0,24}|(?:责任|责|值班|编辑|文字|校对|审核|初审|终审|美|版面)?编(?:辑)?[:/]\\s?[^。!?]{1,16}|(?:展开|阅读|查看)(?:全文|原文|更多)|分享(?:到|至|给)[^。!?]{0,20}|返回[^。!?]{0,10}|下载[^。!?]{0,12}(?:APP|App|客户端)[^。!?]{0,12}|(?:关注|订阅)(?:我们|公众号|微信)[^。!?]{0,16}|点赞|打印|字号|加载中"
)
_FURNITURE = re.compile(rf"\W{{0,6}}(?:(?i:{_EN})|{_ZH})\W{{0,6}}")
_LINE = re.compile(rf"(?<![^\n])(?P<line>[^\n]{{2,{_LONGEST_CAPTION}}})(?:\n+|\Z)")
# `10:32 AM ET — Xpeng said`, 【10:32】小鹏: when a live page set a paragraph
_STAMP = re.compile(
    r"(?<![^\n])[ \t]{0,4}(?:[•*>-] )?[\[(【]?(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: (?:E[DS]?T|P[DS]?T|GMT|UTC|BST|CES?T|HKT|SGT))?[\])】]?[ \t]{0,2}(?:[—–|:-][ \t]{0,2})?(?=[^\W\d_])"
)
_TELLS = re.compile(r"\d|[一二三四五六七八九十两]成|翻[一倍番]")


def furniture(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that tell nothing, with their breaks, and the times of day before those that tell something; of what holds a number only the captions of pictures are among them."""
    for found in _LINE.finditer(text):
        if is_furniture(found["line"]) or is_caption(found["line"]):
            yield found.span()
    yield from (stamp.span() for stamp in _STAMP.finditer(text))


def is_furniture(line: str) -> bool:
    """Whether a line tells nothing."""
    return (
        len(line) <= _LONGEST
        and not _TELLS.search(line)
        and bool(_FURNITURE.fullmatch(line) or _points_elsewhere(line))
    )


def _points_elsewhere(line: str) -> bool:
    """Whether a line gives the headline of another text: `Read more: Why Rivian cuts prices`; 延伸阅读 alone stands over several."""
    if HEADS_OTHERS.fullmatch(line):
        return False
    return bool(LINKED_EN.match(line) or LINKED_ZH.match(line.lstrip(" >*•-")))

"""Captions of pictures between paragraphs: `Tim Cook at the launch in May. Photo: Getty Images`, 雷军在发布会上。图源:视觉中国."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.beginnings import sought

_LONGEST = 240  # characters of a line
_AGENCIES = r"(?:Getty(?: Images)?|Reuters|REUTERS|AFP|AP|EPA|Bloomberg|Xinhua|VCG|Shutterstock|Unsplash|Alamy|Imago|CNBC|Weibo|Handout|PA)"
_PICTURE = r"(?:Photo(?:graph)?|Image|Picture|Illustration|Pic)s?"
# Who took a picture, behind what it shows.
_CREDIT = sought(
    rf"(?:[(\[|/—–.!?]|(?<=\s)-) ?(?:{_PICTURE}(?: (?:[Cc]redit|[Ss]ource|[Cc]ourtesy))?(?::| by | via | courtesy of | from | taken by ) ?[^.\n]{{2,60}}|(?:[Cc]redit|[Ss]ource|[Vv]ia|[Cc]ourtesy(?: of)?):? {_AGENCIES}[^.\n]{{0,30}}|(?:File|Stock|Handout|Courtesy|{_AGENCIES}) ?[Pp](?:hoto|icture)[^.\n]{{0,30}}|{_AGENCIES} ?[/|] ?[^.\n]{{2,40}}|[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){{0,3}} ?[/|:] ?{_AGENCIES}(?:[ /:][^.\n]{{2,40}})?|{_AGENCIES})[)\]]?\.?[\s*_]*$"
    r"|[(\[。,;/|\s]\s?(?:图|图片|照片|配图|摄影|摄|图源|资料图|制图)(?:来源|源|自|提供|由)?[:/|]\s?[^。!?\n]{2,24}[)\]]?。?[\s*_]*$"
    r"|[(\[。,;/|\s]\s?(?:(?:本报|本刊|资料|网络|官方|视觉中国|新华社|路透社?|法新社?|中新社|东方IC|IC)(?:资料)?(?:图片?|照片|供图|图)|(?:视觉中国|路透社|法新社)|(?:本报)?(?:记者)?[一-鿿]{2,4}(?:摄影?|翻摄|供图))[)\]]?。?[\s*_]*$"
)
# What somebody is said to say below a picture is read as elsewhere.
_SAYS = re.compile(
    r"[“”\"「」『』]|\b(?:says?|said|told|added|adds|warned|warns|according)\b|表示|称|指出|认为|强调|透露|坦言|(?<!法)说(?!明会|明书)|回应"
)
_LINE = re.compile(rf"(?<![^\n])(?P<line>[^\n]{{8,{_LONGEST}}})(?:\n+|\Z)")


def captions(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that only say whom a picture shows, with their breaks."""
    yield from (found.span() for found in _LINE.finditer(text) if is_caption(found["line"]))


def is_caption(line: str) -> bool:
    """Whether a line says what a picture shows, and who took it, and quotes nobody."""
    return bool(_CREDIT.search(line)) and not _SAYS.search(line)

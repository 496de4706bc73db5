"""Lines of a page that only point elsewhere or caption a picture: what they speak of, the text around them does not."""

from __future__ import annotations

import re

from generator.extraction.doubts.linked import ELSEWHERE, LINKED_EN
from generator.extraction.figure import Figure
from generator.extraction.frozen import replace
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence

# `Related stories`, 热门推荐: a line of its own, over the headlines of other texts
HEADS_OTHERS = re.compile(
    r"[\s#*•>+–-]*(?:(?i:related (?:stories|articles?|news|coverage|content|posts|links|reading|topics)|more (?:stories|news|articles|from [\w .]{2,30}|on [\w .]{2,30}|like this)|(?:read|up) next|recommended(?: (?:stories|for you|reading|articles))?"
    r"|(?:most (?:read|popular|viewed)|trending)(?: (?:now|stories|news|posts|articles|in [\w .]{2,30}))?|(?:popular|latest|top|other|recent) (?:stories|news|posts|articles|headlines)|you (?:may|might) also (?:like|be interested in)|don't miss|editors?'? picks?|in case you missed it|further reading|around the web|what to read next)"
    "|(?:热门|相关|推荐|延伸|精彩|更多|最新|扩展|拓展|其他|编辑)(?:推荐|阅读|新闻|文章|资讯|报道|内容|精选|链接|话题|专题|精彩)|猜你(?:喜欢|想看)|大家都在看|为你推荐|你可能(?:还|也|会|感兴趣)[^。,\n]{0,8}|更多>+)[\\s:*»>]*"
)
_HEADLINE = 140  # characters: a longer line is no headline, but tells something
_STOPS = re.compile(r"[.。!！”]\s*$")


class Teasers:
    """Follows a document's sentences from line to line; what goes on in a teaser's line is of it, and so are the lines of a section of them."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._line = -1  # the last one that opened as a teaser does, or stands in a section of them
        self._seen = -1
        self._within = False

    def holds(self, sentence: Sentence) -> bool:
        """Whether a sentence stands in a line that opens as a teaser does, or under `Related stories`."""
        if sentence.paragraph != self._seen:
            self._seen = sentence.paragraph
            if self._opens(sentence):
                self._line = sentence.paragraph
        return sentence.paragraph == self._line

    def _opens(self, sentence: Sentence) -> bool:
        low = self._text.rfind("\n", 0, sentence.start) + 1
        end = self._text.find("\n", sentence.start)
        line = self._text[low : end if end >= 0 else len(self._text)]
        if HEADS_OTHERS.fullmatch(line):
            self._within = True
        elif self._within:
            self._within = len(line) <= _HEADLINE and not _STOPS.search(line)
        return self._within or bool(LINKED_EN.match(line))


def in_doubt(figures: list[Figure]) -> list[Figure]:
    """Return the figures of a teaser, of which nobody knows from when they are."""
    return [replace(f, doubt=f.doubt or ELSEWHERE) if f.metric else f for f in figures]

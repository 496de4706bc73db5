"""What only joins a sentence to the text around it: `Meanwhile, the company's revenue rose` is read as `The company's revenue rose`."""

from __future__ import annotations

import re
from functools import cached_property

from generator.corpus.cleaning import Folded
from generator.corpus.document import Span
from generator.extraction.frozen import replace
from generator.extraction.openers_zh import OPENER_ZH
from generator.extraction.phrases import Meaning, Phrases, Sightings
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence

_JOINS = (
    r"Meanwhile|However|Moreover|Furthermore|Additionally|Besides|Notably|Importantly|Interestingly|Impressively|Remarkably|Encouragingly|Surprisingly|Unsurprisingly"
    r"|Specifically|Indeed|Still|Nevertheless|Nonetheless|Conversely|Similarly|Likewise|Consequently|Accordingly|Thus|Therefore|Hence|Also|Further|Separately|Finally|Lastly|Even so|That said|Of note|As such|In turn|As expected"
    r"|In (?:addition|particular|fact|short)|(?:By|In) contrast(?!, [A-Z][\w.]*(?:['’]s| (?!rival|peer|competitor)[a-z]))|On the (?:other hand|flip side|plus side|downside|bright side)|At the same time|As a result|For (?:its|their) part|Last but not least|As for the numbers|Looking at the numbers"
)
# a paper that is named no closer: what a tracker's or a broker's says is theirs
_PAPER = (
    r"(?:the|its|their|an?) (?:(?:company|group|firm|[a-z]*maker|giant)['’]s )?(?:(?:latest|new|official|regulatory|exchange|stock|securities|quarterly|annual|interim|financial|earnings|results|unaudited|preliminary|press) ){0,3}"
    r"(?:filing|report|statement|release|announcement|disclosure|document|presentation|results|data|figures|accounts)(?: (?:(?:released|published|issued|filed) )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
)
_SHOWS = r"(?:also )?(?:showed|shows?|said|says?|revealed|reveals?|indicated|indicates?|stated|noted|added|disclosed)"
_OPENER = re.compile(
    rf"\s*(?:(?:But|And) (?=[a-z]))?(?:(?:{_JOINS}|(?:According to|In) {_PAPER}|According to the (?:company|group|firm|[a-z]*maker)), |(?i:{_PAPER}) {_SHOWS} that )?(?<=[a-z,] )(?=\S)"
)
_SMALL = re.compile(r"[a-z]+\b(?!['’]?[A-Z])")


class PlainReading(Reading):
    """A reading whose sentences begin with what they state; offsets are those of the text it was made from."""

    def __init__(self, source: Reading) -> None:
        super().__init__(source.document)
        self._source = source

    @property
    def folded(self) -> Folded:
        """The whole document made uniform."""
        return self._source.folded

    def seen(self, phrases: Phrases[Meaning]) -> Sightings[Meaning]:
        """Return where an index's phrases stand in the text."""
        return self._source.seen(phrases)

    @cached_property
    def _openers(self) -> dict[int, int]:
        """Where sentences begin without their openers, and where with them."""
        text = self._source.text
        opening = ((s, (text, s.start, s.end)) for s in self._source.sentences)
        openers = ((s, _OPENER.match(*where) or OPENER_ZH.match(*where)) for s, where in opening)
        return {opener.end(): sentence.start for sentence, opener in openers if opener and opener[0].strip()}

    @cached_property
    def text(self) -> str:
        """The folded text, with blanks for the openers, and a capital after them."""
        text = self._source.text
        pieces, at = [], 0
        for end, start in self._openers.items():
            small = _SMALL.match(text, end)
            pieces += [text[at:start], " " * (end - start), text[end].upper() if small else text[end]]
            at = end + 1
        return "".join((*pieces, text[at:]))

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Sentences of the readable parts, without their openers."""
        begins = {start: end for end, start in self._openers.items()}
        return [replace(s, start=begins.get(s.start, s.start)) for s in self._source.sentences]

    def whole(self, sentence: Sentence) -> Span:
        """Return the original's span of a sentence, its opener included."""
        return self._source.span(self._openers.get(sentence.start, sentence.start), sentence.end)

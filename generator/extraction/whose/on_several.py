"""Whether a text whose title names more than one company is on more than one: `margin beats Tesla's`, over paragraphs that are all on BYD, is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence

# ■小鹏:月增年减, 【零跑】: lines that head what is told of one company each
_MARKED = re.compile(r"\s*[■●▍◆▪【▎▌◎○★]\s*[一-鿿]{0,4}$")
_ENDS = re.compile(r"(?:汽车|集团|公司)?(?:[:】]|\s*$)")
_STATES = re.compile(r"\d[\d.,]*[万亿%辆元]")
_FEWEST = 4  # paragraphs: fewer do not tell what a text is on


def on_several(reading: Reading, names: Names, titled: Sequence[str], strangers: Sequence[EntityMention]) -> bool:
    """Whether a title names more than one company, and paragraphs of the text open with more than one of them."""
    if len(_heads(reading, names)) > 1:
        return True
    if len(titled) < 2:
        return False
    first = list(_first_sentences(reading))
    opened = {company for sentence in first if (company := _opens_with(reading, sentence, names, strangers))}
    return len(first) < _FEWEST or len(opened.intersection(titled)) != 1


def _first_sentences(reading: Reading) -> Iterator[Sentence]:
    """Yield the sentences that paragraphs open with, the title's left out."""
    paragraph = -1
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph and not sentence.title:
            yield sentence
        paragraph = sentence.paragraph


def _opens_with(reading: Reading, sentence: Sentence, names: Names, strangers: Sequence[EntityMention]) -> str | None:
    """Return the company that a sentence names first."""
    kinds = names.catalogue.companies
    listed = (e for e in names.entities_in(reading, sentence.start, sentence.end) if kinds[e.entity].kind == "company")
    others = (e for e in strangers if sentence.start <= e.start < sentence.end)
    first = min((*listed, *others), key=lambda e: e.start, default=None)
    return first.entity if first else None


def _heads(reading: Reading, names: Names) -> set[str]:
    """Return the companies that marked lines without an amount head what is told of: ■小鹏:月增年减."""
    found = set()
    for sentence in reading.sentences:
        low, high = sentence.start, sentence.end
        if sentence.title or not reading.is_line(sentence) or _STATES.search(reading.text, low, high):
            continue
        named = [
            e for e in names.entities_in(reading, low, high) if names.catalogue.company_kind(e.entity) == "company"
        ]
        lead = reading.text[low : named[0].start] if named else ""
        if len(named) == 1 and _MARKED.fullmatch(lead) and _ENDS.match(reading.text, named[0].end):
            found.add(named[0].entity)
    return found

"""The words between two marks: how long they are, whether they are a clause or a statement by themselves, what leads to them."""

from __future__ import annotations

import re

from generator.extraction.quotes.passage import MASK, Passage
from generator.extraction.quotes.quotation import Quotation
from generator.extraction.quotes.speech import verbs

_HAN = re.compile("[\u3400-\u9fff]")
# could result in a “gross margin drag”, described the call as “dry but useful”
_TERM = re.compile(r"\b(?:an?|the|its|their|his|her|so-called|as) $")
_SENTENCE = 18  # Chinese characters
_FEW = 10  # words
_REMARK, _REMARK_ZH = 5, 8  # words, characters
_ON = re.compile(
    r" (?:for|of|in|on|at|to|by|with|from|about|against|over|that|than|and|or|is|are|was|were|will|would|has|have|had|could|can|may|should|must|through|into|under|after|before)\b"
)
_PREDICATE = re.compile(r"(?:has|have|had|is|are|was|were|will|would|can|could|may|might|should|must|does|did)\b")
_LONG = 30  # words
_SUBJECT_AND = re.compile(
    r"\w (?:has|have|had|is|are|was|were|will|would|can|could|may|might|should|must|does|did|gets?|remains?|got|needs?|wants?|'s) $"
)
_ON_AND_ON = re.compile(
    r",? (?:but|and|so|yet|while|though|although|which|as|because|since|if|unless|until|even|with|in|on|for|to|of|at|by) [a-z]"
)
_ARTICLE = re.compile(r"\b(?:its|his|her|their|our|the|an?) $")
_WORD = re.compile(r"[A-Za-z0-9]+(?:['’.,-][A-Za-z0-9]+)*")


_BY_NOBODY = re.compile(
    r",? (?:(?:he|she) (?:also |later |then )?[a-z]+(?:ed|s|aid|ote|old)|[a-z]+ (?:another|others|some|many)|(?:another|others|some|many) [a-z]+(?:ed|s|aid|ote|old)|[a-z]+ (?:an?|one|another) [a-z-]+|(?:an?|one|another) [a-z-]+(?: [a-z-]+){0,4}? [a-z]+(?:ed|s|aid|ote|old))(?=[ .,;])"
)


_BY_PRONOUN = re.compile(r",? (?:he|she|they|it|one) (?:also |later |then )?[a-z]+(?:ed|s|aid|ote|old)(?=[ .,;])")


def lead_to(passage: Passage, quotation: Quotation) -> str:
    """Return what stands right before a quotation's mark."""
    return passage.outside[max(passage.start, quotation.start - 4) : quotation.start - 1].rstrip()


def begins_clause(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation opens a clause: no word stands right before its mark."""
    lead = passage.outside[max(passage.start, quotation.start - 2) : quotation.start - 1]
    return lead.strip() in ("", *",;:。!?)\x1f-…—", MASK)


def ends_clause(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation is a clause by itself, not a term in one: no word follows its mark."""
    after = passage.outside[quotation.end + 1 : min(passage.end, quotation.end + 2)]
    return not after.strip() or after in ",。;!?…)\x1f." or passage.text[quotation.end - 1] in "。!?…"


def is_title(passage: Passage, quotation: Quotation) -> bool:
    """Whether English words in marks are capitalised as a title is."""
    long = [w for w in _WORD.findall(passage.text, quotation.start, quotation.end) if len(w) > 3]
    return len(long) > 1 and all(word[0].isupper() for word in long)


def count_words(passage: Passage, quotation: Quotation) -> int:
    """Return how many words in Latin letters a quotation holds."""
    return len(_WORD.findall(passage.text, quotation.start, quotation.end))


def is_long_enough(passage: Passage, quotation: Quotation, close: bool) -> bool:
    """Whether quoted words are long enough to be somebody's statement; less is a term in scare quotes."""
    quoted = passage.text[quotation.start : quotation.end].strip()  # “ It is slow. ”
    han = len(_HAN.findall(quoted))
    if han:
        sentence = close and quoted[-1:] in "。!?" and lead_to(passage, quotation).endswith(":")
        return han + len(_WORD.findall(quoted)) >= (2 if sentence else 4 if close else 6)
    count = len(_WORD.findall(quoted))
    if _TERM.search(passage.outside, max(passage.start, quotation.start - 12), quotation.start - 1):
        return count >= 8
    closed = quoted[-1:] in ",.!?" or passage.outside.startswith(",", quotation.end + 1)  # “It's simple”, she says
    if close and quoted[:1].isupper() and closed and begins_clause(passage, quotation):
        return count >= 2  # “Eventually, yes,” he said
    return count >= 3 if close and (quoted[:1].isupper() or quoted[-1:] in ".!?,") else count >= 4


def is_remark(passage: Passage, quotation: Quotation) -> bool:
    """Whether words in marks are enough to be somebody's, though no sentence: five, and not capitalised as a name is; eight Chinese ones."""
    if passage.chinese:
        return len(_HAN.findall(passage.text, quotation.start, quotation.end)) >= _REMARK_ZH
    return count_words(passage, quotation) >= _REMARK and not is_title(passage, quotation)


def is_own_statement(passage: Passage, quotation: Quotation) -> bool:
    """Whether Chinese words in marks are the close of a sentence: 即使如此,「…仍然重要。」, or speak of 我."""
    quoted = passage.text[quotation.start : quotation.end]
    if not passage.chinese or not begins_clause(passage, quotation):
        return False
    own = "我" in quoted or len(_HAN.findall(quoted)) >= _SENTENCE  # only a sentence is as long: …,“…”。
    return quoted[-1:] in "。!?…" or (own and ends_clause(passage, quotation))


def is_statement_within(passage: Passage, quotation: Quotation) -> bool:
    """Whether words in marks within a reported statement are a statement of their own, not a term."""
    quoted = passage.text[quotation.start : quotation.end]
    if not passage.chinese:
        if _TERM.search(passage.outside, max(passage.start, quotation.start - 12), quotation.start - 1):
            return False  # removed from the “Directory of … and the White Pages.”
        whole = quoted[:1].isupper() or lead_to(passage, quotation).endswith((",", ":", "hat"))
        return len(_WORD.findall(quoted)) >= (10 if whole else 14)
    han = len(_HAN.findall(quoted))
    free = begins_clause(passage, quotation) and ends_clause(passage, quotation)
    return (free and han >= 5) or han >= 16


def is_set_in(passage: Passage, quotation: Quotation, end: int) -> bool:
    """Whether English words in marks are set in a sentence that goes on up to an attribution: `It brings “much needed growth,” but margins will suffer, Lee said`."""
    led = passage.outside[max(passage.sentence(quotation.start).start, quotation.start - 8) : quotation.start - 1]
    small = passage.text[quotation.start].islower() and led.strip() and led.rstrip()[-1] not in f",:;.!?()-{MASK}"
    return bool(small and _ON_AND_ON.match(passage.outside, quotation.end + 1, end))


def is_fragment(passage: Passage, quotation: Quotation, only: bool) -> bool:
    """Whether English words in marks only end what is reported: `Orders are “growing by the day,” Lee said`.

    `only`: by whoever speaks behind them; else also by who speaks before: `She said orders grow “by the day,” but …`.
    """
    if passage.chinese or not (passage.text[quotation.start].islower() or passage.text[quotation.start].isdigit()):
        return False
    start = max(passage.sentence(quotation.start).start, quotation.start - 200)
    led = passage.outside[start : quotation.start - 1].rpartition(MASK)[2]
    if not led.rstrip() or led.rstrip()[-1] in ",:;.!?()-":
        return False
    *_, verb = (None, *verbs(led, 0, len(led), chinese=False))
    if only and verb:
        return False
    if not verb and _PREDICATE.match(passage.text, quotation.start):
        return True  # Fenwick's cash flow “has been sound from the start,” said Ann Lee
    if not verb and _SUBJECT_AND.search(led) and count_words(passage, quotation) < _LONG:
        return True  # Fenwick has “never had any doubt,” said Ann Lee
    if _ARTICLE.search(led):
        return True  # Fenwick has reached its “first stop, which was to …,” said Ann Lee
    words_before = len(_WORD.findall(led, verb.end if verb else 0))
    return words_before >= (2 if verb else 4) and count_words(passage, quotation) < 14


def is_fragment_of_clause(passage: Passage, quotation: Quotation) -> bool:
    """Whether a few English words in marks are set in a clause that goes on behind them."""
    if passage.text[quotation.end - 1] in ".!?":
        return False  # told the Journal that “we set a record.” He …
    return _is_few(passage, quotation) and not re.match(
        r"[.;]|$|\x1f|\n", passage.outside[quotation.end + 1 : passage.end].lstrip(" ,")[:1]
    )


def is_part_of_clause(passage: Passage, quotation: Quotation) -> bool:
    """Whether a few English words in marks begin a clause that goes on without marks: `“no one is to blame” for the collapse`.

    Or a name in marks: said that “Stars and Dungeons” had sold well.
    """
    return _is_few(passage, quotation) and bool(_ON.match(passage.outside, quotation.end + 1, passage.end))


def _is_few(passage: Passage, quotation: Quotation) -> bool:
    """Whether the words in marks are few, and no sentence: they begin with a small letter, or are a name."""
    named = passage.text[quotation.start].islower() or is_title(passage, quotation)
    return named and count_words(passage, quotation) < _FEW


def is_introduced_by_nobody(passage: Passage, quotation: Quotation) -> bool:
    """Whether a verb of saying leads to words whose speaker has no name: `One user complained, “…”`."""
    if not lead_to(passage, quotation).endswith((",", ":")):
        return False
    start = max(passage.start, quotation.start - 16)
    found = list(verbs(passage.outside, start, quotation.start, passage.chinese))
    return (
        bool(found)
        and found[-1].kind != "opinion"
        and not passage.outside[found[-1].end : quotation.start - 1].strip(" ,:")
    )


def is_followed_by_nobody(passage: Passage, quotation: Quotation) -> bool:
    """Whether a verb of saying behind English words has a subject without a name: `“…,” said a government spokesperson`."""
    end = quotation.end + 1
    followed = None if passage.chinese else _BY_NOBODY.match(passage.outside, end, min(passage.end, end + 90))
    return followed is not None and any(verbs(passage.outside, end, followed.end(), chinese=False))


def is_followed_by_pronoun(passage: Passage, quotation: Quotation) -> bool:
    """Whether `they wrote` stands right behind English words: whoever speaks further on does not speak them."""
    end = quotation.end + 1
    followed = _BY_PRONOUN.match(passage.outside, end, min(passage.end, end + 40))
    return followed is not None and any(verbs(passage.outside, end, followed.end(), chinese=False))

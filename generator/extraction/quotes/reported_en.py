"""The clause that an English sentence reports somebody to have said: `admitted they cannot deliver`, and no `noted the delay`."""

from __future__ import annotations

import re

from generator.corpus.document import Span
from generator.extraction.quotes.alike import is_only_alike
from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.main_clause_en import before_main_clause
from generator.extraction.quotes.passage import MASK, Passage
from generator.extraction.vocabulary import words

_ADDRESSEE = (
    r"(?:analysts|investors|reporters|journalists|employees|staff|shareholders|lawmakers|customers|clients|colleagues|workers|fans|viewers|readers|delegates|attendees|guests|regulators|executives|officials|listeners|him|her|me|us|them|"
    rf"(?:the )?(?:{'|'.join(words('speech')['outlets'])})(?: (?:News|TV|Television))?(?= )|"
    r"[a-z]+(?:s|ple)(?= (?:the|it|he|she|they|we|its|his|her|their|there|this|[A-Z]\w+) [a-z]+)|[a-z]+(?:s|ple)(?= (?:what|how|why|who|where|when|whether) )|"
    r"(?!(?:has|have|had|is|was|were|are|will|would)\b)(?:the |an? |its |his |her |your |our |this )?[\w'-]+(?: [\w'-]+){0,3}?(?= that | in | on | at | during | -|[,.:]|$)|(?:the )?[A-Z][\w.]*(?: (?:[A-Z][\w.]*|of|the|and|for)){0,8}(?= that)|(?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})"
)
_MONTH = r"(?:(?:late |early )?(?:in |last |this )(?:Jan|Febr)uary|(?:late |early )?(?:in |last |this )(?:March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber))(?: \d{4})?"
_DAY = (
    _MONTH
    + r"|(?:late |early )?(?:on |last )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+ning| afternoon| night)?|today|yesterday|(?:once |yet )?again(?: and again)?|once more|anew|(?:late |early |earlier )?(?:last|this) (?:week|month|year|quarter|spring|summer|autumn|fall|winter|morning|afternoon|evening)|earlier|later(?: (?:that|this|the same) (?:day|morning|afternoon|evening|night|week|month|year))?|(?:a few|several|two|three) (?:days|weeks|months) ago"
)
_PHRASE = (
    r"(?:in|on|at|during|to|via|after|by|through|for) (?:an? |the |its |his |her |this )?(?:[\w'&-]+ ){0,5}?"
    r"(?:statement|note|notes|call|calls|interview|post|report|filing|conference|release|email|letter|blog|investors|analysts|reporters|"
    r"clients|shareholders|(?:X|Weibo|LinkedIn|Twitter|Substack|Facebook)(?: (?:post|account))?|event|briefing|memo|meeting|month|week|year|quarter|day|announcement|speech|press|tweet|podcast|research)"
    r"(?: dated [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?"
)
PHRASES = rf"(?: (?:{_DAY}|{_PHRASE}))*"
_TOLD = rf"(?: {_ADDRESSEE})?{PHRASES}"
_SKIP = {told: re.compile(rf"{_TOLD if told else PHRASES}(?P<comma>,)?(?=\s|$|[:.,])") for told in (True, False)}
# said on his podcast that …; said onstage at the Post's conference in New York that …
_PLACE = r"(?:,? (?:(?:speaking|talking|writing) )?(?:on|in|at|during|via|through|to|with|for|after|before|following|from|by) (?:(?!(?:it|he|she|they|we|there) (?:is|are|was|were|has|have|had|will|would|can|could)\b)[\w'&/-]+ ){0,8}?[\w'&-]+(?: \(\d{4}\))?,?|(?: (?:\w+ly|onstage|backstage|there|here))?(?: (?:on|in|at|during|via|through)(?: (?!(?:that|who|which|so|such|than|and|but|or|is|are|was|were|has|have|had|will|would|can|could|may|might|[a-z]+ed)\b)[\w'&/.-]+){1,8}?){0,3},?)?"
# cautioned, however, that …
_INSERTED = r"(?:, (?:however|though|too|meanwhile|moreover|nevertheless|nonetheless|instead|again|still|in turn|[a-z]+ly|among (?:[a-z]+ ){1,2}things),)?"
_FEELING = r"(?: (?:concern|worr(?:y|ie)|fear|confidence|hope|optimism|regret|disappointment|surprise)s?)?"  # expressed concerns that …
_THAT = {
    told: re.compile(
        rf"{_FEELING}{_TOLD if told else PHRASES}(?:{_INSERTED}|{_PLACE},?) (?:that|how)(?=\s|, (?!(?:and|but|or|so|he|she|it|they)\b)[a-z])(?! (?:could|would|will|can|may|might|should|must|is|was|are|were|has|have|had|means?|meant|belong(?:s|ed)|owns|runs|shows|contains|includes) )"
    )
    for told in (True, False)
}
_BE_OR_HAVE = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could)\b"  # said the delay in May was worse than he had hoped
)
# said after the results it would close; told a conference in Munich the car would go on sale
_PLACED = re.compile(
    rf"(?: (?:an?|the)(?: (?!{_BE_OR_HAVE})[a-z-]+){{1,3}})??(?: (?:on|in|at|during|via|after|before|following|from) (?:(?!{_BE_OR_HAVE})[\w'&/-]+ ){{0,5}}?(?!than\b)[\w'&-]+){{1,3}}"
    r"(?= (?:(?:it|he|she|they|there|we)(?:'(?:s|re|d|ll|ve))? (?!in\b|on\b|at\b|to\b|as\b|for\b|with\b|by\b|[A-Z])\w|(?:the|its|his|her|their) [\w' -]{2,70}? (?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|expects?|plans?|does|did|do)\b))"
)
_ASIDE = re.compile(
    r"[^,;]{0,80}(?:, \d\d(?=,))?,(?P<apposition> (?i:who|which|an?|the|its|citing|chief|head|senior|vice|founder|co-founder|president|chairman|chairwoman|director|managing|analyst|economist|professor|partner)\b(?:[^,;]|(?<=\d),(?=\d)){2,120},(?!\d))?"
)
_TO_DO = re.compile(r"(?!(?:what|how|why|who|where|when|whether)\b)(?:[\w'-]+ ){1,7}?to [a-z]+\b")
TELLING = ("told", "tells", "telling", "assured", "reminded")
_NO_CLAUSE = re.compile(
    r"[,.;)-]|(?:(?:which|who) (?=(?:is|are|was|were|has|have|had|would|will|could|can)\b)|is|are|was|were|has|have|had|will|would|could|can|may|to|on|in|at|during|via|as|after|before|by|for|of|about|with|when|"
    r"something|while(?= (?:\w+ing|in|at|on|there|with|from|still)\b)|and|but|or|so|goodbye|hello|highly of|strongly about|thanks|thank|farewell|yes|no(?= to\b|[,.;]|$)|from|against|up|back|off|out|nothing|little)\b"
)
# a robot, which he warned investors would be dear: half a statement
_OF_WHICH = re.compile(r"\b(?:which|who|whom|what) $")  # nor 24 times what it thinks Xiaomi will earn
# claims the lead in phones; concluded a visit to China
_CLAIMING = ("claims", "claimed", "claiming", "concluded", "concludes")
# stressed what the company does for buyers, not `what matters is supply`
_WHAT = re.compile(r"what (?![^,;.]{3,60} (?:is|was|are|were) (?!being|going))")
_WRITING = ("wrote", "writes", "writing")
# replied “Interesting” to a post that called it a shame: words, and to what they were said
_WORDS_TO = re.compile(
    rf"{MASK}{{3,60}} (?:to (?:an?|the|one|his|her|its|their|another)|in (?:response|reply|answer) to) (?:(?!(?:is|was|are|were|has|had|will|would|could|can|remains?|[a-z]+ed)\b)[\w'’-]+ ){{0,4}}?(?!(?:is|was|are|were|has|had|will|would|could|can|remains?|[a-z]+ed)\b)[\w'’-]+(?= (?:that|who|which|about|from|asking|by|on)\b|[.,;]|$)"
)
_PIECE = re.compile(
    r"(?:an?|the|his|her|its|their|two|three|several|many|more) (?:[\w-]+ ){0,2}(?:letter|memo|note|e-?mail|book|post|column|message|blog|report|paper|piece|article|op-ed|essay)s?\b"
)  # wrote a letter to dealers: no statement
_ALONE = re.compile(
    r"(?:an?|the|his|her|its|their) [\w'-]+ (?:himself|herself|themselves|alone|together|in|on|at|with|for)\b(?![^.;]* (?:is|are|was|were|has|have|had|will|would|can|could|[a-z]+s)\b)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|does|did|do|now|(?:is|are|was|were|has|have|had|wo|ca|would|could|should|does|did|do)n't|"
    r"(?<!the )(?<!its )(?<!their )(?<!an )(?<!a )(?<!and )(?<!but )(?<!or )(?:[a-z]+ed|saw|made|took|set|sold|won|lost|grew|rose|fell) (?=an? |the |its |[A-Z]{0,3}[$€£¥]?\d)|"
    r"cannot|it|they|we|he|she|there|expects?|plans?|(?<!the )needs?|remains?|continues?|rose|fell|grew)\b|'(?:re|ll|d) "
)
_THE_PLAN = re.compile(r"\b(?:the|its|their|his|her|an?) plans?\b")  # explained the plan to the board: no verb
_TERM_IN_MARKS = re.compile(
    r"\b(?:an?|the|its|their|his|her|our|of|as|for|to|with|in|by|from|this|that|these|using|and) $"
)  # emphasised a strategy of using its “buying power”
_LISTED = re.compile(
    r"[\w'-]+(?: [\w'-]+){0,2}, (?!(?:where|which|who|whose|while|as|but|with|after|when|though|not|\w+ing)\b)"
)  # added retail, media and travel budgets are tight
_OPENS_CLAUSE = re.compile(
    r"the (?:company|group|firm|bank|[a-z]*maker) [a-z]+(?:s|ed) |(?:it|they|we|he|she|there)(?:'(?:s|re|d|ll|ve))? (?!in\b|on\b|at\b|to\b|as\b|for\b|with\b|by\b|[A-Z])\w+ [\w$€£¥]|(?:despite|although|if|unless|even) "
)
_CLAUSE_AT_ONCE = re.compile(
    rf"{PHRASES} (?=(?:the (?:company|group|firm|bank|union|agency|[a-z]*maker)|it|they|he|she|[A-Z][\w&]+(?: [A-Z][\w&]+)?[™®]?(?: \([^)\n]{{1,60}}\))?) "
    r"(?:is|are|was|were|will|would|has|had|plans|intends|can|could) )"
)


def reported_en(passage: Passage, sentence: Span, attribution: Attribution, end: int) -> Span | None:
    """Return the clause that an English attribution reports; None where a noun or nothing follows it."""
    outside = passage.outside
    window = min(end, attribution.end + 160)
    if attribution.verb.participle and outside[sentence.start : attribution.start].lstrip().startswith("With "):
        comma_at = outside.find(",", attribution.end, end)  # With Citi warning that costs rise, the shares fell.
        end = comma_at if comma_at >= 0 else end
    end = before_main_clause(passage, sentence, attribution, end)
    told = attribution.verb.word in TELLING
    opened = outside[attribution.end - 1] == ","  # At today's prices, Liu said, that goal means …
    that = None if opened else _THAT[told].match(outside, attribution.end, window)
    if that:
        return Span(that.end(), end)
    if attribution.verb.kind == "that":
        clause = _CLAUSE_AT_ONCE.match(outside, attribution.end, window)  # announced it is moving, vowed he would stay
        return Span(clause.end(), end) if clause else None
    if attribution.verb.kind == "according":
        comma = _ASIDE.match(outside, attribution.end, min(end, attribution.end + 260))
        aside = comma["apposition"] if comma else None
        if comma and aside and not aside.startswith((" who", " which")) and _FINITE.search(aside):
            return Span(comma.start("apposition"), end)  # According to Lee, a large part of it is new, …
        return Span(comma.end(), end) if comma else None
    skipped = _SKIP[told].match(outside, attribution.end, window)
    start = skipped.end() if skipped else attribution.end
    if skipped and skipped["comma"]:
        return None
    colon = re.compile(r"\s*:\s*").match(outside, start, end)
    placed = None if colon or skipped is None else _PLACED.match(outside, start, min(end, start + 200))
    start = placed.end() if placed else start
    rest = outside[colon.end() if colon else start : end].lstrip(" ")  # a mask counts as a blank otherwise
    if _is_no_clause(attribution, rest) or (attribution.verb.kind == "opinion" and is_only_alike(rest)):
        return None
    if _OF_WHICH.search(outside, max(sentence.start, attribution.start - 8), attribution.start):
        return None
    if not colon and (attribution.verb.kind == "nouns" or attribution.verb.word in _CLAIMING) and not _is_clause(rest):
        return None
    return Span(colon.end() if colon else start, end)


def _is_no_clause(attribution: Attribution, rest: str) -> bool:
    """Whether no clause follows: `said on Monday`, `wrote a letter`, `told the crowd of users to wait for May`."""
    if (
        _NO_CLAUSE.match(rest)
        or _WORDS_TO.match(rest)
        or (attribution.verb.word in _WRITING and (_PIECE.match(rest) or _ALONE.match(rest)))
    ):
        return True
    clause = re.split("[,:;.]", rest)[0].partition(" to whom")[0]
    return attribution.verb.word in TELLING and bool(_TO_DO.match(rest)) and not _FINITE.search(clause)


def _is_clause(rest: str) -> bool:
    """Whether a clause follows, not a noun: `admitted they cannot deliver`, `noted the brand “hit a low”`, not `noted the delay`."""
    if _WHAT.match(rest):
        return False
    rest = _THE_PLAN.sub("x ", rest)
    first = re.split("[;.]" if _LISTED.match(rest) else "[,;]", rest[:120])[0]
    said = MASK in first[:60] and not _TERM_IN_MARKS.search(first[: first.index(MASK)])
    return bool(_OPENS_CLAUSE.match(rest)) or said or bool(_FINITE.search(" ".join(first.split()[1:11])))

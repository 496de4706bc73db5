"""Indirect quotes: the clause that a sentence reports somebody to have said."""

from __future__ import annotations

import re

from generator.corpus.document import Span
from generator.extraction.quotes.alike import is_only_alike
from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.narrated import MAY_DO_SO, NARRATED, NARRATED_ZH, NO_STATEMENT
from generator.extraction.quotes.passage import MASK, Passage
from generator.extraction.quotes.trimming import trimmed
from generator.extraction.vocabulary import words

_LONGEST = 1200  # characters: no sentence reports so much
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
_PHRASES = rf"(?: (?:{_DAY}|{_PHRASE}))*"
_TOLD = rf"(?: {_ADDRESSEE})?{_PHRASES}"
_SKIP = {told: re.compile(rf"{_TOLD if told else _PHRASES}(?P<comma>,)?(?=\s|$|[:.,])") for told in (True, False)}
# said on his podcast that …; said onstage at the Post's conference in New York that …
_PLACE = r"(?:,? (?:(?:speaking|talking|writing) )?(?:on|in|at|during|via|through|to|with|for|after|before|following|from|by) (?:(?!(?:it|he|she|they|we|there) (?:is|are|was|were|has|have|had|will|would|can|could)\b)[\w'&/-]+ ){0,8}?[\w'&-]+(?: \(\d{4}\))?,?|(?: (?:\w+ly|onstage|backstage|there|here))?(?: (?:on|in|at|during|via|through)(?: (?!(?:that|who|which|so|such|than|and|but|or|is|are|was|were|has|have|had|will|would|can|could|may|might|[a-z]+ed)\b)[\w'&/.-]+){1,8}?){0,3},?)?"
# cautioned, however, that …
_INSERTED = r"(?:, (?:however|though|too|meanwhile|moreover|nevertheless|nonetheless|instead|again|still|in turn|[a-z]+ly|among (?:[a-z]+ ){1,2}things),)?"
_FEELING = r"(?: (?:concern|worr(?:y|ie)|fear|confidence|hope|optimism|doubt|regret|disappointment|surprise)s?)?"  # expressed concerns that …
_THAT = {
    told: re.compile(
        rf"{_FEELING}{_TOLD if told else _PHRASES}(?:{_INSERTED}|{_PLACE},?) (?:that|how)(?=\s|, (?!(?:and|but|or|so|he|she|it|they)\b)[a-z])(?! (?:could|would|will|can|may|might|should|must|is|was|are|were|has|have|had|means?|meant|belong(?:s|ed)|owns|runs|shows|contains|includes) )"
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
_THAT_AT_ONCE = re.compile(rf"{_PHRASES} that(?=\s)")  # posted on X that …; not apologized for the problems that …
_ASIDE = re.compile(
    r"[^,;]{0,80}(?:, \d\d(?=,))?,(?P<apposition> (?i:who|which|an?|the|its|citing|chief|head|senior|vice|founder|co-founder|president|chairman|chairwoman|director|managing|analyst|economist|professor|partner)\b(?:[^,;]|(?<=\d),(?=\d)){2,120},(?!\d))?"
)
_ORDER = re.compile(r" (?:(?:the|an?|his|her|its|their) )?(?:[\w'-]+ ){1,3}(?:not )?to [a-z]+\b")
_TO_DO = re.compile(r"(?!(?:what|how|why|who|where|when|whether)\b)(?:[\w'-]+ ){1,7}?to [a-z]+\b")
# Asked about the van, he told them: what leads to a statement is none
_ASKED_FIRST = re.compile(
    r"\s*(?:(?:When |Once |While )?(?:asked|pressed|questioned|quizzed)|Asked|Pressed|Questioned|Quizzed)\b[^,;]*,\s*"
)
_TELLING = ("told", "tells", "telling", "assured", "reminded")
_NO_CLAUSE = re.compile(
    r"[,.;)-]|(?:(?:which|who) (?=(?:is|are|was|were|has|have|had|would|will|could|can)\b)|is|are|was|were|has|have|had|will|would|could|can|may|to|on|in|at|during|via|as|after|before|by|for|of|about|with|when|"
    r"something|while(?= (?:\w+ing|in|at|on|there|with|from|still)\b)|and|but|or|so|goodbye|yes|no(?= to\b|[,.;]|$)|from|against|up|back|off|out|nothing|little)\b"
)
# a robot, which he warned investors would be dear: half a statement
_OF_WHICH = re.compile(r"\b(?:which|who|whom|what) $")  # nor 24 times what it thinks Xiaomi will earn
_CLAIMING = ("claims", "claimed", "claiming")  # claims the lead in phones
# stressed what the company does for buyers, not `what matters is supply`
_WHAT = re.compile(r"what (?![^,;.]{3,60} (?:is|was|are|were) (?!being|going))")
_WRITING = ("wrote", "writes", "writing")
_PIECE = re.compile(
    r"(?:an?|the|his|her|its|their|two|three|several|many|more) (?:[\w-]+ ){0,2}(?:letter|memo|note|e-?mail|book|post|column|message|blog|report|paper|piece|article|op-ed|essay)s?\b"
)  # wrote a letter to dealers: no statement
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|does|did|do|now|(?:is|are|was|were|has|have|had|wo|ca|would|could|should|does|did|do)n't|"
    r"(?<!the )(?<!its )(?<!their )(?<!an )(?<!a )(?<!and )(?<!but )(?<!or )(?:[a-z]+ed|saw|made|took|set|sold|won|lost|grew|rose|fell) (?=an? |the |its |[A-Z]{0,3}[$€£¥]?\d)|"
    r"cannot|it|they|we|he|she|there|expects?|plans?|(?<!the )needs?|remains?|continues?|rose|fell|grew)\b|'(?:re|ll|d) "
)
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
    rf"{_PHRASES} (?=(?:the (?:company|group|firm|bank|union|agency|[a-z]*maker)|it|they|he|she|[A-Z][\w&]+(?: [A-Z][\w&]+)?[™®]?(?: \([^)\n]{{1,60}}\))?) "
    r"(?:is|are|was|were|will|would|has|had|plans|intends|can|could) )"
)
_DATELINE = re.compile(
    r"(?:[A-Z][\w.,'/ ]{0,60})?\([A-Z][\w ]*\)(?: [A-Z][a-z]+\.? \d{1,2})? ?[–-]{1,2} ?"
    r"|[A-Z]{3,}(?:[ /][A-Z]{2,}){0,3}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? ?[–-]{1,2} "
    r"|[A-Z]{4,}: |[A-Z]{3,}(?: [A-Z]{3,}){1,2}: "
    r"|[A-Z][\w.' ]{1,30}, [A-Z][a-z]{2,8}\.? \d{1,2} \([A-Z][\w ]*\) "
)  # LISBON, May 4 (Harbour Wire) -
# Huang took the question himself: every gigawatt matters, he said.
_LED_BY_COLON = re.compile(
    r"[A-Z][^,.;:\x1e]{2,80}\b(?:himself|herself|question|questions|point|message|answer|subject|blunt|clear|emphatic|direct|frank|adamant|upbeat|cautious|optimistic|defiant|sanguine): "
)
_ALONE_IN_MARKS = re.compile(rf"{MASK}{{2,14}}[,;]")
_OF_WHAT_ZH = re.compile(
    "(?:谈[到及]|提[到及]|说起|就|针对)[^,。;:]{2,40}(?<!而言)(?<!来[说讲看]),(?:称(?![霸赞得为职号王雄道颂呼心])|说(?![到起明服法白不实穿真来])|(?:表示|指出|认为|直言|坦言|透露|强调)(?![的过]))[,:]?"
)  # 发文,谈到造车的难处,称…; not 谈到未来,称霸市场不是目标; 就小米而言,说到底还是要看产品
# 当雷军讲新车的时候,…; 雷军讲造车的时候,…: when it was, no statement; but 雷军说上市的时候,价格会公布
_WHILE = re.compile("[^,。;:\x1e]{1,14}(?:时候|之时|之际|当下|同时|一刻|[^同]时),")
_WHEN = re.compile("(?:当|就在|每次|正在)[^,。;:\x1e]{0,16}$")
_HOW = re.compile(r"得[^,。;:\x1e]{1,8}[,:]")
# 说得更白:…, 说得很清楚,…; not 讲得最多,卢伟冰坐在旁边
_CLEARLY = re.compile(
    r"得(?:[^,。;:\x1e]{1,8}(?=:)|[^,。;:\x1e]{0,4}(?:清楚|明白|直白|直接|干脆|坚决|坦率|肯定|明确|透彻|坦诚|实在|斩钉截铁)(?=,))"
)
_SOMEBODY_TOLD = re.compile(r"[^,。;:\x1e]{2,16}(?:[。!?]|$)")
_PAPER_TOLD = re.compile(r"《[^》]{1,20}》(?:记者)?(?:[。!?]|$)")
_CHINESE_LEAD = re.compile(rf"(?:道|称|说|{_CLEARLY.pattern})?[ \n,:]*")  # a mask counts as a blank for \s


def statement(passage: Passage, sentence: Span, attribution: Attribution, limit: int) -> Span | None:
    """Return what an attribution reports, up to `limit` at most; None where it reports no statement."""
    posted = (
        attribution.verb.kind == "quotes"
        and not passage.chinese
        and _THAT_AT_ONCE.match(passage.outside, attribution.end)
    )
    if (attribution.verb.kind == "quotes" and not posted) or attribution.side == "aside":
        return None
    span: Span | None
    if attribution.side == "before":
        span = _closed(passage, sentence, attribution)
    elif passage.chinese:
        span = _chinese(passage, attribution, min(limit, sentence.end))
    else:
        span = _english(passage, sentence, attribution, min(limit, sentence.end))
        span = _before_narrator(passage, span) if span else None
    return trimmed(passage, span) if span and span.end - span.start <= _LONGEST else None


def _before_narrator(passage: Passage, span: Span) -> Span:
    """Return a statement up to where the narrator goes on; `no one can succeed while blaming others` is one statement."""
    for narrated in NARRATED.finditer(passage.outside, *span):
        if not narrated["also"] or not MAY_DO_SO.search(passage.outside, span.start, narrated.start()):
            return Span(span.start, narrated.start())
    return span


def _closed(passage: Passage, sentence: Span, attribution: Attribution) -> Span | None:
    """Return what stands in a sentence before its attribution: The plant will open in May, Li said."""
    if passage.chinese:
        return Span(sentence.start, attribution.start)
    if attribution.verb.word in _TELLING and _ORDER.match(passage.outside, attribution.verb.end, sentence.end):
        return None  # Before the call ended, Musk told the host to let in a user.
    if _ASKED_FIRST.fullmatch(passage.outside, sentence.start, attribution.start):
        return None
    dateline = _DATELINE.match(passage.outside, sentence.start, attribution.start)
    start = dateline.end() if dateline else sentence.start
    led = _LED_BY_COLON.match(passage.outside, start, attribution.start)
    return Span(led.end() if led else start, attribution.start)


def _chinese(passage: Passage, attribution: Attribution, end: int) -> Span | None:
    if attribution.verb.kind == "nouns" and passage.outside.startswith(MASK, attribution.end):
        return None  # 提出“人车家全生态”战略: a term
    if _says_none(passage, attribution, end):
        return None
    lead = _CHINESE_LEAD.match(passage.outside, attribution.end, end)
    start = lead.end() if lead else attribution.end
    if _ALONE_IN_MARKS.match(passage.outside, start, end):
        return None  # 雷军说:“不会”,然后走了
    if attribution.verb.kind == "opinion" and start == attribution.end:
        start = attribution.verb.start
    of = _OF_WHAT_ZH.match(passage.outside, start, end)
    start = of.end() if of else start
    narrated = NARRATED_ZH.search(passage.outside, start, end)
    return (
        None if NO_STATEMENT.match(passage.outside, start, end) else Span(start, narrated.start() if narrated else end)
    )


def _says_none(passage: Passage, attribution: Attribution, end: int) -> bool:
    """Whether what follows a verb is no statement: 讲了“小米为什么要造车”,以及…; “…,”雷军告诉《财新周刊》; 雷军讲得最多,…."""
    outside, verb = passage.outside, attribution.verb
    if verb.word in "说讲" and _WHILE.match(outside, verb.end, end):
        when = _WHEN.search(outside, max(passage.start, verb.start - 24), verb.start)
        return verb.word == "讲" or when is not None
    if verb.word in "说讲":
        return outside.startswith(("了", "过"), verb.end) or (
            bool(_HOW.match(outside, verb.end, end)) and not _CLEARLY.match(outside, verb.end, end)
        )
    if not verb.word.startswith("告诉"):
        return False
    behind = outside[max(passage.start, attribution.start - 2) : attribution.start].rstrip(",").endswith(MASK)
    return bool((_SOMEBODY_TOLD if behind else _PAPER_TOLD).match(outside, attribution.end, passage.end))


def _english(passage: Passage, sentence: Span, attribution: Attribution, end: int) -> Span | None:
    outside = passage.outside
    window = min(end, attribution.end + 160)
    if attribution.verb.participle and outside[sentence.start : attribution.start].lstrip().startswith("With "):
        comma_at = outside.find(",", attribution.end, end)  # With Citi warning that costs rise, the shares fell.
        end = comma_at if comma_at >= 0 else end
    told = attribution.verb.word in _TELLING
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
    if _NO_CLAUSE.match(rest) or (attribution.verb.word in _WRITING and _PIECE.match(rest)):
        return True
    clause = re.split("[,:;.]", rest)[0].partition(" to whom")[0]
    return attribution.verb.word in _TELLING and bool(_TO_DO.match(rest)) and not _FINITE.search(clause)


def _is_clause(rest: str) -> bool:
    """Whether a clause follows, not a noun: `admitted they cannot deliver`, `noted the brand “hit a low”`, not `noted the delay`."""
    if _WHAT.match(rest):
        return False
    first = re.split("[;.]" if _LISTED.match(rest) else "[,;]", rest[:120])[0]
    said = MASK in first[:60] and not _TERM_IN_MARKS.search(first[: first.index(MASK)])
    return bool(_OPENS_CLAUSE.match(rest)) or said or bool(_FINITE.search(" ".join(first.split()[1:11])))

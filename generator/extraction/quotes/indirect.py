"""Indirect quotes: which attributions report a statement, and where the next speaker's words begin."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from generator.corpus.document import Span
from generator.corpus.months import BEGINNINGS
from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.cast import Cast
from generator.extraction.quotes.direct import ADDRESSEE, Said
from generator.extraction.quotes.given_below import leads_to_words
from generator.extraction.quotes.narrated import DISAGREES_ZH, SPEAKS_ZH
from generator.extraction.quotes.passage import MASK, Passage
from generator.extraction.quotes.reported import statement
from generator.extraction.quotes.speaker import Speaker

_AGAIN = ("又指", "又指出", "续指", "续指出")
_LEAST = 6  # characters of a statement
# Lee said his team had told him: “…”; 周鸿回忆,刘洋对他说:“…”
_TOLD_HIM = re.compile(
    r"(?:\b(?:told|asked|warned|said to|written|wrote|replied)(?: (?:him|her|them|me|us))?|(?:[对跟向][他她我]们?|告诉[他她我]们?|问[他她我]们?)(?:说|称|表示)?)[:,]? ?$"
)
# 之所以叫“…”,是因为「…」; According to Lee, the question should be: “…”: only with the words in marks it is a statement
_INCOMPLETE = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|as|because|to|the|an?|of|than|like|for|with|by|that) ?:?|(?:因为|[是为像即上在将被把让])):? ?$"
)
# …,要是没算清楚,“那就是一场灾难”: a condition of what the words in marks say
_CONDITION = re.compile(
    "[,;](?:但|而)?(?:要是|如果|若是|若|假如|假设|一旦|倘若|万一|只要|除非)(?!说)[^,;。]+(?:,[^,;。就会将则便都也]+)?$"
)
_OTHERS_HOLD = re.compile("认为|觉得|以为|主张|质疑|担心|[说称]")  # 外界认为会亏损十年: with this another may disagree
# `“…” On Monday evening, Ann Lee, the chief executive of Acme, said in an interview`: only when, or where, it was said
_ONLY_WHEN = re.compile(
    rf"(?:(?:Late |Early |Later )?[Oo]n (?:the (?:evening|morning|afternoon|night|day|sidelines|same day)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:{BEGINNINGS})[a-z]* \d)[^,;:]{{0,40}}"
    r"|(?:At|During|In) (?:an?|the|its|his|her|their|this|that) (?:(?!(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|does|did|do)\b)[\w'’-]+ ?){1,8}"
    # The day before (March 31), Lee replied to a fan, saying: “…”
    r"|(?:The|An?|One|Two|Three|Several|Some) (?:few )?(?:hour|day|evening|morning|night|week|month|year)s? (?:before|earlier|later|after|afterwards|ago|prior)(?: \([^)\n]{1,30}\))?),?\s*"
)
_NAMELY = re.compile(",(?:即|也就是|就是)")  # 坦言为一个承诺后悔,即“…”: two statements


def reported(
    passage: Passage, found: list[Attribution], said: list[Said], cast: Cast
) -> Iterator[tuple[Span, Speaker]]:
    """Yield what a paragraph's attributions report, where it isn't in quotation marks, and whose words it is."""
    if passage.title or passage.heading:
        return
    starts = [s.quotation.start for s in said]
    done = passage.start
    for i, attribution in enumerate(found):
        if attribution.start < done or (not passage.chinese and _follows_words(passage, said, starts, attribution)):
            continue
        sentence = passage.sentence(attribution.verb.start)
        if _said_again(passage, found, i):
            continue
        limit = _limit(passage, found, i, sentence.end)
        quoted = bisect_left(starts, attribution.end)
        if quoted < len(said):
            limit = min(limit, starts[quoted] - 1)
        if (after := found[i + 1] if i + 1 < len(found) else None) and after.end <= limit:
            leads_to_words = not passage.outside[after.end : min(limit, after.end + 8)].strip(" ,:")
            limit = after.start if leads_to_words and limit - after.end < 8 else limit
        limit = _next_house(passage, cast, attribution, limit)
        span = statement(passage, sentence, attribution, limit)
        span = _before_others(passage, cast, attribution, span) if span else None
        if span and quoted < len(said) and attribution.side != "before":
            span = _complete(passage, span, limit)
        if span and not passage.outside[span.start : span.end].strip(f"{MASK} ,."):
            continue  # “Yes,” he said: too short for words in marks, and no statement without them
        if span and not (_holds_quoted(said, starts, span) or _only_leads(passage, span)):
            done = span.end
            yield span, attribution.speaker


def _only_leads(passage: Passage, span: Span) -> bool:
    """Whether a statement ends by leading to the words that stand below, or only tells when they were said: 雷军回应事故,全文如下."""
    if _ONLY_WHEN.fullmatch(passage.outside, *span):
        return True
    return span.end >= passage.last - len(":") and leads_to_words(passage)


def _before_others(passage: Passage, cast: Cast, attribution: Attribution, span: Span) -> Span:
    """Return a statement up to where the narrator turns to someone else who is named: …会降价,曾毓群不同意; not 公司并不认同."""
    if not passage.chinese or attribution.side == "before":
        return span
    for form in (DISAGREES_ZH, SPEAKS_ZH):
        for turn in form.finditer(passage.outside, *span):
            others = [s for s in cast.between(*turn.span("who")) if s.key != attribution.speaker.key]
            held = form is DISAGREES_ZH and _OTHERS_HOLD.search(passage.outside, span.start, turn.start())
            if others and not held and (form is SPEAKS_ZH or any(s.sort != "company" for s in others)):
                return Span(span.start, turn.start())
    return span


def _next_house(passage: Passage, cast: Cast, attribution: Attribution, limit: int) -> int:
    """Return where a house's statement ends since another house acts behind a semicolon: 汇丰指,销售强劲;大摩亦看好."""
    if attribution.speaker.sort != "house" or attribution.side != "after":
        return limit
    others = (s for s in cast.between(attribution.end, limit) if s.sort == "house" and s.key != attribution.speaker.key)
    acting = (s for s in others if passage.outside[attribution.end : s.start].rstrip().endswith(";"))
    return min((s.start for s in acting), default=limit)


def _complete(passage: Passage, span: Span, limit: int) -> Span | None:
    """Return what is reported before words in marks without a clause that only those make whole; None where nothing is left."""
    text = passage.text
    at_once = text[span.end : limit].strip(" ,:") in ("", "that")
    if not passage.chinese and at_once and ADDRESSEE.fullmatch(f" {text[span.start : span.end]} "):
        return None  # told your correspondent “…”
    if _NAMELY.fullmatch(text, span.end, limit):
        return span
    if _TOLD_HIM.search(text, span.start, min(span.end + 2, limit)):
        return None
    if _INCOMPLETE.search(text, span.start, min(span.end + 2, limit)):
        return None
    condition = _CONDITION.search(text, span.start, span.end) if passage.chinese else None
    if condition:
        return Span(span.start, condition.start()) if condition.start() - span.start >= _LEAST else None
    if not passage.chinese or limit - span.end > 1 or text[limit - 1] in ",:;。":
        return span
    cut = max(text.rfind(",", span.start, span.end), text.rfind(";", span.start, span.end))
    return Span(span.start, cut) if cut - span.start >= _LEAST else None


def _said_again(passage: Passage, found: list[Attribution], i: int) -> bool:
    """Whether another verb of the same speaker comes at once: 作出回应,明确表示该车…."""
    following = found[i + 1] if i + 1 < len(found) else None
    if not passage.chinese or following is None or following.named or following.start - found[i].end > 8:
        return False
    return len(passage.outside[found[i].end : following.start].strip(" ,:")) <= 2


def _follows_words(passage: Passage, said: list[Said], starts: list[int], attribution: Attribution) -> bool:
    """Whether an attribution is that of the words in marks before it: `“…,” Li told staff`."""
    i = bisect_left(starts, attribution.start)
    if not i or not attribution.named or attribution.start - said[i - 1].quotation.end > 3:
        return False
    return passage.text[said[i - 1].quotation.end - 1] != "."


def _says_more(passage: Passage, attribution: Attribution) -> bool:
    """Whether another statement begins with a verb of its own, of the same speaker: `…, and said it would close`, ,又指….

    What is only told together (并表示, adding that) is one.
    """
    if passage.chinese:
        again = passage.outside[attribution.verb.start - 1] in "又续" and attribution.verb.kind == "said"
        return again or attribution.verb.word in _AGAIN
    that = attribution.verb.kind in ("said", "nouns") or passage.outside.startswith(" that ", attribution.end)
    return that and attribution.verb.kind != "opinion" and not attribution.verb.participle


def _limit(passage: Passage, found: list[Attribution], i: int, end: int) -> int:
    """Return where the next speaker's words begin, or the same one's next; whoever only goes on (并表示, adding that) begins none."""
    following = (found[j] for j in range(i + 1, len(found)))
    forecast = found[i].verb.kind == "opinion"  # Nvidia forecast higher revenue, saying demand was strong.
    other = next(
        (
            a
            for a in following
            if a.start >= end
            or a.named
            or a.verb.kind == "quotes"
            or _says_more(passage, a)
            or (forecast and a.verb.word == "saying")
        ),
        None,
    )
    return min(end, other.start) if other else end


def _holds_quoted(said: list[Said], starts: list[int], span: Span) -> bool:
    i = bisect_left(starts, span.end)
    return i > 0 and said[i - 1].quotation.end > span.start

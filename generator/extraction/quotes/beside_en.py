"""Where an English attribution stands beside the words it attributes: before them, behind them, or between commas in them."""

from __future__ import annotations

import re

from generator.corpus.document import Span
from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.passage import MASK, Passage
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import Verb

# Already, he noted, China has begun …; At today's prices, Liu said, that means …
_OPENS = re.compile(
    r"\s*(?:[A-Z][a-z]+(?: [a-z]+){0,2}|(?:At|In|On|For|With|By|After|Before|Despite|Given|Under|From|To|Like|Unlike|Without|Over|Beyond|Within|If|When|While|As|Because|Since|Unless|Once|Although|Though|Until|Whether|Where|Whenever) [^,]{2,80}),"
)
_TOLD = re.compile(
    r" (?:the |its |his |her )?[\w'-]+(?: [\w'-]+){0,3}?(?=[.,;](?!\d)|$| on | in | at | during | via | that | who | which )"
)
# What follows an attribution between commas and goes on with the clause, no participle, apposition or next clause.
_CLAUSE_AFTER = re.compile(
    r",(?! (?:add|not|cit|which|while|as|even|though|although|despite|and|but|accord|in|after|when|who|refer|predict|say|call|warn|echo|who|whose|an?\b|\w+ing\b)\w*)"
)
_SAYS_AT_LAST = re.compile(
    r"[a-z%\d] (?<!\bwhat )(?<!\bas )(?<!\bthat )(?<!\bthan )(?<!\bwhich )(?<!\blike )(?<!\bwhatever )(?<!\beverything )(?<!\bwhen )(?<!\bwhere )(?<!\bhow )(?<!\band )(?<!\bbut )(?<!\bthing )(?<!\bhave )(?<!\bwords )(?<!\bof )(?<!\bto )(?<!\bif )(?<!\bbecause )(?<!\bword )(?<!\btruth )(?<!\blies )(?:he|she) sa(?:id|ys)$"
)
# What the subject before an attribution between commas does: The impact, Lee said, would be worse; no participle, as in `boosted by`.
_PREDICATE = re.compile(
    r", (?:(?:also|never|now|still|not|[a-z]+ly) )?(?:(?:is|are|was|were|has|have|had|will|would|can|cannot|could|may|might|should|must|does|did|do|lies?|comes?|came|puts?|remains?|continues?|makes?|means?|goes|went|needs?|looks?|seems?|"
    r"expects?|plans?|wants?|hopes?|depends?|shows?|takes?|took|gives?|gave|gets?|got|rose|fell|grew|saw|led(?! by)|lost|won|became|becomes|stood|[a-z]+n't)\b|[a-z]{3,}ed (?:to|from|in|at|on|about|more|nearly|over|around|for|the|an?|its|\d))"
)
_SUBJECT_LEAD = re.compile(r"(?:(?:But|And|Yet|So|Still|However,|Meanwhile,) )?[A-Z\d\"'“$€£][^,;:\x1e]{2,120},\s?")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|does|did|do|cannot|rose|fell|grew|\w+n't)\b"
)
_OF_SUBJECT = re.compile(r" (?:that|which|who|where) [^,]*")
_AND_SO = re.compile(r",? and so (?:is|are|was|were|do|does|did|has|have|will|would)\b")
_RELATED = re.compile(r" wh(?:ich|o|ose) ")  # Orders rose in May, says Fenwick which is the first rise
# The plant will open in May, Musk said on the platform that he bought: behind a statement, that tells of where he said it
_QUALIFIES = re.compile(r" (?:that|which|who|where) ")
_LEADS_IN = re.compile(
    r"[\s\x1f]*(?:[A-Z][a-z]+(?:ed|ing)|At|In|On|For|With|By|After|Before|Despite|Given|Under|From|To|Like|Unlike|Without|Over|Beyond|Within|If|When|While|As|Because|Since|Unless|Once|Although|Though|Until|Whether|Where|Whenever)\b"
)
_STATES = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|does|did|do|cannot|rose|fell|grew|made|took|sold|won|lost|\w+n't|[a-z]+ed)\b"
)
_TAIL = re.compile(
    r"(?:,? (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: morning| afternoon| evening| night)?(?= (?:in|on|at|during|to|via)\b))?"
    r"(?:,? (?:on )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b"
    r"|,? (?:on|late on|early|late)?\s?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\w*(?: \w+)?"
    r"|,? (?:in|on|at|during|to|via|after|by|from|following|through) (?:(?!that |if |when )[\w'$%&.-]+ ){0,9}?[\w'&-]+(?=[,.:;](?!\d)|$| that| and|\x1e)"
    r"| \((?:via|[Ss]ource:|h/t|per(?= (?:[A-Z]|an? (?:spokes|post|statement)))) [^()]{2,40}\)|,? (?:today|yesterday|(?:earlier|later)(?: (?:this|that|in the) (?:day|week|month|year|quarter))?|(?:late |early )?(?:last|this) (?:week|month|year|quarter|spring|summer|autumn|fall|winter)))"
)


def opens(lead: str) -> bool:
    """Whether what stands before an attribution between commas only leads to the clause behind it: `In one case, …`."""
    return bool(_OPENS.fullmatch(lead.rstrip(" ")))


def is_within(passage: Passage, sentence: Span, start: int, end: int) -> bool:
    """Whether an attribution between commas stands between a subject and what it does: `The impact, Lee said, would be worse`."""
    led = passage.outside[sentence.start : start].lstrip(" \x1f")
    subject = _SUBJECT_LEAD.fullmatch(led) and not _FINITE.search(_OF_SUBJECT.sub("", led))
    return bool(subject and _PREDICATE.match(passage.outside, end, sentence.end))


def beside(scene: Scene, start: int, end: int, speaker: Speaker, verb: Verb, named: bool) -> Attribution:
    """Return an attribution with what trails it (on Wednesday), on the side where its words stand."""
    told = _TOLD.match(scene.outside, end, scene.sentence.end) if verb.word == "told" else None
    tail = _TAIL.match(scene.outside, told.end() if told else end, scene.sentence.end)
    closing = tail.end() if tail else told.end() if told else end
    after = scene.outside[closing : min(scene.sentence.end, closing + 3)]
    after_closing = scene.outside[closing : min(scene.sentence.end, closing + 12)]
    if re.match(rf",?\s*{MASK}", after_closing):
        return Attribution(start, end, speaker, verb, named)
    led = scene.outside[scene.sentence.start : start].rstrip(" ")  # a mask counts as a blank otherwise
    related = start == verb.start and _RELATED.match(scene.outside, closing)
    joined = scene.outside.startswith(("but ", "and ", "while "), start)  # …, but its CEO Ann Lee told Reuters that …
    qualified = closing > end and not joined and _is_qualified(scene, closing, led)
    closes = not after.strip(". \x1f") or bool(re.match(r"[.,;]", after)) or bool(related) or qualified
    if is_within(scene.passage, scene.sentence, start, closing):
        return Attribution(start, closing, speaker, verb, named, "aside")
    if _OPENS.fullmatch(led) and _CLAUSE_AFTER.match(after_closing):
        return Attribution(start, closing + 1, speaker, verb, named)
    last = not after.strip(". \x1f") or _AND_SO.match(scene.outside, closing)
    unset = last and _SAYS_AT_LAST.search(scene.outside, max(scene.sentence.start, start - 24), end)
    if unset:  # Margins will rise he said.
        return Attribution(start, closing, speaker, verb, named, "before")
    if closes and led.endswith((",", MASK)) and not after.startswith(":"):
        goes_on = _CLAUSE_AFTER.match(after_closing) and (
            after_closing.startswith(", that ") or not _FINITE.search(_OF_SUBJECT.sub("", led))
        )
        return Attribution(
            start, closing, speaker, verb, named, "aside" if goes_on and not led.endswith(MASK) else "before"
        )
    return Attribution(start, end, speaker, verb, named)


def _is_qualified(scene: Scene, closing: int, led: str) -> bool:
    """Whether a clause behind an attribution tells of where or to whom it was said, since a statement stands before it."""
    stated = led.endswith(MASK) or (led.endswith(",") and _STATES.search(led))
    stated = stated and not _LEADS_IN.match(led)  # Under the headline “…,” Lee wrote in a post that …
    return bool(stated) and bool(_QUALIFIES.match(scene.outside, closing))

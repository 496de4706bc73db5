"""English clauses whose subject is the whole company, behind one on a part of it: `Cloud sales rose. SAP had operating income of 2.8 billion euros`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, TOOK
from generator.extraction.whose.context import Surroundings

_WHOLE = r"[Tt]he (?:[A-Za-z-]+ ){0,2}?(?:company|group|firm|parent|[a-z]*maker|giant|retailer|conglomerate)"
_HAD = rf"(?: (?:also|now|still|overall|itself|as a whole|in all|has|had))* (?:{TOOK}|{MOVED}|swung|turned|lost|earned|increased|raised|lifted|grew|cut|reduced|lowered|expanded|ended|spent|invested)\b"
_OWN = r"['’]s? (?:(?:own|overall|total|combined|quarterly|annual|group|consolidated) )*"
_JOINT = r"(?:\A[^\w\n]{0,6}|[.;:,] |\b(?:and|while|but|whereas|as|though|although|because|after|by contrast|meanwhile|overall|in all|in total),? )"
_SUBJECT = re.compile(rf"{_JOINT}(?:{_WHOLE})(?:{_HAD}|{_OWN}\Z)", re.I)
# `the group as a whole earned`: the verb is the metric
_ACTS = re.compile(
    rf"{_JOINT}(?:{_WHOLE})(?: (?:also|now|still|overall|itself|has|had))* (?:as a whole|in all|overall) (?:(?:also|has|had|then) )*\Z",
    re.I,
)
_LED_TO, _VERB, _OWNED = re.compile(rf"{_JOINT}\Z", re.I), re.compile(_HAD), re.compile(rf"{_OWN}\Z")
_AT = re.compile(rf" (?:at|of|for) (?:(?:{_WHOLE}|the whole)\b(?!['’]s))?")
# `Across the group, net profit rose`, `On a group level, …`, `capital expenditure across all businesses`
_LEVEL = r"(?:on|at) (?:an? |the )?(?:group|company|corporate|consolidated|overall)[ -]level"
_ACROSS = r"(?:across|over) (?:the (?:whole |entire )?(?:group|company|business)|all (?:of )?(?:its |the )?(?:businesses|business lines|segments|divisions|units|operations))"
_WIDE = r"(?:group|company|firm)-?wide"
_FRAME = re.compile(
    rf"{_JOINT}(?:{_LEVEL}|{_ACROSS}|{_WIDE}|for (?:the (?:whole |entire )?(?:group|company|firm)|[A-Z]\w+)(?: as a whole| overall| in total)?|overall|altogether|all told|all in all|in total|in all),? (?:(?:(?:its|the|their|total|net|adjusted|quarterly) )*|(?:it|this|that|they|the (?:figure|number|ratio|margin|total))(?: [a-z]+){{1,4}})\Z",
    re.I,
)
_AS_A_WHOLE = re.compile(rf"[^,;.]{{0,60}} (?:as a whole|overall|in all|{_WIDE}|{_LEVEL}|{_ACROSS})\b")
# `the software group`, `the games company`: what it makes is no part of it; `the Intelligent Devices Group` is one
_MAKER = re.compile(r" (?:company|group|firm|[a-z]*maker|giant|retailer|conglomerate|specialist|provider|producer)\b")


def tells_of_the_whole(around: Surroundings, mention: Mention) -> bool:
    """Whether a metric is the whole company's by the subject of its clause, which stands behind the part named last."""
    scan = around.scan
    at = mention.start
    parts = [m.end for m in scan.segments if m.end <= at and not _is_epithet(scan, m)]
    low = max(scan.sentence.start, *parts) if parts else scan.sentence.start
    if any(form.search(scan.text[low:at]) for form in (_SUBJECT, _FRAME, _ACTS)) or _AS_A_WHOLE.match(
        scan.text, mention.end, scan.sentence.end
    ):
        return True
    own = (around.ground.entity, around.home)
    companies = [e for e in scan.entities if e.entity in own]
    behind = _AT.match(scan.text, mention.end)
    if behind and (
        behind[0].strip() not in ("at", "of", "for")
        or any(e.start == behind.end() and not scan.text.startswith(("'s", "’s"), e.end) for e in companies)
    ):
        return True
    led = [e for e in companies if low <= e.start and e.end <= at and _LED_TO.search(scan.text[low : e.start])]
    return any(_VERB.match(scan.text, e.end, at) or _OWNED.fullmatch(scan.text, e.end, mention.start) for e in led)


def _is_epithet(scan: Scan, part: Mention) -> bool:
    """Whether a line's name only says what the company makes: `The software group reported net income`."""
    plain = scan.text[part.start : part.end].islower() and scan.text.endswith(("the ", "The "), 0, part.start)
    return plain and bool(_MAKER.match(scan.text, part.end))

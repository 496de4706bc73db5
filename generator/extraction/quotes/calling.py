"""What speakers call something, in marks: `called the rule “a gift to rivals”`; `Huang attacked the rules, calling them “the wrong way round”`."""

from __future__ import annotations

import re

from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.passage import MASK, Passage
from generator.extraction.quotes.quotation import Quotation
from generator.extraction.quotes.quoted import is_remark
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import Verb

_CALLING = ("called", "calls", "calling", "described", "describes", "describing", "dubbed", "评价", "形容", "点评")
_CALLED = {True: re.compile(r"[^,。;:\x1e]{1,12}[是为]"), False: re.compile(r" (?:[^.,;:\x1e]{1,60} )?(?:as )?")}
_PARTICIPLES = ("calling", "describing", "branding", "dubbing", "labelling", "labeling", "terming", "characterizing")
_SOMETHING = re.compile(rf" (?:[^.,;:{MASK}]{{1,60}} )?(?:as )?{MASK}")
# Huang met analysts who praised the chip, calling it “…”; Huang frowned as a rival took the stage, calling it “…”: another may
_ANOTHER = re.compile(
    r"\b(?:who|whose|whom|as|when|while|where|after|before|because|until|if|and|but) (?!(?:a|an|the|its|his|her|their|out|well|far|much|part|of|to|in|on)\b)(?!(?:he|she|it|they)\b)[\w'’]"
    r"|\b(?:as|when|while|where|after|before|because|until) (?:an?|the|its|his|her|their|some|many) (?:[\w'’-]+ ){1,4}?(?:[a-z]+ed|took|said|told|gave|made|rose|fell|was|were|had|has|is|are)\b"
)
# Tesla sued over comments by the governor, calling him “…”; over a rival's post: whose they are may be who calls so
_ANOTHERS = re.compile(
    r"\b(?:comments?|remarks?|posts?|reports?|letters?|statements?|claims?|notes?|lawsuits?|reviews?|speech|interviews?|tweets?|complaints?|criticism|attacks?) (?:by|of|from|in|with)\b"
    r"|(?:'s|s') (?:[a-z]+ ){0,2}(?:comments?|remarks?|posts?|reports?|letters?|statements?|claims?|notes?|lawsuits?|reviews?|speech|interviews?|tweets?|complaints?|criticism|attacks?)\b"
)
_BEFORE = 240  # characters


def calls_so(scene: Scene, verb: Verb) -> bool:
    """Whether a participle tells what whoever the sentence is about calls something, in marks; nobody else acts between them."""
    if verb.word not in _PARTICIPLES or not _SOMETHING.match(scene.outside, verb.end, scene.sentence.end):
        return False
    before = max(scene.sentence.start, verb.start - _BEFORE), verb.start
    return not (
        _ANOTHER.search(scene.outside, *before) or _ANOTHERS.search(scene.outside, *before) or _several(scene, verb)
    )


def _several(scene: Scene, verb: Verb) -> bool:
    """Whether a sentence names somebody else between its subject and a participle: sued the state over Lei Jun, calling …."""
    named = scene.cast.between(scene.sentence.start, verb.start)
    people = [one for one in named if one.person]
    first = people[0] if people and _is_of(scene, named[0], people[0]) else named[0] if named else None
    return any(one.start > first.end and one.key != first.key and one.person for one in named) if first else False


def _is_of(scene: Scene, body: Speaker, person: Speaker) -> bool:
    """Whether a sentence names its subject by house and name: `Nvidia CEO Jensen Huang`, `Apple's Tim Cook`."""
    return body is person or scene.outside[body.end : person.begins(body.end)].strip() in ("", "'s", "'")


def calls(passage: Passage, attribution: Attribution, quotation: Quotation) -> bool:
    """Whether words say what something is called: `described the plan as “the only future that makes sense”`; not `called the car “Model Y”`."""
    gap = passage.outside[attribution.end : quotation.start - 1]
    called = attribution.verb.word in _CALLING and _CALLED[passage.chinese].fullmatch(gap)
    return bool(called) and is_remark(passage, quotation)

"""Who says something in an English sentence: `Li said`, `said Jensen Huang, founder of NVIDIA`, `according to Citi`."""

from __future__ import annotations

import re

from generator.extraction.quotes.as_told_en import as_told
from generator.extraction.quotes.attribution import Attribution, apart
from generator.extraction.quotes.beside_en import beside, opens
from generator.extraction.quotes.beside_words import beside_words
from generator.extraction.quotes.calling import calls_so
from generator.extraction.quotes.chiefs_en import chief_named, led_by
from generator.extraction.quotes.passage import MASK
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import Verb, verbs
from generator.extraction.quotes.subject_forms_en import role_words
from generator.extraction.quotes.subjects_en import after_verb, before_verb, nearest
from generator.extraction.quotes.unsaid_en import unsaid
from generator.extraction.quotes.wanting_en import wanted
from generator.extraction.vocabulary import words

# Fenwick cut its forecast, suggesting that demand is weak: what the writer concludes from what a body did
_INFERRED = ("suggesting", "indicating", "signaling", "signalling", "revealing")
_ADDED = re.compile(
    r" (?:to|pressure|weight|fuel|momentum|more|another|new|\d\S*) "
)  # a slump that adds to worries, it adds pressure on rivals
_BE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|not|to|would|could|can|cannot|and|or|the|an?|its|their|his|of|by)\s$"
)
_QUOTED_AS = re.compile(r"(?:was|were|is) quoted as $")
_DID = re.compile(
    r"(?:[,;] (?:and|but|as|while|so|though)|[,;]) (?P<who>he|she) [a-z]+(?:ed|s|old|ook|ave|aid) [^,;:\x1e]{2,100}, $"
)
_OF_THEIRS = re.compile(
    r"(?:'s?)? (?:[a-z-]+ )?(?:employees?|workers?|staffers?|staff|customers?|owners?|drivers?|dealers?|users?|insiders?|investors?|shareholders?|fans?|buyers?|suppliers?|shares|stock)\b"
)
_PARTS = re.compile(r", | [–—-]+ ")  # At a fair in May - the first in years - Ann Lee thanked Fenwick and said …
_JOINS = r"\b(?:and|but|then)(?: later| also| in turn| then| [a-z]+ly)?"
_AND = re.compile(rf"{_JOINS} $")
_AND_ON = re.compile(rf"(?:[,;–-]|{_JOINS}|\bwhile|\x1e|\bhe said|\bshe said) ?$")
_LETTER = 160  # characters between who wrote and what it says
_WROTE = re.compile(
    r"\b(?P<verb>sent|wrote|issued|posted|published|circulated|released|put out|filed|emailed|e-mailed|fired off|penned) (?:out )?(?:an? |the )?(?:[\w-]+ ){0,3}?"
    r"(?:e-?mails?|letter|memo|note|message|statement|post|tweet|notice|report|text)\b[^,.;:\x1e]{0,80} $"
)
_CONCEDES = re.compile(
    r" (?:that )?(?:while|although|though|if|despite|even|because|once|given) [^,;:]{3,160}, (?:but )?$"
)
_AT_ONCE = re.compile(rf" (?:him|her|them)[:,]? ?{MASK}")
# Characters of a clause's end, looked for right before a subject only: from the last one on, time grew with the square.
_ENDING = 16
_CLAUSE_ENDS = re.compile(rf"(?:[,;{MASK}]| [–-]+)(?: (?:and|but|while|though|as|when))? ?$")
# Park asked about the dividend, to which Lee replied: “…”
_TO_WHICH = re.compile(r", (?:(?:in|to|at|on|upon) which|whereupon) $")
# What stands before a name and belongs to the subject: Citi's, the company's, broker Fenwick's chief, the (Citi report).
_OF = re.compile(
    r"(?<=[,;\x1e] )(?:(?:and|but|while) )?(?:[A-Z][\w&.-]*(?: [A-Z&][\w&.-]*){0,3}(?:'s?)?|the [a-z-]+'s|(?:the|an?|its|their|his|her)(?: (?!(?:that|which|who|as|if|when|where|than) )[a-z-]+)?|(?:[a-z-]+ )?(?:brokerage|broker|bank|firm|consultancy|tracker|carmaker|automaker|chipmaker|rival|parent)|analysts (?:at|from|with|of)(?: [A-Z][a-z]+'s)?(?: [A-Z][\w&.]*(?: [A-Z&][\w&.]*){0,3}(?:,| and|, and)){0,3}) $"
)
# The secret, according to Lee, lies in …: what stands before it is no clause
_OF_ANALYSTS = re.compile(
    r"\b(?:estimates?|estimated|expect(?:ed|ations?)|consensus|forecasts?|analysts?|poll(?:ed)?)\b"
)
_CLOSED = re.compile(r"[.,;:)\x1f]|$|'s? ")
# according to UBS analysts, would save money; no participle: boosted by subsidies
_GOES_ON = re.compile(
    r"(?: (?:analysts?|economists?|researchers|executives|officials|management))?, "
    r"(?:(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|lies?|comes?|puts?|remains?|makes?|means?|goes)\b"
    r"|(?:(?:[a-z]+ly|also|never|now|still) )?(?:did|does|rose|fell|grew|came|led(?! by)|lost|won|saw|took|became|becomes|remained|stood|(?!(?:based|founded|headquartered|owned|located|listed|known)\b|reached (?!\d))(?:[a-z]+ed)(?= (?:to|from|in|at|on|about|more|nearly|over|around|for|the|an?|its|\d)))\b)"
)


def attributions(scene: Scene) -> list[Attribution]:
    """Return a sentence's attributions in order."""
    found: list[Attribution] = []
    listed = {verb.start: verb for verb in verbs(scene.outside, *scene.sentence, chinese=False)}
    any_verb = {verb.start: verb for verb in beside_words(scene)}
    for _, verb in sorted((any_verb | listed).items()):
        if found and verb.start < found[-1].end:
            continue
        attribution = _attribution(scene, verb, found[-1] if found else None)
        if attribution is not None:
            found.append(attribution)
    wants = [want for want in wanted(scene) if all(one.end > want.start for one in found)]  # not said he wants to “…”
    opening = [*as_told(scene), *wants]
    found = [*opening, *apart(found, opening)]
    return sorted([*found, *apart(unsaid(scene), found)], key=lambda a: a.start)


def _attribution(scene: Scene, verb: Verb, before: Attribution | None) -> Attribution | None:
    floor = before.end if before else scene.sentence.start
    if verb.kind == "according":
        return _according(scene, verb)
    lead = scene.outside[max(floor, verb.start - 16) : verb.start]
    if _says_nothing(scene, verb, lead):
        return None
    subject = _written(scene, verb, floor) or before_verb(scene, verb, floor)
    told_of = subject and lead.endswith(", ") and scene.outside.startswith(("the ", "The "), subject[0])
    if (subject is None or told_of) and not verb.participle:  # half of the company's revenue, said Ann Lee
        subject = after_verb(scene, verb) or subject
    if subject is not None:
        start, end, speaker = subject
        start = _opening(scene, start, speaker, floor)
        if before and _nested(scene, before, start, speaker) and not _tells_at_once(scene, before, verb, speaker):
            return None
        placed = beside(scene, start, end, speaker, verb, named=True)
        denied = verb.word in ("denied", "denies")  # a claim the company has denied; he denied that it was so
        words_of_theirs = placed.side == "after" and re.match(rf"[:,]? ?{MASK}", scene.outside[verb.end : verb.end + 3])
        return None if denied and not words_of_theirs else placed
    if verb.kind == "quotes" and MASK not in scene.outside[verb.end : verb.end + 3] and not calls_so(scene, verb):
        return None  # demand is robust and continues to grow
    return _goes_on(scene, verb, before, lead)


def _written(scene: Scene, verb: Verb, floor: int) -> tuple[int, int, Speaker] | None:
    """Return who wrote what says something: `Musk sent an e-mail to all employees at the carmaker saying …`."""
    wrote = _WROTE.search(scene.outside, max(floor, verb.start - _LETTER), verb.start) if verb.participle else None
    subject = (
        before_verb(scene, Verb(wrote.start("verb"), wrote.end("verb"), "said", wrote["verb"]), floor)
        if wrote
        else None
    )
    return (subject[0], verb.end, subject[2]) if subject else None


def _says_nothing(scene: Scene, verb: Verb, lead: str) -> bool:
    """Whether a verb is a participle of the passive (is expected), or adds to something: a slump that is adding to worries."""
    if verb.kind == "quotes" and not _has_words(scene, verb):
        return True
    if _BE.search(lead) and not _QUOTED_AS.search(lead) and not lead.endswith("and "):
        return True
    return verb.word in ("add", "added", "adds", "adding") and bool(_ADDED.match(scene.outside, verb.end))


def _has_words(scene: Scene, verb: Verb) -> bool:
    """Whether a verb that takes only words in marks has any in its sentence, or `that`, or a colon: not `Apple continues to lead`."""
    start, end = scene.sentence
    leads = " that " in scene.outside[verb.end : verb.end + 80] or scene.outside.startswith(":", verb.end)
    beside = scene.outside[max(start - 3, verb.start - 1200, 0) : min(end, verb.end + 600)]
    return leads or scene.outside[end - 1] == ":" or MASK in beside


def _goes_on(scene: Scene, verb: Verb, before: Attribution | None, lead: str) -> Attribution | None:
    """Return the attribution of a verb without a subject of its own: …, adding that; … and said."""
    introduces = verb.participle and re.match(rf": ?{MASK}", scene.outside[verb.end : verb.end + 3])
    if verb.participle or _AND.search(lead):
        speaker_there = (
            before.speaker if before else _who_did(scene, verb) or _begun_by(scene, verb) or _spoken_before(scene, verb)
        )
        if speaker_there and verb.word in _INFERRED and not speaker_there.person:
            return None
        if speaker_there and (introduces or _AND_ON.search(lead)):
            return Attribution(verb.start, verb.end, speaker_there, verb, named=False)
    return None


def _opening(scene: Scene, start: int, speaker: Speaker, floor: int) -> int:
    """Return where a subject begins, with what it is of: `…, Citi's Jeff Lee wrote`, `…, chief executive Ann Lee told staff`."""
    if speaker.role and floor <= speaker.role.at < start:
        start = speaker.role.at
    start = _first_of_several(scene, start, floor)
    led = _OF.search(scene.outside, max(floor, start - 60), start)
    return led.start() if led else start


def _first_of_several(scene: Scene, start: int, floor: int) -> int:
    """Return where several subjects begin: `…, analysts Ann Lee, Wei Sun and Bo Park wrote`."""
    joints: tuple[str, ...] = (" and ", ", and ", " & ")
    while first := scene.joined(start, floor, joints):
        start = first.begins(floor)
        joints = (", ",)
    return start


def _who_did(scene: Scene, verb: Verb) -> Speaker | None:
    """Return whom a pronoun means that begins the clause before a participle: `…, but he urged them to wait, noting …`."""
    did = (
        _DID.search(scene.outside, max(scene.sentence.start, verb.start - 140), verb.start) if verb.participle else None
    )
    return scene.pronoun(did["who"], did.start("who")) if did else None


def _begun_by(scene: Scene, verb: Verb) -> Speaker | None:
    """Return the subject of a sentence, if someone able to speak is: not `Some fans defended Lei, arguing …`."""
    topic, chief = scene.topic(verb.start), led_by(scene)
    if topic is None or (topic.person and scene.is_of_another(topic, chief)):
        topic = chief
    if topic is None or not scene.sentence.start <= topic.start < verb.start:
        return topic
    lead = scene.outside[scene.sentence.start : topic.start]
    lead = _PARTS.split(lead)[-1]
    if topic.role and not topic.person:
        return topic
    if not topic.person and _OF_THEIRS.match(scene.outside, topic.end):
        return None  # One Bosch employee was worried, stating …
    lead = re.split(r"\) (?:- )?", lead)[-1]  # May 4 (Harbour Wire) - Fenwick
    known = {"the", "of", "at", "and", "for", "s", "an", "a", "broker", "brokerage", "bank", *role_words()}
    return topic if all(w[0].isupper() or w.lower() in known for w in re.findall(r"\w+", lead)) else None


def _spoken_before(scene: Scene, verb: Verb) -> Speaker | None:
    """Return who spoke last, where a sentence is their words and a participle: `"…," adding: "…"`."""
    led = scene.outside[scene.sentence.start : min(verb.start, scene.sentence.start + 2000)]
    return scene.focus.last.get("person") if not led.strip(f"{MASK}, ") else None


def _according(scene: Scene, verb: Verb) -> Attribution | None:
    lead = scene.outside[scene.sentence.start : verb.start]
    if verb.word == "per" and not (not lead.strip() or lead.endswith(", ")):
        return None  # two seats per Tesla
    window = scene.outside[verb.end : min(scene.sentence.end, verb.end + 90)]
    speaker = nearest(scene, verb.end, min(scene.sentence.end, verb.end + 90))
    titled = (
        speaker
        and speaker.role
        and verb.end < speaker.role.at < speaker.start
        and "," not in scene.outside[verb.end : speaker.role.at]
    )
    led = scene.outside[verb.end : speaker.start if speaker else verb.end]
    if speaker is not None and (titled or re.fullmatch(r"\s*(?:[\w&'.-]+ ){0,7}", led)):
        speaker, end = chief_named(scene, speaker, verb.end), speaker.ends
    elif found := re.match(r" (?:him|her|the [A-Za-z-]+|[a-z]*self)\b", window):
        speaker, end = (
            scene.pronoun({"him": "he", "her": "she"}.get(found.group().strip(), found.group()), verb.start),
            verb.end + found.end(),
        )
    else:
        return None
    if speaker is None or re.match(r"(?:'s)? (?:data|figures|website|documents)", scene.outside[end : end + 12]):
        return None
    if verb.word == "as per" and not _CLOSED.match(scene.outside, end, scene.sentence.end):
        return None  # refunds are paid as per Fenwick policy
    if speaker.name in words("speech")["compilers"] and _OF_ANALYSTS.search(scene.outside, *scene.sentence):
        return None  # the average estimate, according to LSEG: what others estimate
    leads = not scene.outside[scene.sentence.start : verb.start].strip(" -") or scene.outside[
        scene.sentence.start : verb.start
    ].strip() in ("But", "And", "However,", "Still,")
    aside = _GOES_ON.match(scene.outside, end)
    leads = leads or bool(opens(lead) and not aside)  # In one case, according to Lee, the …
    return Attribution(verb.start, end, speaker, verb, True, "after" if leads else "aside" if aside else "before")


def _tells_at_once(scene: Scene, outer: Attribution, verb: Verb, speaker: Speaker) -> bool:
    """Whether words in marks follow that one speaker has of another: `Lee recalled how analyst Bo Park had told her: “…”`."""
    other = speaker.person and speaker.key != outer.speaker.key
    return bool(other and _AT_ONCE.match(scene.outside, verb.end))


def _nested(scene: Scene, outer: Attribution, start: int, speaker: Speaker) -> bool:
    """Whether a subject is part of what is reported already: `Ives said Musk believes …`, `Ford said it expects …`."""
    if outer.side == "before" or (speaker.key == outer.speaker.key and outer.verb.kind == "quotes"):
        return False
    if outer.verb.kind == "quotes" and _TO_WHICH.search(scene.outside, max(outer.end, start - _ENDING), start):
        return False
    led = _CONCEDES.match(scene.outside, outer.end, start)  # Lee said while costs were high, he expected …
    return bool(led) or _CLAUSE_ENDS.search(scene.outside, max(outer.end, start - _ENDING), start) is None

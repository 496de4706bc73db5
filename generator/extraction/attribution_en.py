"""Who says something in an English sentence: `Li said`, `said Jensen Huang, founder of NVIDIA`, `according to Citi`."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.attribution import Attribution, Scene
from generator.extraction.passage import MASK
from generator.extraction.speakers import Speaker
from generator.extraction.speech import Verb, verbs
from generator.extraction.vocabulary import words

_WINDOW = 170  # characters between a speaker and the verb
_BE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|not|to|would|could|can|cannot|and|or|the|an?|its|their|his|of|by)\s$"
)
_QUOTED_AS = re.compile(r"(?:was|were|is) quoted as $")
_OF_HOUSE = (
    r"(?:'s?)? ?(?:(?:[A-Za-z]+ )?(?:analysts?|executives?|management|spokes\w+|team|reports?|officials|strategists|"
    r"economists|researchers|board|note|statement|data|research)(?: (?:led by|including) [A-Z][\w.]*(?: [A-Z][\w.]*){0,3}| in a note)?)?"
)
_OF_BODY = re.compile(r",? (?:of|at|from|with) (?:the )?(?:[a-z-]+ ){0,3}")
_CLAUSE_ENDS = re.compile(rf"(?:[,;{MASK}]| [–-]+)(?: (?:and|but|while|though|as|when))? ?$")
_TAIL = re.compile(
    r"(?:,? (?:on|late on|early|late)?\s?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\w*(?: \w+)?"
    r"|,? (?:in|on|at|during|to|via|after|by|from|following|through) (?:(?!that |if |when )[\w'$%&.-]+ ){0,9}?[\w'&-]+(?=[,.:;]|$| that| and|\x1e)"
    r"|,? (?:today|yesterday|earlier|later))"
)


def attributions(scene: Scene) -> list[Attribution]:
    """Return a sentence's attributions in order."""
    found: list[Attribution] = []
    for verb in verbs(scene.outside, *scene.sentence, chinese=False):
        if found and verb.start < found[-1].end:
            continue
        attribution = _attribution(scene, verb, found[-1] if found else None)
        if attribution is not None:
            found.append(attribution)
    return found


def _attribution(scene: Scene, verb: Verb, before: Attribution | None) -> Attribution | None:
    floor = before.end if before else scene.sentence.start
    if verb.kind == "according":
        return _according(scene, verb)
    lead = scene.outside[max(floor, verb.start - 16) : verb.start]
    if _BE.search(lead) and not _QUOTED_AS.search(lead) and not lead.endswith("and "):
        return None
    subject = _left(scene, verb, floor)
    if subject is None and not verb.participle:
        subject = _right(scene, verb)
    if subject is not None:
        start, end, speaker = subject
        if before and _nested(scene, before, start, speaker):
            return None
        return _placed(scene, start, end, speaker, verb, named=True)
    introduces = verb.participle and re.match(rf": ?{MASK}", scene.outside[verb.end : verb.end + 3])
    if verb.participle or lead.endswith(("and ", "and later ", "and also ", "but ", "then ")):
        speaker_there = before.speaker if before else _begun_by(scene, verb) or _spoken_before(scene, verb)
        if speaker_there and (
            introduces or re.search(r"(?:[,;–-]|\band(?: later| also)?|\bbut|then|\x1e|\bhe said|\bshe said) ?$", lead)
        ):
            return Attribution(verb.start, verb.end, speaker_there, verb, named=False)
    return None


def _begun_by(scene: Scene, verb: Verb) -> Speaker | None:
    """Return the subject of a sentence, if someone able to speak is: not `Some fans defended Lei, arguing …`."""
    topic = scene.topic(verb.start)
    if topic is None or not scene.sentence.start <= topic.start < verb.start:
        return topic
    lead = scene.outside[scene.sentence.start : topic.start].rpartition(", ")[2]
    known = {"the", "of", "at", "and", "for", "s", "an", "a", "broker", "brokerage", "bank", *_role_words()}
    return topic if all(w[0].isupper() or w.lower() in known for w in re.findall(r"\w+", lead)) else None


def _spoken_before(scene: Scene, verb: Verb) -> Speaker | None:
    """Return who spoke last, where a sentence is their words and a participle: `"…," adding: "…"`."""
    led = scene.outside[scene.sentence.start : min(verb.start, scene.sentence.start + 2000)]
    return scene.focus.last.get("person") if not led.strip(f"{MASK}, ") else None


def _placed(scene: Scene, start: int, end: int, speaker: Speaker, verb: Verb, named: bool) -> Attribution:
    """Return an attribution with what trails it (on Wednesday), on the side where its words stand."""
    tail = _TAIL.match(scene.outside, end, scene.sentence.end)
    closing = tail.end() if tail else end
    after = scene.outside[closing : min(scene.sentence.end, closing + 3)]
    after_closing = scene.outside[closing : min(scene.sentence.end, closing + 12)]
    if re.match(rf",?\s*{MASK}", after_closing):
        return Attribution(start, end, speaker, verb, named)
    closes = not after.strip(". \x1f") or bool(re.match(r"[.,;]", after))
    led = scene.outside[scene.sentence.start : start].rstrip()
    if closes and led.endswith((",", MASK)) and not after.startswith(":"):
        goes_on = re.match(
            r",(?! (?:add|not|cit|which|while|as|and|but|accord|in|after|when|who|refer|predict|say|call|warn)\w*)",
            after_closing,
        )
        return Attribution(
            start, closing, speaker, verb, named, "aside" if goes_on and not led.endswith(MASK) else "before"
        )
    return Attribution(start, end, speaker, verb, named)


def _according(scene: Scene, verb: Verb) -> Attribution | None:
    window = scene.outside[verb.end : min(scene.sentence.end, verb.end + 90)]
    speaker = _nearest(scene, verb.end, min(scene.sentence.end, verb.end + 90))
    if speaker is not None and re.fullmatch(r"\s*(?:[\w&'.-]+,? ){0,7}", scene.outside[verb.end : speaker.start]):
        end = speaker.end
    elif found := re.match(r" (?:him|her|the [a-z-]+|[a-z]*self)\b", window):
        speaker, end = (
            scene.pronoun({"him": "he", "her": "she"}.get(found.group().strip(), found.group()), verb.start),
            verb.end + found.end(),
        )
    else:
        return None
    if speaker is None or re.match(r"(?:'s)? (?:data|figures|website|documents)", scene.outside[end : end + 12]):
        return None
    leads = not scene.outside[scene.sentence.start : verb.start].strip(" -") or scene.outside[
        scene.sentence.start : verb.start
    ].strip() in ("But", "And", "However,", "Still,")
    return Attribution(verb.start, end, speaker, verb, True, "after" if leads else "before")


def _left(scene: Scene, verb: Verb, floor: int) -> tuple[int, int, Speaker] | None:
    """Return start, end and speaker where the subject stands before the verb."""
    floor = max(floor, verb.start - _WINDOW)
    speaker = scene.cast.before(verb.start, floor)
    pronoun = _last_pronoun(scene, verb, floor)
    if pronoun and (speaker is None or pronoun[0] > speaker.start):
        return pronoun
    for _ in range(4):
        if speaker is None:
            break
        gap = scene.outside[speaker.end : verb.start]
        absolute = verb.participle and scene.outside.endswith("with ", floor, speaker.start)  # with Citi warning that …
        related = absolute or gap.startswith((", which ", ", who "))  # shared by Citi, which has warned that …
        if _gap(speaker.person, verb.participle).fullmatch(gap) and (related or not scene.is_object(speaker)):
            return _whole_subject(scene, verb, floor, speaker)
        speaker = scene.cast.before(speaker.start, floor)
    return pronoun


def _whole_subject(scene: Scene, verb: Verb, floor: int, last: Speaker) -> tuple[int, int, Speaker] | None:
    """Return the subject that ends with a name: that one, or who is there: Ann Lee of broker Fenwick, the founder of NIO."""
    person = scene.cast.before(last.start, floor)
    if person and person.person and _OF_BODY.fullmatch(scene.outside, person.end, last.start):
        return person.start, verb.end, person
    role = None if last.person else _role_of().search(scene.outside, max(floor, last.start - 70), last.start)
    if role:
        meant = scene.pronoun(f"the {role[1]}", role.start())
        return (role.start(), verb.end, meant) if meant else None
    return last.start, verb.end, last


def _last_pronoun(scene: Scene, verb: Verb, floor: int) -> tuple[int, int, Speaker] | None:
    found = _subject_word().search(scene.outside, max(floor, verb.start - 60), verb.start)
    if not found:
        return None
    speaker = scene.pronoun(found["word"], found.start("word"))
    return (found.start("word"), verb.end, speaker) if speaker else None


def _right(scene: Scene, verb: Verb) -> tuple[int, int, Speaker] | None:
    """Return start, end and speaker where the subject stands after the verb: said Jensen Huang, founder of NVIDIA."""
    lead = scene.outside[max(scene.sentence.start, verb.start - 3) : verb.start].rstrip()
    if not (lead == "" or lead[-1] in f",{MASK}") or verb.kind == "opinion":
        return None
    until = min(scene.sentence.end, verb.end + 110)
    speaker = _nearest(scene, verb.end, until)
    if speaker and re.fullmatch(r"\s(?:[\w&'.-]+,? ){0,9}", scene.outside[verb.end : speaker.start]):
        role = _apposition().match(scene.outside, speaker.end, min(scene.sentence.end, speaker.end + 110))
        return verb.start, role.end() if role else speaker.end, speaker
    found = re.compile(r" (?:he|she|the (?:[\w-]+ ){1,4}?[\w-]+|it)(?=[.,:]|$| (?:on|in|at|during)\b)").match(
        scene.outside, verb.end, until
    )
    meant = scene.pronoun(found.group(), verb.start) if found else None
    return (verb.start, found.end(), meant) if found and meant else None


def _nearest(scene: Scene, start: int, until: int) -> Speaker | None:
    """Return who is named next; the person, where a company is named with one: BYD's vice president Stella Li."""
    speaker = next(iter(scene.cast.between(start, until)), None)
    while (
        speaker
        and not speaker.person
        and (after := next(iter(scene.cast.between(speaker.end, speaker.end + 60)), None))
    ):
        if not re.fullmatch(r"(?:'s|,)?(?: [\w&'.-]+){0,6} ", scene.outside[speaker.end : after.start]):
            break
        speaker = after
    return speaker


def _nested(scene: Scene, outer: Attribution, start: int, speaker: Speaker) -> bool:
    """Whether a subject is part of what is reported already: `Ives said Musk believes …`, `Ford said it expects …`."""
    if outer.side == "before" or (speaker.key == outer.speaker.key and outer.verb.kind == "quotes"):
        return False
    return _CLAUSE_ENDS.search(scene.outside, outer.end, start) is None


@cache
def _gap(person: bool, participle: bool) -> re.Pattern[str]:
    """Return the pattern of what may stand between a subject and its verb."""
    between = "|".join(words("speech")["between"]["en"])
    apposition = r"(?: \([^)]{1,40}\))?(?:,(?! and\b)[^.;:\x1e]{2,120}?,| [–-]+ [^.;:\x1e]{2,100}? [–-]+)?"
    phrase = r"(?:,? ?(?:on|in|at|during|after|for|with|from|via|of|to|through) [^,.;:\x1e]{2,70}?,?)?"
    roles = "|".join(sorted(map(re.escape, words("speech")["roles"]["en"]), key=len, reverse=True))
    apposition = rf"(?:{apposition}|, (?:[\w&'.-]+ ){{0,6}}(?i:{roles}))"
    house = "" if person else f"(?:{_OF_HOUSE})"
    quoted_as = r"(?: (?:was|is) quoted as)?"
    if participle:
        return re.compile(rf"{house}{quoted_as} ")
    return re.compile(rf"{house}{apposition}{phrase}{quoted_as}(?:,? (?:{between}|\w+ly))*,? ")


@cache
def _role_words() -> set[str]:
    roles = words("speech")["roles"]
    listed = [*roles["en"], *roles["modifiers"], *words("speech")["company_nouns"]]
    return {word.lower() for phrase in listed for word in re.findall(r"\w+", phrase)}


@cache
def _role_of() -> re.Pattern[str]:
    """Return the pattern of a role that a company's name belongs to: `the founder of the EV maker Xiaomi`."""
    listed = [role for role in words("speech")["roles"]["en"] if role != "analysts"]  # who speak for their house
    roles = "|".join(sorted(map(re.escape, listed), key=len, reverse=True))
    return re.compile(rf"\b((?i:{roles})) (?:of|at|for) (?:[\w'-]+ ){{0,6}}$")


@cache
def _subject_word() -> re.Pattern[str]:
    """Return the pattern of a subject that names nobody, and the verb right after it."""
    between = "|".join(words("speech")["between"]["en"])
    nouns = "|".join(words("speech")["company_nouns"])
    roles = "|".join(sorted(map(re.escape, words("speech")["roles"]["en"]), key=len, reverse=True))
    houses = "|".join(w.removeprefix("the ") for w in words("speech")["that_house"]["en"])
    noun = rf"the (?:[\w'-]+ ){{0,3}}(?:{nouns}|{houses}|{roles}(?: and {roles})?)"
    return re.compile(
        rf"(?:^|(?<=[\s(\x1e]))(?P<word>(?i:he|she|it|they|{noun}))(?: (?:{between}|\w+ly))*(?:,? (?:in|on|at|during) [^,.;:\x1e]{{2,50}},?)? $"
    )


@cache
def _apposition() -> re.Pattern[str]:
    """Return the pattern of the role after a name: `, founder and CEO of NVIDIA`."""
    return re.compile(
        r", (?:(?:an?|the|its|his|her|\w+'s) )?(?:[\w&'-]+ ){0,4}?"
        rf"(?i:{'|'.join(sorted(map(re.escape, words('speech')['roles']['en']), key=len, reverse=True))})"
        r"(?: (?:and|of|for|at|in) [^,.;:\x1e]{2,60})?(?:, [A-Z][\w&.-]+(?: [A-Z][\w&.-]+)*)?"
    )

"""The subject of an English verb of saying, before or after it: the founder of NIO said; said Jensen Huang, founder of NVIDIA."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.quotes.apposed import is_apposed
from generator.extraction.quotes.chiefs_en import is_led, role_before_body
from generator.extraction.quotes.passage import MASK
from generator.extraction.quotes.roles import Role
from generator.extraction.quotes.scene import Scene
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.quotes.speech import Verb
from generator.extraction.quotes.subject_forms_en import (
    apposition_form,
    described_company,
    gap_before_verb,
    subject_word,
)

_WINDOW = 170  # characters between a speaker and the verb
_ASKED = re.compile(
    r"(?i:asked) (?:about|whether|if|how|why|what|when|by|for|to)\b"
)  # Asked about tariffs, Tim Cook said …
_ASKS = re.compile(r"\b[Aa]sk(?:s|ed|ing)? [^.;:\x1e]{0,90}\b(?:why|how|what|whether|if|when|where) $")
_IN_ROLE_AT = re.compile(
    r"[^,;:.\x1e]{2,70} (?:of|at|from|with|for) (?:the )?(?:(?:[A-Z][\w&.-]*|or|and|of|for) ){0,8}"
)
_OF_BODY = re.compile(r"(?:, \d\d)?,? (?:of|at|from|with) (?:the )?(?:[a-z-]+ ){0,3}")
_PAPERS, _READS = (
    ("the statement", "the press release", "the filing"),
    ("said", "says", "reads", "read", "added", "noted"),
)
_ONE_OF = re.compile(
    r"(?:'s)? (?:senior |top )?(executive|spokes(?:man|woman|person)|representative|official|director|manager)\b(?!')"
)
_SOLE = re.compile(
    r"(?:'s)? (?:top )?(chief executive officer|chief executive|CEO|CFO|COO|finance chief|chief financial officer|chairman|chairwoman|founder|co-founder|president|boss|chief)\b(?!')"
)
_HE_AFTER = re.compile(r" (?:he|she)(?=[.,:]|$| (?:on|in|at|during|of|before|after|when|while|as|to|with)\b)")
_STANDS_AFTER = re.compile(
    r" (?:he|she|an? (?:company |group |ministry |government )?(?:spokes\w+|(?<=company )(?:official|representative|executive))|the (?:[\w-]+ ){0,4}?[\w-]+|it)(?=[.,:]|$| (?:on|in|at|during)\b)"
)
_NAMED_BEFORE = re.compile(
    r" (?:Mr\.? |Ms\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?,? (?:at|in|on|during|after|before|when|while|as|to)\b"
)
# The Harbour Times, citing people, said Fenwick plans to sell: Fenwick says nothing
_DOES = re.compile(
    r" (?:plans|will|would|is|are|was|were|has|have|had|can|could|may|might|should|must|expects|aims|intends|wants|needs|does|did) (?!said\b)[a-z]"
)
_ADDING = re.compile(r", [a-z]+ing (?:that )?")  # said Keller, adding that Fenwick will open a plant
_TICKER = r"(?: \([A-Za-z ]{2,14}: ?[A-Z0-9.-]{1,8}\))?"
_BESIDE = re.compile(rf"{_TICKER}(?:'s?|,)?(?: [\w&'.-]+){{0,6}} ")
# said BYD Brand and Public Relations Department General Manager Li Yunfei
_DEPARTMENT = re.compile(rf"{_BESIDE.pattern}|(?: [A-Z&][\w&'.-]*| and| of){{0,9}} ")
# Ann Lee, who left Apple for Meta in May, said …; not of two who speak: Acme, which makes vans, and Ann Lee, who buys them, said …
_WHO_DOES = re.compile(
    r", (?:who|which|whose) (?!(?:also|later|then|\w+ly)? ?(?:said|says|told|added)\b)(?:(?!, and [A-Z])(?:[^.;:\x1e]|\.(?=[\d,]))){4,140}?, (?:also |later |\w+ly |has |had )*"
)
_AND_OTHERS = re.compile(
    r"(?:, [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,2})*,? and [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,2}(?=[.,;]|$)"
)


def before_verb(scene: Scene, verb: Verb, floor: int) -> tuple[int, int, Speaker] | None:
    """Return start, end and speaker where the subject stands before the verb."""
    floor = max(floor, verb.start - _WINDOW)
    speaker = scene.cast.before(verb.start, floor)
    pronoun = _last_pronoun(scene, verb, floor)
    asked = max(scene.sentence.start, verb.start - _WINDOW)
    if pronoun and _ASKS.search(scene.outside, asked, pronoun[0]):
        return None  # asked why he thought the shares were cheap
    within = pronoun and speaker and speaker.start < pronoun[0] < speaker.end  # a person close to the company said
    if (
        pronoun
        and not within
        and (speaker is None or (pronoun[0] > speaker.start and not _is_apposed(scene, speaker, pronoun[0])))
    ):
        return pronoun
    if speaker and _is_in_description(scene, verb, floor, speaker):
        return pronoun  # The South Korean giant, which trails Samsung, said: not Samsung
    if told_of := _told_of(scene, verb, floor):
        return _whole_subject(scene, verb, floor, told_of)
    for _ in range(4):
        if speaker is None:
            break
        gap = scene.outside[speaker.end : verb.start]
        at = speaker.begins()
        absolute = verb.participle and scene.outside.endswith("with ", floor, at)  # with Citi, with CEO Ann Lee warning
        related = absolute or gap.startswith((", which ", ", who "))  # shared by Citi, which has warned that …
        if gap_before_verb(speaker.person, verb.participle and not absolute).fullmatch(gap) and (
            related or _bearer(scene, speaker, floor) or is_led(scene, speaker, floor) or not scene.is_object(speaker)
        ):
            return _whole_subject(scene, verb, floor, speaker)
        speaker = scene.cast.before(speaker.start, floor)
    return pronoun


def _is_in_description(scene: Scene, verb: Verb, floor: int, speaker: Speaker) -> bool:
    """Whether someone is named only in what one clause tells of a company without its name."""
    found = described_company().search(scene.outside, floor, verb.start)
    clause = found and scene.outside[found.end("word") + 1 : verb.start].strip()
    return bool(found and clause and speaker.start > found.end("word") and "," not in clause.removesuffix(",").rstrip())


def _told_of(scene: Scene, verb: Verb, floor: int) -> Speaker | None:
    """Return of whom a clause tells that ends right before a verb: Ann Lee, who left Apple for Meta, said …."""
    named = (s for s in scene.cast.between(floor, verb.start) if _WHO_DOES.fullmatch(scene.outside, s.end, verb.start))
    return next((s for s in named if s.person or _bearer(scene, s, floor) or not scene.is_object(s)), None)


def _is_apposed(scene: Scene, speaker: Speaker, at: int) -> bool:
    """Whether words only say who someone is: `Ann Lee, the executive in charge of sales, told reporters`."""
    return speaker.person and scene.outside[speaker.end : at] == ", "


def _whole_subject(scene: Scene, verb: Verb, floor: int, last: Speaker) -> tuple[int, int, Speaker] | None:
    """Return the subject that ends with a name: that one, or who is there: Ann Lee of broker Fenwick, the founder of NIO."""
    if person := _bearer(scene, last, floor):
        return person.start, verb.end, person
    role = role_before_body(scene, last, floor)
    if role:
        meant = scene.pronoun(f"the {role[1]}", role.start())
        meant = None if meant and scene.is_of_another(meant, last) else meant
        meant = meant or scene.cast.chief_of(last.entity, role[1])
        chief = replace(last, role=Role(role.start(1), role[1]))  # the chief executive of Fenwick, whoever that is
        return role.start(), verb.end, meant or chief
    sole = None if last.person else _SOLE.match(scene.outside, last.end, verb.start)  # the Alibaba chief executive
    meant = scene.pronoun(f"the {sole[1]}", last.start) if sole else None
    if meant and meant.person and not scene.is_of_another(meant, last):
        return last.start, verb.end, meant
    one = None if last.person else sole or _ONE_OF.match(scene.outside, last.end, verb.start)  # a BYD executive
    return last.start, verb.end, replace(last, role=Role(one.start(1), one[1])) if one else last


def _bearer(scene: Scene, body: Speaker, floor: int) -> Speaker | None:
    """Return the person who is of a body: Ann Lee of broker Fenwick."""
    person = scene.cast.before(body.start, floor)
    of_it: object = person and person.person and _OF_BODY.fullmatch(scene.outside, person.end, body.start)
    role = person.role if person and person.person else None  # Ann Lee, vice president - research at Fenwick, said
    if role and person and person.end < role.at < body.start:
        of_it = _IN_ROLE_AT.fullmatch(scene.outside, role.at, body.start)
    if role and person and role.at >= body.start:  # Ann Lee, a spokesperson for Fenwick, said
        of_it = of_it or re.fullmatch(r", (?:(?:an?|the) )?", scene.outside[person.end : body.start])
    if not of_it:  # Ann Lee, a nurse who left Ford for Tesla, said
        person = next((s for s in reversed(scene.cast.between(floor, body.start)) if s.person), None)
        of_it = person and is_apposed(scene.outside, person.end, body.start, body.end)
    return person if of_it else None


def _last_pronoun(scene: Scene, verb: Verb, floor: int) -> tuple[int, int, Speaker] | None:
    found = subject_word().search(scene.outside, max(floor, verb.start - 60), verb.start)
    found = found or described_company().search(scene.outside, floor, verb.start)
    if not found or (found["word"].lower() in _PAPERS and verb.word not in _READS):
        return None
    speaker = scene.pronoun(found["word"], found.start("word"))
    return (found.start("word"), verb.end, speaker) if speaker else None


def after_verb(scene: Scene, verb: Verb) -> tuple[int, int, Speaker] | None:
    """Return start, end and speaker where the subject stands after the verb: said Jensen Huang, founder of NVIDIA."""
    if _ASKED.match(scene.outside, verb.start):
        return None
    lead = scene.outside[max(scene.sentence.start, verb.start - 3) : verb.start].rstrip()
    if not (lead == "" or lead[-1] in f",{MASK}") or verb.kind == "opinion":
        return None
    if verb.word == "comments" and not lead:
        return None  # Comments Ann Lee made in May
    until = min(scene.sentence.end, verb.end + 110)
    pronoun = _HE_AFTER.match(scene.outside, verb.end, until)  # said he before making a comparison with Fenwick
    speaker = None if pronoun else nearest(scene, verb.end, until)
    led = scene.outside[verb.end : speaker.start] if speaker else ""
    # said Keller at the conference of Fenwick: no words of Fenwick's
    if (
        speaker
        and not _NAMED_BEFORE.match(led)
        and not (_ADDING.search(led) or _DOES.match(scene.outside, speaker.end))
        and re.fullmatch(rf"(?: [\w&'.-]+,?){{0,5}}{_TICKER}(?: [\w&'.-]+,?){{0,9}} ", led)
    ):
        role = apposition_form().match(scene.outside, speaker.end, min(scene.sentence.end, speaker.end + 110))
        end = role.end() if role else speaker.end
        others = _AND_OTHERS.match(scene.outside, end)
        return verb.start, others.end() if others else end, speaker
    found = pronoun or _STANDS_AFTER.match(scene.outside, verb.end, until)
    meant = scene.pronoun(found.group(), verb.start) if found else None
    return (verb.start, found.end(), meant) if found and meant else None


def nearest(scene: Scene, start: int, until: int) -> Speaker | None:
    """Return who is named next; the person, where a company is named with one: BYD's vice president Stella Li."""
    speaker = next(iter(scene.cast.between(start, until)), None)
    while (
        speaker
        and not speaker.person
        and (after := next(iter(scene.cast.between(speaker.end, min(until, speaker.end + 80))), None))
    ):
        # the fund's managing director, Gary Black
        until_role = after.role.at if after.role and speaker.end < after.role.at < after.start else after.start
        beside = _DEPARTMENT if after.person else _BESIDE
        listed = not after.person and scene.outside.startswith(",", speaker.end)  # according to Canalys, Apple led
        if listed or not beside.fullmatch(scene.outside, speaker.end, until_role):
            break
        speaker = after
    return speaker

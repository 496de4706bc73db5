"""How English writes who speaks: a role before a company, what may stand before the verb, what follows a name."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.quotes.roles import fields, listed_roles
from generator.extraction.quotes.told_before import ONE_OF_THEM
from generator.extraction.vocabulary import words

_INSERTED = r"(?:, (?:however|though|too|meanwhile|in turn|for (?:his|her|its|their) part|by contrast|nevertheless|nonetheless),)"
_OF_HOUSE = (
    r"(?: (?:NV|AG|SE|SA|PLC|Plc|Inc|Corp|Ltd|Co|LLC|Holdings?|Group|Europe|China|Asia|UK|US|USA|Germany|America|Americas|Japan|India|Australia|Brazil|Mexico|International)\.?)?(?:'s?)? ?(?:(?:[A-Za-z]+ )?(?:analysts?|executives?|management|spokes\w+|team|reports?|officials?|representatives?|managers?|directors?|engineers?|leaders?|lawyers?|negotiators?|strategists|boss|bosses|chief|chief executive|CEO|CFO|chairman|founder|president|"
    r"economists|researchers|board|note|statement|data|research)(?:,? (?:led by|including) [A-Z][\w.]*(?: [A-Z][\w.]*){0,3}(?: and [A-Z][\w.]*(?: [A-Z][\w.]*){0,3})?| in a note)?)?"
)


@cache
def gap_before_verb(person: bool, participle: bool) -> re.Pattern[str]:
    """Return the pattern of what may stand between a subject and its verb."""
    between = "|".join(words("speech")["between"]["en"])
    apposition = r"(?: \([^)]{1,40}\))?(?:,(?! and\b)(?:[^.;:\x1e]|\.(?=\d)|(?:(?<=\bCo)|(?<=\bInc)|(?<=\bLtd)|(?<=\bCorp))\.){2,120}?,| [–_-]+ (?:[^.;:\x1e]|(?<=No)\.){2,100}? [–_-]+)?"
    # Maes, who rates the share “accumulate”, thinks …
    apposition = rf"(?:{apposition}|, (?:who|which) [^.;:]{{2,100}}?,)"
    phrase = r"(?:,? ?(?:on|in|at|during|after|for|with|from|via|of|to|through) (?:[^,.;:\x1e]|(?<=\b[A-Z])\.(?=[A-Z ])){2,70}?,?)?"
    # Ann Lee, Area Manager and a Denver native said
    apposition = rf"(?:, \d\d(?=,))?(?:{apposition}|, (?:[\w&'.-]+ ){{0,6}}(?i:{listed_roles('en')})(?: (?:and|of|for|at|in) (?:[\w&'.-]+ ){{0,5}}[\w&'.-]+)?)"
    house = "" if person else f"(?:{_OF_HOUSE})"
    quoted_as = r"(?: (?:was|is) quoted as)?"
    if participle:
        return re.compile(rf"{house}{quoted_as} ")
    return re.compile(rf"{house}{apposition}{phrase}(?: also| later)?{quoted_as}(?:,? (?:{between}|\w+ly))*,? ")


@cache
def role_words() -> set[str]:
    """Return the words that roles are made of, in small letters."""
    roles = words("speech")["roles"]
    listed = [*roles["en"], *roles["modifiers"], *words("speech")["company_nouns"]]
    return {word.lower() for phrase in listed for word in re.findall(r"\w+", phrase)}


@cache
def role_of_company() -> re.Pattern[str]:
    """Return the pattern of a role that a company's name belongs to: `the founder of the EV maker Xiaomi`."""
    listed = [role for role in words("speech")["roles"]["en"] if role != "analysts"]  # who speak for their house
    roles = "|".join(sorted(map(re.escape, listed), key=len, reverse=True))
    return re.compile(rf"\b((?i:{roles})) (?:of|at|for) (?:[\w'-]+ ){{0,6}}$")


@cache
def subject_word() -> re.Pattern[str]:
    """Return the pattern of a subject that names nobody, and the verb right after it."""
    between = "|".join(words("speech")["between"]["en"])
    nouns = "|".join((*words("speech")["company_nouns"], *words("speech")["body_nouns"]))
    roles = listed_roles("en")
    houses = "|".join(
        w.removeprefix("the ") for kind in ("that_house", "that_company") for w in words("speech")[kind]["en"]
    )
    noun = rf"the (?-i:[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){{0,2}}, (?=[A-Z]))?(?:[\w'-]+ ){{0,3}}(?:{nouns}|{houses}|representative|(?:{roles})(?: of {fields()})?(?: and (?:{roles}))?)"
    spokes = r"(?:an?|its) (?:company |group )?spokes\w+|an? company (?:official|representative|executive)|the (?:company|group|firm|[a-z]*maker)'s (?![\w -]{0,40} (?:and|but) $)[\w -]{2,40}"
    unnamed = f"the (?:[a-z]+ )?(?:people|persons?|sources?|insiders?|{ONE_OF_THEM})"
    return re.compile(
        rf"(?:^|(?<=[\s(\x1e]))(?P<word>(?i:he|she|it|they|management|(?:its|their) statement|{spokes}|{noun}|{unnamed}|(?:his|her) (?:team|firm|bank|brokerage)))(?: (?:led|run|headed|founded|owned) by [^,.;:\x1e]{{2,40}})?(?: (?:was|is) quoted as)?{_INSERTED}?(?: (?:{between}|\w+ly))*(?:,? (?:in|on|at|during) [^,.;:\x1e]{{2,50}},?)? $"
    )


@cache
def described_company() -> re.Pattern[str]:
    """Return the pattern of a noun for a company, and what is said of that: `the discount chain, which runs 1,900 stores, said`."""
    houses = (noun.removeprefix("the ") for noun in words("speech")["that_house"]["en"])
    nouns = "|".join((*words("speech")["company_nouns"], *houses))
    return re.compile(
        rf"(?:^|(?<=[\s(\x1e]))(?P<word>(?i:the) (?:[\w'-]+ ){{0,3}}(?:{nouns})), (?:which|whose|the|an?|home to|part of|one of|now|long|already|once|still|[a-z]+(?:ed|ing|un|en|nt|own|orn)) (?:[^.;:\x1e]|\.(?=\d)){{2,130}}, (?:also |later )?$"
    )


@cache
def apposition_form() -> re.Pattern[str]:
    """Return the pattern of the role after a name: `, founder and CEO of NVIDIA`."""
    return re.compile(
        r"(?:, \d\d(?=,))?, (?:(?:an?|the|its|his|her|\w+'s) )?(?:[\w&'-]+ ){0,4}?"
        rf"(?i:{listed_roles('en')})"
        r"(?: (?:and|of|for|at|in) [^,.;:\x1e]{2,60})?(?:, [A-Z][\w&.-]+(?: [A-Z][\w&.-]+)*)?"
    )

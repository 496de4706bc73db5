"""People whom only an English text makes known: by a role beside the name, by a verb of saying, by the surname that says something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from generator.corpus.beginnings import sought
from generator.extraction.quotes.apposed import speaks_apposed
from generator.extraction.quotes.body_names import DESCRIBE
from generator.extraction.quotes.known_later import is_of_house, then_speaks
from generator.extraction.quotes.person import Person
from generator.extraction.quotes.roles import last_words, role_above, role_after, role_before
from generator.extraction.quotes.speech import ANY_PAST, ANY_VERB, CLOSES, MASKED, WHILE_EN, amid_zh, said_en, says_zh
from generator.extraction.vocabulary import words

_LETTERS = "[^\\W\u3400-\u9fff]"  # no Chinese ones: 秘书Ann Lee表示
_WORD_OF_NAME = rf"[A-ZÀ-ÖØ-ÞŁŚŠŽĐİŌ](?:'[A-Z])?(?:{_LETTERS}|[\u0300-\u036f-])+(?:'[A-Z]{_LETTERS}+)?"
_NAMES = sought(  # an accent may stand by itself after its letter
    rf"(?<![A-Za-z0-9_]){_WORD_OF_NAME}(?: (?:[A-Z]\.|(?:al|el|ul|ad|as|ar|ash)-{_WORD_OF_NAME}|(?:de|van|von|der|den|bin|al|ibn|da|di|du|del|della|dos|ter|ten|zu)\b|{_WORD_OF_NAME})){{1,6}}"
)
_SAID_AFTER = re.compile(
    r"(?:, \d\d(?=,))?(?:, who [^,.;]{2,80},|,? (?:of|at|from|with) (?:the )?(?:[a-z-]+ ){0,3}(?:[A-Z]\.[A-Z]\. )?[A-Z][\w&+-]*(?: [A-Z&][\w&+-]*){0,3}(?: and Co(?:mpany)?\b\.?|(?<=& Co)\.)?,?)?"
    rf"{WHILE_EN} (?:{said_en()}|(?:{said_en('quotes')})(?= that\b|:? ?\x1e|, \x1e)|estimates|asked|(?:is|was) (?:also )?quoted as saying|disagrees|agrees|doubts|doubted|demurs|concurs|concurred|(?:goes|went) further|(?:described|describes|called|calls|dubbed|branded|labelled|labeled)\b(?= [^.,;:\n\x1e]{{1,60}} \x1e)|[a-z]+ed [^.;\n]{{2,120}}?, (?:claiming|saying|arguing|asserting|warning|insisting)|[a-z]+ed [^.;\n]{{2,120}}? and (?:said|claimed|noted|argued|added|warned) that)\b"
)
_WHOSE = re.compile("'s? [A-Z]")  # according to Harbour Pro's Ann Lee: no person is called Harbour Pro
_AT_HOUSE = re.compile(r" (?:at|of|from|with) (?:the )?(?:[a-z-]+ ){0,3}[A-Z]")  # According to Rajesh Mehta at Citi, …
_FORESEES = re.compile(rf" (?:{said_en('opinion')})\b")  # Morgan Stanley's Erik Lee estimated that …
_WHOSE_MAN = r"(?: (?:the )?[A-Z][\w&.-]*(?: [A-Z&][\w&.-]*){0,3}'s?)?"  # wrote the Harbour Post's Ann Lee
_SAID_BEFORE = re.compile(
    rf"\b(?:said|says|added|adds|commented|explained|noted|argued|wrote|warned|according to|[Pp]er){_WHOSE_MAN} $"
)
# “…,” countered Goldman Sachs' Ann Lee: any verb of saying right after words
_INVERTED = re.compile(
    rf"[,\"”’'\x1e] ?(?:{said_en()}|{said_en('quotes')}){_WHOSE_MAN} $|{MASKED},? {ANY_PAST}(?: Mr\.?| Ms\.?| Mrs\.?)?{_WHOSE_MAN} $"
)
# “…,” Ann Lee beamed
_BESIDE = re.compile(rf"{MASKED},? (?:Mr\.? |Ms\.? |Mrs\.? )?$"), re.compile(rf" {ANY_VERB}(?={CLOSES})")
# Ann Lee, sounded a note of caution: “…”
# Gary Holt of the Future Fund, a shareholder, was blunt: “…”
_LEADS_TO_WORDS = re.compile(
    r"(?:,? (?:of|at|from) (?:the )?[A-Z][\w&.-]*(?: [A-Z&][\w&.-]*){0,3})?(?:, (?:an?|the|his|her|its) [^,.:;\n\x1e]{2,60},)?,? (?!and |or |to |in |on |of |for |at )[a-z]+(?:n't)? [^.:;\n\x1e]{0,90}: ?\x1e"
)
# Bo Acker, one of the loudest critics, said that he had sold: a body of two words would not be he
_HIMSELF = re.compile(
    rf", (?:one of|among|an?|the|once|long|now) [^.;\n\x1e]{{2,90}}?,{WHILE_EN} (?:{said_en()}|revealed|disclosed|announced)(?: (?:last|this) (?:week|month|year|[A-Z][a-z]+day))?(?: that)? (?:he|she|his|her)\b"
)
# Anil Rao built Kartly in 2010. He talks about the market.
_FOUNDED = re.compile(
    r",? (?:has )?(?:built|founded|co-founded|started|runs|leads|heads|launched|joined|became|took over|set up|spent|invests|manages|chairs|grew up|studied)\b[^\n]{2,300}?[.:] (?:He|She) "
)
# …, with Ann Lee of Fenwick saying that
_SAYING = re.compile(
    r"(?: (?:of|at|from) (?:[A-Z][\w&.-]*(?: [A-Z&][\w&.-]*){0,3})|, [^.;\n]{2,60},)? (?:saying|adding|arguing|noting|warning|telling|predicting|calling|insisting|stating|suggesting|cautioning|pointing out)\b"
)
_WHOSE_SAID = re.compile(
    r" (?:(?:blame|attribute|cite|praise|criticise|criticize|credit|question|defend|dismisse?|welcome|flag|highlight|point|play|trace|link)(?:d|ed|ged|s)) [^\n]{2,200}?[\"”’\x1e] (?:he|she) (?:said|added|wrote|noted)\b"
)  # Citi's Ann Lee blamed prices. “…,” she said
_AND_SPEAKER = re.compile(
    rf"(?:, {_WORD_OF_NAME}(?: {_WORD_OF_NAME}){{1,2}}){{0,3}},? (?:and|&) {_WORD_OF_NAME}(?: {_WORD_OF_NAME}){{1,2}} (?:also )?(?:{said_en()})\b"
)  # Ann Lee and Bo Park said
_ABOVE_WORDS = re.compile(r"(?:, [A-Z][^\n:]{2,80})?:\n+\x1e")  # a line `Ann Lee, Society for Choice:`, then “…”
_DESCRIBES = re.compile(
    "[A-Z][a-z]+-(?:[a-z]{2,}(?:ing|ed)|laden|hit|heavy|led|seller|elect|designate|rich|born|driven|made|owned|backed|maker|owner|parent|builder|operator|giant)"
)  # Cash-burning Tesla says
_MODIFIERS = {"joint", "deputy", "vice", "acting", "interim", "former", "senior", "chief", "assistant", "executive"}
_PARTICLES = {"DE", "VAN", "VON", "DER", "BIN", "AL"}
# the Institute for Fiscal Policy this week claimed: nobody is called Fiscal Policy
_OF_BODY = re.compile(
    r"\b(?:Institute|Cent(?:re|er)|Ministry|Department|Office|Association|Council|Board|Society|Foundation|Federation|Bureau|Agency|School|Academy|Campaign|Committee|Commission|Chamber|"
    r"Union|League|Alliance|Coalition|Bank) (?:for|of|on) (?:the )?$"
)
# a spokeswoman for Stratus Eight said, the president of Nakagawa Electric said: bodies, wherever they stand
_SPOKEN_FOR = sought(
    r"\b(?:(?:spokes\w+|representatives?) (?:for|of|at)|(?:president|chief executive|CEO|chairman|chairwoman|boss|founder|head) of) (?:the )?"
    rf"(?P<name>{_WORD_OF_NAME}(?: {_WORD_OF_NAME}){{1,3}})"
)
_PAUSE = re.compile(r"(?:^|[.!?:;\n\"“\x1e-])\s*$")
_SURNAME = r"[A-ZÀ-ÖØ-Þ](?:'[A-Z])?[a-zß-ÿ][\w-]+"
_BY_SURNAME = sought(
    rf"\b(?:said|says|added|noted|explained|commented|replied|wrote|writes|observes) (?:Mr\.? |Ms\.? |Mrs\.? )?(?P<after>{_SURNAME})(?=[.,;]|$|\s(?!inc\b))"
    rf"|\x1e (?:{said_en()}|{said_en('quotes')}) (?:Mr\.? |Ms\.? |Mrs\.? )?(?P<behind>{_SURNAME})(?=[.,;]|$|\s(?!inc\b))"
    rf"|\b(?:Mr|Ms|Mrs|Dr)\.? (?P<mister>{_SURNAME})(?! [A-Z])"
    rf"|\b[Aa]s (?:Mr\.? |Ms\.? |Mrs\.? )?(?P<putting>{_SURNAME}) puts? it\b"
    rf"|(?<={MASKED}),? (?:{ANY_PAST} (?:Mr\.? |Ms\.? |Mrs\.? )?(?P<inverted>{_SURNAME})(?=[.,;]|$|\s)|(?:Mr\.? |Ms\.? |Mrs\.? )?(?P<straight>{_SURNAME}) {ANY_VERB}(?={CLOSES}))"
    rf"|\b(?P<before>{_SURNAME}){WHILE_EN} (?:{said_en()})\b"
)


def is_name(words_of_it: str) -> bool:
    """Whether capitalised words can be a person's name, all of them: not Gross Margin, not Fenwick Securities."""
    return _trimmed(words_of_it, he=True) == words_of_it and not words_of_it.split()[0].isdigit()


def english_people(text: str) -> Iterator[Person]:
    """Yield the people whom words in Latin letters name."""
    surnames = {m[m.lastgroup] for m in _BY_SURNAME.finditer(text) if m.lastgroup}
    bodies = {m["name"] for m in _SPOKEN_FOR.finditer(text)}
    for match in _NAMES.finditer(text):
        opens = match.group().startswith("He ") and _PAUSE.search(text, max(0, match.start() - 3), match.start())
        if name := _trimmed(match.group(), he=not opens):
            start = match.start() + match.group().index(name)
            end = start + len(name)
            end += text.startswith(".", end) and name.endswith((" Jr", " Sr"))
            if name in bodies or _OF_BODY.search(text, max(0, start - 24), start):
                continue
            beside = role_before(text, start) or role_after(text, end) or role_above(text, start, end)
            if (
                beside
                or _SAID_AFTER.match(text, end)
                or speaks_apposed(text, start, end)
                or _said_after_zh().match(text, end)
                or (_SAID_BEFORE.search(text, max(0, start - 60), start) and not _WHOSE.match(text, end))
                or (text.startswith("According to ", start - 13) and _AT_HOUSE.match(text, end))
                or (_INVERTED.search(text, max(0, start - 80), start) and not _WHOSE.match(text, end))
                or name.rpartition(" ")[2] in surnames
                or (text[start - 2 : start] == ", " and text.startswith(",", end) and _SAID_AFTER.match(text, end + 1))
                or (
                    (text.startswith(", ", end) or _FORESEES.match(text, end) or _WHOSE_SAID.match(text, end))
                    and is_of_house(text, start)
                )
                or (_BESIDE[1].match(text, end) and _BESIDE[0].search(text, max(0, start - 24), start))
                or _LEADS_TO_WORDS.match(text, end)
                or _HIMSELF.match(text, end)
                or _FOUNDED.match(text, end)
                or then_speaks(text, start, end)
                or (text.startswith("with ", start - 5) and _SAYING.match(text, end))
                or _AND_SPEAKER.match(text, end)
                or (text[start - 1 : start] == "\n" and _ABOVE_WORDS.match(text, end))
            ):
                yield Person(start, end, text[start:end], beside)


@cache
def _no_names(he: bool) -> frozenset[str]:
    return frozenset(words("speech")["no_name"]) - ({"He"} if he else set())


def _trimmed(name: str, he: bool) -> str | None:
    """Return the name in a run of capitalised words, of two at least: Ralf Weber in `Volkswagen CEO Ralf Weber`.

    `he` says that He is a surname there: spokesperson He Yongqian.
    """
    none = _no_names(he)
    capitals = name.isupper()  # PRIME MINISTER VIKTOR ORBAN
    belongs = (
        (lambda part: part.title() not in none)
        if capitals
        else (lambda part: part not in none and not (_DESCRIBES.fullmatch(part) or DESCRIBE.fullmatch(part)))
    )
    runs = (list(run) for belonging, run in groupby(name.split(), belongs) if belonging)
    full = next((run for run in reversed(list(runs)) if len(run) > 1), None)
    titles = [i for i, part in enumerate(full[:-2], 1) if part.lower() in last_words()] if full else []
    full = full[titles[-1] :] if full and titles else full  # Department General Manager Ann Lee
    full = full[-2:] if full and capitals and not _PARTICLES & set(full) else full
    full = (
        full[1:] if full and full[0] in words("speech")["crowds"] and full[0] != "You" else full
    )  # One Bosch employee
    deputy = full and len(full) == 2 and full[1].lower() in last_words() and full[0].lower() in _MODIFIERS
    full = None if deputy or (full and len(full) < 2) else full
    full = None if full and (full[-1] in words("speech")["body_last"]) else full
    named = full and not full[-1].endswith(".") and full[0].replace("-", "").isalpha()  # not Q3 Deliveries
    return " ".join(full) if full and named else None


@cache
def _said_after_zh() -> re.Pattern[str]:
    """Return the pattern of what Chinese puts after a foreign name that speaks: Stephanie Guild则表示."""
    return re.compile(rf"{amid_zh()}{says_zh()}")

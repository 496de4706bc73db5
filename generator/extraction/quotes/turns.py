"""Turns: the labels of a transcript, `Ann Lee -- Chief Executive Officer` over what she says, `王敏 首席财务官:…` before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from generator.corpus.torn import MARK
from generator.extraction.frozen import frozen
from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.people_en import is_name
from generator.extraction.quotes.person import Person
from generator.extraction.quotes.roles import Role, listed_roles, role_in
from generator.extraction.vocabulary import words

_HOSTS = (
    r"(?:Conference )?(?:Operator|Moderator|Host|Interviewer|Presenter|Unidentified \w+|Unknown \w+|Speaker \d+|Participant \d+)"
    r"|(?:会议|大会|论坛|活动)?主持人|记者|媒体|观众|分析师|(?:[匿]名)?投资者\d*|提问者?|问|Q\d*"
)
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
_NAME = rf"(?:(?:Mr|Ms|Mrs|Dr)\.? )?{_WORD}(?: (?:[A-Z]\.|(?:de|van|von|der|den|bin|al|da|di|du)\b|[“\"(][A-Z][\w-]+[”\")](?= [A-Z])|{_WORD})){{1,3}}(?:,? (?:Jr|Sr)\.)?"
# What stands between a name and what it is: -- CFO; , CFO; (Fenwick); {BIO 17 <GO>}; | CFO
_TAIL = r"(?: ?[–—|/-]{1,2} ?| ?, | ?(?=[({]))(?:[^.!?。:;\n\x1e\x1f]|\b(?:Inc|Corp|Ltd|Co|Cos|Sr|Jr|[A-Z])\.){2,110}"
_CLOSE = rf"(?P<close> ?(?:\) ?)?[:{MARK}]|\s*$)"
_LABEL_EN = re.compile(
    rf"(?:# )?\(?(?:(?P<host>{_HOSTS})(?: ?[(–—-][^:\n]{{1,30}})?|(?P<name>{_NAME})(?P<tail>{_TAIL})?){_CLOSE}"
)
_ANSWERS = re.compile(r"(?:答|A\d{0,2}|Answer)[:.]")  # of whoever is interviewed
_VERB = re.compile(r"\b(?:is|are|was|were|will|has|have|had|thank|we|I|you|our)\b|[是将会有我您]")
_ALONE = 130  # characters of a label that stands by itself
_LEAST = 4  # labels of a transcript
_SPEAKS = 3  # of them with words below or behind them
_WORDS = 12  # characters of what somebody says at least
_STOPS = '。.!?…”"'
_SIGN = re.compile(
    r"(?i:transcript|operator|moderator|q&a|question-and-answer|questions? (?:and|&) answers?|interview|prepared remarks|conference call|earnings call)"
    r"|实录|电话会|说明会|问答|专访|对话|对谈|访谈|主持人|记者问|答记者|纪要|圆桌|论坛"
)
# 以下为问答实录:, `An edited transcript follows:`; two turns below it are enough
_LEADS = re.compile(
    r"(?:以下|下面)[是为]?[^。:;]{0,24}(?:问答|实录|对话|纪要|提问)[^。:;]{0,12}:?\s*$|(?:问答|实录|对话|纪要|提问)[^。:;]{0,12}如下[^。:;]{0,4}:?\s*$"
    r"|\b(?i:transcript|Q&A|questions? and answers?|conversation|exchange)\b[^.:]{0,60}\b(?:follows|below)\b[^.:]{0,20}[.:]\s*$"
)
_OPENING = 600  # characters in which a text says that it is a transcript


@frozen
class Label:
    """Whose turn it is: a name at `start` to `end` and what stands behind it, None for a host; the words begin at `speech`.

    `of` says that something stands behind the name: a house, in brackets or after a dash.
    """

    start: int
    end: int
    name: str | None
    role: Role | None
    speech: int
    alone: bool
    of: bool = False


def labels(passages: Sequence[Passage]) -> dict[int, Label]:
    """Return the labels of a transcript by the start of their paragraphs; none of a text that isn't one."""
    if any(_ANSWERS.match(p.outside, p.start, p.end) for p in passages):
        return {}
    found = {p.start: label for p in passages if not p.title and (label := _label(p))}
    found |= {
        above.start: replace(found[above.start], role=role, of=True) for above, role in _roles_below(passages, found)
    }
    times = Counter(label.name for label in found.values())
    led = next((p.end for p in passages if not p.title and _LEADS.search(p.outside, p.start, p.end)), None)
    sure = {
        at: one
        for at, one in found.items()
        if not one.name or one.role or one.of or times[one.name] > 1 or (led and at > led and not one.alone)
    }
    named = any(one.name for one in sure.values())
    spoken = sum(_speaks(passages, sure, i) for i in range(len(passages)))
    signed = passages and _SIGN.search(passages[0].outside, 0, _OPENING)
    hosted = any(not one.name for one in sure.values())
    least, speak = (_SPEAKS - 1, _SPEAKS - 1) if led else (_LEAST, _SPEAKS)
    if not named or len(sure) < least or spoken < speak or not (signed or hosted or led):
        return {}
    return {at: one for at, one in found.items() if at in sure or not one.alone}


def people(found: dict[int, Label]) -> Iterator[Person]:
    """Yield the people whom labels name."""
    for one in found.values():
        if one.name:
            yield Person(one.start, one.end, one.name, one.role)


def _of(match: re.Match[str]) -> bool:
    """Whether something is said of a label's name: behind a dash or in brackets, or before a colon; no date behind a comma."""
    tail = match["tail"] or ""
    return bool(tail.strip()) and (match["close"].strip() != "" or tail.lstrip()[0] in "–—-|/({")


def role_line(passage: Passage) -> Role | None:
    """Return the role in a line that is a role and what it is of, and no more: `Chief Financial Officer, Fenwick Motors Inc.`."""
    where = passage.outside, passage.start, passage.end
    said = passage.end - passage.start > _ALONE or _VERB.search(*where)
    return None if said else role_in(*where)


def _label(passage: Passage) -> Label | None:
    text, start, end = passage.outside, passage.start, passage.last
    if end - start > _ALONE and not (text.find(":", start, end) >= 0 or text.find(MARK, start, end) >= 0):
        return None  # speech, as most lines are: no label closes in it, and none by itself is so long
    match = _LABEL_EN.match(text, start, end) or _label_zh().match(text, start, end)
    if match is None:
        return None
    alone = not text[match.end() : end].strip(f" {MARK}")
    if match["host"] and len(match["host"]) < 2 and not match["close"].strip():
        return None  # Q in a line of its own, below a name
    if match["host"]:
        return Label(start, match.end("host"), None, None, match.end(), alone)
    name = match["name"]
    if (alone and end - start > _ALONE) or (name.isascii() and not is_name(name)):
        return None
    role = _role(passage, match)
    return Label(match.start("name"), match.end("name"), name, role, match.end(), alone, _of(match))


def _roles_below(passages: Sequence[Passage], found: dict[int, Label]) -> Iterator[tuple[Passage, Role]]:
    """Yield the paragraphs that are a name alone, and the role in the line below it."""
    for above, below in pairwise(passages):
        label = found.get(above.start)
        bare = label and label.name and label.alone and not label.of
        if bare and (role := role_line(below)):
            yield above, role


def _role(passage: Passage, match: re.Match[str]) -> Role | None:
    """Return the role that stands behind a label's name, or before it in Chinese."""
    if before := match.groupdict().get("before"):
        return Role(match.start("before"), before.strip())
    tail = match["tail"]
    return role_in(passage.outside, *match.span("tail")) if tail else None


def _speaks(passages: Sequence[Passage], found: dict[int, Label], i: int) -> bool:
    """Whether words follow the label that a paragraph opens with: behind it, or in the next paragraph."""
    label = found.get(passages[i].start)
    if label is None:
        return False
    if not label.alone:
        return passages[i].end - label.speech >= _WORDS and passages[i].text[passages[i].end - 1] in _STOPS
    below = next((p for p in passages[i + 1 : i + 4] if p.end - p.start >= _WORDS), None)
    return below is not None and below.start not in found and below.text[below.end - 1] in _STOPS


@cache
def _label_zh() -> re.Pattern[str]:
    """Return the pattern of a Chinese label: 王敏:…, 首席财务官王敏:…, 王敏 首席财务官, 港湾证券分析师 张明:…."""
    single, double = words("speech")["surnames"]["zh"], "|".join(words("speech")["surnames"]["double"])
    name = rf"(?:{double})[一-鿿]{{1,2}}|[{single}][一-鿿]{{1,2}}|[一-鿿]{{1,6}}[·•][一-鿿]{{1,8}}|{_NAME}"
    role = rf"(?:{listed_roles('zh')}|{listed_roles('en')})"
    before = rf"(?P<before>[^,。;:\n\x1e]{{0,24}}?{role}) ?"
    behind = rf" ?[—–|/(,、-]{{0,2}} ?(?P<tail>[^,。;:\n\x1e]{{0,24}}{role})\)?"
    return re.compile(rf"(?:# )?(?:(?P<host>{_HOSTS})|(?:{before})?(?P<name>{name})(?:{behind})?){_CLOSE}")

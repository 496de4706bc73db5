"""Quotation marks in pairs: “ ”, 「 」, 『 』, and straight ones, which look alike at both ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.corpus.beginnings import sought
from generator.corpus.document import Span
from generator.extraction.frozen import frozen

_PAIRS = {"“": "”", "「": "」", "『": "』", "«": "»", "〝": "〞", "｢": "｣"}
_CLOSERS = {close: opening for opening, close in _PAIRS.items()} | {"〟": "〝"}
_MARKS = re.compile(f'[{"".join(_PAIRS)}{"".join(_CLOSERS)}"]')
# British outlets: 'It is a fork in the road,' he noted. An apostrophe never closes after a comma or stop.
# ('Tariff' was the word of the day.) 'We must live with it,' she said: the second one begins anew.
_SINGLE = sought(
    r"(?:(?<=^)|(?<=[\s(:]))'(?:(?=[A-Z0-9…])(?!\d0s)(?P<words>(?:(?!(?<=[.!?)] )'[A-Z])[^\n]){2,600}?(?:[,.!?…]|\w(?='[.,;]? ?$)|(?<=[^s\W]{2})(?='[,.;])|s(?=', (?:[A-Z]|he |she |said |says |the ))))"
    r"|(?=[a-z])(?P<part>[^\n']{3,}(?:\w'\w[^\n']*)*[^\n']?(?:[,.!?…]|\w(?='[.,;]))))'(?![\w'])"
)
# Chinese ones: 雷军说:‘…’
_SINGLE_ZH = re.compile(
    r"(?:(?<=^)|(?<=[\s:,。!?;\u3400-\u9fff]))['‘](?=[\u3400-\u9fff])(?P<words>[^'‘’\n]{2,1000})['’](?![A-Za-z])"
)
# What such a mark opens after a colon, or at a paragraph's start, and only a later paragraph closes.
_SINGLE_OPEN = re.compile(r"(?:^|: ?)'(?=[A-Z])(?P<words>(?:[^'\n]|(?<=\w)'(?=\w)|(?<=s)'(?= )){20,}[.!?])\s*$")
_BOTH_ENDS = {
    "”": re.compile(r"(?:^|[\u3400-\u9fff,:])”[^”\n]{2,400}”"),
    "“": re.compile(r"(?:^|[\u3400-\u9fff,:])“[^“\n]{2,400}“(?=[,。;!?\u3400-\u9fff]|$)"),
}
_WIDEST = 4000  # characters: what is longer was never closed
_RUNS_ON = 12  # paragraphs
_STOPPED = re.compile(r"\s*(?:$|[,。;.!?)\x1f\n])")
# the last stop before a sentence that leads to words
_LAST_STOP = re.compile(
    r"[.!?] (?:(?:He|She|They|It|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3}) (?:[\w'-]+ ){0,12}?[\w'-]+|[^.!?]*\b(?:said|added|told|noted)\b[^.!?]{0,60})[:,] $"
)
_LEADS_IN = re.compile(r"[,:.] $")
_BEGINS_AGAIN = re.compile(r"[.!?] [“\"][A-Z]")
_WRITER = re.compile(
    r"[”\"].*[”\"]|\b(?:said|says|told|added|adds|noted|notes|wrote|writes|explained|asked)\b"
)  # what no speaker says
_DEEPEST = 4  # marks inside one another


@frozen
class Quotation:
    """What stands between two marks, marks left out; `open` where it runs on to the paragraph's end unclosed."""

    start: int
    end: int
    open: bool = False


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Return the outermost quotations of one paragraph.

    A mark that is never closed quotes nothing, unless it is the paragraph's last: then the speaker may go on in the
    next one. Sources mix marks (`“Our dream," she said`): a straight mark closes a curly one where words end before it.
    """
    found: list[Quotation] = []
    opened: list[tuple[str, int]] = []
    for character, at in _marks(text, start, end):
        del opened[:-_DEEPEST]
        if character in _PAIRS and opened and at > start and not text[at + 1 : end].strip(" .,\x1f"):
            _close(opened, (opened[-1][0],), at, found)  # "It would please me. “ ends a paragraph
        elif character in _PAIRS and opened and (closed := _never_closed(text, *opened[-1], character, at)):
            found.append(closed)
            opened[-1:] = [(character, at)]
        elif character in _PAIRS or (character == "”" and not opened and _begins(text, at, start)):
            opened.append((character, at))  # Danish and Swedish: ”It is bad news,” she said
        elif character == "”" and opened and opened[-1][0] == "”":
            _close(opened, ("”",), at, found)
        elif character in _CLOSERS:
            _close(opened, (_CLOSERS[character], '"'), at, found)
        elif not _inches(text, at, opened):
            if opened and (_ends(text, at, start, end) or (opened[-1][0] == '"' and not _begins(text, at, start))):
                _close(opened, (opened[-1][0],), at, found)
            else:
                found += [q for mark, i in opened if mark == '"' and (q := _opened_again(text, i, at, start))]
                opened = [(c, i) for c, i in opened if c != '"'] + [(character, at)]
    found += [q for (_, i) in opened for later in found[-1:] if (q := _opened_again(text, i, later.start - 1, start))]
    if opened and (not found or opened[-1][1] > found[-1].end) and text[opened[-1][1] + 1 : end].strip():
        found.append(Quotation(opened[-1][1] + 1, end, open=True))
    return _outermost(found) or _single(text, start, end)


def _marks(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield a paragraph's marks and where they stand; where one curly mark is at both ends, each second one closes."""
    alike, closes = _alike(text[start:end]), False
    for mark in _MARKS.finditer(text, start, end):
        if mark.group() == alike:  # 李书福直言”…”
            yield ("”" if closes else "“"), mark.start()
            closes = not closes
        else:
            yield mark.group(), mark.start()


def _alike(line: str) -> str | None:
    """Return the curly mark that a paragraph has at both ends of what it quotes."""
    for mark, other in ("”“", "“”"):
        if mark in line and other not in line and line.count(mark) % 2 == 0 and _BOTH_ENDS[mark].search(line):
            return mark
    return None


def run_on(text: str, lines: Sequence[Span], quoted: list[list[Quotation]]) -> list[list[Quotation]]:
    """Return the quotations of a text's lines with what a mark opens in one and only a later one closes.

    A letter or post given in full: the first paragraph has the opening mark, the last one the closing mark.
    """
    found = list(quoted)
    for i, line in enumerate(lines):
        if not (found[i] and found[i][-1].open and _leads(text, line, found[i][-1])):
            continue
        closer = _PAIRS.get(text[found[i][-1].start - 1])
        for j in range(i + 1, min(len(lines), i + 1 + _RUNS_ON)):
            mark = _MARKS.search(text, *lines[j])
            if mark and mark.group() == closer and _STOPPED.match(text, mark.end(), lines[j].end):
                found[i + 1 : j] = [[Quotation(*between, open=True)] for between in lines[i + 1 : j]]
                rest = [q for q in found[j] if q.start > mark.start()]
                found[j] = [Quotation(lines[j].start, mark.start()), *rest]
            if mark:
                break
    return found


def _leads(text: str, line: Span, opened: Quotation) -> bool:
    """Whether what a mark opens begins a paragraph, or stands behind a colon or comma."""
    return not text[line.start : opened.start - 1].strip() or text[opened.start - 2] in ":,"


def _close(opened: list[tuple[str, int]], marks: Iterable[str], at: int, found: list[Quotation]) -> None:
    """Close the nearest of some opening marks; those opened after it were never closed."""
    for i in range(len(opened) - 1, -1, -1):
        if opened[i][0] in marks:
            begun = opened[i][1] + 1
            del opened[i:]
            if at - begun <= _WIDEST:
                found.append(Quotation(begun, at))
            return


def _never_closed(text: str, before: str, opened: int, character: str, at: int) -> Quotation | None:
    """Return what a mark opened and none closed, where a sentence of the writer's leads to another: “It was time. He went on to say: “We …”."""
    if before != character or at - opened > _WIDEST or text[at - 1 : at] != " " or text[at - 2] not in ":,":
        return None
    stop = _LAST_STOP.search(text, max(opened + 12, at - 200), at)
    return Quotation(opened + 1, stop.start() + 1) if stop else None


def _opened_again(text: str, opened: int, at: int, start: int) -> Quotation | None:
    """Return what a mark opened and none closed, where the next one opens at a new sentence of the same words: "It was cold. "We …"."""
    led = opened == start or _LEADS_IN.search(text, max(start, opened - 3), opened)
    again = _BEGINS_AGAIN.match(text, at - 2) if led and 0 < at - opened <= _WIDEST else None
    return Quotation(opened + 1, at - 1) if again and not _WRITER.search(text, opened, at) else None


def _inches(text: str, at: int, opened: list[tuple[str, int]]) -> bool:
    return not opened and text[at - 1 : at].isdigit() and not text[at + 1 : at + 2].isalpha()


def _begins(text: str, at: int, start: int) -> bool:
    """Whether a straight mark can only open: `He said "We …`."""
    return (at == start or text[at - 1] in " (\x1f") and text[at + 1 : at + 2].isalnum()


def _ends(text: str, at: int, start: int, end: int) -> bool:
    """Whether a straight mark can only close: a blank or stop after it, none before."""
    after = text[at + 1] if at + 1 < end else " "
    return at > start and not text[at - 1].isspace() and (after.isspace() or after in ",.;:!?)。…-\x1f")


def _outermost(found: list[Quotation]) -> list[Quotation]:
    kept: list[Quotation] = []
    for quotation in sorted(found, key=lambda q: (q.start, -q.end)):
        if not kept or quotation.start > kept[-1].end:
            kept.append(quotation)
    return kept


def _single(text: str, start: int, end: int) -> list[Quotation]:
    line = text[start:end]
    found = [
        Quotation(m.start(m.lastgroup or 0) + start, m.end(m.lastgroup or 0) + start) for m in _SINGLE.finditer(line)
    ]
    found = found or [Quotation(m.start("words") + start, m.end("words") + start) for m in _SINGLE_ZH.finditer(line)]
    runs_on = None if found else _SINGLE_OPEN.search(line)
    return [Quotation(runs_on.start("words") + start, runs_on.end("words") + start, open=True)] if runs_on else found

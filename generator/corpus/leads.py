"""What the opening lines of a plain text say of it: its title, who published it, and when.

Saved articles say so in many ways: `来源：新浪财经`, `Reuters, Nov 18 2025`, `BEIJING (Reuters) -`, `财联社11月18日电`.
A name without a label is taken for the publisher's only where the catalogue knows it as one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from generator.corpus.days import day_in, undated, with_time
from generator.corpus.facts import Facts

_LEAD = 400  # characters at the top of a plain text, where a date is the date of publication
_LONG = 90  # characters of a line, from which on it is no byline
HEADING_MARK = re.compile(r"#{1,6}[ \t]+")
_END = r"(?=\s{2,}|\s*[|｜·/／,，;；]|\s+\d|\s*$|\s+(?:Date|Time|Published|By|发布|日期|时间|作者|编辑)\b)"
_SOURCE = re.compile(
    rf"(?<![一-鿿])(?:文章|稿件|信息)?[来來]源\s*[:：]\s*(?P<zh>[^\s|｜·:：]{{1,20}}?){_END}"
    rf"|\b(?:Source|Publisher|Outlet)\s*:\s*(?![Cc]ompany|[Dd]ata)(?P<en>[A-Z0-9][\w&.' -]{{1,40}}?){_END}",
    re.M,
)
_TITLE = re.compile(r"(?:Title|Headline|Subject|标题|標題|主题|主旨)\s*[:：]\s*", re.I)
# What a text opens with that has neither a stop nor a label, over what it is the headline of.
_HEADLINE = re.compile(
    r"\s*(?P<line>[^\s\-•*|>][^\n]{7,119}?(?<![.。!！?？;；:：,，、”」』﹂﹄»\"'’…]))[ \t]*\r?\n\s*\S"
)
_BY = re.compile(r"(?:By|by|BY) [A-Z]|(?:本报|本刊)?(?:记者|記者|作者|撰文|编辑|編輯|文/)")
_WORDS = 4  # of a line with a date; with fewer it is a byline
# What a news archive exports: `HD` and `SN` begin the lines of the headline and of the source's name.
_ARCHIVED = re.compile(r"\s*HD\s+(?P<title>\S[^\n]*?)\s*\n(?:[^\n]*\n)*?SN\s+(?P<publisher>\S[^\n]*?)\s*\n")
_LABELLED = re.compile(
    r"(?:From|To|Cc|Sent|Subject|发件人|收件人|抄送|主题|主旨|寄件者|收件者|Source|Publisher|Outlet|Date|Published|Updated|By|Author|(?:文章)?[来來]源|日期|(?:发布|發布|更新)?[时時][间間]|作者|编辑|編輯)\s*[:：]"
)
# Where a story begins: `HONG KONG, Nov. 18, 2025 /PRNewswire/ -- `, 财联社11月18日电
_FILED = re.compile(
    r"^[A-Z][\w ,./]{1,50}?\s*/(?P<wire>[A-Z][\w -]{2,24})/\s*(?:[-–—]|$)"
    r"|^[（(]?(?P<zh>[\w·]{2,10}?(?:社|网|網|报|報|财经|財經|通|氪|证券)(?:APP)?)(?:[一-鿿]{2,4})?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:电|電|讯|訊|获悉|獲悉)",
    re.M,
)
_DATELINE = re.compile(
    r"^[A-Z][\w ,./]{1,50}?\s*\((?P<agency>[A-Z][\w .&]{1,24})\)\s*(?:[-–—]|$)", re.M
)  # `BEIJING, Nov 18 (Reuters) - `; and `Xiaomi (HK) - `, which is none
_ORIGINAL = re.compile(r"原创\s")  # above what an account publishes: `原创 张三 晚点LatePost 2025-11-18 20:30 北京`
# Whom a file names as its author where nobody told the program who that is.
_NOBODY = re.compile(
    r"(?i:python-docx|(?:un)?known|author|作者|owner|root|admin(?:istrator)?|管理员)"
    r"|(?i:(?:(?:windows|microsoft(?: office)?|微软|ms)[ -]?)?(?:users?|用户|使用者)|微软(?:中国)?)"
    r"|lenovo|hp|dell|asus|acer|thinkpad"  # a maker's own announcements name it `Lenovo`
)
# Above an announcement's day: `By order of the Board … Hong Kong, 18 November 2025`, 特此公告。董事会2025年10月30日.
_SIGNED = re.compile(r"\bby order of the board\b|承董事[會会]命|特此公[告佈布]", re.I)
_SIGNATURE = 300  # characters in which it stands
_BETWEEN = re.compile(r"\s*[|｜·•,，;；]\s*|\s+[-–—]\s+|\s{2,}")
_ALONE = 30  # characters of a line without a date, up to which it may be a publisher's name


def lead(text: str, is_outlet: Callable[[str], bool]) -> Facts:
    """Return what a text says of itself at its opening, or under its board's signature.

    `is_outlet` tells the names of publishers.
    """
    opening = text[:_LEAD]
    lines = [line.strip() for line in opening.splitlines() if line.strip()]
    if archived := _ARCHIVED.match(opening):
        return Facts(archived["title"], archived["publisher"], _published(lines))
    return Facts(_title(lines), _publisher(opening, lines, is_outlet), _published(lines) or _signed(text))


def lead_over(own: Facts, text: str, is_outlet: Callable[[str], bool]) -> Facts:
    """Return what the opening of a text says, over what its file says of itself but for the title."""
    said = lead(text, is_outlet)
    nobody = own.publisher and _NOBODY.fullmatch(own.publisher.strip())
    own = replace(own, publisher=None) if nobody else own
    return replace(said.over(own), title=own.title or said.title)


def _title(lines: list[str]) -> str:
    """Return the first line that is a title: the very first where none is told from labels and dates."""
    named = next((line[found.end() :] for line in lines if (found := _TITLE.match(line))), None)
    first = next((line for line in lines if not _LABELLED.match(line)), lines[0] if lines else "")
    title = named or first
    return unmarked(title) if HEADING_MARK.match(title) else title[:120]


def headline(text: str, start: int) -> str:
    """Return the line that a text opens with from `start`, where it looks like a headline."""
    found = _HEADLINE.match(text, start)
    line = found["line"] if found else ""
    dated = day_in(line) and len(undated(line).split()) < _WORDS
    return "" if dated or _LABELLED.match(line) or _BY.match(line) else line


def unmarked(title: str) -> str:
    """Return a title without the mark of a heading: `# Revenue of C# tools` is `Revenue of C# tools`."""
    mark = HEADING_MARK.match(title)
    return title[mark.end() :] if mark else title


def _published(lines: list[str]) -> datetime | None:
    """Return the first date of a text's opening, and the time that stands beside it."""
    for line in lines:
        if day := day_in(line):
            return with_time(line, day) if len(line) <= _LONG else day
    return None


def _signed(text: str) -> datetime | None:
    """Return the day that stands under an announcement: the first below its board's last signature."""
    *_, last = [None, *_SIGNED.finditer(text)]
    return day_in(text[last.end() : last.end() + _SIGNATURE]) if last else None


def _publisher(opening: str, lines: list[str], is_outlet: Callable[[str], bool]) -> str | None:
    """Return who published a text: whom it names as its source, who filed it, or an outlet beside a date."""
    if found := _SOURCE.search(opening) or _FILED.search(opening):
        return next(name.strip() for name in found.groups() if name)
    agencies = (name.strip() for found in _DATELINE.finditer(opening) for name in found.groups() if name)
    return next((name for name in (*agencies, *_names(lines)) if is_outlet(name)), None)


def _names(lines: list[str]) -> Iterator[str]:
    """Yield what may be a publisher's name: the last part of a title, and all parts of short lines, but for dates."""
    for i, line in enumerate(lines):
        bare = undated(line)
        pieces = bare.split() if _ORIGINAL.match(bare) else _BETWEEN.split(bare)
        parts = [part for part in (part.strip(" *_()（）【】") for part in pieces) if part]
        if i == 0:
            yield from parts[-1:] if len(parts) > 1 else ()
        elif len(line) <= (_LONG if bare != line else _ALONE):
            yield from parts

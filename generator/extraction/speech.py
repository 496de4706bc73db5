"""Attribution: who says what, where words stand in quotation marks, and where a sentence reports an opinion."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.extraction.vocabulary import words

_CLAUSE = re.compile(r"[,;:。!?\n\x1f]")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying at `start` to `end`; `direct` ones may introduce words in quotation marks."""

    start: int
    end: int
    direct: bool


def verbs(text: str, start: int, end: int) -> list[Verb]:
    """Return the verbs of saying within a stretch of text."""
    return [Verb(m.start(), m.end(), m.lastgroup == "direct") for m in _verbs().finditer(text, start, end)]


@cache
def _verbs() -> re.Pattern[str]:
    def listed(kind: Literal["direct", "reported"]) -> str:
        chinese = sorted(words("speech")["zh"][kind], key=len, reverse=True)
        english = sorted(words("speech")["en"][kind], key=len, reverse=True)
        return "|".join((*chinese, *(rf"\b{verb}\b" for verb in english)))

    # 据说, 小说, 名称, 对称, 知道, 指数 and the like say nothing.
    not_speech = r"(?<![据小传听所名对简俗尊全职统著堪])"
    return re.compile(
        rf"{not_speech}(?:(?P<direct>{listed('direct')})|(?P<reported>{listed('reported')}))(?![书明数标法服号谓示器片到头定导纹师]|针对|的是)"
    )


def clause_start(text: str, at: int, floor: int) -> int:
    """Return where the clause that an offset stands in begins."""
    marks = [m.end() for m in _CLAUSE.finditer(text, floor, at)]
    return marks[-1] if marks else floor

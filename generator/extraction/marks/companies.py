"""The catalogue's companies, found in text by their names and by the codes of their shares."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.corpus.cleaning import fold
from generator.extraction.marks.general_motors import GM, is_a_maker
from generator.extraction.marks.mention import STRANGER, EntityMention
from generator.extraction.marks.ordinary_words import as_a_name, surely_named
from generator.extraction.marks.terms import companies_of
from generator.extraction.phrases import Found, Phrases, Sightings, lowered
from generator.extraction.reading import Reading
from generator.settings.catalogue import Catalogue, Company

# 北美光通信 names no 美光, 王者荣耀 no 荣耀
# 极氪董事长安聪慧 names no 长安, 其中芯片业务 no 中芯
_PART_OF_A_WORD = ("北美", "南美", "欧美", "王者荣", "董事长", "其中", "当中")
# the code of a share behind a name
_CODE = re.compile(r"\((?P<code>\d{4,6})(?:\.[A-Z]{2})?\)")
_DIGITS = re.compile(r"\d{4,6}")
_HONG_KONG = re.compile(r"[一-鿿]{2,4}\((?P<code>0\d{4})(?:\.HK)?\)")
_OF_HONG_KONG = re.compile(r"(?:HKEX?: ?|SEHK: ?)0*(\d{1,5})|0*(\d{1,5})\.HK")
# 京东方面,第三季收入2991亿元: 京东, and no 京东方; but 京东方面向全球客户, 京东方面板业务
_SIDE = re.compile("面(?![板对向临貌世积试谈孔市包])")
Named = Found[tuple[str, ...]]


class Companies:
    """Finds the companies that the catalogue names, `ordinary` words among their names only where they stand as one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.phrases: Phrases[str] = Phrases(companies_of(catalogue))
        self.ordinary = {fold(form).text: name for name, c in catalogue.companies.items() for form in c.ordinary}
        self._ordinary = frozenset(self.ordinary)
        self._own_lines = {form for s in catalogue.segments.values() if s.entity for form in s.aliases.zh}
        tickers = ((t, name) for name, company in catalogue.companies.items() for t in company.tickers)
        self._hong_kong = {name: hong_kong_codes(c) for name, c in catalogue.companies.items()}
        self._codes = frozenset((code[0], name) for t, name in tickers if (code := _DIGITS.search(t)))

    def named(self, text: str) -> list[EntityMention]:
        """Return the companies that a text names."""
        seen = self.phrases.seen_in(text, lowered(text))
        return self._named(seen, seen.whole())

    def named_in(self, reading: Reading, start: int, end: int) -> list[EntityMention]:
        """Return the companies that a stretch of a document names, as if it stood alone."""
        seen = reading.seen(self.phrases)
        return self._named(seen, seen.within(start, end))

    def _named(self, seen: Sightings[str], found: list[Named]) -> list[EntityMention]:
        """Return companies without the ordinary words that name none: in no text that does not name them otherwise as well."""
        text = seen.text
        found = [self._of_its_side(text, f) for f in found]
        if self._ordinary and any(text[low:high] in self._ordinary for low, high, _ in found):
            coded = _coded(seen, self._codes)
            sure = surely_named(seen, self._ordinary) | coded
            found = [
                f for f in found
                if text[f.start : f.end] not in self._ordinary
                or (f.meaning in sure and as_a_name(text, f.start, f.end))
                or (f.meaning in coded and _CODE.match(text, f.end))
            ]  # fmt: skip
        found = [Found(f.start, f.end, (STRANGER,)) if self._has_anothers_code(text, f) else f for f in found]
        if any(text[f.start : f.end] == GM for f in found) and not is_a_maker(text):
            found = [f for f in found if text[f.start : f.end] != GM]
        return [
            EntityMention(f.start, f.end, f.meaning[0])
            for f in found
            if not text.endswith(_PART_OF_A_WORD, 0, f.start + 1)
        ]

    def _has_anothers_code(self, text: str, found: Named) -> bool:
        """Whether a longer name that begins with a company's has the code of another share of Hong Kong: 京东物流(02618.HK), 联想控股(03396)."""
        code = _HONG_KONG.match(text, found.end)
        own = self._hong_kong.get(found.meaning[0])
        if code is None or not own or int(code["code"]) in own:
            return False
        return text[found.start : text.index("(", found.end)] not in self._own_lines  # 网易云音乐(09899)

    def _of_its_side(self, text: str, found: Named) -> Named:
        """Return the company of 京东方面 for 京东方: a name that 方面 takes its last character from is the shorter one's."""
        if text[found.end - 1] != "方" or not _SIDE.match(text, found.end):
            return found
        shorter = self.phrases.find(text[found.start : found.end - 1])
        whole = next((f for f in shorter if f.end == found.end - found.start - 1 and f.start == 0), None)
        return Found(found.start, found.end - 1, whole.meaning) if whole else found


@lru_cache(maxsize=1)
def _coded(seen: Sightings[str], codes: frozenset[tuple[str, str]]) -> frozenset[tuple[str, ...]]:
    """Return the companies behind whose names their own codes stand: 研华(2395), whatever else the word means."""
    behind = ((f, _CODE.match(seen.text, f.end)) for f in seen.whole())
    return frozenset(f.meaning for f, code in behind if code and (code["code"], f.meaning[0]) in codes)


def hong_kong_codes(company: Company) -> frozenset[int]:
    """Return the codes of a company's shares in Hong Kong."""
    told = (_OF_HONG_KONG.fullmatch(t) for t in company.tickers)
    return frozenset(int(m[1] or m[2]) for m in told if m)

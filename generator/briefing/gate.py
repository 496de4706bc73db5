"""The gate for the author's words: what they state is looked up, or marked as the author's own.

Prose, titles, headlines, messages, events, terms, labels, an own block's data, disclaimers and definitions state no
number in digits or in words, no period and no quotation but by reference or in `{{ own("…") }}`. Names, in the
catalogue and of audiences, state no amount; any other digit is part of the name: 5G, Top 3. The fixed words of
templates are judged in `words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.briefing.claims import NUMBER, quotations
from generator.corpus.cleaning import fold
from generator.corpus.document import Span
from generator.errors import Problem
from generator.extraction.amounts.in_text import amounts
from generator.extraction.amounts.spelt import numbers, quantities
from generator.settings.authored import INSIDE, SLOT, Authored

_SIGN = r"(?<![\w\ue000])[-−–+±≈~<>]|[\d.,$€£¥负]|−\s|\bminus\s"
_UNIT = (
    r"[ -]?(?:(?:per ?cent|pct|pp|percentage points?|basis points?|bps?|[kmbt]n?|fold|times|yuan|renminbi|dollars?|"
    r"euros?|crore|lakh)(?![A-Za-z])|[%％‰万亿千百十倍成元]|个?百分点|美元|港元)"
)
# What stands right beside a figure is read as part of it: a sign or digit before, a digit, unit or figure after.
_BESIDE = re.compile(rf"(?:{_SIGN})(?={SLOT})|{SLOT}(?={SLOT})|(?<={SLOT})(?:[.,]?\d+|{_UNIT})", re.I)
_MONTHS = 12  # months and quarters have names in one language and numbers in the other
_TYPED = (
    "'{said}' is typed, so nothing stands behind it: write {{{{ figure(\"…\") }}}}, {{{{ period }}}} or "
    '{{{{ when("…") }}}}; what is the author\'s own is marked {{{{ own("{said} …") }}}}.'
)
_QUOTED = (
    '\'{said}\' is in quotation marks, and nothing stands behind it: write {{{{ quote("…", about="…") }}}}; '
    'what is the author\'s own is marked {{{{ own("“{said}”") }}}}.'
)
_CHANGED = "'{said}' stands right beside a figure and would change what it says: figures are printed as they are."


class Fault(NamedTuple):
    """A part of an author's text that may not stand there, and why."""

    span: Span
    message: str


def typed_problems(authored: Iterable[Authored]) -> list[Problem]:
    """Return a problem for each number and quotation that an author typed, with its place."""
    problems: dict[Problem, None] = {}
    for one in authored:
        wrong = list(_faults(one, one.words))
        if wrong and (source := one.source()) is not None:
            found = list(_faults(one, source.words)) or [Fault(Span(0, 0), fault.message) for fault in wrong]
            problems |= dict.fromkeys(source.problem(*fault.span, fault.message) for fault in found)
    return list(problems)


def _faults(one: Authored, words: str) -> Iterator[Fault]:
    return faults(words, one.name) if one.original is None else _mistranslated(words, one.original)


def _mistranslated(words: str, original: str) -> Iterator[Fault]:
    """Yield the amounts and numbers of a translation that its original does not state; 一倍 is 100%."""
    plain = fold(original).text
    found = amounts(plain, 0, len(plain))
    stated = {abs(a.value) * (100 if a.kind == "times" else 1) for a in found} | {abs(a.value) for a in found}
    told = quantities(words)
    spans = [Span(a.start, a.end) for a in told if abs(a.value) not in stated]
    stated |= {_value(digits) for digits in NUMBER.findall(plain)}
    for digits in NUMBER.finditer(words):
        inside = any(amount.start <= digits.start() < amount.end for amount in told)
        if not inside and _value(digits.group()) > _MONTHS and _value(digits.group()) not in stated:
            spans.append(Span(*digits.span()))
    for span in spans:
        yield Fault(span, f"'{words[span.start : span.end]}' is not what the original says: '{original}'.")


def _value(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "").rstrip("."))


def faults(words: str, name: bool = False) -> Iterator[Fault]:
    """Yield what may not stand in words whose code is blanked, SLOT standing for figures and quotes."""
    if name:
        if quantities(words):
            yield Fault(Span(0, len(words)), f"'{words}' states an amount; a name names, and no more.")
        return
    quoted = [span for span in quotations(words) if words[span.start : span.end].strip(f" \n{SLOT}{INSIDE}")]
    yield from (Fault(span, _QUOTED.format(said=words[span.start : span.end].strip())) for span in quoted)
    for span in numbers(words):
        if not any(one.start <= span.start < one.end for one in quoted):
            yield Fault(span, _TYPED.format(said=words[span.start : span.end]))
    for beside in _BESIDE.finditer(words):
        said = beside.group().strip(f" {SLOT}") or "another figure"
        yield Fault(Span(*beside.span()), _CHANGED.format(said=said))

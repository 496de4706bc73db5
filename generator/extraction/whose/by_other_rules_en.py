"""English that tells a profit again by other rules, and calls it by a pronoun alone: `On a non-IFRS basis it was €2.83bn`, `Adjusted, it rose 10% to $6.1 billion`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.adjusted_names import ADJUSTED_EN
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.terms import ADJUSTED
from generator.extraction.marks.verbs import MOVED
from generator.extraction.whose.ground import Ground

_WHOSE = r"(?:an? |the |its |their |(?:the )?(?:group|company|[A-Z][\w.]*)['’]s )?(?:(?:preferred|so-called|own|more closely watched|comparable) )?"
_OTHER_RULES = re.compile(
    rf"[\s\"“–—-]*(?:(?:But|And|However|Yet),? )?(?i:(?:on|under|by|in|using) {_WHOSE}{ADJUSTED_EN}(?:\)| (?:basis|terms|measures?|rules|standards|accounting))?|{ADJUSTED_EN}),? (?P<that>it|that|this|the (?:figure|result|number))"
    rf"(?= (?:also |even |still )?(?:was|were|is|came|stood|amounted|reached|totall?ed|would have been|{MOVED})\b)"
)
# `adjusted net profit rose 81% to $1.6 billion, while the IFRS figure more than doubled`, `Adjusted $1.6 billion; IFRS $1.7 billion`
_PLAIN_RULES = re.compile(
    rf"\b(?P<non>[Nn]on-)?(?P<that>(?:IFRS|GAAP|[Ss]tatutory|[Uu]nadjusted) (?:figures?|numbers?|results?|equivalents?|measures?))(?= (?:also |even |still |more than |almost |nearly )*(?:was|were|is|came|stood|amounted|reached|totall?ed|doubled|tripled|{MOVED})\b)"
    r"|(?<=; )(?P<label>IFRS|GAAP):?(?= [$€£¥]\d)"
)


def with_other_rules(marks: Scan, ground: Ground, names: Names) -> Scan:
    """Return an English sentence's marks with its pronoun as the adjusted account of what the one before told."""
    if marks.chinese or not marks.amounts:
        return marks
    if plain := _by_plain_rules(marks, ground, names):
        return marks.with_metrics([plain])
    opening = _OTHER_RULES.match(marks.text, marks.sentence.start, marks.sentence.end)
    told = _told(marks, ground, names) if opening else None
    if opening is None or told is None or any(m.start < opening.end() for m in marks.metrics):
        return marks
    metric, part, lost = told
    that = Mention(*opening.span("that"), names.adjusted((metric,)), part=part, loss=lost)
    return replace(marks, metrics=[that, *marks.metrics])


def _by_plain_rules(marks: Scan, ground: Ground, names: Names) -> Mention | None:
    """Return what an English sentence tells again by the plain rules, of the profit that it or the one before told adjusted."""
    said = _PLAIN_RULES.search(marks.text, marks.sentence.start, marks.sentence.end)
    if said is None:
        return None
    before = [m.metrics[0] for m in marks.metrics if m.end <= said.start() and m.metrics]
    told = before[-1] if before else ground.told[0] if ground.told else ""
    if said["non"]:  # `Net profit was 63 billion yuan, and the non-IFRS figure was 71 billion`
        adjusted = names.adjusted((told,)) if told in names.catalogue.metrics else ()
        return Mention(*said.span("that"), adjusted) if len(adjusted) == 1 else None
    plain = told.removeprefix(ADJUSTED)
    apart = plain != told or (
        said["label"] and names.adjusted((plain,))
    )  # `Net profit: adjusted $1.6 billion; IFRS $1.7 billion`
    return Mention(*said.span(said.lastgroup or 0), (plain,)) if apart and plain in names.catalogue.metrics else None


def _told(marks: Scan, ground: Ground, names: Names) -> tuple[str, str | None, bool] | None:
    """Return what the sentence before told that alone has one adjusted account and may be measured as this one's amounts, its segment, and whether it was a loss."""
    told = [(f.metric or "", f.segment, f.value < 0) for f in reversed(ground.levels)]
    told += [(*ground.told, ground.lost)] if ground.told else []
    told += [(*ground.earned, False)] if ground.earned else []
    unit = "money" if any(a.kind == "money" for a in marks.amounts) else "percent"
    of_both = [t for t in told if len(names.adjusted((t[0],))) == 1 and names.catalogue.metrics[t[0]].unit == unit]
    several = len({f.metric for f in ground.levels} & {t[0] for t in of_both}) > 1
    # `Operating profit was €2.5bn and net profit €2bn. On a non-IFRS basis it was €2.8bn`: which of the two is not said
    return None if several or not of_both else of_both[0]

"""The ground of the next sentence: what this one leaves to it, with figures and without."""

from __future__ import annotations

from generator.extraction.expected.compared_back_en import outlook_before
from generator.extraction.expected.foretold_zh import foretold_after, spoken_of
from generator.extraction.expected.outlook import expects_on, is_earlier_outlook, looks_ahead
from generator.extraction.expected.unsaid_en import foresees
from generator.extraction.figure import PRICES, Figure
from generator.extraction.frozen import replace
from generator.extraction.links.labels import list_of
from generator.extraction.marks.names import Names
from generator.extraction.metrics.pointed import speaks_on
from generator.extraction.said_nothing import says_nothing, still_expects, still_the_ground
from generator.extraction.statements.sentence import Statements
from generator.extraction.told_last import (
    day_priced,
    last_of_a_market,
    level_of,
    month_sold,
    still_told,
    takes_apart,
    tallied,
    tells_a_part,
    tells_of_a_market,
    told_last,
    users_of_the_month,
    whole_told,
)
from generator.extraction.unnamed.stand_ins import stands_for_the_last, subject_metric, subject_part
from generator.extraction.unnamed.topic import topic_of
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.division_spoken_of import line_of_all_told, lines_of
from generator.extraction.whose.ground import Ground
from generator.extraction.whose.its_line import is_of_an_unknown_unit, line_of_the_subject
from generator.extraction.whose.line_told import as_named, line_told
from generator.extraction.whose.market_goes_on_zh import leaves_its_time, month_counted, tells_how_it_did_then
from generator.extraction.whose.market_spoken_of import market_after
from generator.extraction.whose.onward import ground_after
from generator.extraction.whose.part_of_told_en import tells_only_a_share
from generator.extraction.whose.place_turned_to_zh import place_now
from generator.extraction.whose.silent import is_silent
from generator.extraction.whose.told_again import (
    had_expected,
    levels_of,
    looked_back,
    only_follows,
    opens_with_the_compared,
    says_again,
    tells_only_how_much,
)
from generator.extraction.whose.turned_to_all_zh import turned_to_all
from generator.settings.period import Period


def after_words(around: Surroundings, names: Names) -> Ground:
    """Return what a sentence without an amount leaves to the next."""
    marks = around.scan
    if says_nothing(marks) or is_silent(around):
        return still_the_ground(marks, around.ground, names)
    only_share = tells_only_a_share(marks)
    after = ground_after(around, None, around.ground.segment if only_share else line_told(marks, names))
    after = replace(after, line=around.ground.line) if only_share else after
    still = still_expects(marks, around.ground, names)
    expects = still or expects_on(around)
    told = users_of_the_month(marks, after) or (after.told if stands_for_the_last(marks) else None)
    return replace(
        after, told=told, awaited=after.awaited if still else None, expects=expects, expected=after.expected if expects else None, foresees=around.ground.foresees if expects else None,
        listed=list_of(marks, names), topic=topic_of(marks, names), named=subject_metric(marks), named_part=subject_part(marks), market_in=market_after(around, []), place=place_now(around), on_line=None, of_market=None, unknown_unit=False,
    )  # fmt: skip


class AfterFigures:
    """What a sentence with amounts leaves to the next: `told_here` are its figures, `found` those of the text with them, `last` the one before them."""

    def __init__(
        self,
        around: Surroundings,
        statements: Statements,
        told_here: list[Figure],
        found: list[Figure],
        last: Figure | None,
    ) -> None:
        self._around, self._statements, self._here, self._found, self._last = around, statements, told_here, found, last
        self._marks, self._names, self._before = around.scan, around.names, around.ground
        self._so_far, self._dating = statements.so_far, statements.so_far.dating
        self._whole = whole_told(self._marks, told_here) if self._marks.chinese else None

    def ground(self) -> Ground:
        """Return the ground of the next sentence."""
        around, so_far, here = self._around, self._so_far, self._here
        ground = self._expecting(ground_after(around, self._dating.told.spoken, self._line()))
        earned = so_far.earned or (ground.earned if ground.entity == self._before.entity else None)
        told = so_far.told or users_of_the_month(self._marks, ground) or still_told(self._before, here)
        ground = self._unless_of_a_market(ground)
        told_of = lines_of(here, self._names.catalogue)
        ahead_on = foresees(self._marks, here, self._found, ground.expects, ground.expected, around.awaited)
        awaited = so_far.awaited  # as one house expects it, whatever word said so
        awaited = replace(awaited, basis=ahead_on) if awaited and ahead_on == "forecast" else awaited
        only = next(iter(told_of)) if len(told_of) == 1 and not self._marks.chinese else None
        on_line = line_of_all_told(around, here) or line_of_the_subject(around, here)
        if tells_only_a_share(self._marks):
            ground = replace(ground, segment=self._before.segment, line=self._before.line)
            only, on_line = None, self._before.on_line
        return replace(
            ground,
            told=told,
            line=only or ground.line,
            levels=levels_of(here),
            lost=so_far.lost,
            earned=earned,
            years=self._statements.years,
            awaited=awaited,
            period=None if self._counts_nameless() else spoken_of(ground.period, ground.foretold, self._found),
            tallied=tallied(told, self._marks, ground),
            sold=month_sold(here, self._dating.told.beside) or ground.sold,
            priced=day_priced(here, ground.entity),
            topic=None,
            named=() if here else subject_metric(self._marks),
            named_part=subject_part(self._marks),
            market_in=market_after(around, here),
            place=place_now(around),
            of_market=last_of_a_market(here),
            on_line=on_line,
            unknown_unit=is_of_an_unknown_unit(around, here),
            lines_told=ground.lines_told | told_of,
            outlook=outlook_before(around, here, self._dating.expects),
            foresees=ahead_on,
        )

    def _line(self) -> str | None:
        """Return the line of business that the next sentence goes on with."""
        if tells_a_part(self._marks, self._so_far.told is not None):
            return self._line_of(self._whole)
        if turned_to_all(self._around, self._marks.sentence.end):
            return None
        named = line_told(self._marks, self._names)
        if named is None and self._marks.chinese and not takes_apart(self._here):
            named = as_named(self._marks, self._so_far.segment, self._names) or self._line_that_cost()
        named = named or self._topic_gone_on_with()
        return named or (self._before.segment if speaks_on(self._marks) else None)

    def _topic_gone_on_with(self) -> str | None:
        """Return the line that the sentence before was on, where all that a Chinese one tells is that line's: 游戏业务增长迅速。第三季度收入551亿元;经营利润71亿元."""
        topic = self._before.division if self._marks.chinese else None
        return topic if topic and lines_of(self._here, self._names.catalogue) == {topic} else None

    def _line_that_cost(self) -> str | None:
        """Return the line of which a Chinese sentence tells nothing but what it cost: 手机收入1125亿元;营业成本929亿元;毛利率17%."""
        told = {(f.metric, f.segment) for f in self._here if f.metric}
        metric, segment = next(iter(told), (None, None))
        return segment if len(told) == 1 and metric == "cost_of_revenue" else None

    def _line_of(self, whole: Figure | None) -> str | None:
        """Return the line of business of a whole, which the next sentence goes on with: 汽车等创新业务收入213亿元,其中汽车206亿元;毛利率26.4%."""
        if whole is None:
            return None
        kinds, entry = self._names.catalogue.segments, self._names.catalogue.metrics[whole.metric or ""]
        line = entry.segment if entry.base else whole.segment
        return line if line and kinds[line].kind == "business" else None

    def _expecting(self, ground: Ground) -> Ground:
        """Return the ground with what is expected on it, and the level told last; of before, where a sentence only says again what it told."""
        before, dating = self._before, self._dating
        expects, expected = dating.expects, dating.expected if dating.expects else None
        if is_earlier_outlook(self._marks):
            expects, expected = ground.expects or dating.expects, ground.expected
        elif not (dating.told.levels or dating.expects) and looks_ahead(self._marks):
            expects, expected = ground.expects, ground.expected  # of the same period, though not how much
        if self._here and all(f.metric in PRICES for f in self._here if f.metric):
            expected = (
                expected or ground.expected
            )  # `cut its target to HK$63. It estimates a margin of 22.7% for the quarter`
        foretold = foretold_after(self._around, self._here, self._found)
        level = self._whole or level_of(told_last(self._found), self._found) or ground.level
        if says_again(self._marks, self._last, self._here, self._names):
            if looked_back(self._here, before, self._around.calendar):
                ground = replace(ground, period=before.period, quarter=before.quarter)
                expects, expected = before.expects, before.expected
            if had_expected(self._here, before.level):
                expects, expected, foretold, level = before.expects, ground.expected, before.foretold, before.level
        if self._only_compares(ground.period) or opens_with_the_compared(self._marks):
            ground = replace(ground, period=before.period, quarter=before.quarter)
        return replace(ground, expects=expects, expected=expected, foretold=foretold, level=level)

    def _only_compares(self, told: Period | None) -> bool:
        """Whether a sentence only says how much the figure before was, in a time that ended no later than that one's."""
        on = self._before.period
        ended = self._around.calendar.ended
        over = told is not None and on is not None and ended(told) <= ended(on)
        over = over and not tells_how_it_did_then(self._around)
        return over and (tells_only_how_much(self._marks, self._here, self._names) or only_follows(self._marks))

    def _unless_of_a_market(self, ground: Ground) -> Ground:
        """Return the ground as it was before a Chinese sentence that only counts a whole market, in a text on companies."""
        tracked = self._around.tracked
        on_companies = self._marks.chinese and (self._around.reported or not tracked)
        if not (on_companies and tells_of_a_market(self._here)) or self._opens_a_ranking():
            return ground
        before, lines = self._before, ground if tracked else self._before
        if leaves_its_time(self._around, self._here):
            return replace(ground, period=month_counted(self._around) or ground.period)
        return replace(
            ground,
            period=before.period,
            quarter=before.quarter,
            segment=lines.segment,
            line=lines.line,
            expects=False,
            expected=None,
        )

    def _counts_nameless(self) -> bool:
        """Whether the next clause tells a part of what was counted in months that have no name, as it then is too: 前11个月累计销量265.8万辆;其中新能源车99.5万辆."""
        marks, levels = self._marks, [f for f in self._here if f.measure == "level" and not f.doubt]
        of_which = marks.text.startswith((";其中", ";当中"), marks.sentence.end - 1)
        return of_which and bool(levels) and levels[-1].period is None and any(m.scope == "span" for m in marks.periods)

    def _opens_a_ranking(self) -> bool:
        """Whether a researcher counted a market: whose parts of it are told next, of the same time: Canalys统计,2024年全球出货12.2亿台."""
        kinds = self._names.catalogue.companies
        counted = any(kinds[e.entity].kind == "researcher" for e in self._marks.entities)
        return counted and self._here[0].basis == "actual"

"""One sentence marked in its document: with what it names, and what it tells of without naming it."""

from __future__ import annotations

from generator.extraction.about import About
from generator.extraction.adjusted_lines import opens_adjusted
from generator.extraction.expected.counts_en import with_counts_estimated
from generator.extraction.expected.house_zh import with_houses_analysts
from generator.extraction.expected.speaks_on import with_what_is_awaited
from generator.extraction.links.labels import labelled
from generator.extraction.lists.by_contrast_zh import by_contrast
from generator.extraction.lists.holding_zh import with_holders
from generator.extraction.lists.models_behind_zh import with_models_behind
from generator.extraction.lists.next_of_several_zh import next_of_several
from generator.extraction.lists.parts_behind_zh import with_parts_behind
from generator.extraction.lists.parts_en import parts_in_english
from generator.extraction.lists.parts_that_grew_zh import parts_that_grew_zh
from generator.extraction.lists.parts_zh import listed_parts, with_nev
from generator.extraction.marks.bare_margins import with_bare_margins
from generator.extraction.marks.marking_up import scan
from generator.extraction.marks.moved_aside_en import with_moved_aside
from generator.extraction.marks.names import Names
from generator.extraction.marks.overlapping_zh import with_overlapping
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.wider_parts import with_wider_parts
from generator.extraction.metrics.aimed_zh import with_aims
from generator.extraction.metrics.divisions_own_zh import with_divisions_own
from generator.extraction.metrics.exported import with_exports
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence
from generator.extraction.unnamed.by_the_rules_zh import told_by_rules
from generator.extraction.unnamed.grown_zh import with_grown
from generator.extraction.unnamed.handed import with_handed
from generator.extraction.unnamed.headed import with_heading_zh
from generator.extraction.unnamed.income_from import with_income_from
from generator.extraction.unnamed.lines_zh import with_lines_told
from generator.extraction.unnamed.makers_grown_zh import with_makers_grown
from generator.extraction.unnamed.makers_in_a_row_zh import with_makers_in_a_row
from generator.extraction.unnamed.moved_zh import with_moved
from generator.extraction.unnamed.profit_below_heading_en import with_profit_of_heading
from generator.extraction.unnamed.ranked_zh import with_ranked
from generator.extraction.unnamed.understood import with_levels_again
from generator.extraction.unnamed.understood_zh import with_understood_zh
from generator.extraction.unnamed.unnamed import with_unnamed
from generator.extraction.when.by_another import with_the_next
from generator.extraction.when.ordinals import with_ordinals_alone, with_parts_of_years
from generator.extraction.whose.bare_lines_zh import with_bare_lines
from generator.extraction.whose.brands import with_brands
from generator.extraction.whose.by_other_rules_en import with_other_rules
from generator.extraction.whose.counts_published_zh import with_published
from generator.extraction.whose.described import without_descriptions
from generator.extraction.whose.epithets import without_epithets
from generator.extraction.whose.ground import Ground
from generator.extraction.whose.latter_en import with_the_latter_en
from generator.extraction.whose.latter_zh import with_the_latter
from generator.extraction.whose.own_brand_zh import with_own_brands
from generator.extraction.whose.owners_apposed import without_owners
from generator.extraction.whose.peoples_companies import with_peoples_companies
from generator.extraction.whose.pronouns import told_before, with_still_expected
from generator.extraction.whose.rate_of_told_zh import with_rate_told
from generator.extraction.whose.that_figure_zh import with_that_figure
from generator.extraction.whose.theirs_en import with_theirs
from generator.extraction.whose.things_shipped import with_them
from generator.extraction.whose.told_by_place import with_told_by_place
from generator.extraction.whose.topics_apart_zh import with_topics_apart


def marked(reading: Reading, sentence: Sentence, names: Names, document: About, ground: Ground, adjusted: bool) -> Scan:
    """Return the marks of a sentence; `adjusted` says that it stands in a list of adjusted figures."""
    adjusted = adjusted or opens_adjusted(reading.text, sentence.start, sentence.end)
    tracked = document.tracked is not None
    marks = scan(reading, sentence, names, document.home, adjusted, document.strangers)
    marks = with_overlapping(with_wider_parts(marks, names, document.home), names, document.home)
    marks = with_topics_apart(with_houses_analysts(marks, names))
    marks = with_peoples_companies(with_counts_estimated(marks, names), names)
    marks = with_theirs(with_the_latter_en(marks, names, ground.two), ground.two)
    marks = with_the_next(with_ordinals_alone(with_parts_of_years(marks), ground))
    marks = with_told_by_place(marks, names, ground.lately)
    marks = with_them(marks, names.catalogue, ground.things)
    marks = without_descriptions(without_owners(without_epithets(marks, ground, document.home)))
    marks = with_bare_lines(with_nev(with_own_brands(with_brands(marks, names), names)), names, document.home)
    marks = with_profit_of_heading(with_moved_aside(with_income_from(marks)), ground.heading_segment)
    marks = with_bare_margins(with_other_rules(marks, ground, names), ground.told)
    marks = by_contrast(next_of_several(marks, ground, names, tracked), ground, names)
    marks = with_ranked(with_aims(marks, document.cars, reading.text), document.cars, reading.text, tracked)
    marks = with_moved(marks, ground, names, document.cars, tracked)
    marks = with_makers_in_a_row(marks, ground, names, document.cars)
    marks = with_makers_grown(with_grown(marks, ground, names, tracked), names)
    marks = with_parts_behind(with_holders(marks, ground, names, tracked), ground, names)
    marks = with_models_behind(marks, names)
    on = with_levels_again(marks, ground.levels, names) or with_what_is_awaited(marks, ground.awaited)
    on = on or with_still_expected(marks, ground.level)
    marks = on or told_before(marks, names, ground.told, ground.lost, ground.earned, ground.level)
    marks = with_that_figure(told_by_rules(marks, names, ground.told), ground.told, ground.lost, names)
    marks = with_rate_told(parts_that_grew_zh(marks, ground.told), ground.told, names.catalogue)
    marks = labelled(with_exports(marks, document.cars), ground, names, document.home)
    marks = with_unnamed(with_handed(marks, document.cars), ground, names)
    marks = with_divisions_own(marks, ground, names)
    marks = with_understood_zh(marks, ground.level, names)
    marks = with_published(with_lines_told(marks, ground, ground.level, names), ground.published)
    marks = with_heading_zh(marks, ground.headed, names)
    return with_the_latter(
        parts_in_english(
            listed_parts(marks, names.catalogue.segments, ground.told, ground.level),
            ground.told[0] if ground.told else None,
        ),
        names,
        ground.entity,
        ground.two,
    )

"""What the lists of a sentence say their amounts are of, whatever tells it: slashes, `respectively`, 分别, years."""

from __future__ import annotations

from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.accounts import accounts_links
from generator.extraction.lists.both_expected_zh import both_expected
from generator.extraction.lists.estimates import estimates_links
from generator.extraction.lists.in_order import links_in_order
from generator.extraction.lists.in_order_en import links_in_order_en
from generator.extraction.lists.in_periods import links_in_periods
from generator.extraction.lists.in_step import links_in_step
from generator.extraction.lists.labelled_years import labelled_links
from generator.extraction.lists.lists_en import listed_links, respectively_untold
from generator.extraction.lists.lists_zh import lists_in_chinese
from generator.extraction.lists.of_the_same_zh import lists_that_go_on
from generator.extraction.lists.on_another_basis import on_another_basis
from generator.extraction.lists.paired import slashed_links
from generator.extraction.lists.parts_behind_en import parts_behind
from generator.extraction.lists.price_targets import price_targets
from generator.extraction.lists.prices_in_a_row_zh import prices_in_a_row
from generator.extraction.lists.ranked_en import ranked_links
from generator.extraction.lists.respective import respective_links
from generator.extraction.lists.set_beside import links_set_beside
from generator.extraction.lists.yearly import yearly_links
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention


def links_of_lists(scan: Scan, linker: Linker, years: tuple[PeriodMention, ...] = ()) -> dict[int, Link]:
    """Return, by the amounts' starts, the links that lists give them; doubts where nothing tells their amounts apart.

    `years` are those of the list that the sentence goes on with.
    """
    links = links_in_step(scan, linker) | slashed_links(scan, linker) | listed_links(scan, linker, years)
    links |= lists_in_chinese(scan, linker, years) | accounts_links(scan, linker)
    links |= respective_links(scan, linker) | price_targets(scan, linker)
    links = yearly_links(scan, linker, links, years)
    links |= links_in_order(scan, linker, links) | links_in_order_en(scan, linker, links)
    links |= both_expected(scan, linker) | ranked_links(scan, linker, links) | parts_behind(scan, linker, links)
    links |= links_in_periods(scan, linker, links)
    links |= lists_that_go_on(scan, linker, links) | labelled_links(scan, linker) | estimates_links(scan, linker)
    links |= on_another_basis(scan, linker, links)
    return respectively_untold(scan) | links_set_beside(scan, linker) | links | prices_in_a_row(scan)


def years_of_lists(links: dict[int, Link]) -> tuple[PeriodMention, ...]:
    """Return the years that the last of a sentence's lists of years tells apart."""
    years: list[PeriodMention] = []
    for at in sorted(links):
        when = links[at].when
        if when is not None and when.scope == "year" and when.year:
            years = [when] if years and when.year <= (years[-1].year or 0) else [*years, when]
    return tuple(years)

"""Words that only join a sentence to the text around it: rules read past them, and what is printed keeps them."""

from __future__ import annotations

from generator.corpus.document import Document, Span
from generator.extraction.extractor import Extractor
from generator.settings.catalogued import load_catalogue


def test_a_figure_keeps_the_whole_sentence_that_it_stands_in() -> None:
    text = "Revenue at JD.com rose 5%. Moreover, the company's net profit reached 6.2 billion yuan."
    document = Document("d", "JD.com results", None, None, "en", text, (Span(0, len(text)),))
    profit = next(f for f in Extractor(load_catalogue()).figures(document) if f.metric == "net_profit")
    assert document.slice(profit.sentence) == "Moreover, the company's net profit reached 6.2 billion yuan."
    assert (profit.entity, document.slice((profit.start, profit.end))) == ("jd", "6.2 billion yuan")

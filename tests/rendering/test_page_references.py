"""Numbers of pages stand where WeasyPrint's own `target-counter`, which lays out anew for them, would put them."""

from __future__ import annotations

import pytest
from weasyprint import HTML, Document
from weasyprint.formatting_structure.boxes import TextBox

from generator.errors import TemplateFailed
from generator.rendering.page_references import fill

PAGES = 12
PAGE = """
<style>
  @page {{ size: 400px 600px }}
  h2 {{ break-before: page }}
  .right {{ text-align: right }}
  .leader .to::after {{ content: leader(' ') {number} }}
  .left .to::after, .right .to::after {{ content: "p. " {number} }}
</style>
{references}{sections}
"""


def laid_out(number: str, target: str = "#s{}") -> Document:
    references = "".join(
        f'<p class="{kind}"><a href="#s{n}">See <span class="to" data-to="{target.format(n)}"></span></a>{after}</p>'
        for kind, after in (("leader", ""), ("left", " there"), ("right", ""))
        for n in (1, PAGES)
    )
    sections = "".join(f'<h2 id="s{n}">Section</h2>' for n in range(1, PAGES + 1))
    return HTML(string=PAGE.format(number=number, references=references, sections=sections)).render()


def placed(pages: Document) -> list[tuple[str, float, float]]:
    boxes = (box for page in pages.pages for box in page._page_box.descendants() if isinstance(box, TextBox))
    return [(box.text, box.position_x, box.width) for box in boxes if box.text.strip()]


def linked(pages: Document) -> list[tuple[float, ...]]:
    return [rectangle for page in pages.pages for _, _, rectangle, _ in page.links]


def test_numbers_stand_where_target_counter_puts_them() -> None:
    meant, made = laid_out("target-counter(attr(data-to), page)"), laid_out('"00"')
    fill(made)
    assert [text for text, _, _ in placed(made)] == [text for text, _, _ in placed(meant)]
    assert {f"p. {n}" for n in (2, PAGES + 1)} <= {text for text, _, _ in placed(made)}
    for (_, *here), (_, *there) in zip(placed(made), placed(meant), strict=True):
        assert here == pytest.approx(there, abs=0.01)
    for here, there in zip(linked(made), linked(meant), strict=True):
        assert here == pytest.approx(there, abs=0.01)


def test_a_reference_to_nothing_is_a_failure_of_its_template() -> None:
    pages = laid_out('"00"', "#gone-{}")
    with pytest.raises(TemplateFailed, match="'#gone-1'"):
        fill(pages)

"""Which layouts are tried for the sake of the last page, and which is taken."""

from __future__ import annotations

from weasyprint import HTML

from generator.rendering.last_page import Laid, laid_out

PAGE = "<style>@page {{ size: 400px 600px; margin: 50px }} p {{ margin: 0; font: {size}px/1 sans-serif }}</style>"


class Layouts:
    """Lays out so many lines of running text behind a cover, and notes which densities were asked for."""

    def __init__(self, lines: int) -> None:
        self.lines, self.asked = lines, list[float]()

    def __call__(self, density: float) -> Laid:
        self.asked.append(density)
        lines = "<p>Line</p>" * self.lines
        html = (
            f"{PAGE.format(size=10 * density)}<h1 style='break-after: page'>Cover</h1>{lines}<div id='last-line'></div>"
        )
        return Laid(html, HTML(string=html).render())


def test_a_last_page_that_holds_enough_stays() -> None:
    layouts = Layouts(50 * 8 + 30)
    assert len(laid_out(layouts).pages.pages) == 10
    assert layouts.asked == [1.0]


def test_a_few_lines_on_the_last_page_find_room_on_the_others() -> None:
    layouts = Layouts(50 * 8 + 8)
    assert len(laid_out(layouts).pages.pages) == 9
    assert layouts.asked == [1.0, 0.97]


def test_a_density_that_saves_too_little_is_not_tried() -> None:
    layouts = Layouts(50 * 4 + 11)
    assert len(laid_out(layouts).pages.pages) == 5
    assert layouts.asked == [1.0, 0.94]


def test_where_none_can_save_enough_the_first_is_taken() -> None:
    layouts = Layouts(50 + 8)
    assert len(laid_out(layouts).pages.pages) == 3
    assert layouts.asked == [1.0]

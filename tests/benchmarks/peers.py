"""What a user would run instead: charts by vl-convert, then pandoc and Typst, or Marp with Chromium.

    python -m tests.benchmarks.peers pandoc-typst|marp|plain FORMATS FOLDER…

Each folder holds a briefing as retold.py writes it. One process that does all of them, two for many, as a script that
its author took care of would; what is loaded once is kept.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

from tests.benchmarks.plain import plain_deck, plain_pdf

_MANY = 12  # briefings, from which on both cores are used


def drawn(folder: Path, suffixes: tuple[str, ...]) -> None:
    """Draw a briefing's charts."""
    import vl_convert

    for path in (folder / "charts").glob("*.json"):
        spec = path.read_text(encoding="utf-8")
        svg = vl_convert.vegalite_to_svg(spec)
        if "svg" in suffixes:
            path.with_suffix(".svg").write_text(svg, encoding="utf-8")
        if "png" in suffixes:
            path.with_suffix(".png").write_bytes(vl_convert.svg_to_png(svg, scale=2))


def pandoc_typst(folder: Path, formats: tuple[str, ...]) -> None:
    """PDF by Typst, deck and web page by pandoc."""
    import pypandoc

    drawn(folder, tuple({"pdf": "svg", "html": "svg", "pptx": "png"}[form] for form in formats))
    text = (folder / "briefing.md").read_text(encoding="utf-8")
    if "pdf" in formats:
        _typst(folder)
    for form, picture, more in (("pptx", "png", []), ("html", "svg", ["--standalone", "--embed-resources", "--toc"])):
        if form in formats:
            pypandoc.convert_text(
                text.replace(".PICTURE)", f".{picture})"), form, "markdown", cworkdir=str(folder),
                outputfile=str(folder / f"briefing.{form}"), extra_args=["--fail-if-warnings=false", *more],
            )  # fmt: skip


def marp(folder: Path, formats: tuple[str, ...]) -> None:
    """The deck as PDF and as PowerPoint, by the Chromium that is installed."""
    drawn(folder, ("svg",))
    text = (folder / "slides.md").read_text(encoding="utf-8").replace(".PICTURE)", ".svg)")
    (folder / "marp.md").write_text(text, encoding="utf-8")
    for form in formats:
        out = folder / f"marp.{form}"
        command = [os.environ.get("MARP", "marp"), "marp.md", "--allow-local-files", "--no-stdin", "-o", str(out)]
        subprocess.run(
            command, cwd=folder, check=True, capture_output=True, env={**os.environ, "CHROME_NO_SANDBOX": "1"}
        )
        if not out.is_file():
            raise SystemExit(f"Marp made no {out}.")


def plain(folder: Path, formats: tuple[str, ...]) -> None:
    """PDF and deck by the packages that footnoted is built on, without footnoted."""
    drawn(folder, ("svg", "png"))
    for form in formats:
        {"pdf": plain_pdf, "pptx": plain_deck}[form](folder)


@cache
def _fonts() -> object:
    import typst

    return typst.Fonts()


def _typst(folder: Path) -> None:
    import typst

    typst.Compiler(str(folder / "briefing.typ"), font_paths=_fonts()).compile(output=str(folder / "briefing.pdf"))


def main() -> None:
    """Make every briefing named."""
    make = {"pandoc-typst": pandoc_typst, "marp": marp, "plain": plain}[sys.argv[1]]
    each = partial(make, formats=tuple(sys.argv[2].split(",")))
    folders = list(map(Path, sys.argv[3:]))
    if len(folders) < _MANY:
        list(map(each, folders))
    else:
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(each, folders))


if __name__ == "__main__":
    main()

"""A writer: a command that drafts a text from figures and quotes, judged by the rules that bind every author."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
import threading
from decimal import Decimal
from typing import Any

from generator.briefing.desk import Desk
from generator.briefing.prose import paragraphs
from generator.briefing.worded import Paragraph
from generator.errors import TemplateFailed
from generator.selection.fact import Fact
from generator.settings.section import MetricRef
from generator.settings.word_sections import Writer

_QUOTES = 20  # newest first
_LONGEST = 100_000  # bytes of an answer
_PATIENCE = 2.0  # seconds after a command's end in which its last words are heard


def written(writer: Writer, desk: Desk) -> tuple[Paragraph, ...] | None:
    """Return what a writer wrote; None, and a notice that says why, where it is refused, fails or takes too long."""
    if desk.writers is None:
        desk.notice(f"The writer '{writer.command[0]}' was not run; `footnoted build --writers` runs it.")
        return None
    try:
        answer = _answered(writer, json.dumps(given(desk), ensure_ascii=False), desk)
    except _Silent as reason:
        desk.notice(f"The writer '{writer.command[0]}' {reason}; its text is left out.")
        return None
    gaps = len(desk.gaps)
    try:
        return paragraphs(answer, desk, writer=True)
    except TemplateFailed as error:
        del desk.gaps[gaps:]
        desk.notice(f"The writer '{writer.command[0]}' is refused, and its text left out: {error.what}")
        return None


class _Silent(Exception):
    """A writer gave no answer, and why."""


def _answered(writer: Writer, question: str, desk: Desk) -> str:
    """Run a writer and return what it printed. It and all that it started are ended when its time is over."""
    with tempfile.TemporaryFile() as asked:
        asked.write(question.encode())
        asked.seek(0)
        try:
            process = subprocess.Popen(
                writer.command, cwd=desk.writers, stdin=asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            raise _Silent(f"cannot be started: {error.strerror or error}") from None
    answer, complaint = _Ear(process.stdout), _Ear(process.stderr)
    try:
        process.wait(writer.seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise _Silent(f"took more than {writer.seconds:g} seconds and was ended") from None
    finally:
        said, complained = answer.heard(), complaint.heard()
    if process.returncode:
        lines = complained.decode(errors="replace").strip().splitlines()
        raise _Silent(f"failed (exit code {process.returncode}){': ' + lines[-1][:200] if lines else ''}")
    if answer.count > _LONGEST:
        raise _Silent(f"answered with {answer.count:,} bytes, more than {_LONGEST:,}")
    return said.decode(errors="replace")


class _Ear:
    """Listens to a stream in a thread of its own, and keeps no more of it than an answer may be."""

    def __init__(self, stream: Any) -> None:
        self.count = 0
        self._kept = b""
        self._stream = stream
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        with self._stream:
            while more := self._stream.read1():
                self.count += len(more)
                self._kept += more[: max(0, _LONGEST - len(self._kept))]

    def heard(self) -> bytes:
        """Return what was said; whatever the command left running may hold its stream open, and is not waited for."""
        self._thread.join(_PATIENCE)
        return self._kept


def given(desk: Desk) -> dict[str, Any]:
    """Return what a writer is told: for whom it writes, and each figure and quote with the reference that prints it."""
    refs = {ref.model_dump_json(): ref for section in desk.report.sections for ref in getattr(section, "metrics", ())}
    stated = [(ref, fact) for ref in refs.values() if (fact := desk.lookup.find(ref, desk.period))]
    quotes = [quote for quote in desk.selection.quotes if quote.entity == desk.report.entity and quote.speaker_id]
    return {
        "language": desk.language,
        "entity": desk.naming.company(desk.report.entity),
        "audience": desk.audience.name.of(desk.language),
        "figures": [_figure(ref, fact, desk) for ref, fact in stated],
        "quotes": [
            {"reference": f'{{{{ quote("{quote.speaker_id}") }}}}', "speaker": quote.speaker, "words": quote.words}
            for quote in quotes[:_QUOTES]
        ],
    }


def _figure(ref: MetricRef, fact: Fact, desk: Desk) -> dict[str, Any]:
    more = {
        key: value for key in ("entity", "segment", "basis") if (value := getattr(ref, key)) not in (None, "actual")
    }
    asked = ", ".join([f'"{ref.metric}"', *(f'{key}="{value}"' for key, value in more.items())])
    changed = desk.lookup.change(ref, fact) if fact.aspects.measure == "level" else None
    return {
        "reference": f"{{{{ figure({asked}) }}}}",
        "change_reference": f"{{{{ change({asked}) }}}}" if changed else None,
        "name": desk.naming.ref(ref, fact.aspects),
        "value": _number(fact.value),
        "unit": fact.unit,
        "period": desk.period_of(fact),
        "change": _number(changed.value) if changed else None,
    }


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"

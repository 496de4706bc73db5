"""What one process does of a build: it renders one briefing, and holds the finished files against its evidence."""

from __future__ import annotations

from generator.charts.draw import draw
from generator.errors import VerificationFailed
from generator.rendering.deck import write_deck
from generator.rendering.document import write_pdf
from generator.rendering.web import write_web
from generator.task import Task
from generator.verification.carried import carried
from generator.verification.finished import Finished
from generator.verification.ledger import ledger
from generator.verification.origins import Explained
from generator.verification.verify import verify

_WRITERS = {"pdf": write_pdf, "pptx": write_deck, "html": write_web}


def printed(task: Task) -> list[Finished]:
    """Write a briefing's files. Raises TemplateFailed, FontMissing, OutputFailed, and VerificationFailed with all that
    is wrong.
    """
    briefing, folder = task.briefing, task.folder
    folder.mkdir(parents=True, exist_ok=True)
    charts = {block.id: draw(block, task.theme, briefing.language, half) for block, half in briefing.charts}
    inside, words = carried(briefing), Explained(briefing)
    finished = []
    for form in task.formats:
        path = folder / f"{briefing.audience_id}.{form}"
        written = _WRITERS[form](briefing, charts, task.theme, task.template_folders, path, inside)
        finished.append(Finished.of(briefing, path, written, words))
    whole = ledger([briefing], finished, {})
    read_back = (verify(one.path, whole, briefing.documents) for one in finished)
    problems = [f"{briefing.report}/{v.path.name}: {problem}" for v in read_back for problem in v.problems]
    if problems:
        remedy = "It was not published; what stood there still stands."
        raise VerificationFailed("\n".join(problems), remedy)
    return finished

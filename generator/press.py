"""The press: briefings rendered by many processes, only those that would come out different, published by issues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from generator.briefing.model import Briefing
from generator.cluster import Cluster
from generator.errors import FootnotedError
from generator.parcel import Delivery, Parcel
from generator.publishing import draft, publish
from generator.reuse import Reuse
from generator.settings import builtin
from generator.settings.audience import Format
from generator.settings.project import Project
from generator.task import Task
from generator.verification.finished import Finished
from generator.verification.ledger import ledger

Made = tuple[Briefing, str, list[Finished]]


@dataclass(slots=True)
class Published:
    """Finished files in place, in the order of the briefings; the briefings that failed, each with the reason."""

    outputs: list[Finished] = field(default_factory=list)
    failed: dict[str, FootnotedError] = field(default_factory=dict)


class Press:
    """Renders and publishes. A briefing that would come out as it stands is left as it is."""

    def __init__(self, project: Project, out: Path, executor: Executor, done: Callable[[int], None]) -> None:
        self._project, self._out, self._executor, self._done = project, out, executor, done
        self._reuse = Reuse(project, out)
        self._parcel = Parcel(project, out) if isinstance(executor, Cluster) else None

    def publish(self, wanted: Sequence[tuple[Briefing, tuple[Format, ...]]]) -> Published:
        """Publish briefings, those of one report and issue together, as soon as the last of them is done.

        One that fails is named, and the rest goes on: what stood in its place still stands, with its evidence. Raises
        OutputFailed where nothing can be written.
        """
        published = Published()
        issues = [self._folder(briefing) for briefing, _ in wanted]
        digests = [self._reuse.digest(briefing, formats) for briefing, formats in wanted]
        made: dict[Path, dict[int, Made]] = {folder: {} for folder in issues}
        tasks: dict[int, Task] = {}
        placed: dict[Path, list[Finished]] = {}
        with draft(self._out / "all") as scratch:
            for i, (briefing, formats) in enumerate(wanted):
                if standing := self._reuse.standing(briefing, digests[i], issues[i]):
                    made[issues[i]][i] = (briefing, digests[i], standing)
                    self._done(len(formats))
                else:
                    theme = self._project.themes[briefing.audience.theme]
                    tasks[i] = Task(briefing, theme, self._project.template_folders, formats, scratch / str(i))
            left = Counter(issues[i] for i in tasks)
            for folder in made.keys() - left.keys():
                placed[folder] = self._place(folder, made[folder])
            for i, result in self._rendered(tasks):
                self._done(len(tasks[i].formats))
                if isinstance(result, FootnotedError):
                    published.failed[f"{tasks[i].briefing.report}/{tasks[i].briefing.audience_id}"] = result
                else:
                    made[issues[i]][i] = (tasks[i].briefing, digests[i], result)
                left[issues[i]] -= 1
                if not left[issues[i]]:  # what is printed in hundreds of briefings is not kept until the last is done
                    placed[issues[i]] = self._place(issues[i], made.pop(issues[i]))
        published.outputs = [one for folder in dict.fromkeys(issues) for one in placed[folder]]
        return published

    def _rendered(self, tasks: dict[int, Task]) -> Iterator[tuple[int, list[Finished] | FootnotedError]]:
        """Yield what became of tasks as they end; where processes were killed, what is left is done in this one."""
        printer: Callable[[Task], Delivery | list[Finished]] = self._parcel.printed if self._parcel else _print
        waiting = {self._executor.submit(printer, task): i for i, task in tasks.items()}
        for future in as_completed(waiting):
            i = waiting[future]
            try:
                result = future.result()
                yield i, result.put(tasks[i].folder) if isinstance(result, Delivery) else result
            except BrokenExecutor:
                yield i, _tried(tasks[i])
            except FootnotedError as error:
                yield i, error

    def _place(self, folder: Path, done: Mapping[int, Made]) -> list[Finished]:
        """Put one issue's new files in place, and with them the evidence of all that stands there."""
        made = [done[i] for i in sorted(done)]
        if not made:
            return []
        fresh = [(b, finished) for b, _, finished in made if any(one.path.parent != folder for one in finished)]
        if fresh:
            with draft(folder) as together:
                for one in (one for _, finished in fresh for one in finished):
                    one.path.replace(together / one.path.name)
                new = [one for _, finished in fresh for one in finished]
                standing = {one.path.name for _, _, finished in made for one in finished if one.path.parent == folder}
                whole = ledger([b for b, _ in fresh], new, _inputs(self._project))
                publish(together, whole, folder, standing)
        moved = [(b, digest, [one.published(folder) for one in finished]) for b, digest, finished in made]
        self._reuse.write(moved)
        return [one for _, _, finished in moved for one in finished]

    def _folder(self, briefing: Briefing) -> Path:
        return self._out / briefing.report / briefing.issue


def _print(task: Task) -> list[Finished]:
    from generator.printing import printed  # renderers take long to load, and only processes that render need them

    return printed(task)


def _tried(task: Task) -> list[Finished] | FootnotedError:
    try:
        return _print(task)
    except FootnotedError as error:
        return error


def _inputs(project: Project) -> dict[str, Path]:
    """Return every file that decides what briefings say and how they look: settings and templates, by name."""
    found: dict[str, Path] = {}
    for base, name in ((builtin.folder("config").parent, "builtin/"), (project.root, "")):
        for part in ("config", "templates"):
            files = sorted(path for path in (base / part).rglob("*") if path.is_file())
            found |= {f"{name}{path.relative_to(base).as_posix()}": path for path in files}
    return found

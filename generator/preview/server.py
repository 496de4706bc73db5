"""The server of the preview: on this machine only, for its own pages only, nothing but what the workbench shows."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import anyio.to_thread
from markupsafe import Markup
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from watchfiles import awatch

from generator.preview.workbench import Workbench
from generator.rendering.environment import environment, render
from generator.settings.builtin import folder

HOSTS = ("127.0.0.1", "localhost")
_POLICY = (
    "default-src 'none'; frame-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'"
)
_LOOK = 800  # milliseconds between looks for folders that were not there before
_PATIENCE = 0.3  # seconds after which a tab that waits for changes looks whether the server is stopping
_BEAT = 15.0  # seconds between signs of life, so that a closed tab is noticed


def application(bench: Workbench, stopping: Callable[[], bool] = lambda: False) -> Starlette:
    """Return the preview of a workbench; while it runs, changes of the project's files renew the workbench.

    Once it is `stopping`, tabs that listen for changes are let go.
    """
    changed = asyncio.Condition()

    @asynccontextmanager
    async def running(_: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(_watch(bench, changed))
        yield
        watching.cancel()

    async def start(_: Request) -> Response:
        first = next(((report, audiences[0]) for report, audiences in bench.briefings().items()), None)
        return RedirectResponse(f"/{first[0]}/{first[1]}") if first else await frame(None)

    async def frame(request: Request | None) -> Response:
        report, audience = (request.path_params[key] for key in ("report", "audience")) if request else ("", "")
        if request and audience not in bench.briefings().get(report, ()):
            return PlainTextResponse(f"There is no briefing {report}/{audience}.", 404)
        return await anyio.to_thread.run_sync(_frame, bench, report, audience)

    async def page(request: Request) -> Response:
        report, audience = request.path_params["report"], request.path_params["audience"]
        shown = await anyio.to_thread.run_sync(bench.show, report, audience)
        return HTMLResponse(shown.page if shown else "", 200 if shown else 404)

    async def events(_: Request) -> Response:
        return StreamingResponse(_events(bench, changed, stopping), media_type="text/event-stream")

    return Starlette(
        routes=[
            Route("/", start),
            Route("/events", events),
            Route("/{report}/{audience}", frame),
            Route("/{report}/{audience}/page", page),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS), www_redirect=False),
            Middleware(BaseHTTPMiddleware, dispatch=_own_pages_only),
        ],
        lifespan=running,
    )


async def _own_pages_only(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Refuse what another site's page asks for, and keep what is shown from being framed or stored elsewhere."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        return PlainTextResponse(f"Requests from {origin} are refused: this preview is for its own pages.", 403)
    response = await answer(request)
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    return response


def _frame(bench: Workbench, report: str, audience: str) -> Response:
    shown = bench.show(report, audience) if report else None
    env = environment([folder("templates")])  # the frame is not the project's: a mistake in its templates must show
    script = render(env, "preview/script.js")
    words = render(
        env,
        "preview/frame.html.jinja",
        briefings=bench.briefings(),
        report=report,
        audience=audience,
        shown=shown,
        error=bench.error,
        version=bench.version,
        script=Markup(script),
    )
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"{_POLICY}; script-src 'sha256-{digest}'"
    return HTMLResponse(words, headers={"Content-Security-Policy": policy})


async def _events(bench: Workbench, changed: asyncio.Condition, stopping: Callable[[], bool]) -> AsyncIterator[str]:
    told, heard = -1, time.monotonic()
    while not stopping():
        if told != bench.version:
            told, heard = bench.version, time.monotonic()
            yield f"data: {told}\n\n"
            continue
        with suppress(TimeoutError):
            async with changed:
                await asyncio.wait_for(changed.wait(), _PATIENCE)
        if time.monotonic() - heard > _BEAT:
            heard = time.monotonic()
            yield ": still here\n\n"


async def _watch(bench: Workbench, changed: asyncio.Condition) -> None:
    """Renew the workbench whenever a file changes; folders that are new are watched from then on."""
    while True:
        watched = bench.watched()
        async for changes in awatch(*watched, debounce=120, step=20, rust_timeout=_LOOK, yield_on_timeout=True):
            here = bench.watched()
            if changes or here != watched:
                paths = [Path(path) for _, path in changes] + [path for path in here if path not in watched]
                await anyio.to_thread.run_sync(bench.renew, paths)
                async with changed:
                    changed.notify_all()
            if here != watched:
                break

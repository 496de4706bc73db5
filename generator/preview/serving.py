"""The preview started: a port on this machine, and the address to open."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from generator.errors import FootnotedError
from generator.preview.server import application
from generator.preview.workbench import Workbench

LOOPBACK = "127.0.0.1"


def serve(root: Path, corpus: tuple[Path, ...], port: int, announce: Callable[[str], None] | None = None) -> None:
    """Serve the preview of a project until it is stopped. Raises FootnotedError for a port that is taken."""
    bench = Workbench(root, corpus)
    bench.renew()
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((LOOPBACK, port))
            listening.listen()  # whoever opens the address at once waits, and is not turned away
        except OSError as error:
            raise FootnotedError(
                f"Port {port} on this machine: {error.strerror}.", "Give another with --port; 0 takes any free one."
            ) from error
        if announce:
            announce(f"http://{LOOPBACK}:{listening.getsockname()[1]}/ shows the briefings. Ctrl-C stops it.")
            if bench.error:
                announce(bench.error)
        app = application(bench, lambda: server.should_exit)
        config = uvicorn.Config(app, log_level="error", lifespan="on", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        server.run(sockets=[listening])

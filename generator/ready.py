"""What processes that render have ready before a briefing comes: the server that they are forked from loads it."""

from __future__ import annotations

import gc
from contextlib import suppress

from jinja2 import TemplateError

import generator.printing  # noqa: F401
from generator.errors import TemplateFailed
from generator.rendering.descriptions import slide_environment


def _compile_templates() -> None:
    """Compile the built-in templates, once for all processes."""
    templates = slide_environment(())
    for name in templates.list_templates(filter_func=lambda name: name.endswith((".jinja", ".js"))):
        with suppress(TemplateError, TemplateFailed, OSError):  # whoever renders it is told what is wrong
            templates.get_template(name)


_compile_templates()
gc.freeze()  # what is loaded stays; forked processes neither look through it nor copy it

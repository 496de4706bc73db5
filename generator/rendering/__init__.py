"""From a briefing to files: Jinja to HTML to PDF, Jinja to slide descriptions to PPTX; fonts and text fitting."""

"""The preview: briefings in a browser while their settings, templates and corpus are edited."""

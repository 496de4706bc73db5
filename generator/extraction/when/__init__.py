"""When a figure is of: what sentences told so far, and what goes on."""

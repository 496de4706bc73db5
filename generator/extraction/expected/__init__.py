"""Whether a figure is what came, what somebody aims at, or what somebody expects."""

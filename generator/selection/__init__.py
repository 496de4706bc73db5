"""Which figures and quotes a report states: agreement between sources, choice, derived metrics."""

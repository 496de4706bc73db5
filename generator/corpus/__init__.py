"""Documents: readers per source format, cleaning that keeps offsets, language, stories."""

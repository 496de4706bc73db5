"""Lists: several metrics, years or parts beside several amounts."""

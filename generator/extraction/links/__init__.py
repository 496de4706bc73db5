"""Which metric an amount belongs to."""

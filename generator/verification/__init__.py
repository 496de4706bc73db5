"""The ledger of evidence, and finished files held against it."""

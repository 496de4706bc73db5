"""Masters of decks: the two that come along, drawn here, and a company's own."""

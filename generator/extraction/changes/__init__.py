"""Changes: which way, by how much, against what."""

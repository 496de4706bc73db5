"""Tables: where they stand, and what their heads say of their cells."""

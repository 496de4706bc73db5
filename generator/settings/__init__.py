"""What YAML may say: frozen models, loaded with file, line and column."""

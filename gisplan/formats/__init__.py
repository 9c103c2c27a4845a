"""Writing layers for other programs."""

"""The order of a build: layers resolved, cached, written."""

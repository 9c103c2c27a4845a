"""Layers of a workspace as files for other programs."""

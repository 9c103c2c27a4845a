"""Analyses: tables in, tables out; no files, no globals, no prints."""

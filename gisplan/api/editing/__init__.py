"""Layers as tables that are looked through and edited, by the rules that an import goes by."""

"""The report: one HTML page with maps, tables, scorecard, methods and sources.

Pure: what it shows goes in, the page comes out. No script, and nothing asked of any host.
"""

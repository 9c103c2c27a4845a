"""Intake: a planner's own table into the columns of a layer. Tables in, tables out.

``headings`` recognises columns, ``mapping`` keeps what was chosen, ``amounts`` reads numbers with
their units, ``places`` finds the region of a row, ``duplicates`` proposes what may be the same,
``convert`` does it for one table, ``summary`` tells what was found. ``gisplan.importing`` reads
and writes the files.
"""

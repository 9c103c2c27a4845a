"""Maps as figures for documents: a sheet with title, legend, scale, north and sources.

The only package that knows Matplotlib, which the extra ``figures`` brings; ``sheet.draw`` is its
entrance. Classes, colours and counts are those of the web map:
:func:`gisplan.render.web.legend.draw` works them out for both.
"""

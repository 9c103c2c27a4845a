"""gisplan: plan regional industry on the map."""

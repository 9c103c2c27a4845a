"""Tables joined, counted, summed by region, interpolated, compared."""

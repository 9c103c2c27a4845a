"""Who is within reach of a network, by region and by site, on request."""

"""How far it is, or how long it takes: geodesic distance between demand and sites."""

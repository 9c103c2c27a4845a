"""The plan as typed objects: what it asks, what it allots, how it stands."""

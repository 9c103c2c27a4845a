"""Industry by region: declared capacity, targets apportioned, balance, clusters."""

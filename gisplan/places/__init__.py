"""Where things are: datums, coordinates as people write them, codes and names of units."""

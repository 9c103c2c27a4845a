"""Classes, colours and words of a layer, decided once for every output."""

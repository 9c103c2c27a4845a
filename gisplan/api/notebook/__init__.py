"""What a notebook asks: tables of one's own or names of layers in, an answer to look at out."""

"""What is declared: whose folders, which layers with which columns, which maps."""

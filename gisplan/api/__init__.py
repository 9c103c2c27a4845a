"""What a person may ask, one module a question; the faces know nothing else."""

"""The scenarios of a workspace for a person at a form: listed, copied, changed, taken away."""

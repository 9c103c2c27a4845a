"""What was changed in a workspace: when, what, from what to what; and taking the last one back."""

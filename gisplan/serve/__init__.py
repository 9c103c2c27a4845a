"""The planner's office in one window: pages of this machine over the questions of ``api``."""

"""Work beside a page: each job in a process of its own, its progress and result in a folder.

The folder is the state: a page, or another run of it, finds there what was asked for, how far it
is and what came of it. A job ends with its result, or its process ends without one and it is
known to have been cut short.
"""

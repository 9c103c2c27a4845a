"""Sites on request: candidates of the user's evaluated, and sites suggested."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)

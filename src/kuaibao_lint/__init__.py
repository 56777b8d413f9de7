"""A document linter for Chinese government news bulletins."""
__version__ = "0.1.0"

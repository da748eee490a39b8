"""Long runs of harm, for before a release: ``make soak``."""

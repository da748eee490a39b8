"""How well a stranger understands the voices: an offline recogniser writes down hard sentences they say.

Run by ``make intelligibility``. ``docs/intelligibility.md`` says how it is measured and what came of it.
"""

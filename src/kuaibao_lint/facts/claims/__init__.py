"""Facts → claims: what each number of a passage says, and of what.

`phrasings` is the table of wordings, `figures` gives each number its role by it, `reader` goes
through the figures of a passage once and makes the claims of `model`: `levels`, `changes` and
`percentages` take what points backwards, `shares`, `rates` and `averages` what may look forward.
"""

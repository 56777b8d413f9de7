"""Facts → claims: what each number of a passage says, and of what.

`reckonable` tells which numbers count, `figures` takes the words before each and what stands round
it (`surroundings`), and `roles` gives it its part by the tables of `phrasings`, which `wordings`
puts to use. `reader` goes through the figures of a passage once and makes the claims of `model`:
`levels`, `totals`, `changes` and `percentages` take what points backwards, `shares`, `rates` and
`averages` what may look forward.
"""

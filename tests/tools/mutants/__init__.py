"""Mutation testing.

Change the code in one small place, run the tests that should notice, and list the changes that none noticed.

`operators` says which changes there are, `sampling` draws some of them, `running` runs the tests on a copy of the tree,
`table` names the modules with their tests, `report` prints what came out. `scripts/mutants` is the command.
"""

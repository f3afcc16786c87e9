"""Mutation testing: change the code in one small place, and list the changes that no test noticed.

`operators` says which changes there are, `sampling` draws some of them, `running` runs the tests on a copy of the tree,
`table` names the modules with their tests, `report` prints what came out. `scripts/mutants` is the command.
"""

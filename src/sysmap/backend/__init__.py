"""A networkx backend: networkx's own calls and answers, at the speed of C libraries.

Nothing here is called by name. networkx finds the backend by its entry point, and one line opts in:

>>> import networkx as nx
>>> graph = nx.karate_club_graph()
>>> with nx.config(backend_priority=["sysmap"], warnings_to_ignore={"cache"}):
...     closeness = nx.closeness_centrality(graph)

What the backend cannot answer exactly as networkx would (a callable as weight, negative distances, one node alone)
networkx answers itself; what networkx answers sooner (small graphs) too. `info.FUNCTIONS` lists what is taken over.

**Where an answer differs**: `nx.effective_size(G)` of all nodes is wrong in networkx 3.6 and 3.7 on weighted or directed
graphs (networkx pull request 8906); here it follows Burt's definition, as networkx itself does when it is given `nodes=`.

**The cache.** networkx keeps the converted graph in `G.__networkx_cache__` and clears it when a method of `G` changes the
graph, but not at `G[u][v]["weight"] = 3` or when the graph under a subgraph view changes, and warns so at each use.
Here both are safe: weights are read anew at every call, and a view is converted anew. So the warning may be ignored.
"""

__all__: list[str] = []

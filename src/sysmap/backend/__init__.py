"""A networkx backend: the same calls and answers as networkx, computed by C libraries (numpy, scipy, rustworkx).

Nothing here is called directly. networkx finds the backend by its entry point, and one line of configuration turns it
on:

>>> import networkx as nx
>>> graph = nx.karate_club_graph()
>>> with nx.config(backend_priority=["sysmap"], warnings_to_ignore={"cache"}):
...     closeness = nx.closeness_centrality(graph)

networkx still answers a call itself if the backend cannot give exactly the same answer (a function as weight, negative
distances), or if networkx is quicker (small graphs, a single node). `info.FUNCTIONS` lists the functions that are taken
over.

**One answer differs**: `nx.effective_size(G)` for all nodes is wrong in networkx 3.6 and 3.7 on weighted or directed
graphs (networkx pull request 8906). Here it follows Burt's definition, as networkx itself does when it is given
`nodes=`.

**The cache.** networkx keeps the converted graph in `G.__networkx_cache__` and clears it when a method of `G` changes
the graph. It does not notice `G[u][v]["weight"] = 3`, or a change of the graph behind a subgraph view, and warns about
this at each use. Here both are safe, because weights are read anew at every call and a view is converted anew. So the
warning can be ignored.
"""

__all__: list[str] = []

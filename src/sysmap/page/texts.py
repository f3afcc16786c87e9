"""The page's own texts. Texts about the data come from the vocabulary, the measures and the findings."""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.findings.severity import GRADES, NO_FINDINGS
from sysmap.messages import Message, in_context
from sysmap.rendering.notes import EMPTY

__all__ = ["UI"]

UI: Mapping[str, Message] = {
    # header
    "search": Message("Search the map"),
    "no_match": Message("Nothing on this map is called that."),
    "more_matches": Message("{n} more: type on to narrow down"),
    "map": Message("Map"),
    "table": Message("Table"),
    "view": Message("View"),
    "language": Message("Language"),
    "theme": Message("Colours"),
    "system": Message("as the device"),
    "light": Message("light"),
    "dark": Message("dark"),
    "save_png": Message("Save as picture (PNG)"),
    "print": Message("Print"),
    "close": Message("Close"),
    "overview": Message("Overview"),
    "skip": Message("Skip to the table"),
    # overview
    "headlines": Message("What stands out"),
    "all_findings": Message("All {n} findings"),
    "no_findings": NO_FINDINGS,
    "gaps": Message("Collaboration gaps"),
    "gaps_shown": Message("The {n} strongest are dashed on the map."),
    "gaps_more": Message("{n} weaker ones are counted, not drawn."),
    "no_gaps": Message("No collaboration gap was found."),
    "gaps_not_assessed": Message("Not assessed: the map has no data on partnerships."),
    "gap_line": Message("Who should work together, and does not"),
    "numbers": Message("The system in numbers"),
    "notes": Message("About this page"),
    "empty": EMPTY,
    "empty_next": Message("Add rows to the CSV files and build again."),
    "offline": Message("One file. It works without a network and sends nothing."),
    # legend
    "legend": Message("Legend and filter"),
    "kinds": in_context("legend", "On the map"),
    "ties": Message("Ties"),
    "other_ties": Message("Other ties"),
    "color_by": Message("Colour"),
    "size_by": Message("Size"),
    "by_kind": Message("Kind"),
    "same_size": Message("All the same"),
    "not_said": Message("not stated"),
    "quiet": Message("{ties}: drawn around what you choose; ticked, all of them."),
    "quiet_view": Message(
        "{ties}: drawn around what you choose; their own view shows them all. Ticked, they are all drawn here too."
    ),
    "grounds": Message("Close-knit groups"),
    "show_all": Message("Show all"),
    "filtered": Message("{shown} of {total} shown"),
    # panel
    "facts": Message("Facts"),
    "no_facts": Message("Nothing more is recorded."),
    "neighbours": Message("Connected to"),
    "no_neighbours": Message("No ties on this map."),
    "measures": Message("In numbers"),
    "rank": Message("{rank} of {n}"),
    "yes": Message("yes"),
    "no": Message("no"),
    "how": Message("How it is computed"),
    "error_of": Message("{title}: standard error"),
    "own_error": Message("Of this value: {n}."),
    "advice": Message("What to do with it"),
    "source": Message("Source"),
    "undefined": Message("undefined here: too few ties to compute it"),
    "undefined_isolated": Message("undefined: no partner"),
    "found_in": Message("Findings about it"),
    "focus": Message("Show around it"),
    "steps": Message("{n} step"),
    "steps_many": Message("{n} steps"),
    "disciplines": Message("Five disciplines of learning"),
    "respondents": Message("{n} respondents"),
    "tie": Message("Tie"),
    # findings
    "findings": Message("Findings"),
    "why": Message("Why it matters"),
    "next": Message("Next step"),
    "findings_more": in_context("page", "{n} more are in findings.csv."),
    "problems_behind": Message("Problems behind it"),
    **{str(grade): words for grade, words in GRADES.items()},
    # table
    "name": Message("Name"),
    "kind": Message("Kind"),
    "tie_count": Message("Ties"),
    "table_caption": Message("Everything the filter shows; choose a heading to sort, a name to see it on the map."),
    "more_rows": Message("Show {n} more rows"),
    "export_csv": Message("Save table (CSV)"),
    # map
    "canvas": Message(
        "Map with {nodes} nodes and {ties} ties. Arrow keys move from node to node, plus and minus zoom, 0 shows everything; "
        "the table holds the same data."
    ),
    "zoom_in": Message("Zoom in"),
    "zoom_out": Message("Zoom out"),
    "fit": Message("Show everything"),
}

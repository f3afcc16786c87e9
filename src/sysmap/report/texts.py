"""What the report itself says, in both languages.

What it says of the data comes from the findings, measures and vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping

from sysmap.messages import Message

__all__ = ["SETTINGS", "TEXT"]

TEXT: Mapping[str, Message] = {
    "contents": Message("Contents"),
    "figures": Message("At a glance"),
    "findings": Message("What was found"),
    "counts": Message("{n} findings: {parts}. The gravest come first; each names its evidence and a next step."),
    "map": Message("The map"),
    "by_problem": Message("Problem by problem"),
    "by_innovation": Message("Innovations in the valley of death"),
    "others_found": Message("What else was found"),
    "annex": Message("Annex for analysts"),
    "page": Message("page {n}"),
    "severity_of": Message("Severity {n} of 5"),
    "answers_all": Message("What is being tried"),
    "apart": Message("They work on it and are not partners"),
    "driven": Message("What drives it"),
    "drives": Message("What it drives"),
    "promised": Message("Promised and not done yet"),
    "addresses": Message("What it is for"),
    "leads": Message("Led by"),
    "sponsors": Message("Sponsored by"),
    "funders": Message("Funded by"),
    "adopters": Message("Taken up by"),
    "why": Message("Why it matters"),
    "next": Message("Next step"),
    "evidence": Message("Evidence"),
    "more_findings": Message("{n} more are in findings.csv."),
    "more_rows": Message("The first {shown} of {n}; the others are in {file}."),
    "more_counted": Message("The first {shown} of {n}."),
    "none": Message("Nothing to tell."),
    "not_assessed": Message("Not assessed"),
    "not_assessed_about": Message("The data for these are missing, which is not the same as nothing being wrong."),
    "bridges": Message("Who bridges"),
    "bridges_about": Message(
        "Stakeholders by the share of shortest ways between others that run through them (betweenness)."
    ),
    "problems": Message("Problems and who carries them"),
    "problems_about": Message(
        "Open problems, the gravest first. A tested answer is an innovation at pilot stage or beyond."
    ),
    "gaps": Message("Who should work together, and does not"),
    "gaps_about": Message(
        "Collaboration gaps, the most needed first. Need: what their shared and linked problems weigh, more where few carry them."
    ),
    "suggestions": Message("Partnerships to consider"),
    "suggestions_about": Message(
        "Suggested by what each pair shares and lacks, with the reasons; a suggestion foretells no success. Most ties that exist join neighbours; "
        "the score also asks for bridges, other sectors and the less busy (the command sysmap suggest --evaluate holds it against the ties that exist)."
    ),
    "learning": Message("The learning organisation"),
    "learning_about": Message(
        "The five disciplines and what they are practised by: a profile, never one score. Asked: the mean that units gave, 1 to 5 (change since the "
        "first round). On the map: the gravest finding that shows it (its evidence)."
    ),
    "aspect": Message("Side of learning"),
    "asked": Message("Asked"),
    "shown": Message("On the map"),
    "levers": Message("Where to push"),
    "levers_about": Message(
        "Ranks by four scores of leverage, 1 = strongest; each sees something else. In the picture: who influences much (up), and who depends on much (right); "
        "push on the left above, measure success on the right below."
    ),
    "cause": Message("Cause or effect"),
    "reasons": Message("Why"),
    "score": Message("Score"),
    "numbers": Message("The system in numbers"),
    "numbers_about": Message("Measures of the whole map. A dash: undefined here."),
    "assumptions": Message("What this rests on"),
    "stakeholder": Message("Stakeholder"),
    "problem": Message("Problem"),
    "severity": Message("Severity"),
    "owners": Message("Owned by"),
    "workers": Message("Working on it"),
    "answers": Message("Tested answer"),
    "pair": Message("Between"),
    "behind": Message("Problems behind it"),
    "need": Message("Need"),
    "measure": Message("Measure"),
    "value": Message("Value"),
    "meaning": Message("What to do with it"),
    "yes": Message("yes"),
    "no": Message("no"),
    "others": Message("{n} more"),
    "nobody": Message("nobody"),
    # figures
    "fit": Message("of the pairs that need to coordinate are partners"),
    "fit_about": Message("{met} of {needed} pairs who share a problem, or whose problems hang together (congruence)."),
    "gap": Message("collaboration gaps"),
    "gap_about": Message("Pairs whose work calls for a partnership that is not recorded."),
    "unowned": Message("of {n} open problems have no owner"),
    "unowned_about": Message("Nobody has to answer for them; {n} of these are worked on by nobody at all."),
    "unattended": Message("of {n} open problems are worked on by nobody"),
    "unattended_about": Message("Who owns which problem is not recorded, so ownership is not assessed."),
    "proven": Message("of the severity of open problems has a tested answer"),
    "proven_about": Message(
        "{n} of {all} open problems are addressed by an innovation at pilot stage or beyond (coverage)."
    ),
    "alone": Message("of {n} stakeholders have no partner"),
    "alone_about": Message("What they know and can do reaches others by no recorded way (unpartnered)."),
    # assumptions
    "as_of": Message(
        "Nodes and ties count as they are there on {day}; {gone} nodes and {past} ties that had ended or not begun are left out."
    ),
    "files": Message("Read from: {files}."),
    "file": Message("{name} ({rows} rows)"),
    "interrupted": Message("A load of this map did not finish: what is told here is of a half-loaded map."),
    "unrated": Message("{n} of {all} open problems have no severity; each counts as the median of the others."),
    "estimated": Message("{title}: {said}"),
    "undefined": Message("Undefined for some stakeholders, and left empty rather than zero: {measures}."),
    "settings": Message("Settings: {settings}."),
    "private": Message(
        "{n} findings that follow from ratings of persons or units are left out. The option --include-personal puts them in."
    ),
    "limits": Message(
        "A missing tie may be one that nobody recorded. Whether two should partner is for them to decide."
    ),
}

SETTINGS: Mapping[str, Message] = {
    "works": Message("works on a problem = {value}"),
    "carries": Message("carries an innovation = {value}"),
    "top": Message("{value} gaps are ranked"),
    "per_stakeholder": Message("at most {value} of one stakeholder"),
    "crowded": Message("a problem is crowded from {value} workers on"),
    "seed": Message("lots are drawn from seed {value}"),
}
"""The settings that a reader should know of; the analyst's guide explains all."""

"""Ties from stakeholders to the work: to problems, to innovations, and for or against both."""

from __future__ import annotations

from sysmap.messages import in_context
from sysmap.schema import Field, TieKind
from sysmap.vocabulary.common import ROLE
from sysmap.vocabulary.work import CURRENCY

__all__ = ["STANCES", "TO_INNOVATIONS", "TO_PROBLEMS"]

REASON = Field(
    "reason",
    in_context("reason", "Reason"),
    in_context("reason", "Why it does so."),
    synonyms=("alasan", "why", "mengapa"),
)

TO_PROBLEMS = (
    TieKind(
        "REPORTED",
        in_context("REPORTED", "Report"),
        in_context("REPORTED", "{source} reported {target}"),
        (("Stakeholder", "Problem"),),
        fields=(ROLE,),
        synonyms=("laporan", "reports", "noticed", "melaporkan", "pelapor"),
    ),
    TieKind(
        "WORKS_ON",
        in_context("WORKS_ON", "Work on a problem"),
        in_context("WORKS_ON", "{source} works on {target}"),
        (("Stakeholder", "Problem"),),
        fields=(ROLE,),
        synonyms=(
            "penanganan masalah",
            "working on",
            "handles",
            "menangani",
            "bekerja pada",
            "mengerjakan",
            "mengatasi masalah",
        ),
    ),
    TieKind(
        "OWNS",
        in_context("OWNS", "Ownership of a problem"),
        in_context("OWNS", "{source} is answerable for {target}"),
        (("Stakeholder", "Problem"),),
        fields=(ROLE,),
        synonyms=(
            "tanggung jawab atas masalah",
            "owner of",
            "responsible for",
            "accountable for",
            "memiliki",
            "pemilik",
            "bertanggung jawab atas",
            "penanggung jawab",
        ),
    ),
    TieKind(
        "AFFECTED_BY",
        in_context("AFFECTED_BY", "Being affected"),
        in_context("AFFECTED_BY", "{source} is affected by {target}"),
        (("Stakeholder", "Problem"),),
        fields=(ROLE,),
        synonyms=("dampak masalah", "suffers from", "affected", "terdampak", "terdampak oleh", "terkena"),
    ),
)

TO_INNOVATIONS = (
    TieKind(
        "LEADS",
        in_context("LEADS", "Leadership"),
        in_context("LEADS", "{source} leads {target}"),
        (("Stakeholder", "Innovation"),),
        fields=(ROLE,),
        synonyms=("kepemimpinan", "lead", "leader of", "memimpin", "menggerakkan", "penggerak"),
    ),
    TieKind(
        "SPONSORS",
        in_context("SPONSORS", "Sponsorship"),
        in_context("SPONSORS", "{source} sponsors {target}"),
        (("Stakeholder", "Innovation"),),
        fields=(ROLE,),
        synonyms=("dukungan pimpinan", "sponsor", "sponsor of", "menyokong", "mensponsori"),
    ),
    TieKind(
        "FUNDS",
        in_context("FUNDS", "Funding"),
        in_context("FUNDS", "{source} funds {target}"),
        (("Stakeholder", "Innovation"),),
        fields=(
            ROLE,
            Field(
                "amount",
                in_context("FUNDS.amount", "Amount"),
                in_context("FUNDS.amount", "How much is given."),
                "number",
                low=0,
                unit=CURRENCY,
                synonyms=("jumlah dana", "sum", "nilai dana", "jumlah"),
            ),
        ),
        synonyms=("pendanaan", "fund", "finances", "funder of", "mendanai", "membiayai"),
    ),
    TieKind(
        "ADOPTS",
        in_context("ADOPTS", "Adoption"),
        in_context("ADOPTS", "{source} adopts {target}"),
        (("Stakeholder", "Innovation"),),
        fields=(ROLE,),
        synonyms=("adopsi", "adopt", "uses", "mengadopsi", "memakai", "menerapkan"),
    ),
    TieKind(
        "CHAMPIONS",
        in_context("CHAMPIONS", "Championing"),
        in_context("CHAMPIONS", "{source} champions {target}"),
        (("Stakeholder", "Innovation"),),
        fields=(ROLE,),
        synonyms=(
            "perjuangan dari dalam",
            "champion",
            "champion of",
            "memperjuangkan",
            "pejuang internal",
            "penggerak internal",
        ),
    ),
    TieKind(
        "TAKES_PART_IN",
        in_context("TAKES_PART_IN", "Taking part"),
        in_context("TAKES_PART_IN", "{source} takes part in {target}"),
        (("Stakeholder", "Innovation"),),
        fields=(ROLE,),
        synonyms=(
            "keikutsertaan",
            "participates in",
            "involved in",
            "ikut serta",
            "ikut serta dalam",
            "berpartisipasi dalam",
            "terlibat dalam",
        ),
    ),
)

STANCES = (
    TieKind(
        "SUPPORTS",
        in_context("SUPPORTS", "Support"),
        in_context("SUPPORTS", "{source} supports {target}"),
        (("Stakeholder", "Innovation"), ("Stakeholder", "Goal")),
        fields=(REASON,),
        synonyms=("dukungan", "support", "in favour of", "mendukung"),
    ),
    TieKind(
        "OPPOSES",
        in_context("OPPOSES", "Opposition"),
        in_context("OPPOSES", "{source} opposes {target}"),
        (("Stakeholder", "Innovation"), ("Stakeholder", "Goal")),
        fields=(REASON,),
        synonyms=("penolakan", "oppose", "against", "resists", "menolak", "menentang"),
    ),
    TieKind(
        "SHARES",
        in_context("SHARES", "Shared goal"),
        in_context("SHARES", "{source} shares the goal {target}"),
        (("Stakeholder", "Goal"),),
        synonyms=("tujuan yang dianut", "share", "holds", "menganut", "berbagi tujuan"),
    ),
)

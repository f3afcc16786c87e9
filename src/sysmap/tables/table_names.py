"""What a table is called: the names of files and sheets that mean a table of a map, in both languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from sysmap.messages import AnyText, Message
from sysmap.schema import Vocabulary
from sysmap.tables.text import fold_text

__all__ = ["LINKS", "PLACES", "PLACES_OF_CAUSES", "TableNames", "known_files", "table_title", "without_copy_marks"]

LINKS = "links.csv"
PLACES, PLACES_OF_CAUSES = "positions.json", "causal-positions.json"
"""Where the nodes of a map stand, kept beside its tables: for its pictures, not for its rows."""
_TIES = ("partnerships.csv", LINKS)

_NATURAL: Mapping[str, str] = {
    "stakeholders.csv": "instansi, opd, skpd, perangkat daerah, lembaga, organisasi, organisation, organisations, "
    "organization, organizations, institution, institutions, aktor, actor, actors, pelaku, pihak",
    "problems.csv": "masalah, isu, isu strategis, permasalahan, problem, problems, issue, issues",
    "innovations.csv": "gagasan, ide, idea, ideas",
    "factors.csv": "variabel, variable, variables",
    "goals.csv": "sasaran, visi, target",
    "grow.csv": "sesi, sessions, coaching",
    "assessments.csv": "asesmen, assessment",
    "partnerships.csv": "mitra, kerja sama, kerjasama, kolaborasi, partnership, collaboration, collaborations, survey, "
    "survei, kuesioner, form responses, jawaban formulir, respon formulir",
    LINKS: "link, tautan, pengaruh, influences, causal links",
    "aliases.csv": "alias, aliases, nama lain, singkatan",
    "stages.csv": "tahap, tahapan, stage, riwayat tahap",
}
"""Further names of a table, beside those of its kind in the vocabulary."""
_TIES_OF_ANY_KIND = (
    "edge, edges, tie, ties, edgelist, edge list, connection, connections, relation, relations, relationship, "
    "relationships, relasi, hubungan, koneksi, jaringan, network, matrix, matriks, adjacency"
)
_NODES_OF_ANY_KIND = "node, nodes, element, elements, elemen, vertex, vertices, simpul"
_MARKS = re.compile(
    r"^~\$|^(?:salinan(?: dari)?|copy of|kopi)\s+|\s*[-_]\s*(?:copy|salinan|kopi)$|"
    r"\s+(?:copy|salinan)$|\s*[(\[](?:\d+|copy|salinan|final|fix|rev\w*)[)\]]$",
    re.IGNORECASE,
)
"""What the name of a copy has before or behind that of its original."""
_LINKS_TITLE = Message("ties of any kind")
_WORDS = re.compile(r"[^\W\d_]+")


def known_files(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The tables a map may have, each by the name of its file, in the order they are read."""
    ties = [kind.file for kind in vocabulary.ties if kind.file]
    return tuple(
        dict.fromkeys(
            [
                *(kind.file for kind in vocabulary.nodes),
                *ties,
                LINKS,
                *(history.file for history in vocabulary.histories),
            ]
        )
    )


def without_copy_marks(stem: str) -> str:
    """The name of a file without the marks of a copy.

    >>> [without_copy_marks(stem) for stem in ("Salinan data", "data (1)", "~$data - Copy", "Data (final)")]
    ['data', 'data', 'data', 'Data']
    """
    bare = _MARKS.sub("", stem.strip()).strip()
    return without_copy_marks(bare) if bare and bare != stem.strip() else stem.strip()


class TableNames:
    """The words of every name that a table may have, each with the tables that it may mean."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
        for file in known_files(vocabulary):
            self._add([file.removesuffix(".csv")], (file,))
        for kind in vocabulary.nodes:
            self._add((*kind.spellings, *kind.titles), (kind.file,))
        for tie in vocabulary.ties:
            if tie.file:
                self._add(tie.title.forms(), (tie.file,))
        for file, texts in _NATURAL.items():
            self._add(texts.split(","), (file,))
        self._add(_TIES_OF_ANY_KIND.split(","), _TIES)
        self._add(_NODES_OF_ANY_KIND.split(","), tuple(kind.file for kind in vocabulary.nodes))

    def _add(self, texts: Iterable[str], files: tuple[str, ...]) -> None:
        for text in texts:
            if words := _words(text):
                self.phrases.setdefault(words, files)

    def meant(self, stem: str) -> tuple[tuple[str, ...], bool]:
        """The tables that the name of a file or sheet may mean, and whether the name is nothing but theirs.

        >>> from sysmap.vocabulary import VOCABULARY
        >>> names = TableNames(VOCABULARY)
        >>> names.meant("Pemangku_Kepentingan"), names.meant("2025 data masalah")
        ((('stakeholders.csv',), True), (('problems.csv',), False))
        """
        words = _words(without_copy_marks(stem))
        if words in self.phrases:
            return self.phrases[words], True
        ends = range(len(words) + 1)
        spans = [(begin, end) for begin in ends for end in ends[begin + 1 :] if words[begin:end] in self.phrases]
        # `isu strategis` is one phrase and not two: a phrase within another says nothing of its own.
        widest = [span for span in spans if not any(_within(span, other) for other in spans)]
        return tuple(dict.fromkeys(file for begin, end in widest for file in self.phrases[words[begin:end]])), False


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _words(name: str) -> tuple[str, ...]:
    """The words of a name, without accents, numbers and signs."""
    bare = unicodedata.normalize("NFKD", fold_text(name))
    return tuple(_WORDS.findall("".join(sign for sign in bare if not unicodedata.combining(sign))))


def table_title(file: str, vocabulary: Vocabulary) -> AnyText:
    """What a table is called in a sentence: "public problems", "partnership"; else the name of its file."""
    for kind in vocabulary.nodes:
        if kind.file == file:
            return kind.plural.lower_first()
    for tie in vocabulary.ties:
        if tie.file == file:
            return tie.title.lower_first()
    return _LINKS_TITLE if file == LINKS else file

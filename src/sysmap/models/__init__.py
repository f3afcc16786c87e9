"""Answers that are neither a number nor a sentence, as frozen records: who needs whom, what is covered by whom, who counts."""

__all__: list[str] = []

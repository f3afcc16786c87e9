"""Answers that are neither a number nor a sentence, as frozen records.

For example who needs whom, which problem is covered, and which stakeholders count.
"""

__all__: list[str] = []

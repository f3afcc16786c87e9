"""Every way in which a TOML file of ours can be wrong.

In all of them `{where}` is the place, `{key}` the last key of its path and `{table}` the whole path as
`toml_spelling.place_values` writes them; `{value}` is a value as `spell` writes it, `{known}` a list of names to choose
from.
"""

from __future__ import annotations

from sysmap.errors import Cause

__all__: list[str] = []  # the causes are read off the module: causes.NO_VALUE

# The file as a whole.
UNREADABLE_FILE = Cause(
    "T001", "the file cannot be read: {reason}", "check that the file is there and that you may read it"
)
NOT_UTF8 = Cause("T002", "the file is not UTF-8: byte {byte} means nothing there", "save the file as UTF-8")
TOO_LONG = Cause("T003", "the file has {count} characters, more than {most}", "leave out what is not about the map")
TOO_DEEP = Cause(
    "T004",
    "here more than {most} lists or tables stand one inside the other",
    "no entry needs more than six; close the brackets",
)
TOO_MANY_DIGITS = Cause("T005", "this number has more than {most} digits", "write a shorter number")
TOO_MANY_ENTRIES = Cause(
    "T006", "from here on there are more than {most} entries", "leave out what is not about the map"
)

# What is not written as TOML asks for.
NO_VALUE = Cause("T007", "the value is missing here", 'write key = "a text", or a number, true or false without quotes')
WITHOUT_QUOTES = Cause(
    "T008",
    "the text {value} stands without quotes",
    "write {quoted}; only numbers, dates, true and false stand without",
)
CURLY_QUOTES = Cause("T009", "the quotation marks are curly ones here", "write straight ones: {quoted}")
CAPITAL_TRUTH = Cause("T010", "{value} is written with a capital letter", "write true or false")
NO_ENTRY = Cause("T011", "this line cannot be read", 'write key = "value", or [table] on a line of its own')
NO_KEY = Cause("T012", "a key is missing here", 'write key = "value"')
KEY_QUOTES = Cause(
    "T013",
    "the key {value} stands without quotes",
    "write {quoted} = ...; only a key of the signs a-z, A-Z, 0-9, - and _ stands without",
)
NO_EQUALS = Cause("T014", "after the key the sign = is missing", 'write key = "value"')
NO_END_OF_LINE = Cause(
    "T015",
    "the line goes on after its entry has ended",
    "write one entry to a line; a text stands in one pair of quotes",
)
TABLE_NOT_CLOSED = Cause(
    "T016",
    "the name of this table is not closed",
    "write [table] on a line of its own; a name with a blank stands in quotes",
)
TEXT_NOT_CLOSED = Cause(
    "T017", "the text that begins here is not closed on its line", "put a quotation mark at its end"
)
LONG_TEXT_NOT_CLOSED = Cause("T018", "the text that begins here is not closed", "put three quotation marks at its end")
LIST_NOT_CLOSED = Cause("T019", "the list that begins on line {opened} is not closed before this", "put ] at its end")
BRACES_NOT_CLOSED = Cause(
    "T020",
    "the braces that open on line {opened} are not closed before this",
    "put } at their end; all between braces stands on one line",
)
NO_COMMA_IN_LIST = Cause(
    "T021",
    "in the list that begins on line {opened} a comma or the closing ] is missing here",
    "write a comma between two values of a list, and ] after the last",
)
NO_COMMA_IN_BRACES = Cause(
    "T022",
    "between the braces that open on line {opened} a comma or the closing } is missing here",
    "write a comma between two entries, and } after the last; all of it stands on one line",
)
TWICE = Cause("T023", "{where} is given a second time; it stands already on line {first}", "keep one of the two")
TWICE_IN_LINE = Cause("T024", "a key is given a second time here", "keep one of the two")
BACKSLASH = Cause(
    "T025",
    "in this text a backslash stands before a sign that it has no meaning with",
    "write two backslashes for one, or put the text between ' and '",
)
ESCAPE = Cause(
    "T026",
    "in this text \\u or \\U is not followed by the number of a character",
    "write \\u and four of the signs 0-9 and A-F",
)
CONTROL = Cause(
    "T027", "here stands a character that cannot be seen, {character}", "delete it, or write an ordinary blank"
)
NO_DATE = Cause("T028", "here stands no day of the calendar", "write it as 2024-01-31, without quotes")
NOT_TOML = Cause("T029", "from here on the line cannot be read", 'write key = "value", or [table] on a line of its own')

# Keys, and the kind of value that each of them takes.
UNKNOWN_KEY = Cause("T030", "{where} is not a known key", "choose {known}")
NO_PAIRS = Cause("T031", "{where} is missing", "write {example}, the kinds of node that the tie goes from and to")
NOT_TEXT = Cause("T032", "{where} is {value}, not a text", 'write {key} = "...", with the text in quotes')
EMPTY_TEXT = Cause("T033", "{where} is empty", 'write {key} = "...", with a text in quotes')
NOT_TRUTH = Cause("T034", "{where} is {value}", "write true or false, without quotes")
NOT_WHOLE = Cause("T035", "{where} is {value}", "give a whole number from {low} to {high}")
NOT_WHOLE_FROM = Cause("T036", "{where} is {value}", "give a whole number from {low} on")
NOT_NUMBER = Cause(
    "T037", "{where} is {value}, not a number", "give a number, without quotes and with a decimal point, such as 2.5"
)
NOT_ONE_OF = Cause("T038", "{where} is {value}", "choose {known}")
NOT_TEXTS = Cause("T039", "{where} is {value}, not a list of texts", 'write {key} = ["...", "..."]')
TEXT_WITHOUT_LIST = Cause("T040", "{where} is a single text, {value}, not a list of texts", "write {key} = [{value}]")
NOT_TEXT_IN_LIST = Cause("T041", "{where} holds {value}, which is not a text", "put it in quotes")
NOT_TABLE = Cause(
    "T042", "{where} is {value}, not a table", "write [{table}] on a line of its own, and its entries below it"
)
NOT_WORDS = Cause("T043", "{where} is {value}, not a text", 'write {key} = "...", or {key} = {forms}')
NOT_PAIRS = Cause(
    "T044",
    "{where} is {value}, not a list of pairs",
    "write {example}, the kinds of node that the tie goes from and to",
)
NOT_DAY = Cause("T045", "{where} is {value}, not a day", "write it as 2024-01-31")
NOT_KNOWN = Cause("T046", "{where} holds {value}, which is not known", "choose {known}")

# What sysmap.toml says.
NO_DAY = Cause("T047", "{where}: {reason}", "write it as 2024-01-31")
NO_NAME = Cause(
    "T048",
    "{where} is {value}, which holds a slash or a sign that cannot be seen",
    "give a short name, such as gunungkidul",
)
NO_WEIGHT = Cause(
    "T049",
    "{where}: every weight_... is 0, so that nothing tells one suggestion from another",
    "give one of them 1 or more",
)
TIE_NAME = Cause(
    "T050", "{value} cannot be the name of a tie", "write it in upper-case letters, digits and _, such as WORKS_ON"
)
TIE_TAKEN = Cause("T051", "{value} is declared already", "choose another name for your tie")
SENTENCE_ENDS = Cause("T052", "{where} does not name both ends of the tie", "write it with {source} and {target}")
SENTENCE_BRACES = Cause(
    "T053", "{where} has other braces than those of {source} and {target}", "take the other braces out"
)
NO_IDENTITY = Cause("T054", "{where} holds {value}, which the tie does not have as a field", "choose {known}")
NO_IDENTITY_AT_ALL = Cause(
    "T055", "{where} holds {value}, but the tie has no fields", "declare it under fields, or leave identity out"
)
FIELD_NAME = Cause(
    "T056",
    "{value} cannot be the name of a field",
    "write letters, digits and _, and not a digit first; {reserved} and names that begin with {ours} are taken",
)
RANGE_WITHOUT_NUMBER = Cause(
    "T057",
    "{where} is set, but the field is not a number",
    'write type = "number" or type = "integer", or leave low and high out',
)
LOW_OVER_HIGH = Cause("T058", "{where} is above high", "give a low that is not above high")
UNKNOWN_LABEL = Cause("T059", "{where} holds {value}, which is not a kind of node", "choose {known}")
NO_CHOICES = Cause("T060", "{value} is not a field that takes choices", 'write [choices."Stakeholder.sector"]')
CHOICES_UNQUOTED = Cause(
    "T061",
    "{value} alone is not a field that takes choices",
    "write both names in one pair of quotes: [choices.{quoted}]",
)
EMPTY_CHOICE = Cause(
    "T062", "a choice has an empty name", "write the word that stands in the table's cells before the sign ="
)
EMPTY_WORDS = Cause("T063", "{where} holds no text", 'write {key} = "...", or {key} = {forms}')
UNKNOWN_COLUMN = Cause("T064", "{where} is {value}, which is not a known column", "see `sysmap vocabulary`")

# What a look file says.
UNKNOWN_KIND = Cause("T065", "{where} is not a kind of node", "choose {known}")

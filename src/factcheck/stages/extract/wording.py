"""Words of a text as they stand in a claim: names in full, pronouns resolved, no gaps, a capital and a full stop."""

import re

from spacy.tokens import Token

from factcheck.stages.extract.context import Context, possessive
from factcheck.stages.extract.tree import kid

_COURTESY = frozenset({"mr", "mrs", "ms", "dr", "miss"})
_OPEN = re.compile(r"""(?:^|[\s(])"(?!\s)[^"]+$""")  # what no mark ends
_STRAY = re.compile(r"""[^\s(]"(?=[\s,.]|$)""")  # a mark that ends what no mark begins
_INCHES = re.compile(r"""\d ?"(?!\w)""")


def sentence(text: str) -> str:
    """The words as a sentence: blanks squeezed, a capital first, a full stop last."""
    line = " ".join(text.split()).strip(" ,;:—–-")
    line = line.replace(" ,", ",").replace(" ;", ";").replace(" ’s", "’s").replace(" 's", "'s")
    line = re.sub(r" \.(?!\d)", ".", line)
    if not line:
        return ""
    line = _balanced(line)
    stopped = line.rstrip("”\"’'")[-1:] in tuple(".!?") if line[-1] in '”"’' else line[-1] in ".!?"
    return line[0].upper() + line[1:] + ("" if stopped else ".")


def _balanced(line: str) -> str:
    """The words with the mark that closes a quotation at their end, and without one whose other half lies outside: a
    claim ends before the stop, and so before the mark after it.
    """
    if line.count("“") > line.count("”"):
        return line + "”"
    if line.rfind("‘") > line.rfind("’") and line[line.rfind("‘") + 1 :][:1].strip():
        return f"{line[:-1]}’”" if line.endswith("”") else line + "’"
    if line.count("``") > line.count("''"):
        return line + "''"
    if line.count('"') % 2 == 0 or "''" in line or _INCHES.search(line):
        return line
    if line.startswith('"') and line.count('"') == 1 and len(line.split()) > 6:
        return line[1:].lstrip()  # of a longer speech
    if _OPEN.search(line):
        return line + '"'
    stray = _STRAY.search(line) if line.count('"') == 1 else None
    return line if stray is None else line[: stray.start() + 1] + line[stray.end() :]


def words_of(context: Context, tokens: list[Token], known: str = "") -> str:
    """The tokens as text, with entities in full and pronouns replaced by what they stand for.

    A pronoun whose referent is named in the same words or in `known` stays: "four men rammed their car".
    """
    tokens = _without_gaps(tokens)
    parts: list[str] = []
    done: set[tuple[int, int]] = set()
    spelt: dict[int, str] = {}
    for position, token in enumerate(tokens):
        text = spelt.get(token.i, token.text)
        mention = context.names.at.get(token.i)
        if mention is not None and (mention.start, mention.end) in done:
            continue  # a word of a name that has been written in full
        referent = context.pronouns.get(token.i)
        gap = position + 1 < len(tokens) and tokens[position + 1].i > token.i + 1
        blank = " " if token.whitespace_ or gap else ""
        told = " ".join([known, *parts]).casefold()
        if referent is not None and referent.text.casefold() not in told:
            if not any(referent.head.i == other.i for other in tokens):  # "in his speech, Lee thanked them" as well
                told_as = context.name_of(referent)
                verb = None if blank or position + 1 == len(tokens) else _spelt_out(tokens[position + 1])
                if verb is not None:
                    spelt[tokens[position + 1].i], blank = verb, " "
                text = possessive(told_as) if token.tag_ in {"PRP$", "WP$"} else told_as
        elif mention is not None and mention.type in {"person", "group"} and mention.text not in mention.entity:
            done.add((mention.start, mention.end))
            if parts and parts[-1].strip().rstrip(".").lower() in _COURTESY:
                parts.pop()
            if parts and parts[-1].strip().lower() == "the" and mention.entity.startswith("the "):
                parts.pop()
            text, blank = mention.entity, _blank_after(tokens[position:], mention.end)
        elif (
            mention is not None
            and mention.type == "person"
            and parts
            and parts[-1].strip().rstrip(".").lower() in _COURTESY
        ) and len(mention.entity) > len(mention.text):
            done.add((mention.start, mention.end))
            parts.pop()
            text, blank = mention.entity, _blank_after(tokens[position:], mention.end)
        parts.append(text + blank)
    return "".join(parts)


def _spelt_out(verb: Token) -> str | None:
    """The verb that "'re" and its like stand for, which are written after a pronoun and after no noun."""
    clitic = verb.text.lower().replace("’", "'")
    if clitic == "'s" and verb.tag_ == "VBZ":
        return "has" if verb.head.tag_ == "VBN" and (verb.dep_ == "aux" or kid(verb.head, "obj")) else "is"
    return {"'re": "are", "'ve": "have", "'ll": "will"}.get(clitic)


def _blank_after(tokens: list[Token], end: int) -> str:
    """What stands between a name that ends at the offset `end` and the next of the tokens that follows it."""
    following = next((token for token in tokens if token.idx >= end), None)
    return " " if following is not None and following.idx > end else ""


def _without_gaps(tokens: list[Token]) -> list[Token]:
    """The tokens without the commas that set off what was left out between them."""
    kept = []
    for position, token in enumerate(tokens):
        before = position > 0 and tokens[position - 1].i < token.i - 1
        after = position + 1 < len(tokens) and tokens[position + 1].i > token.i + 1
        if not ((before or after) and token.text in {",", "—", "–", "--"}):
            kept.append(token)
    return kept

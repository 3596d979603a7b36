"""Noun phrases to the left and right of a place in a sentence, by tags and order rather than by the tree.

Around figures a parse often goes wrong while tags stay right, so a phrase is taken as an unbroken run of nouns and
their modifiers, with the prepositional phrases that follow. Words inside any quantity end a phrase.
"""

import re

from spacy.tokens import Doc, Token

from factcheck.lexicon.quantities import word_set

_NOUNS = frozenset(("NOUN", "PROPN", "X"))
_INSIDE = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "X", "SYM"))
_LINKS = word_set("phrases_links")
_COMPLEMENTS = frozenset(["of", "in", "for", "from", "with", "between", "across"])
_TIMES = word_set("phrases_times")
_DROPPED = word_set("phrases_dropped")
_POSSESSIVE = re.compile(r"['’]s?$")
_CLAUSE = frozenset(["and", "or"])


class Phrases:
    """Noun phrases of one Doc. `taken` are the tokens that belong to quantities."""

    __slots__ = ("doc", "taken", "text")

    def __init__(self, doc: Doc, taken: frozenset[int]) -> None:
        self.doc = doc
        self.taken = taken
        self.text = doc.text  # the Doc joins its text anew each time that it is asked

    def word(self, at: int) -> Token | None:
        """The token at a position, None outside the text."""
        return self.doc[at] if 0 <= at < len(self.doc) else None

    def free(self, at: int) -> bool:
        """Whether a position is in the text and in no quantity."""
        return 0 <= at < len(self.doc) and at not in self.taken

    def right(self, at: int, links: int = 2) -> list[Token]:
        """The noun phrase that begins at a token, with up to `links` prepositional phrases after it."""
        tokens, end = self._run(at)
        while tokens and links and self.free(end):
            link = self.doc[end]
            if link.lower_ not in _COMPLEMENTS or link.pos_ not in ("ADP", "SCONJ"):
                break
            more, stop = self._run(end + 1)
            links -= 1
            if not more or self.times(more):
                break
            tokens, end = [*tokens, *more], stop
        return tokens

    def times(self, tokens: list[Token]) -> bool:
        """Whether a phrase is headed by a word for a time."""
        return bool(tokens) and tokens[-1].lower_ in _TIMES

    def _run(self, at: int) -> tuple[list[Token], int]:
        """One run of modifiers and nouns from a token on, up to its last noun, and where it ends."""
        tokens: list[Token] = []
        keep = 0
        end = at
        while (
            self.free(at) or (tokens and not keep and at in self.taken and tokens[-1].pos_ == "DET")
        ) and at - end < 12:
            if at in self.taken:
                at += 1
                while at in self.taken:
                    at += 1
                continue
            token = self.doc[at]
            if (
                token.pos_ in _INSIDE
                or token.tag_ in ("HYPH", "POS")
                or token.text in "-‐'’"
                or (
                    token.tag_ in ("VBN", "VBG")
                    and self._before_noun(at)
                    and (keep == 0 or self.doc[at - 1].tag_ == "HYPH")
                )
            ):
                tokens.append(token)
            elif token.pos_ == "DET" or token.tag_ in ("PRP$", "WP$"):
                if keep:
                    break
                tokens.append(token)
            elif token.pos_ == "ADV" and not keep and self._before_noun(at):
                pass
            else:
                break
            if token.pos_ in _NOUNS or (token.pos_ == "NUM" and (keep or len(token) == 4)):
                keep, end = len(tokens), at + 1
            at += 1
            if at - end > 6:
                break
        return tokens[:keep], end

    def _before_noun(self, at: int) -> bool:
        nxt = self.word(at + 1)
        return (
            nxt is not None
            and nxt.i not in self.taken
            and (nxt.pos_ in ("NOUN", "PROPN", "ADJ") or nxt.tag_ in ("HYPH", "VBN", "VBG"))
        )

    def left(self, at: int, over: bool = False, links: bool = True) -> list[Token]:
        """The noun phrase, prepositional phrases included, that ends right before a token.

        With `over`, an amount may stand between ("the 16-inch model", "the tower 80 metres tall")."""
        tokens: list[Token] = []
        nouns = 0
        k = at - 1
        while over and k in self.taken and at - k < 5:
            k -= 1
        at = k + 1
        while self.free(k) and at - k < 24:
            token = self.doc[k]
            if nouns and token.lower_ in _TIMES and self.doc[k + 1].tag_ != "POS":
                break
            if token.pos_ in _INSIDE or token.tag_ in ("HYPH", "POS") or token.text in "-‐":
                if not nouns and token.pos_ == "ADJ" and not token.text[:1].isupper():
                    break
                tokens.append(token)
                nouns += token.pos_ in _NOUNS
            elif token.pos_ == "DET" or token.tag_ in ("PRP$", "WP$"):
                tokens.append(token)
                before = self.word(k - 1)
                if before is None or before.lower_ not in _LINKS:
                    break
            elif (
                (
                    token.tag_ in ("VBN", "VBG")
                    and nouns
                    and self.word(k - 1) is not None
                    and (self.doc[k - 1].pos_ in ("DET", "ADJ") or self.doc[k - 1].tag_ in ("PRP$", "POS", "HYPH"))
                )
                or (links and token.lower_ in _LINKS and nouns and self._nominal(k - 1))
                or (
                    links
                    and token.lower_ in _CLAUSE
                    and nouns
                    and self._nominal(k - 1)
                    and self.doc[k - 1].tag_ != "CD"
                )
                or (token.text in "()" and token.text and nouns + (token.text == ")"))
            ):
                tokens.append(token)
            else:
                break
            k -= 1
        tokens.reverse()
        while tokens and tokens[0].pos_ in ("ADP", "CCONJ", "PART", "PUNCT", "SCONJ"):
            tokens.pop(0)
        before = self.word(tokens[0].i - 1) if tokens else None
        if (
            before is not None
            and tokens[0].tag_ == "CD"
            and len(tokens[0]) == 4
            and (before.pos_ == "ADP" or before.lower_ == "and")
        ):
            tokens.pop(0)  # "in 2019 sales fell"
        return tokens if any(token.pos_ in _NOUNS for token in tokens) else []

    def _nominal(self, at: int) -> bool:
        token = self.word(at)
        return (
            token is not None
            and at not in self.taken
            and (token.pos_ in _NOUNS or token.pos_ == "NUM" or token.text == ")")
        )

    def words(self, tokens: list[Token]) -> tuple[str, ...]:
        """The content words of a phrase as they are written between blanks, without brackets and possessive endings."""
        out: list[str] = []
        last_end = -1
        text = self.text
        for token in tokens:
            if (
                token.pos_ in ("DET", "ADP", "PUNCT", "CCONJ", "PART", "SCONJ") and token.tag_ != "HYPH"
            ) or token.tag_ in ("PRP$", "WP$", "POS"):
                continue
            if (
                token.idx < last_end
                or token.lower_ in _DROPPED
                or token.lower_ in _TIMES
                or not any(char.isalnum() for char in token.text)
            ):
                continue
            start, end = token.idx, token.idx + len(token)
            while start > 0 and not text[start - 1].isspace() and start > token.idx - 30:
                start -= 1
            while end < len(text) and not text[end].isspace() and end < token.idx + 40:
                end += 1
            last_end = end
            word = _POSSESSIVE.sub("", text[start:end].strip(',;:!?"“”‘[]{}—–…'))
            if not token.text.endswith("."):
                word = word.strip(".")
            if word.startswith("(") != word.endswith(")"):
                word = word.strip("()")
            if word:
                out.append(word)
        return tuple(out)

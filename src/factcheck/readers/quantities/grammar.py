"""The parsed sentence as seen from the atoms of the number grammar."""

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from factcheck.lexicon.quantities import word_set
from factcheck.readers.quantities.atoms import Atoms

_NOUNS = frozenset(("NOUN", "PROPN"))
_PLURAL_TAGS = frozenset(("NNS", "NNPS"))
_OPENERS = frozenset('"“‘—–:.!?•*(')
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"])
_SINGULAR_S = word_set("grammar_singular_s")
_PLURALS = word_set("grammar_plurals")


class Grammar:
    """Tokens by atom, with fallbacks by spelling where the Doc has no tags (a blank pipeline)."""

    __slots__ = ("_offsets", "_starts", "atoms", "doc", "parsed", "tagged", "text")

    def __init__(self, doc: Doc, atoms: Atoms) -> None:
        self.doc = doc
        self.text = doc.text  # the Doc joins its text anew each time that it is asked
        self.atoms = atoms
        self._offsets = [token.idx for token in doc]
        self.tagged = doc.has_annotation("TAG")  # asked once: the answer is linear in the text
        self.parsed = doc.has_annotation("DEP")
        self._starts = (
            {sent.start for sent in doc.sents} if doc.has_annotation("SENT_START") else {0} if len(doc) else set()
        )

    def token(self, index: int) -> Token | None:
        """The token that holds the first character of an atom, None outside the text."""
        atom = self.atoms[index]
        if atom.kind == "none" or not self._offsets:
            return None
        at = bisect_right(self._offsets, atom.start) - 1
        return self.doc[at] if at >= 0 else None

    def tokens(self, start: int, end: int) -> range:
        """The indices of the tokens that overlap a span of characters."""
        first = max(0, bisect_right(self._offsets, start) - 1)
        last = bisect_right(self._offsets, max(start, end - 1))
        return range(first, last)

    def tag(self, index: int) -> str:
        """The PTB tag at an atom, "" without one."""
        token = self.token(index)
        return token.tag_ if token is not None else ""

    def pos(self, index: int) -> str:
        """The universal part of speech at an atom, "" without one."""
        token = self.token(index)
        return token.pos_ if token is not None else ""

    def opens(self, index: int) -> bool:
        """Whether an atom is the first word of a sentence, quotation marks aside."""
        token = self.token(index)
        if token is None:
            return False
        before = self.atoms[index - 1]
        if before.text in _OPENERS or (before.text == "-" and (before.gap or self.atoms[index].gap)):
            return True
        at = token.i
        while (
            at not in self._starts and at > 0 and self.doc[at - 1].is_punct and self.doc[at - 1].text in "\"'“‘([—–-:•*"
        ):
            at -= 1
        return at in self._starts or at == 0 or self.doc[at - 1].text == ":"

    def plural(self, index: int) -> bool:
        """Whether a plural noun stands at an atom."""
        atom = self.atoms[index]
        if atom.kind != "word":
            return False
        if atom.lower in _PLURALS:
            return True
        if self.tagged:
            return self.tag(index) in _PLURAL_TAGS
        return atom.lower.endswith("s") and not atom.lower.endswith(tuple(_SINGULAR_S)) and len(atom.text) > 3

    def noun(self, index: int) -> bool:
        """Whether a noun or name stands at an atom."""
        if not self.tagged:
            return self.atoms[index].kind == "word"
        return self.pos(index) in _NOUNS

    def named(self, index: int) -> bool:
        """Whether a capitalised name stands at an atom."""
        atom = self.atoms[index]
        if atom.kind != "word" or not any(char.isupper() for char in atom.text):
            return False
        if self.atoms.text[atom.start].islower():
            return True  # "iPhone"
        if self.tagged and not self.opens(index):
            return self.pos(index) in ("PROPN", "X") or self.tag(index).startswith("NNP")
        return self.tagged and self.pos(index) == "PROPN"

    def sentence(self, index: int) -> range:
        """The tokens of the sentence, or the line, that an atom stands in; at most 60 on either side."""
        token = self.token(index)
        if token is None:
            return range(0)
        first, last = token.i, token.i + 1
        while first > max(0, token.i - 60) and first not in self._starts and "\n" not in self.doc[first - 1].text:
            first -= 1
        while last < min(len(self.doc), token.i + 60) and last not in self._starts and "\n" not in self.doc[last].text:
            last += 1
        return range(first, last)

    def phrase(self, index: int, limit: int = 7) -> Iterator[Token]:
        """The adjectives, participles and nouns from an atom on, up to the last noun of that run."""
        token = self.token(index)
        if token is None:
            return
        run: list[Token] = []
        keep = 0
        for at in range(token.i, min(token.i + limit, len(self.doc))):
            word = self.doc[at]
            if word.is_space or (keep and word.lower_ in _DAYS):
                break
            if word.pos_ in _NOUNS:
                if (
                    run
                    and run[-1].tag_ in _PLURAL_TAGS
                    and word.tag_ not in _PLURAL_TAGS
                    and word.ent_type_ != run[-1].ent_type_
                ):
                    break
                run.append(word)
                keep = len(run)
            elif (
                word.pos_ in ("ADJ", "ADV")
                or word.tag_ in ("VBN", "VBG", "JJ", "HYPH", "POS")
                or (word.lower_ in ("and", "or", ",") and run and (run[-1].pos_ == "ADJ" or run[-1].tag_ == "HYPH"))
            ):
                owned = len(run) > keep > 0 and run[keep].tag_ == "POS"  # past "Chile's", before what is Chile's
                if owned:
                    run.append(word)
                    continue
                if keep and run[-1].tag_ != "HYPH" and word.tag_ not in ("HYPH", "POS", "VBN", "VBG", "JJ"):
                    break
                if keep and word.tag_ in ("VBN", "VBG", "JJ") and run[-1].tag_ not in ("HYPH", "POS"):
                    break
                run.append(word)
            else:
                break
        yield from run[:keep]

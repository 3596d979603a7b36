"""The verb that governs an amount, and the noun phrase that is its subject."""

from spacy.tokens import Token

from factcheck.lexicon.quantities import word_set
from factcheck.readers.quantities.phrases import Phrases

_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "nsubj:outer"))
_PERSONAL = word_set("concepts_personal")
_RELATIVE = frozenset(["who", "which", "that", "whose"])
_ENDS = frozenset((".", "!", "?", ";"))


class Subjects:
    """Finds subjects by the order of tags first, and by the tree where the order does not tell."""

    __slots__ = ("phrases",)

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases

    def verb_left(self, first: int) -> int | None:
        """The nearest verb to the left in the clause, or the "up" of "was up"; None past a full stop."""
        for at in range(first - 1, max(-1, first - 26), -1):
            token = self.phrases.doc[at]
            if token.text in _ENDS or token.is_space:
                return None
            if token.pos_ == "VERB" and at not in self.phrases.taken and not self._inside_phrase(at):
                return at
            if token.pos_ == "AUX" and at not in self.phrases.taken:
                return at
        return None

    def _inside_phrase(self, at: int) -> bool:
        """Whether a participle modifies the noun after it."""
        token, nxt = self.phrases.doc[at], self.phrases.word(at + 1)
        before = self.phrases.word(at - 1)
        if token.tag_ not in ("VBN", "VBG") or nxt is None or nxt.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return False
        return token.dep_ in ("amod", "compound") or (
            before is not None and (before.pos_ in ("DET", "ADJ") or before.tag_ in ("PRP$", "POS"))
        )

    def of(self, verb: int, depth: int = 0) -> list[list[Token]]:
        """The subject of the verb at a token, as a list of one phrase; [] for a pronoun or none."""
        phrases = self.phrases
        at = verb
        while at > 0:
            left = phrases.doc[at - 1]
            if (
                left.pos_ in ("AUX", "ADV", "PART")
                or (left.pos_ == "VERB" and phrases.doc[at].lower_ == "to")
                or (left.pos_ == "ADJ" and phrases.doc[at].lower_ == "to")
            ):
                at -= 1
            else:
                break
        before = phrases.word(at - 1)
        if before is None:
            return []
        if before.lower_ == "that" or (before.lower_ in _RELATIVE and before.tag_ in ("WDT", "WP")):
            stop = at - 2 if at >= 2 and phrases.doc[at - 2].text == "," else at - 1
            noun = phrases.left(stop, links=False)
            if noun:
                return [noun]
        if before.pos_ == "PRON" or before.lower_ in _PERSONAL:
            return []
        if before.i in phrases.taken and before.lower_ in ("old", "olds"):
            return [self._aged(before.i)]
        noun = phrases.left(at, over=True)
        if noun and not phrases.times(noun) and (phrases.doc[verb].tag_ != "VBG" or at < verb):
            return [noun]
        if depth < 3:
            found = self._parsed_subject(phrases.doc[verb])
            if found is not None:
                return found
            earlier = self.verb_left(verb)
            if earlier is not None:
                return self.of(earlier, depth + 1)
        return []

    def _aged(self, last: int) -> list[Token]:
        """The "60-year-old" that is a subject itself."""
        first = last
        while first - 1 in self.phrases.taken and last - first < 6:
            first -= 1
        return list(self.phrases.doc[first : last + 1])

    def _parsed_subject(self, verb: Token) -> list[list[Token]] | None:
        """The subject by the tree, with its phrase; [] for a pronoun, None where the tree has none."""
        for _ in range(5):
            for child in verb.children:
                if child.dep_ in _SUBJECTS and child.i not in self.phrases.taken:
                    if child.pos_ == "PRON":
                        return []
                    return [self._around(child)]
            if verb.dep_ in ("acl", "acl:relcl") and verb.head.pos_ in ("NOUN", "PROPN"):
                return [self._around(verb.head)]
            if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "parataxis") and verb.head is not verb:
                verb = verb.head
                continue
            return None
        return None

    def _around(self, noun: Token) -> list[Token]:
        """The phrase of a noun: what stands before it, and the prepositional phrases after it."""
        before = [token for token in self.phrases.left(noun.i + 1) if token.i <= noun.i]
        start = before[0].i if before else noun.i
        return self.phrases.right(start) or [noun]

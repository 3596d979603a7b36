"""The words of a text for what an amount belongs to: what is measured, and whose it is.

A price, share or length is one of the noun that it stands before ("an 80-metre tower"), that follows "of" ("8 miles of
tunnels"), or that it completes ("a speed of 90 km/h"), together with the subject of the sentence; else of the subject
alone ("exports fell 7%"). Counted things belong to the subject of the verb whose object they are.
"""

from spacy.tokens import Token

from factcheck.lexicon.quantities import word_set
from factcheck.readers.quantities.amount import Amount
from factcheck.readers.quantities.grammar import Grammar
from factcheck.readers.quantities.phrases import Phrases
from factcheck.readers.quantities.subjects import Subjects

_VERBAL = frozenset(("VERB", "AUX"))
_OBJECTS = frozenset(("at", "of", "for", "on"))  # "looked at two men" has an object, "split into two" has none
_TRANSFERS = frozenset(
    ["add", "wipe", "knock", "shave", "cut", "contribute", "take", "give", "donate", "allocate", "slice", "strip"]
)
_TIMES = word_set("concepts_times")
_LASTS = frozenset(["for", "over", "in", "within", "during"])
_ENDS = frozenset((".", "!", "?", ";"))
_FARTHEST = 8  # amounts in one chain; a page of nothing but numbers is one long chain


class Concepts:
    """Finds the concepts of the amounts of one text."""

    __slots__ = ("_links", "grammar", "phrases", "subjects")

    def __init__(self, grammar: Grammar, taken: frozenset[int]) -> None:
        self.grammar = grammar
        self.phrases = Phrases(grammar.doc, taken)
        self.subjects = Subjects(self.phrases)
        self._links = 0  # amounts that a chain has gone back over

    def of(self, amount: Amount, kind: str, run: tuple[Token, ...], last: int) -> tuple[str, ...]:
        """Words in text order of each phrase, the nearest phrase first.

        Args:
            amount: The amount.
            kind: The kind of its quantity.
            run: For a count, the counted phrase.
            last: The last atom of the quantity (an age ends after "old").
        """
        head, tail = self.grammar.token(amount.first), self.grammar.token(last)
        if head is None or tail is None or not self.grammar.tagged:
            return ()
        if kind == "ratio":
            groups = []
        elif kind == "count":
            groups = self._count(head.i, run)
        elif kind == "duration":
            groups = self._duration(head.i, tail.i)
        else:
            groups = self._measure(head.i, tail.i, kind)
        out: list[str] = []
        for group in groups:
            out.extend(word for word in self.phrases.words(group) if word not in out)
        return tuple(out)

    def _count(self, first: int, run: tuple[Token, ...]) -> list[list[Token]]:
        if not run:
            return []
        end = max(token.i for token in run) + 1
        nxt = self.phrases.word(end)
        if run[-1].lower_ == "times" and nxt is not None and nxt.pos_ == "DET":
            return [self.phrases.right(end)]  # "four times the number"
        if self.phrases.word(run[0].i - 1) is not None and self.phrases.doc[run[0].i - 1].tag_ == "HYPH":
            named = self.phrases.right(end, links=0)
            return [named] if named else []
        if any(token.i >= first and token.lower_ == "of" for token in self.phrases.doc[first : run[0].i]):
            return []  # "one of the brothers"
        if nxt is not None and nxt.lower_ == "of":
            owned = self.phrases.right(end + 1)
            if owned:
                return [owned]
        before = self.phrases.word(first - 1)
        if before is not None and before.pos_ == "ADP" and before.lower_ not in ("with", "by"):
            acting = self.phrases.word(first - 2)
            looks_at = (
                acting is not None and acting.pos_ == "VERB" and acting.tag_ != "VBN" and before.lower_ in _OBJECTS
            )
            return self.subjects.of(first - 2) if looks_at else []
        if nxt is not None and nxt.pos_ in _VERBAL and nxt.tag_ not in ("VBG", "VBN"):
            return []
        verb = self.subjects.verb_left(first)
        return [] if verb is None else self.subjects.of(verb)

    def _duration(self, first: int, last: int) -> list[list[Token]]:
        measured = self._attributive(last)
        if measured:
            return [measured]
        before = self.phrases.word(first - 1)
        if before is None or before.lower_ not in _LASTS:
            return []
        noun = self.phrases.left(first - 1)
        if noun:
            return [noun]
        verb = self.subjects.verb_left(first)
        return [] if verb is None or verb < first - 6 else self.subjects.of(verb)

    def _measure(self, first: int, last: int, kind: str) -> list[list[Token]]:
        phrases = self.phrases
        thing = self._attributive(last)
        signed = phrases.doc[first].text[:1] in "-−–+"
        if thing and kind == "percent" and thing[0].i == last + 1 and (signed or thing[0].pos_ == "PROPN"):
            thing = []  # "the Dow -1.3% Nasdaq -0.6%"
        if thing:
            thing = [*self._modifiers(first), *thing]
            if kind == "age":
                return [thing]
            end = thing[-1].i + 1
            nxt = phrases.word(end)
            if nxt is not None and nxt.pos_ in _VERBAL and nxt.tag_ not in ("VBN", "VBG"):
                return [thing]
            verb = self.subjects.verb_left(first)
            return [thing, *([] if verb is None else self.subjects.of(verb))]
        if kind == "age":
            before = phrases.word(first - 1)
            if before is None or before.lower_ not in ("was", "is", "of", "aged", "age"):
                return []
        nxt = phrases.word(last + 1)
        if kind == "number" and nxt is not None and nxt.pos_ in _VERBAL and nxt.tag_ not in ("VBN", "VBG"):
            return []
        return self._completed(first, last, kind == "money")

    def _modifiers(self, first: int) -> list[Token]:
        """What stands before an amount that stands before a noun: "the firm's standard 2-litre engine"."""
        phrases = self.phrases
        out: list[Token] = []
        at = first - 1
        while phrases.free(at) and phrases.doc[at].pos_ == "ADJ" and phrases.doc[at].tag_ in ("JJ", "JJR", "JJS"):
            out.insert(0, phrases.doc[at])
            at -= 1
        if phrases.free(at) and phrases.doc[at].tag_ == "POS":
            out = [*phrases.left(at, links=False), *out]
        return out

    def _attributive(self, last: int) -> list[Token]:
        """The noun phrase that an amount stands before, or that follows its "of" or "in"."""
        phrases = self.phrases
        nxt = phrases.word(last + 1)
        nxt = self._past_restatement(nxt)
        if nxt is None or not phrases.free(nxt.i):
            return []
        if nxt.lower_ == "of":
            return phrases.right(nxt.i + 1)
        if nxt.lower_ in ("in", "worth") and nxt.i + 1 < len(phrases.doc):
            bare = phrases.doc[nxt.i + 1]
            return phrases.right(bare.i) if bare.tag_ == "NNS" and phrases.free(bare.i) else []
        if nxt.text in "-‐" and nxt.text:
            return phrases.right(nxt.i + 1) if nxt.i and not phrases.doc[nxt.i - 1].whitespace_ else []
        if (
            nxt.pos_ in ("NOUN", "ADJ")
            or (nxt.pos_ == "PROPN")
            or (nxt.tag_ in ("VBG", "VBN") and self._noun_soon(nxt.i + 1))
        ):
            if nxt.lower_ in ("year", "higher", "lower", "last", "this", "next", "each", "apiece", "annually", "daily"):
                return []
            if nxt.pos_ == "ADJ" and not self._noun_soon(nxt.i + 1):
                return []
            return phrases.right(nxt.i)
        return []

    def _past_restatement(self, token: Token | None) -> Token | None:
        """Past the brackets of "8 miles (13 kilometers) of tunnels", and past other amounts before the same noun."""
        phrases = self.phrases
        at = token.i if token is not None else -1
        bracket = token is not None and token.text == "("
        if bracket:
            at += 1
        steps = 0
        while 0 <= at < len(phrases.doc) and at in phrases.taken and steps < 8:
            at, steps = at + 1, steps + 1
        after = phrases.word(at)
        if bracket:
            return phrases.word(at + 1) if steps and after is not None and after.text == ")" else token
        if not steps or token is None or phrases.doc[token.i - 1].tag_ == "NNS":
            return token
        return after if after is not None and (after.pos_ in ("NOUN", "ADJ") or after.tag_ == "HYPH") else token

    def _noun_soon(self, at: int) -> bool:
        token = self.phrases.word(at)
        return token is not None and self.phrases.free(at) and token.pos_ in ("NOUN", "PROPN", "ADJ")

    def _completed(self, first: int, last: int, money: bool = False) -> list[list[Token]]:
        """The noun or verb on the left that an amount completes."""
        phrases = self.phrases
        at = first - 1
        before = phrases.word(at)
        if before is None:
            return []
        if before.text in "([" and before.text:
            at -= 1
            before = phrases.word(at)
        at = self._past_times(at)
        before = phrases.word(at)
        if before is not None and before.lower_ == "worth":
            noun = phrases.left(at)
            if noun:
                return [noun]
        if before is not None and ((before.text in "," and before.text) or before.lower_ in ("or", "and")):
            return self._beside(at)
        link = ""
        if (before is not None and before.pos_ in ("ADP", "SCONJ", "PART")) or (
            before is not None and before.lower_ in ("to", "versus")
        ):
            link = before.lower_
            at -= 1
            before = phrases.word(at)
        while (
            before is not None
            and before.pos_ in ("ADP", "DET")
            and before.lower_ in ("between", "from", "in", "a", "an", "the", "up", "down", "to")
        ):
            at -= 1
            before = phrases.word(at)
        if before is None:
            return []
        if before.i in phrases.taken:
            return self._chain(before.i)
        noun = phrases.left(at + 1)
        if len(noun) == 1 and noun[0].lower_ in _TIMES:
            noun = []  # "ended June with $5"
        if noun and before.pos_ in ("NOUN", "PROPN", "NUM", "X", "SYM"):
            verb = self.subjects.verb_left(noun[0].i)
            owned = any(token.lower_ == "with" for token in noun)
            owner = [] if verb is None or not link or owned else self.subjects.of(verb)
            if link == "for" and verb is not None:
                owner = []
            return [noun, *owner]
        verb = self.subjects.verb_left(first)
        paid = self._paid_for(last, verb) if money else []
        if paid:
            return [paid]
        return [] if verb is None else self.subjects.of(verb)

    def _past_times(self, at: int) -> int:
        """Left past "last year" and "on Sunday", which are nobody's amount."""
        start = at
        while at > 0 and self.phrases.doc[at].lower_ in _TIMES and at not in self.phrases.taken:
            at -= 1
            while at > 0 and self.phrases.doc[at].lower_ in (
                "last",
                "this",
                "next",
                "the",
                "on",
                "in",
                "late",
                "early",
            ):
                at -= 1
        return at if at != start else start

    def _beside(self, at: int) -> list[list[Token]]:
        """After a comma or "and": what the last amount belongs to, else the noun phrase before."""
        k = at - 1
        steps = 0
        while k >= 0 and steps < 12 and self.phrases.doc[k].text not in _ENDS:
            if k in self.phrases.taken:
                return self._chain(k)
            k -= 1
            steps += 1
        noun = self.phrases.left(at)
        if noun:
            return [noun]
        verb = self.subjects.verb_left(at)
        return [] if verb is None else self.subjects.of(verb)

    def _chain(self, at: int) -> list[list[Token]]:
        """What an amount to the left belongs to: "rose 5% to 30" measures one thing twice."""
        if self._links >= _FARTHEST:
            return []
        self._links += 1
        try:
            return self._linked(at)
        finally:
            self._links -= 1

    def _linked(self, at: int) -> list[list[Token]]:
        last = at
        while at - 1 in self.phrases.taken and last - at < 30:
            at -= 1
        thing = self._attributive(last)
        verb = self.subjects.verb_left(at)
        if verb is not None and verb >= at - 4:
            return self.subjects.of(verb)
        if thing:
            return [thing]
        if at - 1 >= 0 and last - at < 30:
            return self._completed(at, last)
        return []

    def _paid_for(self, last: int, verb: int | None) -> list[Token]:
        """What money goes to: "paid $5 for a ticket", "adds $5 to the price", "wiped $5 from its value"."""
        nxt = self.phrases.word(last + 1)
        if nxt is None:
            return []
        moves = verb is not None and self.phrases.doc[verb].lemma_.lower() in _TRANSFERS
        if nxt.lower_ == "for" or (nxt.lower_ in ("to", "from", "off") and moves):
            return self.phrases.right(last + 2)
        return []

"""Who or what stands in which role by a word of a sentence, whatever the voice; pronouns are read as what they mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.lexicon.stem import stem
from factcheck.stages.support.statement import Statement, Word

DOER, DONE_TO = "doer", "done to"
_NOUNS = ("NOUN", "PROPN")
_SAME_PARTY = frozenset({"appos", "flat", "flat:name", "compound", "nmod:desc", "conj"})
_ABOVE = frozenset({"appos", "flat", "nmod:desc"})
_ARGUMENTS = ("nsubj", "obj", "obl")
_NESTING = frozenset({"by", "in", "at", "on", "near", "inside", "within", "during"})  # "in Valence, in France": both
_BESIDE = 2  # words between two halves of one party that are parsed as two arguments


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something in a role.

    `names` are the stems of its own names, `nouns` the words that describe it, `joined` the stems of whoever is joined
    to it, `owners` the stems of what it is said to be of ("the number of wolves", "Lowe's wife"); None where that is a
    pronoun nobody knows.
    """

    statement: Statement
    head: Word
    names: frozenset[str]
    nouns: tuple[Word, ...]
    joined: frozenset[str]
    owners: frozenset[str] | None

    @property
    def stems(self) -> frozenset[str]:
        """The stems of all words that name or describe it, or whoever is joined to it."""
        return self.names | self.joined | {noun.stem for noun in self.nouns}


def roles(statement: Statement, word: Word, text: Sequence[Statement]) -> Mapping[str, tuple[Party, ...]]:
    """The parties by a word, by role: "doer", "done to", or the preposition ("to", "in", "of"), which several can have.

    `text` are all sentences of the same text, since a pronoun can stand for what an earlier one names.
    """
    found = [(DOER, _doer(statement, word)), (DONE_TO, _done_to(statement, word))]
    for child in statement.children(word.place, "obl", "nmod"):
        way = " ".join(case.norm for case in statement.children(child.place, "case"))
        if way and way not in _NESTING:
            found.append((way, child))
    found += [("of", child) for child in statement.children(word.place, "nmod:poss")]
    made: dict[str, tuple[Party, ...]] = {}
    for role, head in found:
        party = None if head is None else party_of(statement, head, text)
        if party is not None:
            made[role] = (*made.get(role, ()), party)
    return made


def _doer(statement: Statement, word: Word) -> Word | None:
    if word.pos == "NOUN":
        return None
    if word.start not in statement.parties.passive:
        return _subject(statement, word)
    return next(
        (
            agent
            for agent in statement.children(word.place, "obl", "obl:agent")
            if any(child.norm == "by" for child in statement.children(agent.place, "case"))
            and not _counted(statement, agent)
        ),
        None,
    )


def _counted(statement: Statement, word: Word) -> bool:
    """Whether a noun only says by how many: "rejected by 52 votes"."""
    return word.amount is not None or any(child.amount is not None for child in statement.children(word.place))


def _done_to(statement: Statement, word: Word) -> Word | None:
    if word.pos != "VERB":
        return None
    if word.start in statement.parties.passive:
        return _subject(statement, word)
    return next(iter(statement.children(word.place, "obj")), None)


def _subject(statement: Statement, word: Word) -> Word | None:
    start = statement.parties.subjects.get(word.start)
    return next((other for other in statement.words if other.start == start), None)


def party_of(statement: Statement, word: Word, text: Sequence[Statement]) -> Party | None:
    """The party that a word heads; of a pronoun what it stands for, None if that is not known."""
    if word.pos == "PRON":
        meant = statement.parties.pronouns.get(word.start)
        places = ((side, one) for side in text for one in side.words if meant is not None and one.start == meant.start)
        found = next(places, None)
        if found is None:
            return None
        statement, word = found
    if word.pos not in _NOUNS:
        return None
    same = list(_same_party(statement, word))
    joined = {below.place for part in same for below in _conjuncts(statement, part)}
    own = [part for part in same if part.place not in joined]
    return Party(
        statement,
        word,
        frozenset(part.stem for part in own if part.pos == "PROPN"),
        tuple(part for part in own if part.pos == "NOUN" and part.dep != "compound"),
        frozenset(part.stem for part in same if part.place in joined),
        _owners(statement, same),
    )


def _conjuncts(statement: Statement, part: Word) -> Iterator[Word]:
    """The words joined to a word, with what names or describes them."""
    for child in statement.children(part.place, "conj"):
        yield from _same_party(statement, child)


def _owners(statement: Statement, parts: Sequence[Word]) -> frozenset[str] | None:
    found: set[str] = set()
    for part in parts:
        for child in statement.children(part.place, "nmod", "nmod:poss"):
            if child.dep != "nmod:poss" and [case.norm for case in statement.children(child.place, "case")] != ["of"]:
                continue
            if child.pos == "PRON":
                meant = statement.parties.pronouns.get(child.start)
                if meant is None:
                    return None
                found |= {stem(word.lower()) for word in meant.text.split()}
            found |= {below.stem for below in _same_party(statement, child) if below.pos in _NOUNS}
    return frozenset(found)


def _same_party(statement: Statement, word: Word) -> Iterator[Word]:
    """A head with the words that name or describe the same party; those joined to it are counted in."""
    head = statement.words[word.head]
    open_ = [word]
    if word.dep in _ABOVE and head.place != word.place:
        open_.append(head)
    role = word.dep.split(":")[0]
    if role in _ARGUMENTS:  # "sprinter Tessa Marlow", parsed as two subjects
        near = (other for other in statement.children(head.place, word.dep) if other.place != word.place)
        open_ += [other for other in near if role == "nsubj" or abs(other.place - word.place) <= _BESIDE]
    seen = {part.place for part in open_}
    while open_:
        part = open_.pop()
        yield part
        for child in statement.children(part.place, *_SAME_PARTY):
            if child.dep == "compound" and part.pos != "PROPN":
                continue  # "the Commission president" is no Commission
            if child.place not in seen:
                seen.add(child.place)
                open_.append(child)

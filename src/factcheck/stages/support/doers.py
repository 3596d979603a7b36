"""Whether it is somebody or something else in the source that does what a sentence tells, or to whom it is done.

"Tanui won the race" has all its words in "Brandt won the race ahead of Tanui". Compared are doers with doers, those
that it is done to with those that it is done to, and names behind one preposition: in relative clauses, participles and
joined verbs too.
"""

from collections.abc import Mapping

from factcheck.lexicon import drift as lexicon
from factcheck.lexicon.lists import words as listed
from factcheck.stages.support.match import tells
from factcheck.stages.support.party import DOER, DONE_TO, Party, roles
from factcheck.stages.support.reading import Reading
from factcheck.stages.support.statement import Statement, Word

_SAME = 0.8  # likeness of words that tell one deed
_OTHER = 0.5  # likeness under which two nouns are of two things
_AS_GOOD = 0.2  # by how much less alike a word may be to tell a deed as well as the best
_DEEDS = ("VERB", "NOUN", "ADJ")
_PARTIES = (DOER, DONE_TO)
_ALIKE = 4  # letters at the start by which two names may be one
_LOOSE = frozenset({"acl", "advcl", "xcomp"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})


def others_deed(reading: Reading) -> str | None:
    """Why a deed is another one's in the source, in words; None if it may be the same one's."""
    if any(amount.derived for amount in reading.amounts):
        return None  # "each stall holds four goats": how many the barn holds follows
    for item in reading.told:
        deed = item.word
        if item.likeness < _SAME or deed.pos not in _DEEDS or deed.lemma in listed("support", "mutual"):
            continue
        mine = roles(reading.checked, deed, (reading.checked,))
        words = _told_by(reading, deed)
        theirs = [roles(statement, word, reading.source) for statement, word in words]
        for role, (asked, *_) in mine.items():
            if not all(role in their for their in theirs) or any(_apart(mine, their, role) for their in theirs):
                continue
            told = [party for their in theirs for party in their[role]]
            loose = any(word.dep in _LOOSE for _, word in words)
            if told and all(_two(reading, asked, one, deed, role, loose) for one in told):
                return f"In the source “{deed.norm}” goes with “{told[0].head.norm}”, and not with “{asked.head.norm}”."
    return None


def _told_by(reading: Reading, deed: Word) -> list[tuple[Statement, Word]]:
    """The words of the source that tell a deed, all those that do it about as well as the best; any word of saying
    tells another one.
    """
    cues = lexicon.words().cues
    told = [
        (1.0 if {word.lemma, deed.lemma} <= cues else tells(word, deed)[0], statement, word)
        for statement in reading.source
        for word in statement.words
        if word.content and word.pos in _DEEDS
    ]
    best = max((likeness for likeness, _, _ in told), default=0.0)
    return [(statement, word) for likeness, statement, word in told if likeness >= max(_OTHER, best - _AS_GOOD)]


def _apart(mine: Mapping[str, tuple[Party, ...]], theirs: Mapping[str, tuple[Party, ...]], role: str) -> bool:
    """Whether the other party of two deeds is another one too, so that they may be two deeds."""
    for other in _PARTIES:
        if other == role or other not in mine or other not in theirs:
            continue
        one, two = mine[other][0], theirs[other][0]
        named = one.head.stem == two.head.stem or bool(one.names & two.names)
        if not (named or one.head.stem in two.names | (two.owners or frozenset()) or _alike(one, two)):
            return True
    return False


def _alike(one: Party, two: Party) -> bool:
    """Whether what describes two parties can be said of one thing."""
    return any(max(tells(a, b)[0], tells(b, a)[0]) >= _OTHER for a in one.nouns for b in two.nouns)


def _two(reading: Reading, asked: Party, told: Party, deed: Word, role: str, loose: bool) -> bool:
    """Whether two parties are two for certain, and the one that is asked for stands in the source as somebody else.

    `loose` says that a parse may have hung the deed on another noun ("told the media accusing her").
    """
    if asked.head.stem == told.head.stem:
        return _of_others(reading, asked, told)
    if asked.head.stem in told.stems or told.head.stem in asked.stems or asked.names & told.names:
        return False
    if not _stands_apart(reading, asked, told):
        return False
    if asked.names and told.names:
        return not any(one[:_ALIKE] == two[:_ALIKE] for one in asked.names for two in told.names)
    if not asked.nouns or not told.nouns or role not in _PARTIES:
        return False
    heads = {asked.head.lemma, told.head.lemma}
    if deed.lemma in lexicon.words().cues and heads & listed("support", "any_speaker"):
        return False
    if _alike(asked, told):
        return _of_others(reading, asked, told)
    return (asked.head.person and told.head.person) or (not loose and _both_act(asked, told))


def _both_act(asked: Party, told: Party) -> bool:
    """Whether a thing has a role of its own in the source's sentence, beside the one that the deed goes with, since
    things share deeds more often than people do ("the coach hit the lorry").
    """
    statement = told.statement
    return any(
        word.stem == asked.head.stem and word.dep in _ARGUMENTS and not _below(statement, word, told.head)
        for word in statement.words
    )


def _below(statement: Statement, word: Word, top: Word) -> bool:
    while word.place != top.place and word.head != word.place:
        word = statement.words[word.head]
    return word.place == top.place


def _of_others(reading: Reading, asked: Party, told: Party) -> bool:
    """Two parties of one sort that are said to be of two others: "the number of lynx", "the number of wolves"."""
    if not asked.owners or not told.owners or asked.owners & told.owners:
        return False
    stems = {word.stem for statement in reading.source for word in statement.words}
    return asked.owners <= stems


def _stands_apart(reading: Reading, asked: Party, told: Party) -> bool:
    return any(
        word.stem == asked.head.stem
        and word.pos == asked.head.pos
        and (statement is not told.statement or word.place != told.head.place)
        for statement in reading.source
        for word in statement.words
    )

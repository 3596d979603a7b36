"""Which words belong to a clause itself: its predicate with participants and circumstances, without what stands by
itself.

Clauses that are claims of their own, asides, reporting clauses and "according to" phrases, conjoined predicates, and
the words that only hang the clause on another one are left out.
"""

from spacy.tokens import Token

from factcheck.lexicon.dates import date_words
from factcheck.lexicon.lists import words
from factcheck.stages.extract.clauses import Clause
from factcheck.stages.extract.context import Context
from factcheck.stages.extract.coordination import shared_object
from factcheck.stages.extract.cues import manner_of, said_then
from factcheck.stages.extract.predicates import complements, is_gerund_noun, is_predicate, mark_of, strayed_mark
from factcheck.stages.extract.subjects import strayed_subject
from factcheck.stages.extract.tree import RELATIVE_TAGS, kid, kids, lemma, phrase, rel

_CONDITIONS = frozenset({"if", "unless", "until", "till", "in case"})
_MANNER = frozenset(
    {
        "after",
        "before",
        "since",
        "while",
        "by",
        "without",
        "for",
        "in",
        "of",
        "from",
        "with",
        "than",
        *("about", "at", "on", "into", "over", "through", "upon", "against", "to", "toward", "towards"),
        "as if",
        "as though",
    }
)
_DATED = frozenset({"day", "night", "week", "morning", "evening", "afternoon", "month", "year", "hour", "minute"})
_INVERTED = frozenset({"had", "should", "were"})
OPEN_QUESTION = frozenset({"unclear", "unknown", "uncertain"})
_OPENING = frozenset({"“", '"', "‘", "``", "''"})


def own_tokens(context: Context, clause: Clause) -> list[Token]:
    """The words of the clause in text order; a condition after the predicate stays, one before it does not."""
    head = clause.head
    verbs = {verb.i for verb in complements(head)}
    strayed = [noun for verb in kids(head, "conj") if (noun := strayed_subject(verb)) is not None]
    own = strayed_subject(head)
    opening = strayed_mark(head)
    stray = opening.i if opening is not None else -1

    def cut(child: Token) -> bool:
        relation, governor = rel(child), child.head
        if relation in {"compound", "nmod"} and _dates_the_report(child):
            return True
        if relation in {"obl", "advmod"} and said_then(child):
            return True
        if relation == "obl" and governor.i == head.i and (_identifies(child, clause) or added_to_list(child)):
            return True
        if relation == "case" and governor.head.i == head.i and child.i == stray:
            return True
        if any(child.i == noun.i and governor.i == head.i for noun in strayed):
            return True
        if governor.i == head.i and (_hangs(child, clause) or _happened_first(child)):
            return True
        if relation in {"advcl", "csubj", "ccomp"} and governor.i == head.i and lemma(head) in OPEN_QUESTION:
            return False
        if relation in {"advcl", "acl"} and (governor.tag_ in {"WRB", "WP"} or goes_on_from(child)):
            return False  # "this is where she fell", "a win in what may be a long war"
        if relation == "conj" and child.tag_ == governor.tag_ == "VBG" and governor.i in verbs and governor.i != head.i:
            return True  # "the steps include closing roads, moving people": each is told by itself
        if relation == "conj" and governor.i != head.i and rel(governor) == "advcl" and kid(child, "nsubj") is not None:
            return True
        if relation == "advcl" and governor.i == head.i and placed_by(child):
            return False
        if relation == "advmod" and any(separate(below) for below in kids(child, "advcl")):
            return True  # "as soon as the bell rang, ...": its clause is told by itself
        if relation == "advcl" and compares(child):
            return False  # "20 percent more than planned"
        if relation == "advcl" and (limited(child) or mark_of(child) == "so that" or inverted_condition(child)):
            return False
        if relation == "advcl" and dates_noun(child):
            return False
        if relation == "advcl" and governor.tag_ == "VBG" and governor.i not in verbs and mark_of(child) == "because":
            return False  # "bar them from stopping it because it is loud": why it must not be stopped
        if relation == "ccomp" and asks(child):
            return False  # "asked the three how many would come": no claim of its own, and little is left without it
        if relation == "advcl":
            return (
                separate(child) and not (mark_of(child) in _CONDITIONS and child.i > head.i) and not _singled_out(child)
            )
        if relation == "acl" and governor.i == head.i and kid(head, "expl") is not None:
            return False  # "it was the pool that made her popular"
        if relation == "acl":
            return set_off(child) or (child.i < head.i and governor.i == head.i)
        if relation == "ccomp" and asked_to_say(governor):
            return False
        if relation == "ccomp":
            return kid(child, "nsubj") is not None and governor.i in verbs and manner_of(governor) is not None
        if relation == "obl" and any(part.text.lower() == "according" for part in kids(child, "case")):
            return True
        if relation == "parataxis":
            return True
        return (
            relation == "appos"
            and not child.like_num
            and kid(child, "nummod") is None
            and child.i > head.i
            and governor.i > head.i
            and set_off(child)
            and not _names_it(child)
            and not _bracketed(child)
        )

    tokens = phrase(head, cut)
    beside = [own] if own is not None else []
    shared = shared_object(head)
    if shared is not None:
        beside.append(shared)
    complement = _stray_complement(head)
    if complement is not None:
        beside.append(complement)
    for noun in beside:
        tokens = sorted([*tokens, *phrase(noun, cut)], key=lambda token: token.i)
    return trimmed(_vouched_for(context, _without_other_toll(tokens), head), head)


def _stray_complement(head: Token) -> Token | None:
    """What somebody became where the parse hung it on the verb of saying: "has become the third to leave, Lee said"."""
    if lemma(head) != "become" or kid(head, "xcomp", "obj", "ccomp") is not None or head.head.i == head.i:
        return None
    after = [child for child in head.head.children if child.i > head.i and child.left_edge.i == head.i + 1]
    return after[0] if after and after[0].pos_ in {"NOUN", "PROPN", "ADJ"} and kid(after[0], "nsubj") is None else None


def _without_other_toll(tokens: list[Token]) -> list[Token]:
    """The tokens without a second count of people and what befell them: "four were killed (and 12 injured) in May"."""
    tolls = [token.i for token in tokens[0].sent if is_other_toll(token)] if tokens else []
    dropped = {place - back for place in tolls for back in range(3)}
    return [token for token in tokens if token.i not in dropped]


def is_other_toll(outcome: Token) -> bool:
    """Whether a word is what befell a further number of people: "injured" in "were killed and 12 injured"."""
    if outcome.i < 2 or outcome.lower_ not in words("people", "outcomes") or rel(outcome) != "conj":
        return False
    count, joint = outcome.nbor(-1), outcome.nbor(-2)
    own = rel(count) == "nsubj" and count.head.i == outcome.i
    return count.like_num and joint.lower_ == "and" and not own


def _dates_the_report(word: Token) -> bool:
    """ "Lee said Monday investigators were at work": the day on which it was said, not a sort of investigators."""
    before = word.nbor(-1) if word.i > 0 else None
    return (
        before is not None
        and word.text.lower() in date_words().words["weekday"]
        and manner_of(before) == "speech"
        and before.tag_ == "VBD"
    )


def goes_on_from(clause: Token) -> bool:
    """Whether a clause without subject goes on from "what" or "who" right before it, which the parse hung elsewhere."""
    edge = clause.left_edge
    if edge.pos_ == "ADP" and edge.head.tag_ == "WP" and edge.head.head.i == clause.i and rel(clause) == "advcl":
        return True  # "in what" below the clause
    before = edge.nbor(-1) if edge.i > edge.sent.start else None
    return before is not None and before.tag_ == "WP" and kid(clause, "nsubj", "mark") is None and before.i < clause.i


def compares(clause: Token) -> bool:
    """ "More than planned", "as much as is usual in a month": without it the claim would say something else."""
    mark = mark_of(clause)
    before = clause.doc[clause.sent.start : clause.left_edge.i]
    return mark == "than" or (mark == "as" and any(token.text.lower() == "as" for token in before))


def is_contrast(conjunct: Token) -> bool:
    """ "Rather than become a commentator": what is joined is said not to be so."""
    return any(child.text.lower() in {"rather", "instead"} for child in kids(conjunct, "cc", "case", "mark"))


def limited(clause: Token) -> bool:
    """ "Only after the vote", "not until the vote": the clause around it holds under this condition alone."""
    mark = kid(clause, "mark")
    return mark is not None and mark.i > 0 and mark.nbor(-1).text.lower() in {"only", "not", "n't", "n’t"}


def dates_noun(clause: Token) -> bool:
    """ "The day after he lost his job", "weeks before he left": a time that says nothing without the clause."""
    edge = clause.left_edge
    before = edge.nbor(-1) if edge.i > 0 else None
    if before is None or mark_of(clause) not in {"after", "before"} or lemma(before) not in _DATED:
        return False
    counted = before.tag_ == "NNS" or kid(before, "nummod") is not None
    counted = counted or any(child.text.lower() in {"a", "an"} for child in kids(before, "det"))
    measured = counted and rel(before) == "obl" and before.head.i == clause.head.i and kid(before, "case") is None
    return measured or any(child.text.lower() == "the" for child in before.children)


def inverted_condition(clause: Token) -> bool:
    """ "Had he left", "should it rain": a condition without "if"."""
    subject = kid(clause, "nsubj")
    first = next((part for part in kids(clause, "aux", "cop", "mark") if part.text.lower() in _INVERTED), None)
    marked = mark_of(clause)
    return first is not None and subject is not None and first.i < subject.i and (marked is None or marked in _INVERTED)


def asked_to_say(governor: Token) -> bool:
    """Whether a verb of saying is what somebody is asked or told to do ("asked him to tell police that ...")."""
    return rel(governor) == "xcomp" and governor.tag_ == "VB" and kid(governor.head, "obj", "iobj") is not None


def asks(clause: Token) -> bool:
    """Whether a complement is an indirect question ("how", "what", "whether", "if")."""
    if mark_of(clause) == "if":
        return not held_open(clause.head)
    return clause.left_edge.tag_ in RELATIVE_TAGS or mark_of(clause) == "whether"


def held_open(governor: Token) -> bool:
    """Whether a verb or adjective is told with the clause that depends on it: "he was unsure whether"."""
    holds = governor.pos_ == "ADJ" or manner_of(governor) in {"belief", "fear", "want"}
    return holds and kid(governor, "nsubj") is not None


def _singled_out(clause: Token) -> bool:
    """ "Became the second officer to be killed": without the infinitive he would be the second officer of all."""
    before = clause.doc[clause.head.i : clause.left_edge.i] if clause.head.i < clause.left_edge.i else ()
    return mark_of(clause) == "to" and any(
        token.tag_ == "JJS" or (token.text.lower() in _SINGLING and rel(token) == "amod") for token in before
    )


_SINGLING = frozenset({"first", "second", "third", "fourth", "fifth", "last", "only", "latest", "sole"})


def _hangs(child: Token, clause: Clause) -> bool:
    """Whether a direct dependent only hangs the clause on another one, or is a clause beside it."""
    relation = rel(child)
    if relation == "cc" and child.text.lower() == "but" and child.i > 0 and child.nbor(-1).text.lower() == "all":
        return False  # "all but certain" is no contrast
    if relation in {"cc", "parataxis", "discourse", "vocative", "punct"}:
        return True
    if relation == "dep" and child.i < child.head.i:  # a dateline
        return child.doc[child.right_edge.i].is_punct or child.nbor(1).text in {"—", "–", "-", "--"}
    if relation == "mark":
        return child.text.lower() != "to" or clause.base in {"advcl", "acl"}
    if relation in {"obl", "nmod", "advmod"} and clause.base == "advcl" and _before_mark(child):
        return True  # "nearly three weeks after the season ended"
    if relation == "advmod" and child.text.lower() in {"even", "just", "only", "especially"}:
        return any(mark.i == child.i + 1 for mark in kids(child.head, "mark"))
    if relation == "conj":
        return (
            not is_contrast(child)
            and (is_predicate(child) or child.pos_ in {"VERB", "AUX"})
            and not is_gerund_noun(child)
        )
    if relation == "nsubj" or (child.tag_ in {"WP", "WDT"} and clause.base == "relcl"):
        return clause.antecedent is not None and clause.shared
    return relation == "advmod" and child.tag_ == "WRB" and clause.base not in {"root", "ccomp"}


def _happened_first(phrase_: Token) -> bool:
    """ "After riches followed, they left": a clause in front, read as a phrase and a bare verb."""
    case = kid(phrase_, "case")
    if rel(phrase_) != "obl" or case is None or case.text.lower() not in {"after", "before"}:
        return False
    between = (part for part in kids(phrase_.head, "advcl") if phrase_.i < part.i < phrase_.head.i)
    return any(
        part.tag_ in {"VBD", "VBN"} and not any(not child.is_punct for child in part.children) for part in between
    )


def _identifies(phrase_: Token, clause: Clause) -> bool:
    """ "As Ann Lee" of "identified the woman who died as Ann Lee", which the parse hangs on the dying."""
    noun = clause.antecedent
    if clause.base not in {"relcl", "acl"} or noun is None or rel(noun) not in {"obj", "nsubj"}:
        return False
    named = any(child.text.lower() == "as" for child in kids(phrase_, "case")) and phrase_.i > clause.head.i
    return named and lemma(noun.head) == "identify" and not set_off(clause.head)


def added_to_list(phrase_: Token) -> bool:
    """Whether a phrase goes on with the list that the described noun stands in: ", along with other figures" after
    "... and the Lees, who led the gang".
    """
    clause = phrase_.head
    if rel(phrase_) != "obl" or clause.dep_ != "acl:relcl" or phrase_.i < clause.i or not set_off(phrase_):
        return False
    together = [child for child in kids(phrase_, "case") if child.text.lower() in {"along", "together"}]
    noun = clause.head
    among = rel(noun) == "conj" or kid(noun, "conj") is not None
    other = any(child.text.lower() == "other" for child in kids(phrase_, "amod"))
    return bool(together) and among and other and set_off(clause)


def _names_it(apposition: Token) -> bool:
    """Whether an apposition is a bare name that says who a noun means ("the mayor, Ann Lee")."""
    return (
        apposition.pos_ == "PROPN"
        and apposition.head.pos_ == "NOUN"
        and all(rel(child) in {"flat", "compound", "punct", "nmod"} for child in apposition.children)
        and apposition.right_edge.i - apposition.i <= 4
    )


def _bracketed(apposition: Token) -> bool:
    """Whether an apposition stands in brackets, as in "Ann Lee (Acme)"."""
    return apposition.left_edge.text == "(" or (
        apposition.left_edge.i > 0 and apposition.left_edge.nbor(-1).text == "("
    )


def placed_by(clause: Token) -> bool:
    """Whether a clause says when something came about ("the vote came as talks failed"), which says little without."""
    head = clause.head
    return (
        lemma(head) in {"come", "happen", "occur"}
        and clause.i > head.i
        and mark_of(clause) in {"as", "after", "before", "while", "when", "because", "since"}
        and kid(head, "obj", "xcomp") is None
    )


def _before_mark(child: Token) -> bool:
    """Whether a measure of time stands before "after" or "before" of its clause."""
    return any(
        mark.text.lower() in {"after", "before"} and child.right_edge.i + 1 == mark.i
        for mark in kids(child.head, "mark")
    )


def _vouched_for(context: Context, tokens: list[Token], head: Token) -> list[Token]:
    """The tokens within what is reported, so that no speaker or cue slips into the claim."""
    for report in context.reports_over(head):
        if report.manner != "speech":
            continue
        kept = [token for token in tokens if report.covers(token.idx)]
        return kept if any(token.i == head.i for token in kept) else tokens
    return tokens


def trimmed(tokens: list[Token], head: Token) -> list[Token]:
    """The tokens without punctuation and linking words at the ends."""
    first, last = 0, len(tokens) - 1
    while (
        last > first
        and tokens[last].i != head.i
        and (tokens[last].is_punct or tokens[last].is_space)
        and not _closes(tokens, last)
    ):
        last -= 1
    while first < last and tokens[first].i != head.i and _links(tokens[first], head):
        first += 1
    return tokens[first : last + 1]


def _closes(tokens: list[Token], last: int) -> bool:
    """Whether a mark at the end belongs to what is before it: a sign of an amount, or the other half of a bracket."""
    mark = tokens[last].text
    return mark in _SIGNS or (mark == ")" and any(token.text == "(" for token in tokens[:last]))


_SIGNS = frozenset({"%", "‰", "°", "$", "€", "£"})


def _links(token: Token, head: Token) -> bool:
    if token.text.lower() == "neither":
        return False
    if token.is_space or (token.is_punct and token.text not in _OPENING):
        return True
    if rel(token) == "mark" and token.head.i != head.i and token.pos_ == "ADP":
        return False  # "with 12 seconds left"
    if (
        rel(token) == "mark"
        and token.head.i != head.i
        and rel(token.head) == "advcl"
        and kid(token.head, "nsubj") is None
    ):
        return False  # "after serving five years", "although no factor in it"
    if token.head.i != head.i and token.text.lower() in _INVERTED and inverted_condition(token.head):
        return False  # "were he to go"
    if rel(token) == "mark" and rel(token.head) == "csubj" and token.head.head.i == head.i:
        return False  # "whether he gains is an open question"
    return rel(token) in {"cc", "mark"} and token.text.lower() != "to"


def separate(token: Token) -> bool:
    """Whether an adverbial clause says something by itself, and is no purpose, manner or comparison of its governor."""
    marks = {child.text.lower() for child in kids(token, "mark", "case")}
    if token.tag_ == "VB" and "to" in marks and ("for" in marks or kid(token, "nsubj") is None):
        return False  # "made it easier for the mines to dump dirt"
    if token.tag_ == "VBN" and marks & _MANNER and any(part.text.lower() == "having" for part in kids(token, "aux")):
        return False  # "for having locked the gate"
    if token.tag_ == "VBG" and (marks & (_MANNER | {"as"}) or (lemma(token) == "use" and not marks)):
        return False
    if token.tag_ in {"VBG", "VBN"} and not marks and kid(token, "nsubj") is None and token.i > token.head.i:
        return set_off(token)  # "killed him using a knife" is one statement
    return token.pos_ in {"VERB", "AUX"} or kid(token, "cop", "nsubj") is not None


def set_off(token: Token) -> bool:
    """Whether a clause or phrase is set off by a comma, a dash or a bracket before it."""
    edge = token.left_edge
    before = token.doc[edge.i - 1].text if edge.i > 0 else ""
    return before in {",", "—", "–", "-", "--", ":", "("} or edge.text in {",", "—", "–", "--", "("}

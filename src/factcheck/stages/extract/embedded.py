"""Why a clause within another one makes no claim of its own: conditions, purposes, manners, questions, and clauses that
only say which thing is meant.
"""

from itertools import pairwise

from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.clauses import Clause
from factcheck.stages.extract.context import Context
from factcheck.stages.extract.cues import manner_of, said_in
from factcheck.stages.extract.members import (
    OPEN_QUESTION,
    asked_to_say,
    held_open,
    inverted_condition,
    limited,
    set_off,
)
from factcheck.stages.extract.negation import rejects
from factcheck.stages.extract.predicates import is_general, is_predicate, mark_of
from factcheck.stages.extract.tree import ancestors, kid, kids, lemma, phrase, rel

_PREPOSITIONS = frozenset(
    [
        "by",
        "without",
        "for",
        "in",
        "of",
        "from",
        "with",
        "to",
        "on",
        "upon",
        "after",
        "before",
        "while",
        "when",
        "than",
        "despite",
    ]
)
_ASSERTING_MARKS = frozenset(
    {
        "though",
        "although",
        "whereas",
        "because",
        "since",
        "as",
        "while",
        "even",
        "when",
        "where",
        "so",
        "but",
        "that",
        "after",
    }
)
_SENSING = frozenset({"hear", "see", "feel", "watch", "want", "have", "get", "find"})
LENGTHS = frozenset(
    {"yard", "mile", "meter", "metre", "foot", "kilometer", "kilometre", "hour", "minute", "day", "year"}
)
_SUMMING = frozenset({"incident", "move", "decision", "step", "event", "development", "fact", "practice", "tactic"})
_HYPOTHETICAL = frozenset(
    {"if", "unless", "whether", "lest", "until", "once", "provided", "before", "than", "as if", "as though"}
)


def embedded_reason(context: Context, clause: Clause, first: Token) -> str | None:
    """Why a clause makes no claim, by the relation of its first conjunct; None if it makes one."""
    if _hardly_shown(first) or _none_of_it(first) or _high_time(first):
        return "not stated"
    return _EMBEDDED.get(clause.base, _nominal)(context, clause, first)


def preposition_of(head: Token) -> str:
    """The preposition before a gerund, or the empty string."""
    found = [child.text.lower() for child in kids(head, "mark", "case") if child.i < head.i]
    return next((word for word in found if word in _PREPOSITIONS), "")


def is_question(token: Token) -> bool:
    """Whether a clause is an indirect question ("whether he came", "unclear what happened")."""
    if lemma(token.head) in OPEN_QUESTION and rel(token) in {"ccomp", "advcl", "csubj"}:
        return True
    if rel(token) in {"acl", "advcl"} and any(child.lower_ == "whether" for child in kids(token, "mark")):
        return True  # "would not comment on whether they were held"
    edge = token.left_edge
    if rel(token) == "csubj" and kid(token.head, "expl") is not None:
        return edge.tag_ in {"WP", "WRB", "WDT", "WP$"}  # "it is not clear how many will be rehired"
    if rel(token) not in {"ccomp", "advcl", "xcomp"}:
        return False
    asked = kid(token, "nsubj") if rel(token) == "ccomp" else None
    if asked is not None and any(part.tag_ in {"WDT", "WP", "WP$"} for part in kids(asked, "det", "nmod")):
        return True  # "told the guests which rooms were free"
    if rel(token) == "advcl" and edge.tag_ == "WRB" and _unsaid(token.head):
        return True
    if rel(token) == "ccomp" and mark_of(token) == "if" and not held_open(token.head):
        return True
    return mark_of(token) == "whether" or (rel(token) == "ccomp" and edge.tag_ in {"WP", "WRB", "WDT", "WP$"})


def _unsaid(verb: Token) -> bool:
    """ "Has not said (when)", "would not say (why)": a denied verb of saying with nothing that is said."""
    if manner_of(verb) != "speech" or kid(verb, "obj", "ccomp", "xcomp", "obl") is not None:
        return False
    return any(child.text.lower() in {"not", "n't", "n’t", "never"} for child in verb.children)


def _root(context: Context, clause: Clause, first: Token) -> str | None:
    return "condition or time" if mark_of(first) in {"if", "unless", "until", "whether"} else None


def _ccomp(context: Context, clause: Clause, first: Token) -> str | None:
    governor = first.head
    if governor.pos_ not in {"VERB", "AUX", "ADJ"}:
        return "complement of a noun"
    if asked_to_say(governor) or lemma(governor) in words("predicates", "dismissing"):
        return "part of another clause"
    if mark_of(first) == "that" and governor.tag_ == "VBG" and first.sent.start < first.left_edge.i < governor.i:
        return "complement of a noun"  # "denied rumours that he was the spy, saying ...": what the rumours said
    if first.tag_ == "VBN" and kid(first, "aux", "aux:pass", "cop") is None and lemma(governor) in _SENSING:
        return "part of another clause"  # "heard shots fired"
    if manner_of(governor) in {"speech", "belief", "fear"} or lemma(governor) in words("predicates", "factive"):
        if lemma(governor) == "ensure" and governor.tag_ == "VB":
            return "purpose"  # "a duty to ensure that none is harmed"
        return None if lemma(governor) not in {"ensure", "mean"} or kid(first, "nsubj") is not None else "purpose"
    if rel(governor) == "advcl" and governor.tag_ == "VB":
        return "purpose"
    return "purpose" if _makes_sure(governor) else None


def _makes_sure(governor: Token) -> bool:
    """ "To make sure that all is well", "came to insure that it is": what is meant to be, not what is."""
    if lemma(governor) in {"sure", "certain"} and lemma(governor.head) == "make":
        return governor.head.tag_ == "VB"
    return lemma(governor) in {"ensure", "insure", "assure", "guarantee"} and governor.tag_ == "VB"


def _hardly_shown(first: Token) -> bool:
    """ "There is little to indicate that ...": nobody says that it is so."""
    return any(
        lemma(above) in {"little", "nothing"} and rel(below) == "acl" and below.tag_ == "VB"
        for below, above in pairwise([first, *ancestors(first)])
    )


def _none_of_it(first: Token) -> bool:
    """ "There is no evidence that he left", "no way the town will pay": nobody says that it is so."""
    noun = _noun_before(first)
    governor = first.head
    if rel(first) == "ccomp" and kid(governor, "expl") is not None:
        noun = kid(governor, "nsubj") or noun
    if noun is None or lemma(noun) not in words("predicates", "without"):
        return False
    return any(child.text.lower() in {"no", "little", "scant", "insufficient"} for child in noun.children)


def _high_time(first: Token) -> bool:
    """ "It is high time (that) he was sent home": what should be, told as if it were past."""
    noun = _noun_before(first)
    if noun is None or noun.text.lower() != "time" or kid(noun, "cop", "expl") is None:
        return False
    return any(child.text.lower() in {"high", "about", "past"} for child in kids(noun, "amod", "advmod", "case"))


def _noun_before(first: Token) -> Token | None:
    """The noun right before a clause with a subject of its own, quotation marks and "that" between them aside."""
    edge = first.left_edge
    if kid(first, "nsubj", "csubj", "expl") is None or first.dep_ == "acl:relcl":
        return None
    before = edge.i - 1
    while before > first.sent.start and first.doc[before].text in {"“", "”", '"', "'", "''", "``", "’", "‘", "`"}:
        before -= 1
    return first.doc[before] if before >= first.sent.start and first.doc[before].pos_ == "NOUN" else None


def _advcl(context: Context, clause: Clause, first: Token) -> str | None:
    if is_general(first):
        return "condition or time"
    marked = (mark_of(first) or "").split(" ")[0]
    whole = mark_of(first) or ""
    if inverted_condition(first):
        return "condition or time"
    if whole == "so that" or limited(first):
        return "purpose" if whole == "so that" else "condition or time"
    if marked == "as" and lemma(first) == "be" and kid(first, "expl", "xcomp", "cop") is None:
        return "comparison"  # "as he was a week ago"
    if marked == "as" and first.tag_ in {"MD", "VBP", "VBD", "VBZ"} and _bare(first):
        return "comparison"  # "as quiet as she can"
    if marked in {"when", "whenever"} and first.tag_ != "VBD" and _in_present(first):
        return "condition or time"  # "faces prison when he is sentenced"
    if whole in _HYPOTHETICAL or marked in _HYPOTHETICAL:
        return "condition or time"
    if (
        first.tag_ == "VB"
        and any(child.text.lower() == "to" for child in kids(first, "mark"))
        and kid(first, "nsubj") is None
    ):
        return "purpose"
    if (
        marked
        in {"by", "without", "for", "in", "of", "from", "with", "to", "on", "upon", "after", "before", "while", "when"}
        and clause.shared
    ):
        return "manner or time"
    if not marked and first.tag_ == "VBG" and lemma(first) in {"cite", "quote"}:
        return "names a source"
    if not marked and first.tag_ == "VBG" and lemma(first) == "use":
        return "manner or time"  # "using a knife": how the clause around it was done
    if not marked and first.tag_ in {"VBG", "VBN"}:
        if clause.relation == "conj" and len(phrase(clause.head)) < 3:
            return "too short"
        if first.i > first.head.i and not set_off(first):
            return "part of another clause"
        return None if len(list(phrase(first))) > 2 else "too short"
    if kid(first, "nsubj") is None and clause.relation != "conj":
        return "no statement"
    if first.i < first.head.i and marked in {"when", "as", "while", "after", "since", "where"}:
        told = first.tag_ == "VBD" or any(part.tag_ == "VBD" for part in kids(first, "aux", "cop"))
        return (
            None if told and marked in {"while", "after", "since"} and len(phrase(first)) > 4 else "time or background"
        )
    return None if marked in _ASSERTING_MARKS else "subordinate"


def _bare(head: Token) -> bool:
    """Whether a verb has nothing but its subject and the word that joins it, and may or does what was said before."""
    own = {"nsubj", "mark", "punct", "aux"}
    return lemma(head) in {"can", "could", "do", "may", "might", "will", "would", "have"} and all(
        rel(child) in own for child in head.children
    )


def _in_present(head: Token) -> bool:
    """Whether a clause is told in the present, and not in the perfect."""
    verbs = [head, *kids(head, "aux", "cop")]
    return any(part.tag_ in {"VBZ", "VBP"} and lemma(part) != "have" for part in verbs)


def _acl(context: Context, clause: Clause, first: Token) -> str | None:
    if first.tag_ == "VB" or any(child.text.lower() == "to" for child in kids(first, "mark")):
        return "infinitive of a noun"
    if mark_of(first) == "that":
        noun = first.head
        if any(lemma(child) in words("predicates", "untrue") for child in kids(noun, "amod")):
            return "not stated"  # "unfounded reports that he was ill"
        told = noun.pos_ == "NOUN" and (lemma(noun) in words("speech", "nouns") or said_in(noun))
        return None if told and not rejects(first.head.head) else "complement of a noun"
    size = len(phrase(first))
    if set_off(first) and size > 2:
        return None
    start, end = first.left_edge.idx, first.right_edge.idx + len(first.right_edge.text)
    noun = first.head
    bare = noun.tag_ == "NNS" and kid(noun, "det", "nummod", "nmod:poss") is None  # "games decided by one score"
    if size > 3 and not bare and (context.quantities_in(start, end) or context.times_in(start, end)):
        return None
    if size > 3 and first.tag_ == "VBN" and _by_somebody(first) and _several(context, noun) and asserted_around(first):
        return None  # "arrested dozens of smugglers wanted by the Danes": there are some, so they are
    return "part of a noun phrase"


def _by_somebody(participle: Token) -> bool:
    """Whether a participle right after its noun says by whom it was done; in "two cars, one driven by Lee" it is not of
    both.
    """
    agents = [child for child in participle.children if child.dep_ == "obl:agent" and child.i > participle.i]
    by = any(mark.text.lower() == "by" for agent in agents for mark in kids(agent, "case"))
    return by and participle.i == participle.head.i + 1


def _several(context: Context, noun: Token) -> bool:
    """Whether a plural noun is counted, by a number of its own or as what there are dozens of."""
    if noun.tag_ not in {"NNS", "NNPS"}:
        return False
    above = noun.head
    if rel(noun) == "nmod" and above.text.lower() in words("predicates", "dozens"):
        return any(child.text.lower() == "of" for child in kids(noun, "case"))
    number = kid(noun, "nummod")
    amounts = context.quantities_in(noun.left_edge.idx, noun.idx) if number is not None else []
    return any(amount.unit is None and amount.high > 1 for amount in amounts)


def _relcl(context: Context, clause: Clause, first: Token) -> str | None:
    antecedent = clause.antecedent
    if antecedent is None:
        return "no antecedent"
    if first.tag_ == "VB" and any(child.text.lower() == "to" for child in kids(first, "mark")):
        return "infinitive of a noun"
    if first.pos_ not in {"VERB", "AUX"} and kid(first, "cop") is None:
        return "no predicate"
    if _only_seen_so(antecedent) and not set_off(first):
        return "part of a noun phrase"
    if rel(antecedent) == "appos" and lemma(antecedent) in _SUMMING:
        return "unclear antecedent"  # "..., an incident which led to riots": what is told before
    if set_off(first):
        return None
    if antecedent.pos_ in {"PRON", "DET", "ADV"} or len(phrase(first)) < 4:
        return "part of a noun phrase"
    if any(
        report.source is not None
        and (
            report.source.i == antecedent.i
            or (report.source_stretch is not None and report.source_stretch[0] <= first.idx < report.source_stretch[1])
        )
        for report in context.reports_in(first.sent.start)
    ):
        return "names a source"
    if context.names.of(antecedent) is None and not _told(clause.head):
        return "part of a noun phrase"
    return None if asserted_around(first) else "part of a noun phrase"


def _only_seen_so(noun: Token) -> bool:
    """ "Was viewed as a kind of catalyst that ...": what something is taken for is told with it, and not by itself."""
    while rel(noun) in {"nmod", "conj"} and noun.head.i != noun.i:
        noun = noun.head
    indefinite = any(child.text.lower() in {"a", "an"} for child in kids(noun, "det"))
    as_ = rel(noun) in {"obl", "xcomp"} and any(child.text.lower() == "as" for child in kids(noun, "case", "mark"))
    return indefinite and as_ and lemma(noun.head) in words("predicates", "seeing_as") | {"hail", "see", "describe"}


def _told(head: Token) -> bool:
    """Whether a clause tells of something that happened or has been so, and not of a kind of thing."""
    helpers = kids(head, "aux", "cop")
    if any(part.tag_ == "MD" for part in helpers):
        return False
    perfect = head.tag_ == "VBN" and any(lemma(part) == "have" for part in helpers)
    return (
        perfect
        or any(part.tag_ == "VBD" for part in (head, *helpers))
        or any(part.text.lower() in {"is", "are"} for part in kids(head, "aux"))
    )


def asserted_around(first: Token) -> bool:
    """Whether no negation, condition or modal around the noun keeps what describes it from being stated."""
    for above in ancestors(first):
        if above.pos_ in {"VERB", "AUX", "ADJ"} and is_predicate(above):
            if any(part.text.lower() in {"not", "n't", "n’t", "never", "no"} for part in above.children):
                return False
            return not (any(part.tag_ == "MD" for part in kids(above, "aux")) or mark_of(above) in _HYPOTHETICAL)
    return True


def _parataxis(context: Context, clause: Clause, first: Token) -> str | None:
    bare = all(rel(child) in {"nsubj", "punct", "aux"} for child in clause.head.children)
    if bare and first.i > first.head.i and lemma(first) in words("predicates", "factive") | {"argue", "allege"}:
        return "reporting clause"  # "..., the government proved"
    return None if kid(clause.head, "nsubj", "expl") is not None or clause.relation == "conj" else "aside"


def _csubj(context: Context, clause: Clause, first: Token) -> str | None:
    if kid(first, "nsubj") is not None and kid(first.head, "expl") is not None:
        return None
    return None if first.tag_ == "VBG" and len(phrase(first)) > 3 else "subject clause"


def _xcomp(context: Context, clause: Clause, first: Token) -> str | None:
    governor = first.head
    colouring = words("predicates", "planned") | words("predicates", "attempted") | words("predicates", "transparent")
    listed = first.tag_ == clause.head.tag_ == "VBG"  # "the steps include closing roads and moving people"
    if clause.relation == "conj" and (listed or lemma(governor) in colouring or governor.pos_ == "AUX"):
        return None
    return "part of another clause"


def _nominal(context: Context, clause: Clause, first: Token) -> str | None:
    return (
        None
        if kid(clause.head, "nsubj") is not None
        and (clause.head.pos_ in {"VERB", "AUX"} or kid(clause.head, "cop") is not None)
        and rel(first) in {"conj", "dep", "appos", "list"}
        else "part of a phrase"
    )


_EMBEDDED = {
    "root": _root, "ccomp": _ccomp, "advcl": _advcl, "acl": _acl, "relcl": _relcl, "parataxis": _parataxis,
    "csubj": _csubj,
    "xcomp": _xcomp,
}  # fmt: skip

"""Which sentences and clauses state something that could be checked, and why the others do not."""

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from factcheck.lexicon.lists import words
from factcheck.stages.extract.clauses import Clause, first_conjunct, is_general, is_predicate, mark_of
from factcheck.stages.extract.context import Context
from factcheck.stages.extract.cues import manner_of
from factcheck.stages.extract.members import OPEN_QUESTION, own_tokens, set_off
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
LONGEST = 250  # tokens; what is longer is a table or a list, not a sentence
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
_LIKE_PREPOSITIONS = frozenset({"according", "including", "regarding", "concerning", "following", "based", "given"})
_SENSING = frozenset({"hear", "see", "feel", "watch", "want", "have", "get", "find"})
_TIMES = frozenset({"time", "year", "day", "week", "month", "season", "moment", "night", "date"})
_POINTING = frozenset({"this", "that", "these", "those"})
_BESIDE = frozenset({"punct", "conj", "cc", "parataxis"})
_HYPOTHETICAL = frozenset(
    {"if", "unless", "whether", "lest", "until", "once", "provided", "before", "than", "as if", "as though"}
)


def sentence_reason(context: Context, sentence: Sentence) -> str | None:
    """Why a sentence can hold no claim, or None if it can."""
    boiler = sum(
        max(0, min(part.end, sentence.end_char) - max(part.start, sentence.start_char))
        for part in context.article.boilerplate
    )
    if boiler * 2 > sentence.end_char - sentence.start_char:
        return "boilerplate"
    tokens = [token for token in sentence if not token.is_space]
    if len(tokens) > LONGEST:
        return "too long"
    if not any(token.is_alpha for token in tokens):
        return "fragment"
    text = sentence.text.strip(" \n\t”\"'’)")
    if text.endswith("?"):
        return "question"
    if _imperative(sentence):
        return "instruction"
    return None


def _imperative(sentence: Sentence) -> bool:
    root = sentence.root
    if root.tag_ != "VB" or kid(root, "nsubj", "aux", "expl", "mark", "csubj") is not None:
        return False
    return all(
        token.is_punct or token.pos_ in {"ADV", "INTJ", "AUX", "PART"} or token.text.lower() == "please"
        for token in sentence[: max(0, root.i - sentence.start)]
    )


def clause_reason(context: Context, clause: Clause) -> str | None:
    """Why a clause makes no claim of its own, or None if it makes one."""
    head = clause.head
    first = first_conjunct(head)
    if _is_report(context, head) or _says_nothing(head) or _introduces(head):
        return "reporting clause"
    if _only_introduces(context, clause):
        return "reporting clause"
    if _shares_object(clause):
        return "incomplete"
    if head.tag_ in {"VBG", "VBN"} and kid(head, "nsubj") is None and clause.base != "relcl":
        preposition = _preposition(head)
        if preposition in {"after", "by"} and _asserted_around(head) and len(phrase(head)) > 3:
            return None
        if preposition:
            return "manner or time"
    if clause.antecedent is not None and clause.shared and _is_time(context, clause.antecedent):
        return "unclear antecedent"
    if clause.base == "relcl" and clause.antecedent is not None and lemma(clause.antecedent) in _TIMES:
        return "unclear antecedent"  # "the second year that he won": when, not whom
    if clause.subject is None and not _subjectless(head):
        return "no subject"
    if clause.subject is not None and clause.subject.text.lower() in {"i", "we", "you", "me", "us"}:
        return "addressed to the reader"
    if clause.subject is not None and any(part.tag_ in {"WP", "WDT"} for part in kids(clause.subject, "nmod")):
        return "unclear antecedent"  # "all of which"
    if clause.subject is not None and clause.subject.text.lower() in _POINTING:
        return "unresolved subject"
    if clause.subject is not None and _empty_it(context, clause):
        return "unresolved subject"
    if _question_clause(first):
        return "indirect question"
    if first.text.lower() in _LIKE_PREPOSITIONS and kid(first, "nsubj", "aux") is None:
        return "preposition"
    if first.text.lower() == "meaning" and kid(first, "ccomp") is not None:
        return "reporting clause"  # ", meaning (that) it will close": what is stated is the clause after it
    return _EMBEDDED.get(clause.base, _nominal)(context, clause, first)


def _empty_it(context: Context, clause: Clause) -> bool:
    """ "It was a mess": a description of something that is not known."""
    subject = clause.subject
    if subject is None or subject.text.lower() != "it" or rel(subject) == "expl" or subject.i in context.pronouns:
        return False
    return kid(clause.head, "cop") is not None and kid(clause.head, "csubj", "ccomp", "advcl", "acl") is None


_DOING = frozenset(
    {"show", "rule", "charge", "plead", "counter", "answer", "reply", "respond", "yell", "scream", "protest", "post"}
)


def _says_nothing(head: Token) -> bool:
    """A bare reporting verb: "she said in an interview", "experts warned", whose words are elsewhere."""
    if head.pos_ != "VERB" or kid(head, "obj", "xcomp", "nsubj:pass", "ccomp") is not None:
        return lemma(head) in {"say", "tell", "add", "according"} and kid(head, "obj", "xcomp", "nsubj:pass") is None
    if lemma(head) in {"say", "tell", "add", "according"}:
        return True
    return lemma(head) in words("speech", "report") - _DOING and kid(head, "obl") is None


def _only_introduces(context: Context, clause: Clause) -> bool:
    """ "The coach decided (the team would leave)": nothing is left once what it introduces is told by itself."""
    head = clause.head
    inner = kid(head, "ccomp")
    if inner is None or inner.i < head.i or kid(inner, "nsubj") is None:
        return False
    after = [token for token in own_tokens(context, clause) if token.i > head.i and not token.is_punct]
    return all(
        rel(token) in {"compound", "advmod", "mark"} and token.pos_ in {"ADP", "ADV", "SCONJ"} for token in after
    )


def _shares_object(clause: Clause) -> bool:
    """One of two verbs side by side that has nothing of its own: "found" in "found and arrested the driver"."""
    head = clause.head
    if (
        clause.passive
        or head.pos_ != "VERB"
        or any(child.i > head.i and rel(child) not in _BESIDE for child in head.children)
    ):
        return False
    others = [child for child in kids(head, "conj") if child.pos_ == "VERB"]
    return (clause.relation == "conj" and clause.shared) or any(0 < other.i - head.i <= 3 for other in others)


def _introduces(head: Token) -> bool:
    """ "It is clear that ...", "it seems that ...": what is stated is the clause after it."""
    inner = kid(head, "csubj", "ccomp")
    if lemma(head) in OPEN_QUESTION:
        return False
    return kid(head, "expl") is not None and inner is not None and kid(inner, "nsubj") is not None


def _preposition(head: Token) -> str:
    """The preposition before a gerund, or the empty string."""
    found = [child.text.lower() for child in kids(head, "mark", "case") if child.i < head.i]
    return next((word for word in found if word in _PREPOSITIONS), "")


def _is_time(context: Context, token: Token) -> bool:
    return any(
        time.start <= token.idx < time.end for time in context.times_in(token.sent.start_char, token.sent.end_char)
    )


def _is_report(context: Context, head: Token) -> bool:
    if manner_of(head) is None and head.pos_ != "ADJ":
        return False
    return any(
        report.cue.i == head.i
        and report.manner in {"speech", "belief", "fear"}
        and (report.direct or _has_clause(report.content, head))
        for report in context.reports_by_cue.get(head.i, ())
    )


def _has_clause(content: tuple[tuple[int, int], ...], head: Token) -> bool:
    """Whether what is reported is a statement, not a thing talked about."""
    if kid(head, "ccomp", "parataxis") is not None or rel(head) in {"parataxis", "advcl"}:
        return True
    start, end = content[0]
    return not any(child.idx >= start and child.idx < end for child in kids(head, "obj", "obl", "xcomp", "nsubj:pass"))


def _subjectless(head: Token) -> bool:
    return kid(head, "expl") is not None or kid(head, "aux:pass") is not None


def _question_clause(token: Token) -> bool:
    if lemma(token.head) in OPEN_QUESTION and rel(token) in {"ccomp", "advcl", "csubj"}:
        return True
    if rel(token) not in {"ccomp", "advcl", "xcomp"}:
        return False
    edge = token.left_edge
    return mark_of(token) == "whether" or (rel(token) == "ccomp" and edge.tag_ in {"WP", "WRB", "WDT", "WP$"})


def _root(context: Context, clause: Clause, first: Token) -> str | None:
    return None


def _ccomp(context: Context, clause: Clause, first: Token) -> str | None:
    governor = first.head
    if governor.pos_ not in {"VERB", "AUX", "ADJ"}:
        return "complement of a noun"
    if first.tag_ == "VBN" and kid(first, "aux", "aux:pass", "cop") is None and lemma(governor) in _SENSING:
        return "part of another clause"  # "heard shots fired"
    if manner_of(governor) in {"speech", "belief", "fear"} or lemma(governor) in words("predicates", "factive"):
        return None if lemma(governor) not in {"ensure", "mean"} or kid(first, "nsubj") is not None else "purpose"
    if rel(governor) == "advcl" and governor.tag_ == "VB":
        return "purpose"
    return None


def _advcl(context: Context, clause: Clause, first: Token) -> str | None:
    if is_general(first):
        return "condition or time"
    marked = (mark_of(first) or "").split(" ")[0]
    whole = mark_of(first) or ""
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
    if not marked and first.tag_ == "VBG" and lemma(first) == "use":
        return "manner or time"  # "using a knife": how the clause around it was done
    if not marked and first.tag_ in {"VBG", "VBN"}:
        if clause.relation == "conj" and len(phrase(clause.head)) < 3:
            return "too short"
        if first.tag_ == "VBG" and first.i > first.head.i and not set_off(first):
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


def _acl(context: Context, clause: Clause, first: Token) -> str | None:
    if first.tag_ == "VB" or any(child.text.lower() == "to" for child in kids(first, "mark")):
        return "infinitive of a noun"
    if mark_of(first) == "that":
        return (
            None
            if first.head.pos_ == "NOUN" and lemma(first.head) in words("speech", "nouns")
            else "complement of a noun"
        )
    size = len(phrase(first))
    if set_off(first) and size > 2:
        return None
    start, end = first.left_edge.idx, first.right_edge.idx + len(first.right_edge.text)
    noun = first.head
    bare = noun.tag_ == "NNS" and kid(noun, "det", "nummod", "nmod:poss") is None  # "games decided by one score"
    if size > 3 and not bare and (context.quantities_in(start, end) or context.times_in(start, end)):
        return None
    return "part of a noun phrase"


def _relcl(context: Context, clause: Clause, first: Token) -> str | None:
    antecedent = clause.antecedent
    if antecedent is None:
        return "no antecedent"
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
    return None if _asserted_around(first) else "part of a noun phrase"


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


def _asserted_around(first: Token) -> bool:
    """Whether no negation, condition or modal around the noun keeps what describes it from being stated."""
    for above in ancestors(first):
        if above.pos_ in {"VERB", "AUX", "ADJ"} and is_predicate(above):
            if any(part.text.lower() in {"not", "n't", "n’t", "never", "no"} for part in above.children):
                return False
            return not (any(part.tag_ == "MD" for part in kids(above, "aux")) or mark_of(above) in _HYPOTHETICAL)
    return True


def _parataxis(context: Context, clause: Clause, first: Token) -> str | None:
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

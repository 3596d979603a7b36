"""Which description belongs to which name: "Ann Lee, the former head of Acme", "Acme's former head, Ann Lee".

The parse is believed where it says apposition; where it attaches a description elsewhere, a description of a person
that follows a name and a comma is taken for one all the same.
"""

from spacy.tokens import Doc, Token

from factcheck.lexicon.lists import words
from factcheck.lexicon.numerals import value_of
from factcheck.stages.extract.cues import case_of
from factcheck.stages.extract.entities import Entities
from factcheck.stages.extract.tree import kid, kids, lemma, rel

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "one", "another"})
_WORDS = frozenset(
    {"nickname", "name", "alias", "moniker", "word", "term", "phrase", "title"}
)  # what follows is a word
_ANYBODY = frozenset({"man", "woman", "people", "person", "somebody", "someone", "those"})
_AGES = frozenset({"young", "old", "eldest", "youngest", "oldest"})
_LOOSE = frozenset({"appos", "conj", "dep", "nmod", "list", "parataxis", "obl", "nsubj", "obj"})


def appositions(doc: Doc, names: Entities) -> dict[int, Token]:
    """The name (or definite noun) that each describing noun is in apposition to, by the describing noun's index."""
    found: dict[int, Token] = {}
    for token in doc:
        pair = _parsed(names, token) if rel(token) == "appos" else None
        pair = pair or _titled(names, token) or _adjacent(names, token)
        if pair is not None and (_only_counts(pair[0]) or _right_before(*pair)):
            continue
        if pair is not None and rel(pair[0]) == "nmod" and lemma(pair[0].head) == "one":
            pair = pair[0].head, pair[1]  # "one of the banks, Acme"
        if pair is not None and pair[0].i not in found and pair[1].i not in found:
            found[pair[0].i] = pair[1]
    return found


def _parsed(names: Entities, token: Token) -> tuple[Token, Token] | None:
    """Description and name of an apposition as parsed: either may come first."""
    governor = token.head
    if governor.i >= token.i:
        return None
    description, name = token, governor
    mention, other = names.of(governor), names.of(token)
    if mention is not None and mention is other:
        return None  # two words of one name
    if any(is_land_of(part) for part in governor.doc[governor.i + 2 : token.i]):
        return None  # "Springfield, Ill., police", "the El Paso, Texas, maker"
    if _named_thing(governor, token) or (other is not None and _bracketed(token)):
        return None
    one_of_many = any(child.text.lower() in {"a", "an"} for child in kids(token, "det"))  # "a New Zealander"
    if (
        not one_of_many
        and governor.pos_ == "NOUN"
        and (
            (mention is None and other is not None)
            or (other is not None and mention is not None and mention.type != other.type)
        )
    ):
        description, name = governor, token
    between = {part.text.lower() for part in governor.doc[governor.i : token.left_edge.i]}
    if (
        "including" in between
        or ";" in {part.text for part in governor.doc[governor.i : token.i]}
        or lemma(description) in _WORDS
    ):
        return None
    if description is token and mention is not None and mention.type == "place" and _is_person(names, token):
        return None  # "at home in Springfield, his son Lee said": a place is nobody
    if description is token and lemma(token) in words("people", "places") and not (mention and mention.type == "place"):
        place = _place_before(names, token)  # "the council of Springfield, Ohio, a small town": the city is the town
        if place is not None:
            return token, place
    if description is token and mention is not None and mention.type == "person":
        body = lemma(token) in words("people", "organizations") | words("people", "places")
        if body:  # "Lee of the Acme Centre, an advocacy group": the centre is the group
            last = names.at.get(_before_comma(token))
            return (token, token.doc[_before_comma(token)]) if last is not None and last is not mention else None
    if (
        _is_subject_apart(governor, token)
        or _is_ranked(token)
        or (description is token and _one_of_several(names, token))
    ):
        return None
    if description is token and _does_so(token):
        subject = kid(governor.head, "nsubj") if rel(governor) in {"obl", "obj"} else None
        if subject is None:
            return None
        name = subject
    if not _describes(names, description) or not _definite(names, name) or _is_list(governor, token):
        return None
    return description, name


def is_land_of(state: Token) -> bool:
    """Whether a word is the state or land that a town lies in: "Springfield, Ill.,", "El Paso, Texas,"."""
    known = state.text in words("people", "states") or state.lower_ in words("people", "lands")
    return known and state.nbor(-1).text == ","


def _is_subject_apart(governor: Token, token: Token) -> bool:
    """ "Inside the plane, Ann Lee was asleep": the subject after a fronted phrase of place is no name of the place."""
    verb = governor.head
    fronted = rel(governor) == "obl" and governor.i < verb.i and bool(case_of(governor))
    return fronted and token.i < verb.i and token.left_edge.nbor(-1).text == "," and kid(verb, "nsubj") is None


def _is_ranked(token: Token) -> bool:
    """ "Rovers came eighth in the league, City third": a second team with its place, the verb left out."""
    ranks = [child for child in kids(token, "flat", "amod") if child.i > token.i and child.pos_ in {"ADJ", "ADV"}]
    return token.pos_ == "PROPN" and any(child.text.islower() for child in ranks)


def _one_of_several(names: Entities, token: Token) -> bool:
    """ "The Lees, young mother": one person, with no article, after a family's name."""
    above = names.of(token.head)
    family = token.head.tag_ == "NNPS" and (above is None or above.type != "place")
    one = token.tag_ == "NN" and kid(token, "det") is None
    kinds = ("kin", "women", "men")
    return family and one and any(lemma(token) in words("people", name) for name in kinds)


def _does_so(token: Token) -> bool:
    """ "(It landed on the ice,) the second craft to do so": said of what did it, and not of where it was done."""
    deeds = [child for child in kids(token, "acl") if lemma(child) == "do" and child.tag_ == "VB"]
    return any(part.text.lower() in {"so", "it", "that", "this"} for deed in deeds for part in deed.children)


def _only_counts(description: Token) -> bool:
    """ "Another man, Ann Lee's brother": that somebody is another one says nothing of him."""
    word = lemma(description) in words("people", "people") | words("people", "men") | words("people", "women")
    others = {child.text.lower() for child in description.children if child.pos_ in {"DET", "ADJ"}}
    return word and bool(others & {"another", "other"}) and kid(description, "nmod", "acl", "compound") is None


def _right_before(description: Token, name: Token) -> bool:
    """ "A sluggish Ann Lee": what stands between "a" and a name, without a comma, is how she was."""
    if description.i > name.i or any(part.is_punct for part in description.doc[description.i + 1 : name.i]):
        return False
    return any(child.text.lower() in {"a", "an"} for child in kids(description, "det"))


def _is_person(names: Entities, token: Token) -> bool:
    """Whether a description can only be somebody's."""
    other = names.of(token)
    named = any((found := names.of(child)) is not None and found.type == "person" for child in kids(token, "appos"))
    if lemma(token) in {"one", *_AGES} and kid(token, "nmod") is not None:
        several = {lemma(child) for child in kids(token, "nmod") if case_of(child) == "of"}
        named = named or any(several & words("people", name) for name in ("roles", "kin", "people", "men", "women"))
    return (
        named
        or (other is not None and other.type == "person")
        or any(lemma(token) in words("people", name) for name in ("roles", "kin"))
    )


def _before_comma(token: Token) -> int:
    """The index of the word before the comma that sets a phrase off."""
    edge = token.left_edge.i
    while edge > 0 and token.doc[edge].is_punct:
        edge += 1
    return max(0, edge - 2)


def _place_before(names: Entities, token: Token) -> Token | None:
    """The city, or else the place, whose name ends right before the comma that sets a phrase off."""
    at = _before_comma(token)
    last = names.at.get(at)
    if last is None or last.type != "place":
        return None
    doc = token.doc
    while at > 1 and names.at.get(at - 1) is last:
        at -= 1
    city = names.at.get(at - 2) if doc[at - 1].text == "," else None
    if city is not None and city is not last and city.type == "place":
        at -= 2
    return next((doc[i].head if names.at.get(doc[i].head.i) is names.at[at] else doc[i] for i in (at,)), None)


def _named_thing(governor: Token, token: Token) -> bool:
    """Whether two capitalised words side by side are one name ("The Night Buffalo"), and no office and its holder."""
    if token.i != governor.i + 1 or not governor.text[:1].isupper() or governor.is_sent_start:
        return False
    return lemma(governor) not in words("people", "roles") | words("people", "titles") | words("people", "kin")


def _bracketed(token: Token) -> bool:
    """Whether a name stands in brackets, as an abbreviation of what is before it."""
    return token.i > 0 and token.nbor(-1).text == "("


def _titled(names: Entities, token: Token) -> tuple[Token, Token] | None:
    """A noun of office that heads the name right after it ("former Acme chief Ann Lee" with "chief" on top)."""
    if token.pos_ != "NOUN" or token.i + 1 >= len(token.doc):
        return None
    if lemma(token) not in words("people", "roles") and not (
        token.tag_ == "NN" and token.nbor(1).dep_ in {"appos", "flat"} and token.nbor(1).head.i == token.i
    ):
        return None
    mention = names.at.get(token.i + 1)
    if mention is None or mention.type != "person" or names.at.get(token.i) is mention:
        return None
    return next(
        ((token, child) for child in kids(token, "flat", "appos", "nmod", "compound") if names.of(child) is mention),
        None,
    )


def _adjacent(names: Entities, token: Token) -> tuple[Token, Token] | None:
    """A noun of office or kinship whose phrase follows a person's name and a comma."""
    if token.pos_ != "NOUN" or rel(token) not in _LOOSE or lemma(token) not in words("people", "roles"):
        return None
    if kid(token, "cc", "case", "cop") is not None:
        return None
    if rel(token) == "nsubj" and token.head.i == token.right_edge.i + 1:
        return None  # "... and Ann Lee, the sheriff said": who says so
    edge = token.left_edge.i
    while edge < token.i and token.doc[edge].is_punct:
        edge += 1
    if token.doc[edge].tag_ in {"WP$", "WP", "WDT", "PRP$"}:
        return None
    comma = edge - 1
    if comma < 1 or token.doc[comma].text not in {",", "—", "–", "-", "("}:
        return None
    if token.doc[edge].text in words("people", "states"):
        return None  # "Springfield, Ill. police"
    mention = names.at.get(comma - 1)
    if mention is None or mention.type != "person" or token.doc[comma - 1].sent.start != token.sent.start:
        return None
    name = token.doc[comma - 1]
    while names.at.get(name.head.i) is mention and name.head.i != name.i:
        name = name.head
    return (token, name) if rel(token) == "appos" or _short(token, edge) else None


def _short(token: Token, edge: int) -> bool:
    return token.i - edge < 8 and not any(
        part.pos_ in {"VERB", "AUX"} and part.tag_ != "VBG" for part in token.doc[edge : token.i]
    )


def _describes(names: Entities, description: Token) -> bool:
    """Whether a phrase says something of a name, and is not a second name or a number beside it."""
    if _is_one_of(description):
        return True
    if description.tag_ == "NNP" and any(child.text.lower() in {"a", "an"} for child in kids(description, "det")):
        return _of_a_kind(names, description)
    if description.pos_ not in {"NOUN", "ADJ"} or description.like_num:
        return False
    if names.of(description) is not None and description.pos_ != "NOUN":
        return False
    if lemma(description) in _ANYBODY and kid(description, "det", "nmod", "nmod:poss", "amod", "compound") is None:
        return False  # "rivals of Lee, men who knew him": says nothing of Lee
    return kid(description, "det", "nmod", "nmod:poss", "amod", "compound", "acl", "nummod") is not None


def _of_a_kind(names: Entities, description: Token) -> bool:
    """ "A Democrat", "an American": a capital with "a" that says what somebody is; not "an Academy Award-winner"."""
    found = names.of(description)
    one_word = found is not None and " " not in found.text
    if found is not None and found.type != "thing" and not (one_word and found.type == "person"):
        return False
    after = description.doc[description.i + 1] if description.i + 1 < len(description.doc) else None
    cut = after is not None and after.text in {"-", "‐", "–"}
    named = any(child.pos_ == "PROPN" for child in kids(description, "compound", "flat"))
    return not cut and (not named or lemma(description).endswith(("crat", "can", "ian", "ist")))


def _is_one_of(token: Token) -> bool:
    """ "One of his sons"."""
    return lemma(token) == "one" and any(case_of(child) == "of" for child in kids(token, "nmod"))


def _definite(names: Entities, name: Token) -> bool:
    """Whether the phrase that is described picks out something: a name, or "the", "this", "his" with a noun."""
    if names.of(name) is not None or name.pos_ == "PROPN":
        return True
    return any(child.text.lower() in _DEFINITE or child.dep_ == "nmod:poss" for child in name.children)


def _is_list(governor: Token, token: Token) -> bool:
    """Whether the phrases are members of a list ("a chair, a table and a lamp") that was read as an apposition."""
    later = [child for part in (governor, token) for child in kids(part, "conj", "appos") if child.i > token.i]
    if _counts_them(governor, token):
        return False
    return (
        bool(later) and governor.pos_ == "NOUN" and all(rel(child) == "conj" or child.pos_ == "NOUN" for child in later)
    )


def _counts_them(governor: Token, token: Token) -> bool:
    """ "Two leaders of the party, Ann Lee and Bob Roe": as many names as the description counts."""
    number = next((value_of(child.lower_) for child in kids(governor, "nummod")), None)
    return governor.tag_ == "NNS" and number is not None and number == len(by_name(token)) > 1


def by_name(first: Token) -> list[Token]:
    """The names that are joined from `first` on, in text order; one who is called kin by the name after that: "Ann Lee
    and her brother, Bob Roe".
    """
    listed = (first, *kids(first, "conj"))
    named = [next((child for child in kids(part, "appos") if child.pos_ == "PROPN"), part) for part in listed]
    return [part for part in named if part.pos_ == "PROPN"]

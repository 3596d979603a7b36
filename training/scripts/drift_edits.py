# ruff: noqa: SIM905
"""One-edit corruptions of faithful pairs, for training: what a careless translation or a spinner does to one word.

Each edit takes a parsed text and a random generator and returns the changed text, or None where it does not apply.
The names of
the categories are those of the development corruptions, so that the scorer learns one set of kinds.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from factcheck.lexicon import drift as lexicon

Row = dict[str, Any]
SMALL = "two three four five six seven eight nine ten eleven twelve thirteen fourteen twenty thirty".split()
PREPOSITIONS = "of in on at by for from to with about after before among outside over under against through".split()
GENDER = dict(pair.split("/") for pair in "he/she she/he him/her his/her himself/herself herself/himself her/his man/woman woman/man men/women women/men father/mother mother/father son/daughter daughter/son wife/husband husband/wife boy/girl girl/boy spokesman/spokeswoman".split())  # fmt: skip  # noqa: E501
CASE = dict(pair.split("/") for pair in "he/him she/her they/them we/us i/me him/he them/they".split())


@dataclass
class Stock:
    """What edits draw from: inflected forms, names, modifiers, opposites, and words of other languages."""

    forms: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    names: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    modifiers: list[str] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)
    opposites: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    foreign: list[str] = field(default_factory=list)

    def form(self, lemma: str, tag: str) -> str | None:
        """The most frequent form of a lemma with a tag."""
        found = self.forms.get((lemma.lower(), tag))
        return found.most_common(1)[0][0] if found else None


class Draft:
    """A text under edit: token texts that may be changed or emptied."""

    def __init__(self, doc: Doc, rng: random.Random, stock: Stock) -> None:
        self.doc, self.rng, self.stock = doc, rng, stock
        self.words = [token.text for token in doc]
        self.spaces = [token.whitespace_ for token in doc]

    def pick(self, wanted: Callable[[Token], bool]) -> Token | None:
        """A random token that fits."""
        fitting = [token for token in self.doc if wanted(token)]
        return self.rng.choice(fitting) if fitting else None

    def remove(self, tokens: Iterable[Token]) -> None:
        """Empty some tokens."""
        for token in tokens:
            self.words[token.i] = ""

    def put(self, token: Token, word: str) -> None:
        """Write a word over a token and keep its capital."""
        self.words[token.i] = word[:1].upper() + word[1:] if token.text[:1].isupper() else word

    def text(self, tidy: bool = True) -> str:
        """The edited text, tidied up where tokens were removed."""
        joined = "".join(word + space for word, space in zip(self.words, self.spaces, strict=True) if word)
        if not tidy:
            return joined.strip()
        joined = re.sub(r" +([.,;:!?])", r"\1", re.sub(r"  +", " ", joined)).strip()
        return joined[:1].upper() + joined[1:] if self.doc.text[:1].isupper() else joined


Edit = Callable[[Draft], bool]


def number(d: Draft) -> bool:
    token = d.pick(lambda t: t.lower_ in SMALL or t.text[:1].isdigit())
    if token is None:
        return False
    if token.lower_ in SMALL:
        d.put(token, d.rng.choice([word for word in SMALL if word != token.lower_]))
        return True
    found = re.match(r"(\d[\d,]*)(.*)", token.text)
    if found is None:
        return False
    value = int(found[1].replace(",", ""))
    step = d.rng.choice([-3, -2, -1, 1, 2, 3, 5, 10])
    new = (
        value + step
        if 1900 < value < 2100
        else max(0, int(value * d.rng.choice([0.3, 0.5, 0.8, 1.2, 1.5, 2, 3])) + step)
    )
    if new == value:
        new += 1
    d.words[token.i] = (f"{new:,}" if "," in found[1] else str(new)) + found[2]
    return True


def negate(d: Draft) -> bool:
    negator = d.pick(lambda t: t.lower_ in ("not", "n't", "n’t", "never"))
    if negator is not None and d.rng.random() < 0.6:
        d.remove([negator])
        return True
    auxiliary = d.pick(lambda t: t.pos_ == "AUX" and t.tag_ in ("VBZ", "VBD", "VBP", "MD"))
    if auxiliary is not None and d.rng.random() < 0.6:
        d.words[auxiliary.i] = auxiliary.text + " not"
        return True
    verb = d.pick(lambda t: t.pos_ == "VERB" and t.tag_ in ("VBD", "VBZ", "VBP"))
    plain = d.stock.form(verb.lemma_, "VB") if verb is not None else None
    if verb is None or plain is None:
        return False
    d.words[verb.i] = {"VBD": "did", "VBZ": "does", "VBP": "do"}[verb.tag_] + " not " + plain
    return True


def replace_name(d: Draft) -> bool:
    if not d.doc.ents:
        return False
    entity = d.rng.choice(list(d.doc.ents))
    label = entity.label_ if d.rng.random() < 0.4 else d.rng.choice(sorted(d.stock.names))
    new = d.rng.choice(d.stock.names[label] or [""])
    if not new or new in d.doc.text:
        return False
    d.remove(entity)
    d.words[entity.start], d.spaces[entity.start] = new, entity[-1].whitespace_
    return True


def remove_name(d: Draft) -> bool:
    if not d.doc.ents:
        return False
    d.remove(d.rng.choice(list(d.doc.ents)))
    return True


def remover(*classes: str) -> Edit:
    def remove(d: Draft) -> bool:
        token = d.pick(lambda t: t.pos_ in classes)
        if token is not None:
            d.remove([token])
        return token is not None

    return remove


def remove_subject(d: Draft) -> bool:
    token = d.pick(lambda t: t.dep_.startswith("nsubj"))
    if token is None:
        return False
    d.remove([token, *(c for c in token.children if c.dep_ in ("det", "compound", "flat") and d.rng.random() < 0.7)])
    return True


def remove_phrase(d: Draft) -> bool:
    def fits(t: Token) -> bool:
        return t.dep_ in ("obl", "nmod") and any(c.dep_ == "case" for c in t.children) and len(list(t.subtree)) <= 8

    token = d.pick(fits)
    if token is None:
        return False
    d.remove(token.subtree)
    return True


def related(table: Callable[[Draft, Token], list[str]], *classes: str) -> Edit:
    def swap(d: Draft) -> bool:
        token = d.pick(lambda t: t.is_alpha and t.pos_ in classes and not t.ent_type_ and bool(table(d, t)))
        if token is None:
            return False
        lemma = d.rng.choice(table(d, token))
        form = lemma if token.lower_ == token.lemma_.lower() else d.stock.form(lemma, token.tag_)
        if not form or form == token.lower_:
            return False
        d.put(token, form)
        return True

    return swap


def gender(d: Draft) -> bool:
    tokens = [token for token in d.doc if token.lower_ in GENDER]
    for token in tokens[: None if d.rng.random() < 0.4 else 1]:
        d.put(token, GENDER[token.lower_])
    return bool(tokens)


def add_modifier(d: Draft) -> bool:
    noun = d.rng.random() < 0.75
    token = d.pick(lambda t: t.pos_ == ("NOUN" if noun else "VERB"))
    if token is None:
        return False
    d.words[token.i] = d.rng.choice(d.stock.modifiers if noun else d.stock.adverbs) + " " + token.text
    return True


def _finite(t: Token) -> bool:
    return t.is_alpha and t.tag_ in ("VBD", "VBZ", "VBP") and t.pos_ in ("VERB", "AUX")


def tense(d: Draft) -> bool:
    token = d.pick(_finite)
    if token is None:
        return False
    be = {"is": "was", "are": "were", "was": "is", "were": "are", "am": "was"}
    plain = d.stock.form(token.lemma_, "VB") or token.lemma_
    if d.rng.random() < 0.3:
        new: str | None = "will " + ("be" if token.lower_ in be else plain)
    else:
        new = be.get(token.lower_) or d.stock.form(
            token.lemma_, d.rng.choice(["VBZ", "VBP"]) if token.tag_ == "VBD" else "VBD"
        )
    if not new or new == token.lower_:
        return False
    d.put(token, new)
    return True


def aspect(d: Draft) -> bool:
    token = d.pick(_finite)
    if token is None:
        return False
    be = {"is": "has been", "are": "have been", "was": "had been", "were": "had been"}
    going, done = d.stock.form(token.lemma_, "VBG"), d.stock.form(token.lemma_, "VBN")
    if token.lower_ in be:
        new = be[token.lower_] if d.rng.random() < 0.6 else token.text + " being"
    elif going and d.rng.random() < 0.6:
        new = {"VBD": "was ", "VBZ": "is ", "VBP": "are "}[token.tag_] + going
    elif done:
        new = {"VBD": "had ", "VBZ": "has ", "VBP": "have "}[token.tag_] + done
    else:
        return False
    d.words[token.i] = new
    return True


def ask(d: Draft) -> bool:
    root = next((t for t in d.doc if t.dep_.lower() == "root"), None)
    subject = next((c for c in root.children if c.dep_.startswith("nsubj")), None) if root is not None else None
    if root is None or subject is None:
        return False
    auxiliary = next((c for c in root.children if c.dep_ in ("aux", "aux:pass", "cop") and c.tag_ != "VB"), None)
    start = min(t.i for t in subject.subtree)
    lowered = d.words[start] if d.doc[start].ent_type_ or d.words[start] == "I" else d.words[start].lower()
    if auxiliary is not None:
        d.remove([auxiliary])
        d.words[start] = f"{auxiliary.text.capitalize()} {lowered}"
    else:
        plain = d.stock.form(root.lemma_, "VB")
        if root.tag_ not in ("VBD", "VBZ", "VBP") or plain is None:
            return False
        d.words[root.i] = plain
        d.words[start] = {"VBD": "Did", "VBZ": "Does", "VBP": "Do"}[root.tag_] + " " + lowered
    if d.words[-1] in (".", "!"):
        d.words[-1] = "?"
    return True


def mix(d: Draft) -> bool:
    token = d.pick(lambda t: t.is_alpha and t.pos_ in ("NOUN", "VERB", "ADJ", "PROPN", "ADV"))
    if token is not None and d.stock.foreign:
        d.words[token.i] = d.rng.choice(d.stock.foreign)
    return token is not None and bool(d.stock.foreign)


def shuffle(d: Draft) -> bool:
    words = [token.text for token in d.doc if not token.is_punct]
    d.rng.shuffle(words)
    d.words, d.spaces = [" ".join(words) + "."], [""]
    return True


def misspell(d: Draft) -> bool:
    token = d.pick(lambda t: t.is_alpha and len(t.text) > 3)
    if token is None:
        return False
    i, text = d.rng.randrange(1, len(token.text) - 1), token.text
    d.words[token.i] = text[:i] + (text[i + 1] + text[i] + text[i + 2 :] if d.rng.random() < 0.5 else text[i + 1 :])
    return True


def repeat(d: Draft) -> bool:
    token = next((t for t in reversed(d.doc) if t.is_alpha), None)
    if token is not None:
        d.words[token.i] = token.text + (" " + token.text) * d.rng.choice([1, 3])
    return token is not None


def swap_words(d: Draft) -> bool:
    i = d.rng.randrange(max(1, len(d.doc) - 1))
    if i + 1 >= len(d.doc) or d.doc[i].is_punct or d.doc[i + 1].is_punct:
        return False
    d.words[i], d.words[i + 1] = d.words[i + 1], d.words[i]
    return True


def other_preposition(d: Draft) -> bool:
    token = d.pick(lambda t: t.lower_ in PREPOSITIONS)
    if token is not None:
        d.put(token, d.rng.choice([word for word in PREPOSITIONS if word != token.lower_]))
    return token is not None


def punctuate(d: Draft) -> bool:
    if d.doc[-1].is_punct and d.rng.random() < 0.4:
        d.remove([d.doc[-1]])
        return True
    token = d.pick(lambda t: t.is_alpha)
    if token is not None:
        d.words[token.i] = token.text + d.rng.choice(list(",.;:-~'\"?!"))
    return token is not None


def lower(d: Draft) -> bool:
    d.words = [word.lower() for word in d.words] if d.rng.random() < 0.5 else [d.words[0].lower(), *d.words[1:]]
    return True


def spread(d: Draft) -> bool:
    d.words = [" ".join(re.findall(r"\w+|[^\w\s]", word)) for word in d.words]
    d.spaces = [" "] * len(d.words)
    return True


def wrong_case(d: Draft) -> bool:
    token = d.pick(lambda t: t.lower_ in CASE)
    if token is not None:
        d.put(token, CASE[token.lower_])
    return token is not None


def _opposites(d: Draft, t: Token) -> list[str]:
    return d.stock.opposites.get(t.lemma_.lower(), [])


def _broader(_: Draft, t: Token) -> list[str]:
    return sorted(lexicon.relations().broader.get(t.lemma_.lower(), frozenset()))


EDITS: dict[str, Edit] = {
    "critical_id10_numbers_replaced": number,
    "critical_id8_negation": negate,
    "critical_id9_ne_replaced": replace_name,
    "critical_id25_ne_removed": remove_name,
    "critical_id22_verb_removed": remover("VERB"),
    "critical_id23_noun_removed": remover("NOUN"),
    "critical_id21_adj_adv_removed": remover("ADJ", "ADV"),
    "critical_id24_subj_removed": remove_subject,
    "critical_id7_antonym": related(_opposites, "NOUN", "VERB", "ADJ", "ADV", "ADP"),
    "critical_id11_gender": gender,
    "critical_id6_addition": add_modifier,
    "major_id17_tense": tense,
    "major_id18_aspect": aspect,
    "major_id3_hypernym": related(_broader, "NOUN", "VERB"),
    "major_id5_pp_removed": remove_phrase,
    "major_id19_question": ask,
    "critical_id4_codemix": mix,
    "critical_id20_shuffled": shuffle,
    "minor_id26_misspelled": misspell,
    "minor_id2_repeat4": repeat,
    "minor_id14_word_swap": swap_words,
    "minor_id16_function_word": other_preposition,
    "minor_id29_punc_addition": punctuate,
    "minor_id31_full_lower": lower,
    "minor_id30_tokenized": spread,
    "minor_id12_conj_removed": remover("CCONJ", "SCONJ"),
    "minor_id15_case": wrong_case,
}
UNTIDY = ("minor_id31_full_lower", "minor_id30_tokenized")


def faithful_pairs(data: Path) -> list[tuple[str, str, str, str]]:
    """Group, reference, rendering and set of pairs that mean the same: little-penalised translations, equivalent
    news."""

    def read(name: str) -> list[Row]:
        lines = (data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        return [row for row in map(json.loads, lines) if row["split"] == "dev"]

    found = [("w20-" + r["group"], r["ref"], r["mt"], "wmt20") for r in read("wmt20_zhen") if r["mqm_penalty"] < 2]
    found += [("w21-" + r["group"], r["ref"], r["mt"], "wmt21") for r in read("wmt21_zhen") if not r["majors"]]
    whole = [r for r in read("coverage_zhen") if not r["mqm_addition"] and not r["mqm_omission"]]
    found += [("cov-" + r["group"], r["ref"], r["mt"], "coverage") for r in whole]
    found += [("ms-" + r["group"], r["text1"], r["text2"], "msrp") for r in read("msrp") if r["label"] == "equivalent"]
    found += [("sts-" + r["group"], r["text1"], r["text2"], "sts") for r in read("sts_news") if r["score"] >= 4.4]
    found += [(r["group"], r["ref"], r["cand"], "demetr") for r in read("demetr") if r["kind"] == "control"]
    return [pair for pair in found if pair[1] != pair[2] and len(pair[1].split()) > 7]


def news_sentences(data: Path, nlp: Language) -> list[tuple[str, Doc]]:
    """Group and parse of whole sentences of news articles of the development part, each text once."""

    def read(name: str, *fields: str) -> list[tuple[str, str]]:
        lines = (data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [row for row in map(json.loads, lines) if row["split"] == "dev"]
        return [(f"{name}-{row['group']}", row[field]) for row in rows for field in fields]

    texts = read("polnear", "text") + read("violent_docs", "text") + read("timebank", "text")
    texts += read("rte12", "premise") + read("rte3_3way", "premise") + read("newsquant", "text")
    found: dict[str, str] = {}
    for group, text in texts:
        for line in text.splitlines():
            for sentence in re.split(r"(?<=[a-z0-9][.!?])\s+(?=[A-Z])", line.strip()):
                if 8 <= len(sentence.split()) <= 40 and sentence[0].isupper() and sentence[-1] in ".!?":
                    found.setdefault(sentence, group)
    return [(group, nlp(text)) for text, group in sorted(found.items())]


def stock_of(docs: Iterable[Doc]) -> Stock:
    """What edits draw from, of some parsed texts."""
    stock = Stock(
        foreign="город maison 城市 Straße нельзя 会议 gobierno мир Wetter 增加 rząd 水 écrire большой 学校 jít".split()
    )
    for doc in docs:
        for token in doc:
            if token.is_alpha:
                stock.forms[token.lemma_.lower(), token.tag_][token.lower_] += 1
            if token.tag_ in ("JJ", "NN") and token.is_lower and token.is_alpha:
                stock.modifiers.append(token.text)
            if token.tag_ == "RB" and token.lower_.endswith("ly"):
                stock.adverbs.append(token.lower_)
        for entity in doc.ents:
            stock.names[entity.label_].append(entity.text)
    for left, right in sorted(lexicon.relations().antonyms):
        stock.opposites[left].append(right)
        stock.opposites[right].append(left)
    return stock

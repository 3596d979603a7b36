"""Tokens as the English treebanks of Universal Dependencies cut them, and as news writes them.

spaCy's tokenizer with its rules for English, changed where they differ from the treebanks (prefixes such as "co-"
stay with their word, "and/or" is three words, "!!" and "--" are one) and where news does (datelines with a dash glued
to both sides, "$13.4bn", "Z-40", "No. 2", "Lt. Gen."), and a last pass for full stops, which only their neighbours
can tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.lang.char_classes import (
    ALPHA,
    ALPHA_LOWER,
    ALPHA_UPPER,
    CONCAT_QUOTES,
    CURRENCY,
    HYPHENS,
    LIST_CURRENCY,
    LIST_ELLIPSES,
    LIST_ICONS,
    LIST_PUNCT,
    LIST_QUOTES,
)
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Written with a full stop wherever they stand.
TITLES = _words(
    """
    Adj. Adm. Amb. Asst. Brig. Capt. Cmdr. Col. Cpl. Det. Dr. Fr. Gen. Gov. Hon. Insp. Lt. Maj. Messrs. Mlle. Mme. Mr.
    Mrs. Ms. Mx. Pfc. Pres. Prof. Pvt. Rep. Reps. Rev. Sen. Sens. Sgt. Supt. Sr. Jr. St. Ste. Sta.
    """
)
MONTHS = _words("Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.")
DAYS = _words("Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Sat. Sun.")
STATES = _words(
    """
    Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Kans. Ky. La. Mass. Md. Me. Mich. Minn. Miss. Mo.
    Mont. Neb. Nebr. Nev. Okla. Ont. Ore. Pa. Penn. Que. Tenn. Tex. Va. Vt. Wash. Wis. Wyo. Alta. Sask.
    """
)
OTHERS = _words(
    """
    Ave. Blvd. Bldg. Bros. Co. Corp. Dept. Dist. Ft. Hwy. Inc. Ltd. Mt. Rd. Univ. Assn. Intl. Natl. vs. v. etc. al.
    approx. ca. cf. e.g. i.e. a.m. p.m. A.M. P.M. est. ext. fig. figs. incl. jr. sr. min. max. no. nos. No. Nos. op.
    pp. p. vol. vols. Vol. tel. viz. Ph.D. M.D. B.A. M.A. B.Sc. M.Sc. D.Phil. LL.B. LL.M. a.k.a. d/b/a c/o w/o w/ Art.
    art. Sec. sec. Sept.
    """
)
ABBREVIATIONS = frozenset((*TITLES, *MONTHS, *DAYS, *STATES, *OTHERS))

# Full stops that these keep only before a number, or before a capital: "No. 2" but "No."; "Ill." but "ill."
_BEFORE_NUMBER = frozenset(
    _words("No. Nos. no. nos. Art. art. Sec. sec. fig. figs. pp. p. op. vol. vols. Vol. v. Mar. Jun. Jul. ext.")
)
_BEFORE_CAPITAL = frozenset(
    _words("St. Me. Miss. Mass. Ill. Ind. Det. Fr. Hon. Pres. Sun. Sat. Mon. Wed. Mo. Pa. La. Art. Adj.")
)
PREFIXES = _words(
    """
    anti co counter cross e ex extra hyper inter intra macro meta micro mid mini mono multi neo non over pan para post
    pre pro pseudo quasi re semi socio sub super supra trans tri ultra un under uni vice
    """
)

_ALPHA_NUMERIC = f"{ALPHA}0-9"
_KEPT = re.compile(
    rf"(?:(?:{'|'.join(PREFIXES)})[-‐‑–][{ALPHA}]+"  # co-founder; "co-founder-led" is cut after the second word
    rf"|[{ALPHA_UPPER}]{{1,3}}[-‐‑][0-9]{{1,4}}[{ALPHA}]?"  # Z-40, F-16, AK-47
    rf"|COVID-19|[Cc]ovid-19"
    rf"|[’']?[0-9]{{2,4}}[’']?s"  # 1930s, ’90s, 60's
    r"|[#@]\w+"
    r"|\d+(?:[-‐‑]\d+){2,}"  # telephone numbers, ISO dates
    r"|\d{3}[-‐‑]\d{4}"
    rf"|[{ALPHA_UPPER}](?:\.[{ALPHA_UPPER}])+\.?)",  # U.S., D.E.A.
    re.IGNORECASE,
)

_UNITS = (
    r"[ap]\.?m\.?|[AP]\.?M\.?|bn|mn|tn|trn|m|k|K|M|B|T|million|billion|km²?|cm|mm|kg|mg|lbs?|ft|mph|kph|hrs?|mins?|secs?"
    r"|GB|MB|TB|GW|MW|kW|Hz|GHz|MHz|C|F|%|p|pp|x"
)


def _compiled(nlp: Language) -> dict[str, Any]:
    prefixes = [
        r"[!?]{2,}", r"[.]{2,}", r"[-=_*~#+]{2,}", r"<<+|>>+", r"[—–]+",
        "§", "%", "=", r"\+(?![0-9])", *LIST_PUNCT, *LIST_ELLIPSES, *LIST_QUOTES,
        r"(?:US|A|C|NZ|HK|Mex|R|S|NT)\$", *LIST_CURRENCY, *LIST_ICONS,
        rf"[-–—](?=[{ALPHA}])",
    ]  # fmt: skip
    suffixes = [
        r"[!?.]*[!?]+[.]?(?<=[!?.]{2})", r"[.]{2,}", r"[-=_*~#+]{2,}", r"<<+|>>+", r"[—–]+",
        *LIST_PUNCT, *LIST_ELLIPSES, *LIST_QUOTES, *LIST_ICONS,
        "'s", "'S", "’s", "’S", r"(?<=s)['’]",
        r"(?<=[0-9])\+", rf"(?<=[0-9])(?:{CURRENCY})", rf"(?<=[0-9])(?:{_UNITS})", r"(?<=°)[FfCcKk]",
        rf"(?<=[0-9{ALPHA_LOWER}%²\-\+{CONCAT_QUOTES}\)\]])\.", rf"(?<=[{ALPHA_UPPER}][{ALPHA_UPPER}])\.",
        rf"(?<=[{ALPHA_LOWER}])[-–](?=$)",
    ]  # fmt: skip
    infixes = [
        *LIST_ELLIPSES, *LIST_ICONS,
        r"[—―]+", r"-{2,}", r"[!?]{2,}",
        rf"(?<=[{_ALPHA_NUMERIC}.])–(?=[{_ALPHA_NUMERIC}])",
        r"(?<=[0-9])[+\-*^](?=[0-9-])",
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9.’'])(?:{HYPHENS})(?=[{ALPHA}])", rf"(?<=[{ALPHA}][{ALPHA}])(?:{HYPHENS})(?=[0-9])",
        rf"(?<=[{ALPHA}][{ALPHA}])/(?=[{ALPHA}][{ALPHA}])",
        rf"(?<=[{_ALPHA_NUMERIC}])[:<>=](?=[{ALPHA}])",
        r"(?<=[,;:.!?)\]])[\"“”](?=\S)", r"[“”](?=\S)",
        rf"(?<=[{ALPHA}])[;](?=[{ALPHA}])", rf"(?<=[{ALPHA}])[()\[\]](?=[{ALPHA}])",
        r"(?<=\))[(\[]", rf"(?<=[{ALPHA}0-9])[(\[](?=[0-9{ALPHA}]+[)\]]$)",
    ]  # fmt: skip
    return {
        "prefix_search": compile_prefix_regex(prefixes).search,
        "suffix_search": compile_suffix_regex(suffixes).search,
        "infix_finditer": compile_infix_regex(infixes).finditer,
    }


_NO_CONTRACTIONS = frozenset(
    (
        *_words("id ill wed wed. well were hell shell shed its lets wont cant i'ma and/or sat sat. sun sun. ma ca"),
        "we d",
    )
)


def _rules(nlp: Language) -> dict[str, list[dict[int, str]]]:
    """spaCy's exceptions without those that read a word as a contraction, and ours."""
    rules: dict[str, Any] = dict(nlp.Defaults.tokenizer_exceptions)
    for text in list(rules):
        if text.lower() in _NO_CONTRACTIONS or re.fullmatch(r"\d+[ap]\.?m\.?", text.lower()):
            del rules[text]
    for text in (*ABBREVIATIONS, *(title.upper() for title in (*TITLES, *MONTHS)), "INC.", "LTD.", "CORP.", "CO."):
        rules[text] = [{ORTH: text}]
    for pair in (("can", "not"), ("gon", "na"), ("got", "ta"), ("wan", "na"), ("gim", "me"), ("lem", "me")):
        for make in (str.lower, str.capitalize, str.upper):
            whole = make("".join(pair))
            rules[whole] = [{ORTH: whole[: len(pair[0])]}, {ORTH: whole[len(pair[0]) :]}]
    return rules


def english() -> Language:
    """A blank English pipeline with this tokenizer."""
    nlp = spacy.blank("en")
    nlp.tokenizer = NewsTokenizer(nlp)
    return nlp


class NewsTokenizer:
    """Text -> Doc; the words and their spaces give back the text."""

    def __init__(self, nlp: Language) -> None:
        self.vocab = nlp.vocab
        self._base = Tokenizer(
            nlp.vocab, rules=_rules(nlp), token_match=_kept, url_match=nlp.Defaults.url_match, **_compiled(nlp)
        )

    def __call__(self, text: str) -> Doc:
        """The Doc of a text."""
        doc = self._in_pieces(text) if _UNBROKEN.search(text) else self._base(text)
        if _NEEDS_SECOND_LOOK.search(text):
            return _full_stops(doc)
        return doc

    def _in_pieces(self, text: str) -> Doc:
        """spaCy's tokenizer is quadratic in the length of a run without white space: such runs are cut."""
        words: list[str] = []
        spaces: list[bool] = []
        start = 0
        while start < len(text):
            run = _UNBROKEN.search(text, start)
            end = min(run.start() + _LONGEST_RUN, len(text)) if run else len(text)
            for token in self._base(text[start:end]):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
            start = end
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterable[Doc]:
        """Docs of texts, in order."""
        for text in texts:
            yield self(text)

    # The rules live in code: there is nothing to write or read.
    def to_disk(self, path: Path | str, **_: Any) -> None:
        """Nothing: the rules live in code."""

    def from_disk(self, path: Path | str, **_: Any) -> NewsTokenizer:
        """Itself."""
        return self

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing: the rules live in code."""
        return b""

    def from_bytes(self, data: bytes, **_: Any) -> NewsTokenizer:
        """Itself."""
        return self


@registry.tokenizers("factcheck.NewsTokenizer.v1")  # type: ignore[untyped-decorator]
def news_tokenizer() -> Callable[[Language], NewsTokenizer]:
    """What a pipeline's configuration names."""
    return NewsTokenizer


def _kept(text: str) -> re.Match[str] | None:
    return _KEPT.fullmatch(text) if len(text) < 40 else None


_LONGEST_RUN = 200
"""Characters without white space that are read at once; longer than any word or address worth reading whole."""

_UNBROKEN = re.compile(rf"\S{{{_LONGEST_RUN + 1}}}")
_NEEDS_SECOND_LOOK = re.compile(r"[^\W\d_]\.(?:\s|$|[”’\"')\]])")


def _full_stops(doc: Doc) -> Doc:
    """Split the full stop off where an abbreviation's neighbours show that it ends a sentence."""
    words: list[str] = []
    spaces: list[bool] = []
    changed = False
    n = len(doc)
    for index, token in enumerate(doc):
        text = token.text
        space = bool(token.whitespace_)
        after = doc[index + 1].text if index + 1 < n else ""
        if len(text) > 1 and text[-1] == "." and text[-2].isalpha() and _ends_sentence(text, after):
            words += [text[:-1], "."]
            spaces += [False, space]
            changed = True
        else:
            words.append(text)
            spaces.append(space)
    return Doc(doc.vocab, words=words, spaces=spaces) if changed else doc


def _ends_sentence(text: str, after: str) -> bool:
    if text in _BEFORE_NUMBER:
        return not (after[:1].isdigit() or after[:1] == "#")
    last_on_line = not after or after[0] in "\n\r"
    if text in _BEFORE_CAPITAL:
        return last_on_line or not (after[:1].isupper() or after[0] in ",-–—;)" or after[:1].isdigit())
    if len(text) == 2 and text[0].isupper():  # an initial, or "Plan B."
        return last_on_line or after[:1] in '”"’'
    return False

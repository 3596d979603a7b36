"""Events and stories across documents: which mentions are one event, which articles tell one story.

    python benchmarks/quality.py --only ecbplus --only ecbplus_docs

ECB+ (Cybulska and Vossen 2014), all topics of the split in one folder, as a user would have them. A gold mention stands
for the claims of whose predicate it is the head; mentions whose claims stand in one cluster are one event to the tool,
and a mention without a cluster is one of its own. Percent values; CoNLL F1 as the set's scorer has it.
"""

from __future__ import annotations

import importlib.util
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

from factcheck.model.article import Article
from suites.reconcile import pair_scores, placed_mentions, predicate_event, run_end_to_end
from suites.rows import Row, selected

Figures = dict[str, float | None]


def ecbplus_docs(data: Path, split: str = "dev") -> Figures:
    """Articles of one seminal event (subtopic) against the stories that the tool makes of all of them."""
    return stories_of(selected(data / "ecbplus_docs.jsonl", split), "subtopic")


def violent_stories(data: Path, split: str = "dev") -> Figures:
    """Reports of one shooting against the stories that the tool makes of reports of many shootings."""
    return stories_of(selected(data / "violent_docs.jsonl", split), "cluster")


def stories_of(rows: Sequence[Row], key: str) -> Figures:
    """Pairs of articles put into one story, against those that belong together."""
    from factcheck.stages.story import stories

    made = stories([Article(row["id"], row["text"], title=row["title"]) for row in rows])
    story = {id_: str(number) for number, group in enumerate(made) for id_ in group}
    return together({row["id"]: str(row[key]) for row in rows}, story)


def together(gold: Mapping[str, str], made: Mapping[str, str]) -> Figures:
    """Precision, recall and F1 of the pairs of items that stand in one group, by counting groups."""
    right = _pairs(Counter((gold[id_], made[id_]) for id_ in gold).values())
    found, wanted = _pairs(Counter(made.values()).values()), _pairs(Counter(gold.values()).values())
    precision, recall = 100 * right / found if found else 0.0, 100 * right / wanted if wanted else 0.0
    total = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / total if total else 0.0}


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def ecbplus(data: Path, split: str = "dev") -> Figures:
    """Events across documents, from raw text: claims extracted, told apart by story, linked and clustered."""
    rows = selected(data / "ecbplus_docs.jsonl", split)
    articles = [Article(row["id"], f"{row['title']}\n\n{row['text']}") for row in rows]
    mentions = selected(data / "ecbplus.jsonl", split)
    return event_figures(mentions, articles, clusters_by_story(articles), _scorer(data))


def clusters_by_story(articles: Sequence[Article]) -> list[Any]:
    """The clusters of each story of a folder."""
    from factcheck.stages.story import stories

    by_id = {article.id: article for article in articles}
    return [
        cluster for story in stories(articles) for cluster in run_end_to_end([by_id[id_] for id_ in story])[2].clusters
    ]


def event_figures(
    mentions: Sequence[Row], articles: Sequence[Article], clusters: Sequence[Any], scorer: ModuleType | None
) -> Figures:
    """Gold mentions against clusters of claims."""
    text = {article.id: article.text for article in articles}
    by_document: dict[str, list[Row]] = defaultdict(list)
    for row in mentions:
        by_document[row["doc_id"]].append(row)
    placed = {
        document: placed_mentions(text[document], [{**row, "cluster": row["id"]} for row in rows])
        for document, rows in by_document.items()
        if document in text
    }
    gold = {row["id"]: str(row["cluster"]) for row in mentions}
    made = {id_: f"alone {id_}" for id_ in gold}
    document = {row["id"]: row["doc_id"] for row in mentions}
    for cluster in clusters:
        for claim in cluster.claims:
            mention = predicate_event(claim, placed.get(claim.source, []))
            if mention is not None and claim.id not in cluster.guests:  # a guest has a cluster of its own
                made[mention] = cluster.id
    across = {name: _across(groups, document) for name, groups in (("gold", gold), ("made", made))}
    scores = pair_scores(across["gold"], across["made"])
    figures: Figures = {
        "pair_precision": scores["precision"] if across["made"] else None,
        "pair_recall": scores["recall"],
        "mentions_in_clusters": 100 * sum(not name.startswith("alone ") for name in made.values()) / len(made),
    }
    if scorer is not None:
        figures["conll_f1"] = 100 * scorer.evaluate(gold, made)[0]
    return figures


def _across(groups: Mapping[str, str], document: Mapping[str, str]) -> set[tuple[str, str]]:
    """The pairs of mentions of two documents that stand in one group."""
    members: dict[str, list[str]] = defaultdict(list)
    for id_, name in groups.items():
        members[name].append(id_)
    return {(a, b) for ids in members.values() for a, b in combinations(sorted(ids), 2) if document[a] != document[b]}


def _scorer(data: Path) -> ModuleType | None:
    """The set's own scorer, beside its data."""
    import sys

    path = data.parent / "score_cluster.py"
    if not path.exists():
        return None
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location("score_cluster", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from talentflow.resolver import Link, cluster

LINKS = st.lists(
    st.builds(
        Link, st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.sampled_from([0.7, 0.8, 0.9]), st.just("")
    ),
    max_size=8,
)


def test_links_make_clusters_named_by_their_smallest_member() -> None:
    links = [Link("a", "b", 0.9, ""), Link("b", "c", 0.8, "")]
    assert cluster("abcd", links, {}) == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_two_listed_ids_are_never_joined_by_way_of_a_third() -> None:
    links = [Link("a", "b", 0.8, ""), Link("b", "c", 0.9, "")]
    assert cluster("abc", links, {"a": "one", "c": "two"}) == {"a": "a", "b": "b", "c": "b"}


def test_one_listed_id_joins_without_a_link() -> None:
    assert cluster("ab", [], {"a": "one", "b": "one"}) == {"a": "a", "b": "a"}


def test_conflicting_names_are_never_joined_by_way_of_a_third() -> None:
    links = [Link("a", "b", 0.9, ""), Link("b", "c", 0.8, "")]
    assert cluster("abc", links, {}, lambda one, other: {one, other} == {"a", "c"}) == {"a": "a", "b": "a", "c": "c"}


@given(links=LINKS, data=st.data())
def test_order_does_not_matter(links: list[Link], data: st.DataObject) -> None:
    listed = {"a": "one", "d": "two"}
    shuffled = data.draw(st.permutations(links))
    assert cluster("abcdef", links, listed) == cluster("fedcba", shuffled + shuffled, listed)

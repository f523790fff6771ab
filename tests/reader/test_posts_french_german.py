"""Posts of the French and the German press, in the English of the record."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.lexicon import lexicon_for
from talentflow.reader.page import make_page
from talentflow.reader.posts import find_posts
from talentflow.reader.understanding import understand


def _posts(text: str, lang: str) -> list[str]:
    page = make_page(Document(text=text, lang=lang), lexicon_for(lang))
    understand(page)
    return [post.english for sentence in page.sentences for post in find_posts(sentence, page.language)]


@pytest.mark.parametrize(
    ("post", "english"),
    [
        ("vice-présidente", "vice president"),
        ("présidente indépendante du conseil", "independent chair"),
        ("président du directoire", "chair of the management board"),
        ("directrice commerciale", "head of sales"),
        ("directeur de l'IA", "head of AI"),
        ("responsable produit", "head of product"),
        ("responsable technique", "technical lead"),
        ("directrice principale de l'IA", "senior director of AI"),
        ("directeur des jeux vidéo", "director of video games"),
        ("responsable de l'équipe de sécurité", "head of security team"),
        ("cheffe du pôle robotique", "head of robotics"),
        ("responsable des partenariats stratégiques", "head of strategic partnerships"),
        ("directrice de l'architecture des processeurs", "director of processor architecture"),
        ("head of growth", "head of growth"),
        ("ingénieure en apprentissage automatique", "machine learning engineer"),
        ("chercheuse postdoctorale", "postdoctoral researcher"),
        ("professeur de linguistique", "professor of linguistics"),
        ("sous-ministre adjointe", "assistant deputy minister"),
        ("ministre déléguée", "minister delegate"),
        ("sénatrice", "senator"),
        ("chroniqueuse", "columnist"),
        ("animatrice", "host"),
        ("entraîneur adjoint", "assistant coach"),
        ("gardien de but", "goalkeeper"),
        ("déléguée à la protection des données", "data protection officer"),
    ],
)
def test_french_posts_in_english(post: str, english: str) -> None:
    assert _posts(f"Claire Dumont était {post} de Borealis.", "fr") == [english]


@pytest.mark.parametrize(
    ("post", "english"),
    [
        ("Entwicklungsleiterin", "head of development"),
        ("Vertriebschefin", "head of sales"),
        ("Personalchefin", "head of human resources"),
        ("Personalvorständin", "chief human resources officer"),
        ("Sicherheitschefin", "head of security"),
        ("Gruppenleiterin", "group leader"),
        ("Referatsleiterin", "head of division"),
        ("Doktorandin", "doctoral student"),
        ("Cheflobbyistin", "chief lobbyist"),
        ("Sportdirektorin", "sports director"),
        ("Torwarttrainer", "goalkeeping coach"),
        ("Stürmerin", "striker"),
        ("Prorektorin", "vice rector"),
        ("Bundestagsabgeordnete", "member of the Bundestag"),
        ("Leiterin des Bereichs Regulierung", "head of regulation"),
        ("Leiterin der Abteilung Recht", "head of legal department"),
        ("Global Head of Sales", "global head of sales"),
        ("stellvertretende Regierungssprecherin", "deputy government spokesperson"),
    ],
)
def test_german_posts_in_english(post: str, english: str) -> None:
    assert _posts(f"Claire Dumont war {post} bei Borealis.", "de") == [english]

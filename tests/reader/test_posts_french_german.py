"""Posts of the French and the German press, in the English of the record."""

from __future__ import annotations

import pytest

from tests.reader.sentences import posts_in


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
    assert posts_in(f"Claire Dumont était {post} de Borealis.", "fr") == [english]


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
    assert posts_in(f"Claire Dumont war {post} bei Borealis.", "de") == [english]


@pytest.mark.parametrize(
    ("post", "english"),
    [
        ("Partnerschaftschefin", "head of partnerships"),
        ("Deutschlandchefin", "head of Germany"),
        ("Hardwareingenieurin", "hardware engineer"),
        ("Chipdesignerin", "chip designer"),
        ("Leiterin der Batterieentwicklung", "head of battery development"),
        ("Leiterin des Cloudgeschäfts", "head of cloud business"),
        ("Lateinamerika-Chefin", "head of Latin America"),
        ("Marketing-Leiterin", "head of marketing"),
        ("Gemini-Chefin", "head of Gemini"),
    ],
)
def test_the_first_part_of_a_compound_says_of_what(post: str, english: str) -> None:
    assert posts_in(f"Claire Dumont war {post} bei Borealis.", "de") == [english]


@pytest.mark.parametrize(
    ("lang", "text", "english"),
    [
        ("de", "Claire Dumont war Vizepräsidentin für Forschung bei Borealis.", "vice president of research"),
        ("de", "Claire Dumont war Leiterin des Teams für Sprachmodelle bei Borealis.", "head of language models team"),
        ("fr", "Claire Dumont était directrice générale pour l'Amérique latine de Borealis.", "CEO of Latin America"),
        (
            "fr",
            "Claire Dumont était vice-présidente chargée de la recherche de Borealis.",
            "vice president of research",
        ),
        # where the field is in no list, nobody is two things for it
        ("fr", "Claire Dumont était vice-présidente chargée des gnomes de Borealis.", "vice president"),
        ("de", "Claire Dumont war Direktorin für drei Jahre bei Borealis.", "director"),
    ],
)
def test_words_that_lead_to_the_field_of_a_post(lang: str, text: str, english: str) -> None:
    assert posts_in(text, lang) == [english]

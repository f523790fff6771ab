"""Known organizations, people, products and places, in every script that the data gives; the data is in `data/`.

`data/README.md` gives the schema of the files.
"""

from talentflow.registry.loader import load_registry
from talentflow.registry.records import Place, Product, Registry

__all__ = ["Place", "Product", "Registry", "load_registry"]

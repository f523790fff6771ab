"""Where articles come from: paths in, documents out, one line for whatever is wrong."""

from talentflow.sources.problems import SourceProblem
from talentflow.sources.read import InputSize, count_inputs, read_paths

__all__ = ["InputSize", "SourceProblem", "count_inputs", "read_paths"]

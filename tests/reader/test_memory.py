"""How much memory one process takes that reads every language, with the encoder."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

MOST_MEGABYTES = 400
TOLD = {
    "ar": "انتقلت آدا مورينو من OpenAI إلى Meta يوم الاثنين.",
    "de": "Ada Moreno ist von OpenAI zu Meta gewechselt.",
    "en": "Ada Moreno has left OpenAI for Meta.",
    "es": "Ada Moreno ha dejado OpenAI para fichar por Meta.",
    "fr": "Ada Moreno a quitté OpenAI pour rejoindre Meta.",
    "ja": "エイダ・モレノ氏はOpenAIを退社し、Metaに入社した。",
    "pt": "Ada Moreno deixou a OpenAI para ir para a Meta.",
    "zh": "艾达·莫雷诺离开OpenAI加入Meta。",
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the most memory of a process is told elsewhere")
def test_all_languages_fit_beside_the_encoder(tmp_path: Path) -> None:
    path = tmp_path / "told.jsonl"
    rows = [{"id": lang, "lang": lang, "title": "", "text": " ".join([text] * 60)} for lang, text in TOLD.items()]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from talentflow.reader.embedded import EmbeddedReader\n"
        "from talentflow.sources import read_paths\n"
        "reader = EmbeddedReader()\n"
        "for document in read_paths([sys.argv[1]], print):\n"
        "    assert reader.read(document).moves, document.lang\n"
        # Not by getrusage: there a program begins with what the one that started it had.
        "status = Path('/proc/self/status').read_text().split()\n"
        "print(int(status[status.index('VmHWM:') + 1]) // 1024)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert 0 < int(done.stdout) < MOST_MEGABYTES

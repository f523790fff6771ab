"""The pages of organizations and their rosters."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from .test_pages import ids


def test_an_organization_shows_who_is_there_who_left_and_where_to(visitor: TestClient) -> None:
    found = ids(visitor, person="Ada Moreno")
    left = visitor.get(f"/en/organization/{found['from']}").text
    assert "Came and left by quarter" in left
    assert re.search(rf'href="/en/counted\?from={found["from"]}&amp;to={found["to"]}"', left)
    bar = re.search(r'href="(/en/counted\?from=[^"]*quarter=2026-01)"', left)
    assert bar is not None
    assert "Ada Moreno" in visitor.get(bar[1].replace("&amp;", "&")).text
    joined = visitor.get(f"/en/organization/{found['to']}/roster?part=there").text
    row = next(row for row in joined.split("<tr") if "Ada Moreno" in row)
    assert "chief scientist" in row
    assert "no end is told" in row
    assert "so far" in row
    assert "Nobody is told" in visitor.get(f"/en/organization/{found['to']}/roster?part=left").text
    for wrong in ("/en/organization/nobody/roster", f"/en/organization/{found['to']}/retention?days=1"):
        assert visitor.get(wrong).status_code == 404


def test_the_roster_by_the_api_goes_on_where_it_ended(visitor: TestClient) -> None:
    found = ids(visitor, person="Ada Moreno")
    address = f"/api/v1/organizations/{found['from']}/roster"
    everybody = visitor.get(address).json()
    assert (everybody["there"], everybody["left"], everybody["next"]) == (0, 2, None)
    one = visitor.get(address, params={"limit": 1, "part": "left"}).json()
    other = visitor.get(address, params={"limit": 1, "part": "left", "cursor": one["next"]}).json()
    assert one["people"] + other["people"] == everybody["people"]
    profile = visitor.get(f"/api/v1/organizations/{found['from']}/profile").json()
    assert (profile["came"], profile["left"]) == (0, 2)

"""Pages by their address, from a server of this machine that a test lets through: redirects, limits, types, tricks."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

import pytest

from talentflow.sources import read
from talentflow.sources.fetch import Fetcher, Page
from talentflow.sources.problems import SourceProblem, Unreadable

PUBLIC = "93.184.216.34"
ARTICLE = (
    '<!doctype html><html lang="en"><head><title>Ada Moreno leaves Borealis</title>'
    '<link rel="canonical" href="https://bank.example/"><script>alert(1)</script></head><body><article>'
    "<h1>Ada Moreno leaves Borealis</h1><p>Ada Moreno has left Borealis to join Quanta as chief scientist, the company "
    'said on Monday.</p><p onclick="alert(2)">She led its research for six years, and nobody was surprised.</p>'
    "<iframe src='https://evil.example/'></iframe></article></body></html>"
)


def answer(body: bytes | str, kind: str = "text/html; charset=utf-8", status: str = "200 OK", *more: str) -> bytes:
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(data)}", *more]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + data


def redirect(where: str, status: str = "302 Found") -> bytes:
    return answer("", "text/html", status, f"Location: {where}")


@dataclass
class Net:
    """A little internet: names, what their pages answer, and every connection that was made."""

    names: dict[str, list[list[str]]] = field(default_factory=dict)
    pages: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    connected: list[str] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)
    port: int = 0

    def look_up(self, host: str, port: int) -> list[str]:
        self.looked_up.append(host)
        answers = self.names.get(host, [[PUBLIC]])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.connected.append(address)
        return socket.create_connection(("127.0.0.1", self.port), seconds)

    def fetcher(self, **limits: object) -> Fetcher:
        return Fetcher(look_up=self.look_up, connect=self.connect, **limits)  # type: ignore[arg-type]


@pytest.fixture
def net() -> Iterator[Net]:
    found = Net()
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        found.port = listening.getsockname()[1]
        threading.Thread(target=_serve, args=(listening, found), daemon=True).start()
        yield found


def _serve(listening: socket.socket, net: Net) -> None:
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        with connection:
            head = b""
            while (
                b"\r\n\r\n" not in head and (not head or head.startswith(b"GET")) and (chunk := connection.recv(4096))
            ):
                head += chunk
            lines = head.decode("latin-1").split("\r\n")
            host = next((line[6:] for line in lines if line.lower().startswith("host: ")), "")
            if not head.startswith(b"GET"):
                continue  # whoever speaks TLS to it
            asked = host + lines[0].split(" ")[1]
            net.asked.append(asked)
            try:
                connection.sendall(net.pages.get(asked, answer("gone", status="404 Not Found")))
            except OSError:
                continue


def test_a_page_comes_with_where_it_was(net: Net) -> None:
    net.pages["news.example/a?b=c"] = answer(ARTICLE, "text/html; charset=UTF-8")
    page = net.fetcher().fetch(" http://news.example/a?b=c#top ")
    assert page == Page("http://news.example/a?b=c", "HTML", "UTF-8", ARTICLE.encode())
    assert net.connected == [PUBLIC]


def test_redirects_are_followed_and_the_last_address_counts(net: Net) -> None:
    net.pages["news.example/a"] = redirect("/b", "301 Moved Permanently")
    net.pages["news.example/b"] = redirect("http://other.example/c", "308 Permanent Redirect")
    net.pages["other.example/c"] = answer("Ada left.", "text/plain")
    page = net.fetcher().fetch("http://news.example/a")
    assert (page.url, page.kind, page.body) == ("http://other.example/c", "text", b"Ada left.")


HOME = ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.1", "100.64.0.1"]


@pytest.mark.parametrize("inside", HOME)
def test_a_name_that_stands_for_an_inner_address_is_not_asked(net: Net, inside: str) -> None:
    net.names = {"metadata.example": [[inside]], "both.example": [[PUBLIC, inside]]}
    for host in net.names:
        with pytest.raises(Unreadable, match="this machine"):
            net.fetcher().fetch(f"http://{host}/")
    assert net.connected == []


@pytest.mark.parametrize("inside", HOME)
@pytest.mark.parametrize("status", ["301 x", "302 x", "303 x", "307 x", "308 x"])
def test_a_redirect_leads_nowhere_inside(net: Net, inside: str, status: str) -> None:
    net.names = {"inner.example": [[inside]]}
    net.pages["news.example/"] = redirect("//inner.example/secret", status)
    with pytest.raises(Unreadable, match="this machine"):
        net.fetcher().fetch("http://news.example/")
    assert net.asked == ["news.example/"]
    assert net.connected == [PUBLIC]


@pytest.mark.parametrize(
    "where",
    [
        "file:///etc/passwd", "ftp://x.example/", "http://x.example:22/", "//u:p@x.example/", "gopher://x.example/",
        "javascript:alert(1)", "http://x.example\\@y.example/",
    ],
)  # fmt: skip
def test_a_redirect_leads_to_nothing_but_pages(net: Net, where: str) -> None:
    net.pages["news.example/"] = redirect(where)
    with pytest.raises(Unreadable):
        net.fetcher().fetch("http://news.example/")
    assert net.asked == ["news.example/"]


def test_a_name_that_changes_between_check_and_use_changes_nothing(net: Net) -> None:
    # A public number at first, this machine at every later look: the first is checked, and the first is asked.
    net.names = {"rebind.example": [[PUBLIC], ["127.0.0.1"]]}
    net.pages["rebind.example/"] = answer("Ada left.", "text/plain")
    net.fetcher().fetch("http://rebind.example/")
    assert net.connected == [PUBLIC]
    assert net.looked_up == ["rebind.example"]
    # And on a redirect to itself it is looked up and checked anew.
    net.names = {"rebind.example": [[PUBLIC], ["127.0.0.1"]]}
    net.pages["rebind.example/"] = redirect("/again")
    with pytest.raises(Unreadable, match="this machine"):
        net.fetcher().fetch("http://rebind.example/")


def test_redirects_end(net: Net) -> None:
    net.pages["news.example/"] = redirect("/")
    with pytest.raises(Unreadable, match="without end"):
        net.fetcher().fetch("http://news.example/")
    assert len(net.asked) == 6


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (answer("x", "image/png"), "image/png"),
        (answer("x", "application/json"), "application/json"),
        (answer("x", "application/octet-stream"), "octet-stream"),
        (answer("x", ""), "no stated type"),
        (answer("x", "text/html", "200 OK", "Content-Encoding: br"), "packed"),
        (answer("x", "text/html", "200 OK", "Content-Encoding: deflate"), "packed"),
        (answer("x", status="404 Not Found"), "404"),
        (answer("x", status="500 Oops"), "500"),
        (answer("", status="204 No Content"), "204"),
        (answer("", status="302 Found"), "leads on to no address"),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "no web page"),
        (b"", "cannot be reached"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n", "no web page"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n", "no web page"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 50\r\n\r\nshort", "no web page"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "no web page"),
        (answer("x" * 5000), "larger than"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"x" * 5000, "larger than"),
    ],
)  # fmt: skip
def test_what_is_no_page_within_the_limits_is_told(net: Net, sent: bytes, words: str) -> None:
    net.pages["news.example/"] = sent
    with pytest.raises(Unreadable, match=words):
        net.fetcher(largest=4000).fetch("http://news.example/")


def test_a_page_that_never_ends_is_cut(net: Net) -> None:
    # The server sends its head and holds the line: the one wait is longer than the whole time that there is.
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        net.port = listening.getsockname()[1]
        with pytest.raises(Unreadable, match="in time"):
            net.fetcher(seconds=0.2).fetch("http://news.example/")


def test_a_host_that_nobody_knows_is_told(net: Net) -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(Unreadable, match="nobody knows"):
        Fetcher(look_up=unknown).fetch("http://news.example/")
    with pytest.raises(Unreadable, match="this machine"):
        Fetcher(look_up=lambda host, port: []).fetch("http://news.example/")


def test_a_page_that_does_not_prove_itself_is_told(net: Net) -> None:
    with pytest.raises(Unreadable, match=r"cannot be reached|prove|no web page"):
        net.fetcher().fetch("https://news.example/")


def read_page(net: Net, monkeypatch: pytest.MonkeyPatch, url: str) -> tuple[list[object], list[SourceProblem]]:
    problems: list[SourceProblem] = []
    monkeypatch.setattr("talentflow.sources.fetch.fetch", net.fetcher().fetch)
    return list(read.read_paths([url], problems.append)), problems


def test_an_address_is_read_as_its_article_without_anything_that_acts(
    net: Net, monkeypatch: pytest.MonkeyPatch
) -> None:
    net.pages["news.example/a"] = answer(ARTICLE)
    (document,), problems = read_page(net, monkeypatch, "http://news.example/a")
    assert problems == []
    assert "Ada Moreno has left Borealis" in document.text  # type: ignore[attr-defined]
    assert document.url == "http://news.example/a"  # type: ignore[attr-defined]
    for trace in ("<", "alert", "onclick", "evil.example"):
        assert trace not in document.text  # type: ignore[attr-defined]


def test_what_is_sent_packed_is_unpacked_and_no_bomb_goes_off(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(ARTICLE.encode())
    net.pages["news.example/a"] = answer(packed, "text/html", "200 OK", "Content-Encoding: gzip")
    net.pages["news.example/b"] = answer(gzip.compress(b"<p>" + b"a" * 80_000_000), "text/html")
    assert len(read_page(net, monkeypatch, "http://news.example/a")[0]) == 1
    documents, problems = read_page(net, monkeypatch, "http://news.example/b")
    assert documents == []
    assert len(problems) >= 1


def test_the_senders_word_on_the_encoding_counts(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "غادرت ميرا موراتي شركة أوبن إيه آي لتنضم إلى شركة ميتا، بحسب ما أعلنت الشركة."
    net.pages["news.example/a"] = answer(text.encode("cp1256"), "text/plain; charset=windows-1256")
    (document,), _ = read_page(net, monkeypatch, "http://news.example/a")
    assert document.text == text  # type: ignore[attr-defined]
    assert document.publisher == "news.example"  # type: ignore[attr-defined]


def test_what_cannot_be_had_is_one_line_and_the_rest_goes_on(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    documents, (problem,) = read_page(net, monkeypatch, "http://news.example/none")
    assert documents == []
    assert str(problem) == ("http://news.example/none: answers with 404. Open it in a browser and copy the text.")

"""Which addresses may be asked for: hostile forms by the hundred, and near misses that are pages like any other."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import ip_address

import pytest

from talentflow.sources.addresses import is_address, is_public, target_of
from talentflow.sources.fetch import Fetcher
from talentflow.sources.problems import Unreadable

CLOSED_V4 = [
    "127.0.0.1", "127.0.0.2", "127.1.2.3", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255",
    "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.255.255", "169.254.0.1", "169.254.169.254",
    "169.254.170.2", "100.64.0.1", "100.100.100.200", "100.127.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1",
    "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1",
    "255.255.255.255", "168.63.129.16",
]  # fmt: skip
CLOSED_V6 = [
    "::", "::1", "fe80::1", "fe80::1%eth0", "febf::1", "fec0::1", "fc00::1", "fd00::1", "fd00:ec2::254", "ff02::1",
    "ff05::2", "2001:db8::1", "100::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:10::1", "2001:2::1",
    "fd20:ce::254", "2606:4700::1111%lo",
]  # fmt: skip
CARRIERS: list[Callable[[int], int]] = [
    lambda number: 0xFFFF << 32 | number,  # ::ffff:127.0.0.1
    lambda number: number,  # ::127.0.0.1
    lambda number: 0x64FF9B << 96 | number,  # NAT64
    lambda number: 0x64FF9B0001 << 80 | number,  # NAT64 of one's own network
    lambda number: 0x2002 << 112 | number << 80 | 1,  # 6to4
]
# Other forms that IPv4 addresses take within IPv6, networks for documents, and zones.
CLOSED_V6 += [
    "::ffff:0:127.0.0.1", "::ffff:0:a9fe:a9fe", "fe80::5efe:127.0.0.1", "3fff::1", "3fff:fff::1", "5f00::1",
    "2001:20::1", "2001:1::1", "ff0e::1", "feff::1", "fdff:ffff::1", "::2", "0:0:0:0:0:1:0:1", "4000::1", "e000::1",
    "2001:4860:4860::8888%1", "1.1.1.1%eth0",
]  # fmt: skip
DISGUISED = [str(ip_address(carry(int(ip_address(inner))))) for carry in CARRIERS for inner in CLOSED_V4]
OPEN = ["93.184.216.34", "1.1.1.1", "8.8.8.8", "172.15.0.1", "172.32.0.1", "192.167.0.1", "11.0.0.1", "126.0.0.1",
        "128.0.0.1", "169.253.1.1", "100.63.0.1", "100.128.0.1", "168.63.129.17", "2606:2800:220:1::1",
        "2001:4860:4860::8888", "::ffff:93.184.216.34", "2002:5db8:d822::1"]  # fmt: skip


def test_the_hostile_numbers_are_many() -> None:
    assert len(CLOSED_V4 + CLOSED_V6 + DISGUISED) >= 199


@pytest.mark.parametrize("number", CLOSED_V4 + CLOSED_V6 + DISGUISED + ["", "x", "localhost", "127.1", "1.2.3.4.5"])
def test_closed_numbers_are_never_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", OPEN)
def test_open_numbers_are(number: str) -> None:
    assert is_public(number)


# Every one of these is asked of the system's own resolver, which knows more forms than any list.
WAYS_HOME = [
    "http://127.0.0.1/", "http://127.1/", "http://127.0.1/", "http://2130706433/", "http://0x7f000001/",
    "http://0x7f.0.0.1/", "http://0x7f.1/", "http://0177.0.0.1/", "http://0177.1/", "http://017700000001/",
    "http://0/", "http://0.0.0.0/", "http://00/", "http://0x0/", "http://127.000.000.001/", "http://127.0.0.1./",
    "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://[::1]/", "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "https://127.0.0.1/", "https://localhost/",
    "http://１２７.０.０.１/", "http://127。0。0。1/", "http://①②⑦.⓪.⓪.①/", "http://ｌｏｃａｌｈｏｓｔ/",
    "http://169.254.169.254/latest/meta-data/", "http://0xa9fea9fe/", "http://2852039166/", "http://169.254.43518/",
    "http://0251.0376.0251.0376/", "http://[::ffff:169.254.169.254]/", "http://[fe80::1]/", "http://[fd00:ec2::254]/",
    "http://127.0.0.1.:80/", "http://0x7F000001/", "http://00000177.0.0.1/", "http://127.0.0.01/",
    "http://127.65535/", "http://0.0/", "http://[::ffff:0:7f00:1]/", "http://[::ffff:a00:1]/", "http://[::0]/",
    "http://[0000::0001]/", "http://127．0．0．1/", "http://127｡0｡0｡1/", "http://𝟏𝟐𝟕.𝟎.𝟎.𝟏/", "http://ⓛocalhost/",
    "http://10.1/", "http://192.168.1/", "http://172.16.1/", "http://100.100.100.200/",
]  # fmt: skip
NO_ADDRESSES = [
    "", "/", "x", "file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1:70/_x", "javascript:alert(1)",
    "data:text/html,x", "dict://127.0.0.1:11211/", "ldap://127.0.0.1/", "http:/example.org", "http:example.org",
    "http://", "http:///", "http://?x", "https://#x", "http://.", "http://..", "http://-x.example/", "http://x..y/",
    "http://user@example.org/", "http://user:pass@example.org/", "http://@example.org/", "http://:@example.org/",
    "http://example.org@127.0.0.1/", "http://127.0.0.1#@example.org/\x00", "http://example.org\\@127.0.0.1/",
    "http://example.org\\.evil.example/", "http://exam ple.org/", "http://example.org/ x", "http://exam\tple.org/",
    "http://example.org/\r\nHost: evil", "http://example.org\n/", "http://example.org:22/", "http://example.org:0/",
    "http://example.org:6379/", "http://example.org:8017/", "http://example.org:99999/", "http://example.org:-1/",
    "http://example.org:x/", "http://[::1", "http://::1/", "http://[::1]x/", "http://[fe80::1%25eth0]/",
    "http://[v1.x]/", "http://%31%32%37.0.0.1/", "http://127.0.0.1%00.example.org/", "http://exam%70le.org/",
    "http://" + "a" * 64 + ".example/", "http://" + "a." * 200 + "example/", "http://example.org/" + "a" * 3000,
    "http://ex\u202eample.org/", "http://ex\u200bample.org/", "\ufeffhttp://example.org/x\u2028", "http://a,b/",
    "http://a;b/", "http://<script>/", "http://a'b/", 'http://a"b/', "http://$(id)/", "http://`id`/", "http://{a}/",
    "http://127.0.0.1:80:80/", "http://[::1]:80:80/", "http://[::1]]/", "http://[[::1]]/", "http://[::1%00]/",
    "http:///example.org", "http:\\example.org/", "http://example.org:80\u0661/", "https://example.org:4430/",
    "blob:http://example.org/x", "view-source:http://example.org/", "jar:http://example.org/!/", "HTTP ://x/",
    "http://ex\u00adample.org:81/", "http://\u2025/", "http://exa\u0000mple.org/", "ws://example.org/",
    "http://example.org:443:22/", "http://example.org:１/", "http://*/", "http://example.org%2f@127.0.0.1/",
]  # fmt: skip


def never(*asked: object) -> socket.socket:
    raise AssertionError(f"connected to {asked}")


@pytest.mark.parametrize("url", WAYS_HOME)
def test_no_way_of_writing_it_leads_home(url: str) -> None:
    with pytest.raises(Unreadable) as told:
        Fetcher(connect=never, ports=None).fetch(url)
    assert "this machine" in told.value.what or "nobody knows" in told.value.what or "names no host" in told.value.what


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_what_is_no_address_of_a_page_is_refused_before_anything_is_asked(url: str) -> None:
    def asked(host: str, port: int) -> list[str]:
        raise AssertionError(f"looked up {host}")

    with pytest.raises(Unreadable):
        Fetcher(look_up=asked, connect=never).fetch(url)


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG/A?b=c#d", "https://example.org/A?b=c"),
        ("http://example.org:80/", "http://example.org/"),
        ("https://example.org:80/", "https://example.org:80/"),
        ("https://مثال.إختبار/خبر", "https://xn--mgbh0fb.xn--kgbechtv/%D8%AE%D8%A8%D8%B1"),
        ("https://bücher.example/straße?q=ä", "https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A4"),
        ("https://example.org/a%20b?c=%2F", "https://example.org/a%20b?c=%2F"),
        ("https://example.org/<b>", "https://example.org/%3Cb%3E"),
        ("http://[2606:2800:220:1::1]/", "http://[2606:2800:220:1::1]/"),
        ("https://news_1.example.org/", "https://news_1.example.org/"),
    ],
)
def test_pages_are_asked_for_as_they_are_written(url: str, sent: str) -> None:
    assert target_of(url).url == sent


@pytest.mark.parametrize(
    ("path", "is_one"), [("http://a", True), ("HTTPS://a", True), ("http:/a", False), ("a", False)]
)
def test_tells_addresses_from_paths(path: str, is_one: bool) -> None:
    assert is_address(path) == is_one

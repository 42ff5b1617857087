"""The gate for addresses: what passes comes out the same for every program, what does not says why."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.urls import MAX_LENGTH, AddressError, host_of, rewritten, secret_in, web_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://www.example.org", "https://www.example.org/"),
        ("HTTP://WWW.Example.ORG:80/A?b=C#d", "http://www.example.org/A?b=C#d"),
        ("https://a.example:8443/x", "https://a.example:8443/x"),
        ("https://bücher.example/über?q=ä&r=1", "https://xn--bcher-kva.example/%C3%BCber?q=%C3%A4&r=1"),
        ("https://a.example/%7Eme/100%/%zz", "https://a.example/%7Eme/100%25/%25zz"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
        ("https://a.example/a'b(c)", "https://a.example/a'b(c)"),
        ("https://192.0.2.7/x", "https://192.0.2.7/x"),
        ("https://[2001:db8::0:1]/x", "https://[2001:db8::1]/x"),
        ("https://web.archive.example/20250224/https://b.example/?a=1", "https://web.archive.example/20250224/https://b.example/?a=1"),
    ],
)
def test_an_address_is_put_together_anew(text: str, address: str) -> None:
    assert web_address(text) == address
    assert web_address(address) == address


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("www.example.org", "does not begin with http:// or https://"),
        ("javascript:alert(1)", "does not begin with http:// or https://"),
        ("//evil.example/x", "does not begin with http:// or https://"),
        ("ftp://a.example/", "does not begin with http:// or https://"),
        ("data:text/html,x", "does not begin with http:// or https://"),
        ("", "does not begin with http:// or https://"),
        ("https://", "has no host"),
        ("http:///127.0.0.1", "has no host"),
        ("https://a.example/a b", "holds a blank"),
        ("https://a.example/\n", "holds the character U+000A"),
        ("java\tscript:alert(1)", "holds the character U+0009"),
        ("https://a.example/\u202egnp", "holds the character U+202E"),
        ("http://a.example\\@127.0.0.1/", "holds a backslash"),
        ("https://good.example@evil.example/", "holds a user name in front of its host"),
        ("https://a..example/", "has a host that no name server can know"),
        ("https://a<b.example/", "has a host that no name server can know"),
        ("https://localhost/x", "has a host without a dot, which nobody outside can reach"),
        ("http://2130706433/", "has a host that is no IPv4 address"),
        ("http://127.1/", "has a host that is no IPv4 address"),
        ("http://0x7f.0.0.0x1/", "has a host that is no IPv4 address"),
        ("http://[::g]/", "cannot be taken apart"),
        ("https://a.example:99999/", "cannot be taken apart"),
        ("https://a.example:0/", "has a port that does not exist"),
        ("https://straße.example/", "has a host with the character U+00DF, which programs read differently; write the host as xn--…"),
        ("https://a.example/" + "x" * MAX_LENGTH, f"is longer than {MAX_LENGTH} characters"),
    ],
)
def test_what_is_no_address_says_why(text: str, reason: str) -> None:
    with pytest.raises(AddressError) as error:
        rewritten(text)
    assert str(error.value) == reason
    assert web_address(text) is None


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("https://a.example/x?token=abc", "token"),
        ("https://s3.example/a.pdf?X-Amz-Date=1&X-Amz-Signature=9f", "X-Amz-Signature"),
        ("https://a.example/#access_token=abc", "access_token"),
        ("https://a.example/x;jsessionid=1A", "jsessionid"),
        ("https://me:pass@a.example/", "password"),
        ("https://a.example/x?token=", None),
        ("https://a.example/x?tokens=2&page=token", None),
        ("https://[broken/?token=abc", None),
    ],
)
def test_what_gives_access_is_named_and_never_linked(text: str, secret: str | None) -> None:
    assert secret_in(text) == secret
    if secret:
        assert web_address(text) is None


def test_the_host_is_shown_beside_a_link() -> None:
    assert host_of("https://www.example.org:8443/a") == "www.example.org"


@given(st.text(alphabet="htps:/@.\\a?#%&[]é ß1x\t", max_size=30))
@example("https://a.a/\\")
def test_whatever_passes_is_plain_ascii_with_a_host_and_passes_again(text: str) -> None:
    for candidate in (text, "https://a.example/" + text, "http://" + text):
        address = web_address(candidate)
        if address is not None:
            parts = urlsplit(address)
            assert parts.scheme in {"http", "https"}
            assert parts.hostname
            assert "@" not in parts.netloc
            assert address.isascii()
            assert not set(address) & set('"<>\\^`{|} \t\n')
            assert web_address(address) == address

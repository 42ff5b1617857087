"""Parameters in addresses that say who shared a link, or through what, and nothing about which document it leads to."""

from __future__ import annotations

TRACKING = frozenset(
    {
        "_branch_match_id", "_ga", "_gl", "_hsenc", "_hsmi", "_openstat", "at_campaign", "at_medium", "dclid", "echobox", "fbclid",
        "gad_campaignid", "gad_source", "gbraid", "gclid", "gclsrc", "guccounter", "guce_referrer", "guce_referrer_sig", "igsh", "igshid",
        "li_fat_id", "mc_cid", "mc_eid", "mibextid", "mkt_tok", "ml_subscriber", "ml_subscriber_hash", "msclkid", "ns_campaign",
        "ns_linkname", "ns_mchannel", "ns_source", "oly_anon_id", "oly_enc_id", "pk_campaign", "pk_cid", "pk_content", "pk_keyword",
        "pk_kwd", "pk_medium", "pk_source", "rb_clickid", "ref_src", "ref_url", "s_cid", "srsltid", "ttclid", "twclid", "vero_conv",
        "vero_id", "wbraid", "wickedid", "wt.mc_id", "wt_mc", "xtor", "yclid", "ysclid",
    }
)  # fmt: skip
"""Parameters of advertisers, mailing programs and networks, in lower case; none of them is known to name a document anywhere."""

FAMILIES = ("hsa_", "matomo_", "mtm_", "piwik_", "utm_")
"""How such parameters begin where there is a whole family of them."""


def tracks(name: str) -> bool:
    """Say whether a parameter only tracks readers.

    >>> tracks("utm_source"), tracks("fbclid"), tracks("id")
    (True, True, False)
    """
    name = name.lower()
    return name in TRACKING or name.startswith(FAMILIES)


def without_tracking(address: str) -> str:
    """Return an address without the parameters that only track readers; all else stays as it is written.

    >>> without_tracking("https://a.example/report?id=7&utm_source=letter#results")
    'https://a.example/report?id=7#results'
    >>> without_tracking("https://a.example/report?fbclid=x")
    'https://a.example/report'
    """
    rest, _, fragment = address.partition("#")
    path, _, query = rest.partition("?")
    for sign, given in (("?", query), ("#", fragment)):
        if given and (kept := [pair for pair in given.split("&") if not ("=" in pair and tracks(pair.partition("=")[0]))]):
            path += sign + "&".join(kept)
    return path

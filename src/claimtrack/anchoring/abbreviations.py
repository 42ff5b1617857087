"""Words that are written with a full stop and end no sentence by it, and words with a capital that show where one begins."""

from __future__ import annotations

from collections.abc import Mapping


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


STARTERS: Mapping[str, frozenset[str]] = {
    "de": _words("""
        Aber Allerdings Als Am Auch Auf Aus Außerdem Bei Beide Bis Da Dabei Dafür Dagegen Daher Damit Danach Dann Daran Darauf Daraus
        Darin Darum Das Dass Dazu Dem Den Denn Der Des Deshalb Die Dies Diese Diesem Diesen Dieser Dieses Doch Dort Durch Ein Eine Einem
        Einen Einer Er Erst Es Für Gegen Hier Ihr Ihre Ihren Im In Ins Inzwischen Jede Jeder Jedes Jedoch Kein Keine Laut Mit Nach Nicht
        Noch Nun Nur Ob Obwohl Oder Ohne Schon Seine Seit Seitdem Sie Sondern Stattdessen Trotzdem Um Und Unter Viele Vom Von Vor Warum
        Was Weil Welche Wenn Wer Wie Wir Wo Während Zu Zudem Zum Zur Zwar Zwei Über
    """),
    "en": _words("""
        A According After Also Although An And As At Because Before Both But By Each Every For From He Her Here His How However If In
        Instead It Its Many Meanwhile Moreover Nevertheless Not On One Only Our Several She Since Some Such That The Their Then There
        These They This Those Though Two We What When Where Whether Which While Who Why With Without You Your
    """),
}
"""For each language that is known well, words that have a capital only where a sentence begins."""

_TITLES = _words("""
    adm amb atty brig capt cmdr col det dipl dott dott.ssa doz dr dres excmo exmo fr frl gen gov hon hptm hr ilmo ing insp jur lt maj med
    messrs mevr mme mr mrs ms mx nat pfr phil pres priv prof prof.ssa präs rep rer rev sen sgt sig st supt акад проф
""")
_LEAD_OVER = _words("""
    bijv bspw bzw ca cf d.h e.g eg evtl ggf i.e ie inkl insb m.e o.ä s.o s.u sog tzw u.a v.a vgl viz vs z.b z.t z.zt zit zzgl zzt т.е т.н
""")
NEVER_END = _TITLES | _LEAD_OVER
"""Abbreviations, in lower case and without their last full stop, behind which no sentence ends whatever follows."""

_GERMAN = _words("""
    abb abg abs abt allg anh anl anm apr art aufl aug ausg az bd bde betr bez bgm bl ders desgl dez ebd einschl etc ev evang feb ff fig
    gde geb gem ges gest hg hrsg jan jh jhd jhdt jul jun kap kath kfm kl landkr lfd lit mag max min mind mio mrd mär nov nr okt pos rd ref
    rn röm sek sep sept skt std str stv tab tel tsd u.dgl u.s.w u.v.m univ urspr usf usw verf verh vol vors wiss ziff ztr
""")
_ENGLISH = _words("""
    a.m al approx assn assoc ave blvd bros co corp dec dept dist div ed eds est ext ft gal hrs hwy inc int intl jr ltd mar max mi mph mt
    natl no nos oct op oz p.m para paras ph.d pl pp pt rd ref resp sec sect sq sr tbsp univ
""")
_STATES_OF_THE_USA = _words("""
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash
    wis wyo
""")
_ARABIC = _words("إلخ الخ")
MAY_END = _GERMAN | _ENGLISH | _STATES_OF_THE_USA | _ARABIC
"""Abbreviations behind which a sentence ends where the next word shows that one begins."""

"""Settings of the server, each an environment variable of its name in capitals after `SCHAALWIJZER_`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any
from urllib.parse import urlsplit

from model.site.publisher import PREFIX, Publisher

_WRITTEN_YES_NO = {"1": True, "ja": True, "0": False, "nee": False}


class SettingError(Exception):
    """A setting that cannot be used; the message is Dutch and meant for the administrator."""


def _setting(default: Any, about: str) -> Any:
    return field(default=default, metadata={"about": about})


@dataclass(frozen=True)
class Settings:
    """How this process serves the app. `about` of each setting is Dutch and stands in docs/beheer.md as well.

    Raises SettingError for a value that cannot be meant.
    """

    address: str = _setting("127.0.0.1", "adres waarop de app luistert; 0.0.0.0 is elk adres van de machine")
    port: int = _setting(8501, "poort; met meer dan één proces die van de proxy, en de processen de poorten erna")
    base_path: str = _setting("", "pad waaronder de app staat, zoals /jeugd")
    public_url: str = _setting("", "adres dat bezoekers intikken, zonder pad, zoals https://jeugd.voorbeeld.nl")
    hosts: str = _setting("", "andere namen waaronder de app bereikt mag worden, met komma's ertussen")
    frame_ancestors: str = _setting("'self'", "welke sites de app in een kader mogen tonen, zoals in een CSP")
    trusted_proxy: str = _setting("", "adres van de proxy waarvan X-Forwarded-For geloofd wordt; leeg is geen")
    access_log: bool = _setting(True, "een regel per antwoord: tijd, methode, pad, status, bytes en milliseconden")
    cache: str = _setting(".cache/server", "map waarin gecomprimeerde bestanden bewaard worden")
    stop_seconds: int = _setting(10, "hoe lang een antwoord bij het stoppen nog afgemaakt wordt")
    sockets: int = _setting(1000, "open verbindingen tegelijk, van iedereen samen")
    sockets_per_address: int = _setting(250, "open verbindingen tegelijk vanaf één adres, zoals de wifi van een zaal")
    messages_per_second: int = _setting(20, "berichten per seconde van één bezoek; een hele pagina telt voor tien")
    messages_at_once: int = _setting(50, "berichten van één bezoek die meteen mogen")
    messages_per_second_per_address: int = _setting(200, "berichten per seconde vanaf één adres")
    message_bytes: int = _setting(3_000_000, "grootte van één bericht, ook die van alles wat een bezoek bewaart")
    bytes_per_second: int = _setting(200_000, "bytes per seconde van één bezoek, na tweemaal het grootste bericht")
    organisation: str = _setting("", "organisatie die de app aanbiedt, voor de toegankelijkheidsverklaring")
    accessibility_contact: str = _setting("", "waar bezoekers een drempel melden: e-mailadres, webadres of telefoon")
    statement_signed_on: str = _setting("", "dag waarop de verklaring is ondertekend, JJJJ-MM-DD")
    statement_signed_by: str = _setting("", "functie van wie de verklaring ondertekende, zonder naam")
    statement_url: str = _setting("", "webadres van uw eigen verklaring in het landelijke register, als die er is")
    audit_planned_on: str = _setting("", "dag van het geplande onderzoek volgens WCAG-EM, JJJJ-MM-DD")

    def __post_init__(self) -> None:
        if not re.fullmatch(r"(/[\w.-]+)*", self.base_path):
            raise SettingError(f"{name_of('base_path')} is een pad zonder streep aan het eind, zoals /jeugd")
        public = urlsplit(self.public_url)
        if self.public_url and (
            public.scheme not in ("http", "https") or not public.netloc or public.path.strip("/") or public.query
        ):
            raise SettingError(f"{name_of('public_url')} is een adres zonder pad, zoals https://jeugd.voorbeeld.nl")
        if re.search(r"[;,\r\n]", self.frame_ancestors) or not self.frame_ancestors.strip():
            raise SettingError(f"{name_of('frame_ancestors')} is 'none', 'self' of adressen met spaties ertussen")
        self._check_publisher()
        for item in fields(self):
            value = getattr(self, item.name)
            if item.type == "int" and value < 1:
                raise SettingError(f"{name_of(item.name)} is een getal van 1 of meer")

    def _check_publisher(self) -> None:
        for name in ("statement_signed_on", "audit_planned_on"):
            try:
                Publisher(**{name: getattr(self, name)})
            except ValueError:
                raise SettingError(f"{name_of(name)} is een dag als 2026-01-31") from None
        if self.statement_url and urlsplit(self.statement_url).scheme not in ("http", "https"):
            raise SettingError(f"{name_of('statement_url')} is een webadres, zoals https://www.voorbeeld.nl/verklaring")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Settings as the environment gives them. Raises SettingError, also for a name that is no setting."""
        known = {name_of(item.name): item for item in fields(cls)}
        unknown = [name for name in environment if name.startswith(PREFIX) and name not in known]
        if unknown:
            raise SettingError(f"{', '.join(sorted(unknown))} is geen instelling; wel zijn dat: {', '.join(known)}")
        given = {item.name: _value(item, environment[name]) for name, item in known.items() if name in environment}
        return cls(**given)

    @property
    def host_names(self) -> frozenset[str]:
        """Names, with a port where it is no usual one, under which visitors may reach the app."""
        named = [urlsplit(self.public_url).netloc, *(host.strip() for host in self.hosts.split(","))]
        return frozenset(name.lower() for name in named if name)

    @property
    def is_https(self) -> bool:
        """Whether visitors come by https."""
        return self.public_url.startswith("https://")


def name_of(setting: str) -> str:
    """Environment variable of a setting."""
    return PREFIX + setting.upper()


def _value(item: Field[Any], text: str) -> Any:
    text = text.strip()
    if item.type == "bool":
        if text.lower() not in _WRITTEN_YES_NO:
            raise SettingError(f"{name_of(item.name)} is 1 of 0, niet {text!r}")
        return _WRITTEN_YES_NO[text.lower()]
    if item.type == "int":
        if not re.fullmatch(r"\d{1,9}", text):
            raise SettingError(f"{name_of(item.name)} is een geheel getal, niet {text!r}")
        return int(text)
    return text

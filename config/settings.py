"""What can be set. The values stand in default.toml, with their unit and their reason."""

from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

DEFAULTS = Path(__file__).parent / "default.toml"
PREFIX = "MARAUDE_"


class Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Discord(Section):
    token: str = Field(repr=False)
    client_secret: str = Field(repr=False)
    api_base: str
    gateway_url: str
    oauth_url: str
    permission_ref: str
    edit_seconds: float = Field(ge=0)
    thread_minutes: float = Field(gt=0)
    max_ratelimit_timeout: float = Field(ge=30)


class Twitch(Section):
    client_id: str
    client_secret: str = Field(repr=False)
    bot_id: str
    helix_url: str
    id_url: str
    eventsub_url: str
    lines_per_30s: int = Field(ge=1, le=10_000)
    cooldown_seconds: float = Field(ge=0)
    stream_delay_seconds: float = Field(ge=0, le=120)


class Storage(Section):
    url: str = Field(repr=False)


class Secrets(Section):
    key: str = Field(repr=False)
    file: str


class Web(Section):
    host: str
    port: int = Field(ge=0, le=65535)
    public_url: str


class Organisation(Section):
    name: str
    mediator: str
    job: str
    contact: str
    secrecy: Literal["yes", "no", "discretion"]


class Dpia(Section):
    ref: str
    date: str


class Dpo(Section):
    contact: str


class Consent(Section):
    age_floor: int = Field(ge=15)
    watch_notice_hours: float = Field(ge=24)
    months_adult: int = Field(ge=1, le=6)
    months_minor: int = Field(ge=1, le=3)
    months_stats: int = Field(ge=1, le=12)
    months_follow_up: int = Field(ge=1, le=7)


class Signals(Section):
    model: str
    burst_seconds: float = Field(gt=0, le=120)


class Mediation(Section):
    offer_delay_min_minutes: float = Field(ge=5)
    offer_delay_max_minutes: float = Field(ge=5, le=40)
    cooldown_days: float = Field(ge=30)
    cooldown_unanswered_days: float = Field(ge=45)
    offers_per_free_slot: int = Field(ge=1)
    outstanding_hours: float = Field(gt=0)
    talks_per_mediator: int = Field(ge=1, le=3)
    room_link_minutes: float = Field(gt=0, le=30)
    room_keep_hours: float = Field(ge=0, le=24)
    answer_minutes: float = Field(gt=0)
    hub_guild: str
    mediator_role: str


class Tournaments(Section):
    private_threads: bool
    call_minutes: float = Field(gt=0)
    confirm_minutes: float = Field(gt=0)
    games_folder: str
    zone: str
    series_days: int = Field(ge=1, le=6)
    underground_minutes: float = Field(ge=2, le=600)
    templates_kept: int = Field(ge=0, le=100)
    scheduled_events: bool

    @field_validator("zone")
    @classmethod
    def _is_a_zone(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("a time zone is needed, like Europe/Paris") from None
        return zone


class Challenges(Section):
    answer_seconds: float = Field(ge=15)
    xp_per_day: int = Field(ge=1)


class Demo(Section):
    speed: float = Field(gt=0)
    clock_file: str
    reads_file: str
    reads_key: str = Field(repr=False)
    frame_from: str


class Settings(BaseSettings):
    """Read once, in `config.load`: the environment over maraude.toml over default.toml."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True
    )

    discord: Discord
    twitch: Twitch
    storage: Storage
    secrets: Secrets
    web: Web
    organisation: Organisation
    dpia: Dpia
    dpo: Dpo
    consent: Consent
    signals: Signals
    mediation: Mediation
    tournaments: Tournaments
    challenges: Challenges
    demo: Demo

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        del dotenv_settings, file_secret_settings
        defaults = TomlConfigSettingsSource(settings_cls, DEFAULTS)
        return env_settings, init_settings, defaults  # the file comes in through `init`

    @property
    def has_discord(self) -> bool:
        return bool(self.discord.token)

    @property
    def has_twitch(self) -> bool:
        return bool(self.twitch.client_id)

    @property
    def public_url(self) -> str:
        return self.web.public_url.rstrip("/") or f"http://{self.web.host}:{self.web.port}"

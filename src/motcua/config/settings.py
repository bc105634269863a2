# SPDX-License-Identifier: EUPL-1.2
"""Every setting of an installation, once, typed, with a default and a sentence.

docs/settings.md is generated from this class; a test fails when the two differ.
"""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read from the environment: MOTCUA_… for all but DATABASE_URL."""

    model_config = SettingsConfigDict(env_prefix="MOTCUA_", env_file=None, extra="ignore")

    database_url: str = Field(
        default="",
        validation_alias="DATABASE_URL",
        description="PostgreSQL 15 or later, as postgresql://user:password@host:port/name.",
    )
    database_pool_maximum: int = Field(
        default=8, ge=1, description="Most database connections one web or worker process may hold."
    )
    data: Path = Field(
        default=Path("var"), description="Folder for files, signing keys and the embedded database."
    )
    secret_key: str = Field(
        default="",
        description="Key for sessions and one-time links; at least 50 characters. Required to serve.",
    )
    public_url: str = Field(
        default="http://127.0.0.1:8000", description="Address by which citizens reach the portal."
    )
    allowed_hosts: str = Field(
        default="127.0.0.1,localhost", description="Host names the web server answers to, with commas."
    )
    behind_proxy: bool = Field(
        default=False,
        description="A proxy in front sets X-Forwarded-For and X-Forwarded-Proto; otherwise both are ignored.",
    )
    signers: Literal["trial", "pkcs11"] = Field(
        default="trial",
        description="Keys that sign: made on this machine for trial, or in a token (signing/pkcs11.toml).",
    )
    file_store: str = Field(
        default="motcua.documents.adapters.folder.FolderStore",
        description="Class that keeps files; it is given the folder for files.",
    )
    province: str = Field(default="99", description="Code of the province (tenant) this installation serves.")
    hotline: str = Field(default="1800 1096", description="Telephone number shown on every page.")
    demonstration: bool = Field(
        default=False, description="Marks every page as a demonstration with made-up people."
    )
    vneid_issuer: str = Field(
        default="", description="OpenID Connect issuer for citizens (VNeID or its stand-in)."
    )
    vneid_client_id: str = Field(default="motcua", description="Client name registered at the issuer.")
    vneid_client_secret: str = Field(default="", description="Client secret registered at the issuer.")
    upload_limit: int = Field(
        default=20_000_000, ge=1, description="Largest file a citizen may send, in bytes."
    )
    email_adapter: Literal["console", "smtp"] = Field(
        default="console",
        description="How e-mail leaves: printed by the worker, or handed to an SMTP server.",
    )
    sms_adapter: Literal["console"] = Field(
        default="console", description="How SMS leaves: printed by the worker."
    )
    smtp_host: str = Field(default="127.0.0.1", description="Host of the SMTP server.")
    smtp_port: int = Field(default=25, description="Port of the SMTP server.")
    smtp_username: str = Field(default="", description="User at the SMTP server; empty for none.")
    smtp_password: str = Field(default="", description="Password at the SMTP server.")
    smtp_security: Literal["none", "starttls", "tls"] = Field(
        default="none", description="Encryption towards the SMTP server."
    )
    email_from: str = Field(
        default="Một Cửa <khong-tra-loi@motcua.example>", description="Sender of e-mail to citizens."
    )
    debug: bool = Field(default=False, description="Shows technical error pages; never on a public server.")

    @field_validator("public_url")
    @classmethod
    def _without_slash(cls, url: str) -> str:
        """Addresses are put behind it, each with a slash of its own."""
        return url.rstrip("/")


@lru_cache(maxsize=1)
def current_settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()

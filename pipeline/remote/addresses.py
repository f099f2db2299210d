"""Which servers may be called.

An address comes from the environment or is typed into Connect by whoever runs Necut. It is resolved once, every
address it resolves to is checked, and the connection goes to exactly those: a name cannot point elsewhere a moment
later.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from pipeline.errors import InputError, RemoteError

# Services that hand out a machine's credentials, at addresses that are not link-local.
_METADATA_NAMES = {"metadata", "metadata.google.internal", "instance-data"}
_METADATA_ADDRESSES = {ipaddress.ip_address(each) for each in ("100.100.100.200", "168.63.129.16", "fd00:ec2::254")}
_EMBEDDED_V4 = (ipaddress.ip_network("64:ff9b::/96"),)  # NAT64: the last 32 bits are an IPv4 address


@dataclass(frozen=True)
class Address:
    """A server that may be called: its base URL without a closing slash, its host, and where it resolved to."""

    url: str
    host: str
    numbers: tuple[str, ...]
    proxy: str | None = None


def check_address(text: str, carries_key: bool = False) -> Address:
    """The address that `text` means, or InputError when it may not be called.

    Allowed are this machine, the local network and public servers over http or https. Never allowed
    are link-local and metadata addresses (in any spelling or embedding), user names in the address,
    and, when `carries_key`, plain http to a public server. RemoteError when the name is unknown.
    """
    url = _with_scheme(text.strip()).rstrip("/")
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError as exc:
        raise InputError("remote.bad_address", address=_shown(text)) from exc
    web = parts.scheme in ("http", "https") and "://" in url
    if not web or not host or "@" in parts.netloc or parts.query or parts.fragment:
        raise InputError("remote.bad_address", address=_shown(text))
    if host.lower() in _METADATA_NAMES:
        raise InputError("remote.forbidden_address", address=host)
    proxy = _proxy(parts.scheme, host)
    numbers = () if proxy else _resolve(host, port or (443 if parts.scheme == "https" else 80))
    public = [_judge(number, host) for number in numbers]
    if carries_key and parts.scheme == "http" and (any(public) or proxy):
        raise InputError("remote.plain_http", address=host)
    return Address(url=url, host=host, numbers=numbers, proxy=proxy)


def _with_scheme(text: str) -> str:
    if "://" in text:
        return text
    local = text.startswith(("127.", "localhost", "192.168.", "10.", "[")) or ":" in text
    return f"{'http' if local else 'https'}://{text}"


def _shown(text: str) -> str:
    """An address fit to be shown: without user name and password, and not endless."""
    return text.strip().rpartition("@")[2][:100]


def _proxy(scheme: str, host: str) -> str | None:
    """The proxy that this machine's surroundings prescribe for the host, if any; none for an address in digits."""
    import urllib.request

    proxy = urllib.request.getproxies().get(scheme)
    if not proxy or host == "localhost" or urllib.request.proxy_bypass(host):
        return None
    try:
        socket.inet_aton(host)  # any spelling of an IPv4 address: it is checked and called directly
    except OSError:
        return None if ":" in host else proxy
    return None


def _resolve(host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as exc:
        raise RemoteError("remote.unknown_host", address=host) from exc
    return tuple(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


def _judge(number: str, host: str) -> bool:
    """Whether a resolved address is public; InputError when it is one that may never be called."""
    address = ipaddress.ip_address(number)
    if isinstance(address, ipaddress.IPv6Address):
        embedded = address.ipv4_mapped or address.sixtofour
        if embedded is None and any(address in network for network in _EMBEDDED_V4):
            embedded = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        address = embedded or address
    forbidden = (
        address.is_link_local
        or address.is_multicast
        or address.is_unspecified
        or (address.is_reserved and not address.is_loopback)
        or address in _METADATA_ADDRESSES
    )
    if forbidden:
        raise InputError("remote.forbidden_address", address=host)
    return address.is_global

"""Certificates for tests: an authority of our own, and servers' certificates, good and bad."""

from __future__ import annotations

import datetime as dt
import ipaddress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

__all__ = ["HERE", "Authority"]

HERE = ("localhost", "127.0.0.1")
_LONG_AGO = dt.datetime.now(dt.UTC) - dt.timedelta(days=100)


class Authority:
    """Issues certificates into a folder; `file` is its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test authority")])
        certificate = _signed(self._name, self._key, self._name, self._key, (), valid_for=365)
        self.file = folder / "authority.pem"
        self.file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))

    def issue(self, file_name: str, names: tuple[str, ...] = HERE, *, valid_for: int = 365) -> Path:
        """A PEM file with a certificate for these names, valid until so many days after 100 days ago, and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
        return self._written(file_name, _signed(subject, key, self._name, self._key, names, valid_for=valid_for), key)

    def issue_self_signed(self, file_name: str, names: tuple[str, ...] = HERE) -> Path:
        """The same, signed by nobody but itself, as installers of mail servers make them."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
        return self._written(file_name, _signed(name, key, name, key, names, valid_for=365), key)

    def _written(self, file_name: str, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> Path:
        file = self._folder / file_name
        file.write_bytes(
            certificate.public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        return file


def _signed(
    subject: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Name,
    signer: ec.EllipticCurvePrivateKey,
    names: tuple[str, ...],
    *,
    valid_for: int,
) -> x509.Certificate:
    """An authority's certificate where there are no names."""
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_LONG_AGO)
        .not_valid_after(_LONG_AGO + dt.timedelta(days=valid_for))
        .add_extension(x509.BasicConstraints(ca=not names, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
    )
    if names:
        builder = builder.add_extension(x509.SubjectAlternativeName([_alternative(n) for n in names]), critical=False)
    else:
        usage = x509.KeyUsage(
            digital_signature=True, key_cert_sign=True, crl_sign=True, content_commitment=False,
            key_encipherment=False, data_encipherment=False, key_agreement=False, encipher_only=False,
            decipher_only=False,
        )  # fmt: skip
        builder = builder.add_extension(usage, critical=True)  # Python 3.13 asks for it
    return builder.sign(signer, hashes.SHA256())


def _alternative(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)

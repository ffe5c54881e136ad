"""The algorithms of suite 1, put together from the pieces Python's `cryptography` has."""

import hashlib
import hmac

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def key_id(public_key):
    return sha256(public_key)[:8]


def hmac_sha256(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def hkdf(secret, salt, info):
    return HKDF(hashes.SHA256(), 32, salt, info).derive(secret)


def open_aead(key, nonce, sealed, associated):
    """The plain bytes, or None if the tag is wrong."""
    try:
        return AESGCM(key).decrypt(nonce, sealed, associated)
    except (InvalidTag, ValueError):
        return None


# P-256

class OpeningKey:
    """A P-256 private key, from its 32 bytes (a big-endian number)."""

    def __init__(self, secret):
        self.private = ec.derive_private_key(int.from_bytes(secret, "big"), ec.SECP256R1())
        self.public = self.private.public_key().public_bytes(
            Encoding.X962, PublicFormat.UncompressedPoint)

    def hint(self, enc):
        return hmac_sha256(enc, self.public)[:8]

    def open(self, info, enc, sealed):
        """Opens the only message of an HPKE context in base mode (RFC 9180), or gives None."""
        if not is_p256_point(enc):
            return None
        point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), enc)
        shared = self.private.exchange(ec.ECDH(), point)
        kem = b"KEM" + (16).to_bytes(2, "big")
        prk = labeled_extract(kem, b"", b"eae_prk", shared)
        shared = labeled_expand(kem, prk, b"shared_secret", enc + self.public, 32)
        suite = b"HPKE" + b"".join(number.to_bytes(2, "big") for number in (16, 1, 2))
        context = (b"\0" + labeled_extract(suite, b"", b"psk_id_hash", b"")
                   + labeled_extract(suite, b"", b"info_hash", info))
        secret = labeled_extract(suite, shared, b"secret", b"")
        key = labeled_expand(suite, secret, b"key", context, 32)
        nonce = labeled_expand(suite, secret, b"base_nonce", context, 12)
        return open_aead(key, nonce, sealed, b"")


def labeled_extract(suite, salt, label, material):
    return hmac_sha256(salt or bytes(32), b"HPKE-v1" + suite + label + material)


def labeled_expand(suite, prk, label, info, length):
    info = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return HKDFExpand(hashes.SHA256(), length, info).derive(prk)


def is_p256_point(encoded):
    if len(encoded) != 65 or encoded[0] != 4:
        return False
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), encoded)
    except ValueError:
        return False
    return True


# Ed25519

P = 2**255 - 19
D = -121665 * pow(121666, P - 2, P) % P


def signature_holds(public_key, message, signature):
    """Checks strictly: no malleable form, no key and no R of small order."""
    if not is_strong_point(public_key) or not is_strong_point(signature[:32]):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def is_strong_point(encoded):
    """Whether this is a point of the curve whose order does not divide eight."""
    number = int.from_bytes(encoded, "little")
    y, sign = number & (1 << 255) - 1, number >> 255
    y %= P
    # x² = (y² − 1) / (d·y² + 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P:
        return False
    if x & 1 != sign:
        x = -x % P
    for _ in range(3):
        x, y = doubled(x, y)
    return (x, y) != (0, 1)


def doubled(x, y):
    product = D * x * x * y * y % P
    return (2 * x * y * pow(1 + product, P - 2, P) % P,
            (y * y + x * x) * pow(1 - product, P - 2, P) % P)

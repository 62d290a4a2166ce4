#include "config.h"

#include "core/digest.h"

#include <sodium.h>

void digest_bytes(const char *bytes, size_t length, char result[DIGEST_SIZE])
{
    unsigned char hash[crypto_hash_sha256_BYTES];

    crypto_hash_sha256(hash, (const unsigned char *)(length ? bytes : ""), length);
    sodium_bin2hex(result, DIGEST_SIZE, hash, sizeof hash);
}

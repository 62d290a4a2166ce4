/* SHA-256 (FIPS 180-4, by libsodium), as 64 lower-case hexadecimal digits. */
#ifndef GAIRO_CORE_DIGEST_H
#define GAIRO_CORE_DIGEST_H

#include <stddef.h>

#define DIGEST_SIZE 65 /* with the NUL */

void digest_bytes(const char *bytes, size_t length, char result[DIGEST_SIZE]);

#endif

/* A fuzz target is LLVMFuzzerTestOneInput(): it aborts where something that must hold does not. Linked with driver.c it
 * is a test program that runs over reproducible pseudo-random inputs; with clang and libFuzzer it searches for itself:
 *
 *   clang -fsanitize=fuzzer,address -g -I. -Ibuild -DPACKAGE_DATA_FOLDER='""' -DPACKAGE_LIBEXEC_FOLDER='""' \
 *     tests/fuzz/fuzz-text.c core/(all).c -lunistring -lsodium -o fuzz-text && ./fuzz-text
 */
#ifndef GAIRO_TESTS_FUZZ_FUZZ_H
#define GAIRO_TESTS_FUZZ_FUZZ_H

#include "config.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Pieces that the driver strings together, beside random bytes; count of them. Each target has its own. */
typedef struct FuzzPiece {
    const char *bytes;
    size_t length;
} FuzzPiece;
size_t fuzz_pieces(const FuzzPiece **pieces);

#define PIECE(string)                                                                                                  \
    {                                                                                                                  \
        string, sizeof(string) - 1                                                                                     \
    }

/* Names what did not hold, and where. */
#define MUST(condition)                                                                                                \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #condition);                              \
            abort();                                                                                                   \
        }                                                                                                              \
    } while (0)

#endif

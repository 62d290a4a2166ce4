/* Runs a fuzz target over inputs made from a fixed seed: fuzz-NAME [ROUNDS [SEED]]. */
#include "tests/fuzz/fuzz.h"

#include <locale.h>
#include <string.h>

#define ROUNDS 4000
#define INPUT_BYTES 2048u

/* xorshift64* (Vigna 2016): the same numbers everywhere. */
static uint64_t random_state;

static uint64_t next_random(void)
{
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return random_state * UINT64_C(2685821657736338717);
}

static size_t below(size_t limit)
{
    return limit ? (size_t)(next_random() >> 16) % limit : 0;
}

static size_t append(uint8_t *input, size_t length, const void *bytes, size_t count)
{
    if (count > INPUT_BYTES - length)
        count = INPUT_BYTES - length;
    memcpy(input + length, bytes, count);
    return length + count;
}

/* Pieces and random bytes, in a proportion that differs from round to round. */
static size_t string_together(uint8_t *input)
{
    const FuzzPiece *pieces;
    size_t count = fuzz_pieces(&pieces);
    size_t parts = below(24), of_ten = below(11), length = 0;

    if (below(4) == 0) {
        const FuzzPiece *alone = &pieces[below(count)];
        return append(input, 0, alone->bytes, alone->length);
    }
    for (size_t i = 0; i < parts; i++) {
        if (below(10) < of_ten) {
            const FuzzPiece *piece = &pieces[below(count)];
            length = append(input, length, piece->bytes, piece->length);
        } else {
            uint64_t noise = next_random();
            length = append(input, length, &noise, 1 + below(8));
        }
    }
    return length;
}

static void spoil(uint8_t *input, size_t *length)
{
    for (size_t i = below(4); i > 0 && *length > 0; i--) {
        size_t at = below(*length);
        switch (below(4)) {
        case 0:
            input[at] ^= (uint8_t)(1u << below(8));
            break;
        case 1:
            input[at] = (uint8_t)next_random();
            break;
        case 2:
            *length = at;
            break;
        default:
            memmove(input + at, input + at + 1, *length - at - 1);
            (*length)--;
        }
    }
}

static void run(const uint8_t *input, size_t length)
{
    /* A block of just this size, so that AddressSanitizer sees a read past its end. */
    uint8_t *exact = malloc(length ? length : 1);

    if (!exact)
        abort();
    memcpy(exact, input, length);
    LLVMFuzzerTestOneInput(exact, length);
    free(exact);
}

int main(int count, char **arguments)
{
    uint8_t input[INPUT_BYTES];
    const FuzzPiece *pieces;
    long rounds = count > 1 ? atol(arguments[1]) : ROUNDS;
    uint64_t seed = count > 2 ? strtoull(arguments[2], NULL, 10) : 1;

    setlocale(LC_ALL, "C.UTF-8");
    random_state = seed * UINT64_C(0x9E3779B97F4A7C15) | 1;
    for (size_t i = 0; i < fuzz_pieces(&pieces); i++)
        run((const uint8_t *)pieces[i].bytes, pieces[i].length);
    for (long round = 0; round < rounds; round++) {
        size_t length = string_together(input);
        spoil(input, &length);
        run(input, length);
    }
    printf("%ld inputs\n", rounds);
    return 0;
}

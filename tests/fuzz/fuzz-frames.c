/* Fuzz target: frames, and the records in them: what one side of the pipe may send to the other. How to run it with
 * libFuzzer: fuzz.h. */
#include "tests/fuzz/fuzz.h"

#include "core/frame.h"
#include "core/memory.h"
#include "core/record.h"
#include "core/unicode.h"

#include <string.h>

/* One string of a frame, shorter than 256 bytes. */
#define STRING(length, string) length "\0\0\0" string
#define NO_STRING "\xff\xff\xff\xff"
#define HEAD(strings) "R" strings "\0\0\0"

/* A risk with one source, one field and one link, and a model with one cell. */
#define ZERO STRING("\1", "0")
#define ONE STRING("\1", "1")
#define SOURCE STRING("\13", "reference.a") NO_STRING STRING("\5", "paper") STRING("\1", "4")
#define RISK                                                                                                           \
    STRING("\4", "risk")                                                                                               \
    STRING("\6", "risk.a") STRING("\5", "Title") NO_STRING NO_STRING STRING("\1", "f") STRING("\1", "3")
#define MODEL                                                                                                          \
    STRING("\5", "model")                                                                                              \
    STRING("\7", "model.a") STRING("\5", "Title") NO_STRING NO_STRING STRING("\1", "f") STRING("\1", "3")
#define FIELD STRING("\6", "effect") STRING("\6", "raises") STRING("\3", "why") NO_STRING NO_STRING NO_STRING ZERO ONE
#define LINK STRING("\2", "in") STRING("\6", "area.b") NO_STRING SOURCE ONE
#define CELL                                                                                                           \
    STRING("\31", "training.code.pretraining") STRING("\1", "5") NO_STRING NO_STRING NO_STRING STRING("\1", "9")

static const FuzzPiece frame_pieces[] = {
    PIECE(HEAD("\40") RISK ONE ONE ONE ZERO ZERO SOURCE FIELD LINK),
    PIECE(HEAD("\26") MODEL ONE ZERO ZERO ONE ZERO SOURCE CELL),
    PIECE(HEAD("\20") RISK ONE ZERO ZERO ZERO ZERO SOURCE),
    PIECE(HEAD("\0")),
    PIECE(HEAD("\1") NO_STRING),
    PIECE(STRING("\2", "in")),
    PIECE(NO_STRING),
    PIECE(ZERO),
    PIECE(STRING("\6", "999999")),
    PIECE("S\2\0\0\0"),
    PIECE("\xff\xff\xff\x7f"),
    PIECE("R\xff\xff\xff\xff"),
};

size_t fuzz_pieces(const FuzzPiece **pieces)
{
    *pieces = frame_pieces;
    return sizeof frame_pieces / sizeof *frame_pieces;
}

/* Whole and in pieces of step bytes it must be measured as the same. */
static void check_measure(const char *bytes, size_t length, size_t step, FrameResult result, size_t used)
{
    FrameMeasure measure = {0};
    FrameResult last = FRAME_MORE;
    size_t measured = 0;

    for (size_t part = 0; last == FRAME_MORE && part < length;) {
        part = part + step < length ? part + step : length;
        last = frame_measure(bytes, part, &measure, &measured);
    }
    MUST(last == result);
    MUST(result != FRAME_COMPLETE || measured == used);
}

static void check_record(const Frame *frame)
{
    Error error = {0};
    Record *record = record_decode(frame, &error);
    Frame encoded = {0};
    char digest[DIGEST_SIZE], again[DIGEST_SIZE];

    MUST(!record == error_is_set(&error));
    error_clear(&error);
    if (!record)
        return;
    if (!record_check(record, &error)) {
        MUST(error.code == ERROR_INPUT && error.message);
        MUST(utf8_is_valid(error.message, strlen(error.message), NULL) && !strchr(error.message, '\n'));
        error_clear(&error);
    }
    record_digest(record, digest);
    record_encode(record, &encoded);
    Record *decoded = record_decode(&encoded, NULL);
    MUST(decoded);
    record_digest(decoded, again);
    MUST(strcmp(digest, again) == 0);
    frame_clear(&encoded);
    record_free(record);
    record_free(decoded);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const char *input = (const char *)bytes;
    Frame frame = {0};
    size_t used = 0;
    FrameResult result = frame_decode(input, length, &frame, &used);

    check_measure(input, length, 1 + length % 7, result, used);
    if (result == FRAME_COMPLETE) {
        Text encoded = {0};
        frame_encode(&frame, &encoded);
        MUST(used <= length && encoded.length == used && memcmp(encoded.data, input, used) == 0);
        text_free(&encoded);
        check_record(&frame);
    } else {
        MUST(frame.count == 0);
    }
    frame_clear(&frame);
    return 0;
}

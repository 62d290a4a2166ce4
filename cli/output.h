/* Standard output as a command writes to it: buffered, and never silent about a failure. */
#ifndef GAIRO_CLI_OUTPUT_H
#define GAIRO_CLI_OUTPUT_H

#include "core/error.h"
#include "core/text.h"

#include <stdbool.h>

/* Starts zeroed. */
typedef struct Output {
    Text buffer;
    bool closed; /* the reader went away: nothing more is written */
    bool whole;  /* what is written is a document, of which a part is worth nothing: then a reader that goes away is a failure */
    Error error; /* the first failure to write */
} Output;

/* Appends; text NULL appends nothing. */
void output_write(Output *output, const char *text);
void output_write_bytes(Output *output, const char *bytes, size_t length);
void output_format(Output *output, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Writes out what is buffered, before an answer is waited for. */
void output_flush(Output *output);
/* Writes out what is left and releases the buffer. Fails with ERROR_IO where it could not be written. A reader that
 * went away (`| head`) is a failure only where the output has to arrive whole. */
bool output_finish(Output *output, Error *error);

#endif

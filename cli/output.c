#include "config.h"

#include "cli/output.h"

#include "core/file.h"
#include "core/memory.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BUFFER_BYTES (64u * 1024)

void output_flush(Output *output)
{
    if (output->buffer.length > 0 && !output->closed && !error_is_set(&output->error)) {
        Error failure = {0};

        errno = 0;
        if (!descriptor_write(STDOUT_FILENO, output->buffer.data, output->buffer.length, &failure)) {
            int reason = errno;

            output->closed = reason == EPIPE;
            if (output->closed && output->whole)
                error_set(&output->error, ERROR_IO, "standard output was closed before all of it was written; give -o FILE, or read it to its end");
            else if (!output->closed)
                error_set(&output->error, ERROR_IO, "standard output could not be written: %s", strerror(reason));
        }
        error_clear(&failure);
    }
    text_reset(&output->buffer);
}

void output_write_bytes(Output *output, const char *bytes, size_t length)
{
    text_append_bytes(&output->buffer, bytes, length);
    if (output->buffer.length >= BUFFER_BYTES)
        output_flush(output);
}

void output_write(Output *output, const char *text)
{
    if (text)
        output_write_bytes(output, text, strlen(text));
}

void output_format(Output *output, const char *format, ...)
{
    va_list values;
    char *text = NULL;

    va_start(values, format);
    if (vasprintf(&text, format, values) < 0)
        text = NULL;
    va_end(values);
    output_write(output, text);
    free(text);
}

bool output_finish(Output *output, Error *error)
{
    output_flush(output);
    text_free(&output->buffer);
    if (!error_is_set(&output->error))
        return true;
    error_set(error, output->error.code, "%s", output->error.message);
    error_clear(&output->error);
    return false;
}

#include "config.h"

#include "core/error.h"

#include "core/memory.h"
#include "core/sanitise.h"
#include "core/text.h"

#include <stdio.h>
#include <stdlib.h>

__attribute__((format(printf, 5, 0))) static void set(Error *error, ErrorCode code, const char *file, long line,
                                                      const char *format, va_list arguments)
{
    char *message = NULL;

    if (vasprintf(&message, format, arguments) < 0)
        message = string_copy(format);
    error->code = code;
    error->file = string_copy(file);
    error->line = line > 0 ? line : 0;
    error->message = sanitise_string(message, SANITISE_LINE);
    free(message);
}

void error_set(Error *error, ErrorCode code, const char *format, ...)
{
    va_list arguments;

    if (!error || error_is_set(error))
        return;
    va_start(arguments, format);
    set(error, code, NULL, 0, format, arguments);
    va_end(arguments);
}

void error_set_at(Error *error, ErrorCode code, const char *file, long line, const char *format, ...)
{
    va_list arguments;

    if (!error || error_is_set(error))
        return;
    va_start(arguments, format);
    set(error, code, file, line, format, arguments);
    va_end(arguments);
}

bool error_is_set(const Error *error)
{
    return error && error->code != ERROR_NONE;
}

void error_clear(Error *error)
{
    if (!error)
        return;
    free(error->file);
    free(error->message);
    *error = (Error){0};
}

char *error_text(const Error *error)
{
    Text text = {0};

    if (error->file) {
        char *file = sanitise_string(error->file, SANITISE_LINE);
        text_append(&text, file);
        text_append(&text, ":");
        free(file);
        if (error->line > 0)
            text_append_format(&text, "%ld:", error->line);
        text_append(&text, " ");
    }
    text_append(&text, error->message);
    return text_take(&text);
}

int error_exit_status(const Error *error)
{
    if (!error_is_set(error))
        return 0;
    return error->code == ERROR_USAGE ? 2 : 1;
}

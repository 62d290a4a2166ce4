/* How every function that can fail says why. */
#ifndef GAIRO_CORE_ERROR_H
#define GAIRO_CORE_ERROR_H

#include <stdarg.h>
#include <stdbool.h>

typedef enum ErrorCode {
    ERROR_NONE = 0,
    ERROR_USAGE,       /* the call was wrong: exit status 2 */
    ERROR_INPUT,       /* a file's content is not what it must be */
    ERROR_IO,          /* the system refused to read or write */
    ERROR_STORE,       /* SQLite reported a fault */
    ERROR_BUSY,        /* the database is locked by another program */
    ERROR_NEWER,       /* the database was made by a newer gairo */
    ERROR_NOT_FOUND,   /* no such id, name or file */
    ERROR_LIMIT,       /* a limit on size, depth, time or memory was met */
    ERROR_CANCELLED,   /* the user stopped it */
    ERROR_UNSUPPORTED, /* this build or this terminal cannot do it */
} ErrorCode;

/* An error starts zeroed ({0}); a function that fails fills it. Owns its strings. */
typedef struct Error {
    ErrorCode code;
    char *file;    /* the input or output it is about, as the user named it; NULL when there is none */
    long line;     /* 1-based; 0 when there is none */
    char *message; /* one line, no full stop at its end: what is wrong and what would be right */
} Error;

/* Fills error, which may be NULL (then nothing happens). The first error stays: a later one is dropped, so that
 * clean-up cannot hide the cause. Control characters in the formatted message become visible placeholders. */
void error_set(Error *error, ErrorCode code, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* As error_set, with the file (copied; may be NULL) and line (0: none) it is about. */
void error_set_at(Error *error, ErrorCode code, const char *file, long line, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* True when error holds an error. NULL gives false. */
bool error_is_set(const Error *error);
/* Releases the strings and makes it reusable. NULL is allowed. */
void error_clear(Error *error);
/* "FILE:LINE: message" with the parts that are there. The caller owns the string. */
char *error_text(const Error *error);
/* The exit status for an error: 2 for ERROR_USAGE, 1 for the rest, 0 for none. */
int error_exit_status(const Error *error);

#endif

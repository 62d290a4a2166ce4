/* The parts of a command that has several: the first argument names one of them, as in "gairo sheet add". */
#ifndef GAIRO_CLI_VERBS_H
#define GAIRO_CLI_VERBS_H

#include "cli/session.h"

#include <stddef.h>

typedef struct Verb {
    const char *name;
    const char *arguments; /* those behind it, as told to who gives too few */
    size_t least, most;    /* how many they may be */
    OptionSet options;     /* of those that only some of the command's verbs take */
    bool (*run)(Session *session, Error *error);
} Verb;

/* The verb that the call names, where its arguments and options are right for it; the first of the count verbs where
 * the call names none. Points into verbs. NULL after ERROR_USAGE, which says what would be right. */
const Verb *verb_of_call(const Session *session, const Verb *verbs, size_t count, Error *error);

/* The arguments behind the verb: how many, and each; NULL beyond the last. */
size_t verb_argument_count(const Session *session);
const char *verb_argument(const Session *session, size_t index);

#endif

/* From argv to a command, its arguments and its options. */
#ifndef GAIRO_CLI_ARGUMENTS_H
#define GAIRO_CLI_ARGUMENTS_H

#include "cli/command.h"
#include "core/error.h"
#include "core/text.h"

#include <stdbool.h>

/* Starts zeroed. Owns its strings. */
typedef struct Invocation {
    const CommandDefinition *command; /* never NULL once parsed: the default where none was named */
    StringList arguments;             /* what is neither command nor option */
    StringList values[OPTION_COUNT];  /* each use of an option: its value, or "" for a switch */
} Invocation;

/* Options stand anywhere, as "--name value", "--name=value", "-o value" or "-ovalue"; "--" ends them. Fails with
 * ERROR_USAGE on an unknown command or option (offering the nearest), one that the command does not take, a missing or
 * needless value, or a wrong number of arguments. With --help or --version nothing more than the names is checked. */
bool arguments_parse(int count, char *const words[], Invocation *invocation, Error *error);
void invocation_free(Invocation *invocation);

bool invocation_has(const Invocation *invocation, OptionId option);
/* The last value given, or NULL. Points into invocation. */
const char *invocation_value(const Invocation *invocation, OptionId option);
/* The number of --limit, from 1 to 1000000; fallback where it was not given. Fails with ERROR_USAGE where it is no such
 * number. */
bool invocation_limit(const Invocation *invocation, size_t fallback, size_t *limit, Error *error);

#endif

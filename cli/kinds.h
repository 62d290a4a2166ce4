/* Kinds as the user names them. */
#ifndef GAIRO_CLI_KINDS_H
#define GAIRO_CLI_KINDS_H

#include "core/error.h"
#include "core/text.h"
#include "core/vocabulary.h"

#include <stdbool.h>

/* A kind by its name or plural. Fails with ERROR_USAGE, offering the nearest name or all. */
bool kind_of_user(const char *name, Kind *kind, Error *error);
/* The set of all named; none gives 0. */
bool kinds_of_user(const StringList *names, KindSet *kinds, Error *error);

#endif

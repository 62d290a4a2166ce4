/* The parts of gairo sources. */
#ifndef GAIRO_CLI_SOURCES_H
#define GAIRO_CLI_SOURCES_H

#include "cli/session.h"

/* The argument at index behind the verb; NULL where there is none. */
const char *sources_argument(const Session *session, size_t index);

bool sources_command_matches(Session *session, Error *error);
bool sources_command_match(Session *session, Error *error);
bool sources_command_apart(Session *session, Error *error);
bool sources_command_forget(Session *session, Error *error);

#endif

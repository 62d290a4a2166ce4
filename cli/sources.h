/* The parts of gairo sources. */
#ifndef GAIRO_CLI_SOURCES_H
#define GAIRO_CLI_SOURCES_H

#include "cli/session.h"
#include "cli/verbs.h"

bool sources_command_matches(Session *session, Error *error);
bool sources_command_match(Session *session, Error *error);
bool sources_command_apart(Session *session, Error *error);
bool sources_command_forget(Session *session, Error *error);

#endif

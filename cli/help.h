/* Help and version, made from the table of commands and from what is linked. */
#ifndef GAIRO_CLI_HELP_H
#define GAIRO_CLI_HELP_H

#include "cli/command.h"
#include "cli/output.h"

/* Help for one command, or for all of gairo where it is the default. */
void help_write(const CommandDefinition *command, Output *output);
/* gairo's version, the data's, the libraries used with theirs, and what this build lacks. */
void version_write(Output *output);

#endif

/* The worker's side of an import. */
#ifndef GAIRO_IMPORTERS_READ_SERVE_H
#define GAIRO_IMPORTERS_READ_SERVE_H

#include "core/error.h"

#include <stdbool.h>

/* Reads FRAME_FORMAT and FRAME_FILE from input up to its end and answers on output (importers/protocol.h). Returns
 * false, with an error, only where it cannot go on: what it is sent breaks the protocol, or a descriptor fails. */
bool read_run(int input, int output, Error *error);

#endif

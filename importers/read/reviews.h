/* The worker's side of reading marks that a person sent: XML in the namespace urn:gairo:review:1. */
#ifndef GAIRO_IMPORTERS_READ_REVIEWS_H
#define GAIRO_IMPORTERS_READ_REVIEWS_H

#include "core/review.h"
#include "importers/read/reader.h"

#include <stdbool.h>

#define REVIEWS_MAX 10000u /* in a file: each is compared with all of its item */

/* Calls take, in the file's order, with each mark of a file of marks; what is passed is valid during the call. Stops at the
 * first fault: false, with file and line. What was taken before it counts for nothing then. */
bool reviews_parse(const ReadInput *input, void (*take)(void *context, const Review *review), void *context,
                   Error *error);

/* Reads one FRAME_FILE from input up to its end and answers on output (importers/protocol.h). Fails only where it cannot go
 * on: what it is sent breaks the protocol, or a descriptor fails. */
bool reviews_run(int input, int output, Error *error);

#endif

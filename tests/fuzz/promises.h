/* What every reader promises of what it gives, whatever it is given. */
#ifndef GAIRO_TESTS_FUZZ_PROMISES_H
#define GAIRO_TESTS_FUZZ_PROMISES_H

#include "importers/read/reader.h"

/* An output that aborts where a promise is broken: a record that does not pass its check or does not survive a frame, a
 * refusal without a reason or with a line that is none, more refusals than there may be. *refusals counts. */
ReadOutput promising_output(size_t *refusals);

#endif

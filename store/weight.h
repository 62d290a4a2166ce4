/* Inside store/ only: the order in which kinds of things are looked for. */
#ifndef GAIRO_STORE_WEIGHT_H
#define GAIRO_STORE_WEIGHT_H

#include "core/vocabulary.h"

#include <stdbool.h>

/* An item's number is its kind's weight, shifted by this, and then its age: beyond any number of records. */
#define WEIGHT_SHIFT 40

/* From 1, for what a reader most likely looks for, to KIND_COUNT. */
int kind_weight(Kind kind);

/* Added to it for texts that only imported sources have: long ones in which many words stand (provisions, licences,
 * mitigations). They are found after all that is said here. */
#define WEIGHT_IMPORTED 32
bool kind_is_imported_text(Kind kind);

#endif

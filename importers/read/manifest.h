/* Manifests: what gairo has to know of a format beside its stylesheet (docs/writing-an-importer.md). */
#ifndef GAIRO_IMPORTERS_READ_MANIFEST_H
#define GAIRO_IMPORTERS_READ_MANIFEST_H

#include "core/error.h"
#include "core/frame.h"
#include "importers/read/reader.h"

#include <stdbool.h>

#define MANIFEST_NAMESPACE "urn:gairo:format:1"
#define MANIFEST_BYTES (64u * 1024)

/* Reads a manifest into frame, which must be empty (importers/protocol.h). Fails with ERROR_INPUT at its line. */
bool manifest_read(const ReadInput *input, Frame *frame, Error *error);

/* The worker's side of reading manifests: answers each FRAME_MANIFEST on input. As read_run(). */
bool manifests_run(int input, int output, Error *error);

#endif

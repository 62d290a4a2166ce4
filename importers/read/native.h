/* The reader of the native vocabulary (docs/data-format.md). */
#ifndef GAIRO_IMPORTERS_READ_NATIVE_H
#define GAIRO_IMPORTERS_READ_NATIVE_H

#include "importers/read/reader.h"

typedef enum NativeOrigin {
    NATIVE_FILE,       /* the bytes are the file */
    NATIVE_STYLESHEET, /* a stylesheet made them of the file: elements may carry "line", and "refused" is allowed */
} NativeOrigin;

/* Reads one file: its source, then its records, each as soon as it is complete. A fault in an item refuses that item
 * and reading goes on behind it; a fault of the XML or of the root element ends the file. Each refusal has its line; a
 * fault of the XML within an item that is refused already is no second refusal.
 * xml_harden() must have been called. */
void native_read(const ReadInput *input, NativeOrigin origin, const ReadOutput *output);

#endif

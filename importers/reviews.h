/* Reading marks that came as a file. What parses it is the worker. */
#ifndef GAIRO_IMPORTERS_REVIEWS_H
#define GAIRO_IMPORTERS_REVIEWS_H

#include "store/reviews.h"

#define REVIEWS_FILE_BYTES (16u * 1024 * 1024)

/* Adds the marks of a file in the form that sheets/reviews.h writes, in its order. All or nothing: fails with the first
 * fault (ERROR_INPUT with file and line), ERROR_LIMIT where the file is too large or takes too much, as file_read() where it
 * cannot be read. */
bool reviews_read(const char *path, Reviews *reviews, Error *error);

#endif

#include "config.h"

#include "sheets/render/package.h"

#include <string.h>

bool package_write(const char *name, xmlDocPtr package, Text *output, Error *error)
{
    (void)package, (void)output;
    error_set_at(error, ERROR_UNSUPPORTED, name, 0, "this build of gairo writes no containers: it lacks libzip");
    return false;
}

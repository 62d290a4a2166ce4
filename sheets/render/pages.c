#include "config.h"

#include "sheets/render/pages.h"

bool pages_draw(const char *name, xmlDocPtr document, Text *output, size_t *pages, Error *error)
{
    (void)document, (void)output, (void)pages;
    error_set_at(error, ERROR_UNSUPPORTED, name, 0, "this build of gairo draws no pages: it lacks pango and cairo");
    return false;
}

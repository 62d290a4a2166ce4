/* Drawing where nobody sees it, to know how much it takes. */
#include "config.h"

#ifdef HAVE_PANGOCAIRO

#include "sheets/render/pages_state.h"

#define ENDLESS 1e7

Pages pages_scratch(const Pages *pages)
{
    cairo_surface_t *nowhere = cairo_recording_surface_create(CAIRO_CONTENT_COLOR, NULL);
    cairo_font_options_t *options = cairo_font_options_create();
    Pages scratch = *pages;
    scratch.cairo = cairo_create(nowhere);
    cairo_surface_destroy(nowhere);
    /* Else letters are as wide as those of a screen. */
    cairo_surface_get_font_options(pages->surface, options);
    cairo_set_font_options(scratch.cairo, options);
    cairo_font_options_destroy(options);
    scratch.total = 0; /* no entries of the outline */
    scratch.top = scratch.y = 0;
    scratch.bottom = ENDLESS;
    scratch.start = -1;
    scratch.open_tag = NULL;
    scratch.slide = NULL;
    return scratch;
}

void pages_scratch_end(Pages *scratch)
{
    cairo_destroy(scratch->cairo);
}

#endif

/* How big the letters of a document are, and how wide its spaces: what its pages allow. */
#include "config.h"

#ifdef HAVE_PANGOCAIRO

#include "sheets/render/pages_state.h"

#include <stdlib.h>

#define REMAINDER 0.2    /* no more than this share of the last page: it is a remainder */
#define SHORT_REMAINDER 0.33 /* the same of a sheet that is meant for few pages */
#define SCALE_MIN 0.85       /* of letters, which are then about 8 points high */

/* How big letters are, and how wide the space between lines and paragraphs, as shares of the usual. */
typedef struct Tightness {
    double scale, spacing;
} Tightness;

static bool count_pages(Pages *pages, xmlNode *root, Tightness tightness, size_t *total)
{
    Text counted = {0};
    pages->scale = tightness.scale;
    pages->spacing = tightness.spacing;
    bool ok = pages_lay_out(pages, root, 0, &counted);
    *total = pages->page;
    text_free(&counted);
    return ok;
}

/* Counts the pages in the first, the biggest, of these steps that takes no more than so many; in the last where none does. */
static bool count_within(Pages *pages, xmlNode *root, size_t most, size_t *total)
{
    static const Tightness steps[] = {{1, 1},    {0.96, 1}, {0.96, 0.94}, {0.92, 1},    {0.92, 0.94},
                                      {0.88, 1}, {0.85, 1}, {0.85, 0.96}, {0.85, 0.92}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (!count_pages(pages, root, steps[i], total))
            return false;
        if (*total <= most)
            break;
    }
    return true;
}

/* Counts the pages of a document that is meant for so many, as big as these allow. Where it takes more at any size, small letters are no use
 * but for the pages that they save. */
static bool fit_pages(Pages *pages, xmlNode *root, size_t meant, size_t *total)
{
    return count_within(pages, root, meant, total) && (*total <= meant || count_within(pages, root, *total, total));
}

/* True for letters of which the meter says that they are hard to read. */
static bool is_small(const Pages *pages)
{
    return pages_letter_size(pages) * 10 < SHEET_LETTERS_LEAST;
}

/* Where the last page holds no more than a remainder and a little less room saves it, takes that; else leaves the pages as they are. A sheet
 * that is meant for few pages is better read on one of them than on one and a quarter, but not in letters that are hard to read. */
static bool save_remainder(Pages *pages, xmlNode *root, size_t *total)
{
    static const Tightness less[] = {{1, 0.97}, {1, 0.94}, {0.97, 0.94}, {0.95, 0.94}, {0.92, 0.94}, {0.9, 0.94}, {0.88, 0.94}};
    const Tightness usual = {pages->scale, pages->spacing};
    const double share = pages->short_form ? SHORT_REMAINDER : REMAINDER;
    size_t whole = *total, steps = sizeof less / sizeof *less - (pages->short_form ? 0 : 2);
    if (whole < 2 || pages_count(root, "break") > 0 || pages->slides || pages->y - pages->top > share * (pages->bottom - pages->top))
        return true;
    for (size_t i = 0; i < steps && usual.scale * less[i].scale >= SCALE_MIN; i++) {
        if (!count_pages(pages, root, (Tightness){usual.scale * less[i].scale, usual.spacing * less[i].spacing}, total))
            return false;
        if (pages->short_form && is_small(pages))
            break;
        if (*total < whole)
            return true;
    }
    return count_pages(pages, root, usual, total);
}

bool pages_settle(Pages *pages, size_t *total)
{
    static const Tightness usual = {1, 1};
    xmlNode *root = xmlDocGetRootElement(pages->document);
    char *word = pages_attribute(root, "pages");
    long meant = strtol(word, NULL, 10);
    xmlFree(word);
    if (!(meant > 0 ? fit_pages(pages, root, (size_t)meant, total) : count_pages(pages, root, usual, total)))
        return false;
    return (meant > 0 && *total > (size_t)meant) || save_remainder(pages, root, total);
}

#endif

/* What a sheet is made as: which parts of it, in which order. */
#ifndef GAIRO_SHEETS_TEMPLATES_H
#define GAIRO_SHEETS_TEMPLATES_H

#include <stddef.h>

typedef struct SheetTemplate {
    const char *name;        /* "brief" */
    const char *title;       /* as printed: "Brief" */
    const char *article;     /* in a sentence: "a brief" */
    const char *explanation; /* what it is for; with the name before it a line of 80 columns holds it in a menu */
    unsigned pages;          /* that it is meant for; 0: as many as it takes */
} SheetTemplate;

size_t sheet_template_count(void);
const SheetTemplate *sheet_template_at(size_t index);
/* NULL where there is none of that name. */
const SheetTemplate *sheet_template_find(const char *name);
/* The next one that tells the same on more pages; NULL: there is none, or
 * it is meant for no number of pages. */
const SheetTemplate *sheet_template_longer(const SheetTemplate *template);
/* What is taken where none is asked for: the items one after another. */
const SheetTemplate *sheet_template_default(void);

#endif

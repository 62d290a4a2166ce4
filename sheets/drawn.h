/* What a rendering tells of the pages that it drew. */
#ifndef GAIRO_SHEETS_DRAWN_H
#define GAIRO_SHEETS_DRAWN_H

#include <stddef.h>

/* Below this, in tenths of a point, a text is hard to read on paper. */
#define SHEET_LETTERS_LEAST 80

typedef struct DrawnPages {
    size_t count;     /* 0: the output has no pages */
    unsigned letters; /* their size in tenths of a point: half of them are no bigger. 0 where count is */
} DrawnPages;

#endif

/* The presenter's insides, shared by present*.c only. */
#ifndef GAIRO_TUI_PRESENT_STATE_H
#define GAIRO_TUI_PRESENT_STATE_H

#include "tui/explorer.h"
#include "tui/list.h"
#include "tui/present-layout.h"
#include "tui/present-link.h"

typedef struct PresentView {
    View view;
    char *name; /* of the sheet */
    Deck deck;
    PresentLayout layout;
    bool laid_out;
    size_t slide, step, page;
    bool all_points; /* at once */
    bool black, jumping, leaving;
    List jump;
    char cell[24]; /* the cell that was asked for last */
    long minutes;
    long long started; /* seconds since 1970 */
    char *path;        /* of the link; NULL: there is none */
    bool link_told;    /* that the notes cannot follow was said */
    Canvas area;       /* of the slide's lines, when last drawn */
} PresentView;

/* The slide that is shown, or NULL where there is none. */
const Slide *present_slide(const PresentView *present);
bool present_is_stepwise(const PresentView *present, const Slide *slide);
/* Lays the slide out as it was last drawn. */
void present_renew_layout(PresentView *present);
void present_draw(View *view, const Canvas *canvas);
/* The slide, as far as its points are shown, and the title of the next. */
void present_linear(View *view, Linear *lines);
/* Goes back to the presentation that was left for another view; false where there is none. */
bool present_return(Explorer *explorer);
/* "12 of 30 min", with how it stands where that is not as planned; details: until when the section should last. The caller owns it. */
char *present_clock_words(const Deck *deck, size_t slide, long minutes, long long started, bool details);
/* Milliseconds until the clock's minute changes. */
int present_clock_pause(long long started);

#endif

/* The insides of the home view, shared by home.c and home-draw.c only. */
#ifndef GAIRO_TUI_HOME_H
#define GAIRO_TUI_HOME_H

#include "store/items.h"
#include "store/openness.h"
#include "store/paper_words.h"
#include "tui/preview.h"
#include "tui/view.h"

#define HOME_LINES_MAX 64
#define HOME_AREAS_MAX 40 /* more areas than that are seen in the areas view only */

typedef enum HomeLineType {
    HOME_BLANK,
    HOME_TERM,     /* heading over areas; index: 1 for the long term */
    HOME_AREA,     /* index into areas */
    HOME_MODELS,   /* heading */
    HOME_PIPELINE, /* index into observations.pipelines */
    HOME_LEGEND,
    HOME_UNCHECKED, /* how much is not checked */
    HOME_DATE,      /* of the data */
    HOME_PLACE,     /* index into home_places */
} HomeLineType;

typedef struct HomeLine {
    HomeLineType type;
    size_t index;
} HomeLine;

typedef struct HomeColumn {
    HomeLine lines[HOME_LINES_MAX];
    size_t count;
    size_t focus; /* index into lines */
    size_t top;   /* the first line shown */
    Canvas area;  /* when last drawn */
} HomeColumn;

typedef struct HomeView {
    View view;
    AreaCounts areas;
    size_t counts[KIND_COUNT];
    Observations observations;
    PaperWords words; /* what is to be checked against the paper */
    char *date; /* of the data; NULL */
    HomeColumn columns[2];
    int heading_room; /* columns that the heading of the picture may reach beyond it */
    int column; /* the one with the focus */
    int last_column;
    Preview preview; /* of what the focused line stands for; drawn on wide screens */
    bool in_preview; /* it has the focus */
    bool started;
} HomeView;

typedef struct HomePlace {
    Action action;
    const char *title;
    KindSet kinds; /* that are counted beside it; 0: none */
} HomePlace;

extern const HomePlace home_places[];
extern const size_t home_place_count;

/* The items that are counted beside a place. */
size_t home_place_count_of(const HomeView *home, const HomePlace *place);
/* Shows what the focused line stands for in the preview; anew: even where it is shown already. */
bool home_show_preview(HomeView *home, bool anew, Error *error);
void home_linear(View *view, Linear *linear);
void home_draw(View *view, const Canvas *canvas);

#endif

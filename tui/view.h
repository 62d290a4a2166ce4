/* Views, and how to add one.
 *
 * A view is one small file that fills a ViewOperations table and embeds View as the first member of its own struct:
 *
 *     typedef struct BasketView {
 *         View view;       // first
 *         List list;       // a widget: tui/list.h
 *         Sheet *sheet;    // what it shows
 *     } BasketView;
 *
 *     static const ViewOperations operations = {
 *         .title = basket_title, .status = basket_status, .recalculate = basket_recalculate, .draw = basket_draw,
 *         .handle = basket_handle, .mouse = basket_mouse, .item = basket_item, .free = basket_free,
 *         .keys = (const Action[]){ACTION_OPEN, ACTION_BASKET_TOGGLE, ACTION_EXPORT, ACTION_NONE},
 *     };
 *
 *     View *basket_view_new(Explorer *explorer)
 *     {
 *         BasketView *basket = memory_zeroed(1, sizeof *basket);
 *         view_start(&basket->view, &operations, explorer);
 *         return &basket->view;
 *     }
 *
 * 1. Declare the constructor in tui/views.h and list the file in tui/local.mk.
 * 2. Make it reachable: a new line in tui/actions.def where there is no action for it yet, and a line in the table of
 * tui/places.c.
 * 3. recalculate() asks the store and keeps what it got; it is called before the first draw, and whenever
 * store_generation() has changed. It keeps the place by id, not by row (list_set_rows() does). draw() asks nothing of
 * the store: it only paints what is kept on the canvas it gets, anew each time, and rests the cursor on the focus
 * (list_draw() and pager_draw() do).
 * 4. handle() changes the view's own state and returns flags; it never draws. What it ignores, the explorer does
 * itself: OPEN opens the page of item(), BASKET_TOGGLE puts item() into the basket, LEFT becomes BACK, RIGHT becomes
 * OPEN, the actions of places open them.
 * 5. To go somewhere: explorer_open(). The view stays as it is in the history, so that coming back is exact; it is
 * freed when it can no more be reached. save() and restore() do the same for marks and for the next start. To ask something: explorer_prompt() (one line of text, as one types),
 * explorer_ask() (a choice). To say something: explorer_message(); to report a failure: explorer_report().
 * 6. For those who do not see the screen: linear() says the same in lines (list_linear() and pager_linear() do most of
 * it); command() gives the gairo call for it.
 * 7. A test of the screen goes to tests/screen/ (see harness.h there): each view at four sizes, with its keys. */
#ifndef GAIRO_TUI_VIEW_H
#define GAIRO_TUI_VIEW_H

#include "core/error.h"
#include "core/text.h"
#include "sheets/screen_table.h"
#include "store/items.h"
#include "tui/actions.h"
#include "tui/canvas.h"
#include "tui/linear.h"
#include "tui/state.h"
#include "tui/terminal.h"

#include <stdbool.h>

typedef struct Explorer Explorer;
typedef struct View View;

/* What a handler did; several can be set. */
typedef unsigned ViewFlags;
#define VIEW_IGNORED 0u
#define VIEW_HANDLED 1u     /* done, and the screen is as it was */
#define VIEW_REDRAW 2u      /* the picture changed */
#define VIEW_RECALCULATE 4u /* what it shows must be asked for anew (and drawn) */
#define VIEW_LEAVE 8u       /* this view is done: it is taken out of the history and freed */

/* A key that a view takes before the table of actions is asked. */
typedef struct TypedKey {
    Key key;
    const char *name, *label;
} TypedKey;

/* Every member may be NULL but title, draw and free. */
typedef struct ViewOperations {
    /* Appends the view's part of "where one is": a word or two. */
    void (*title)(const View *view, Text *text);
    /* Appends what stands at the right of the title line: a count, the order. */
    void (*status)(const View *view, Text *text);
    /* Asks the store for what the view shows. On failure, or when the user stopped it, the view shows what it had. */
    bool (*recalculate)(View *view, Error *error);
    void (*draw)(View *view, const Canvas *canvas);
    /* Every key before it is looked up in the table of actions, for views in which one types. */
    ViewFlags (*key)(View *view, Key key);
    /* An action. key is the one that gave it (FOLLOW: the digit), or KEY_NONE. */
    ViewFlags (*handle)(View *view, Action action, Key key);
    /* A press or a turn of the wheel, in screen rows and columns. */
    ViewFlags (*mouse)(View *view, const Event *event);
    /* The id of the focused item, or NULL. Points into the view. */
    const char *(*item)(const View *view);
    /* Adds the ids of all that the view lists, in its order, as it is narrowed: what exporting the screen writes. NULL:
     * the focused item only. */
    void (*ids)(const View *view, StringList *ids);
    /* Fills in the zeroed table with what is shown, as it is narrowed and sorted, where that is no list of items:
     * exporting the screen writes it then. False where there is nothing. NULL: the view lists items. */
    bool (*table)(const View *view, ScreenTable *table);
    /* The same list as a table, for outputs that are one, with what narrows it as its remark. NULL: they write the items. */
    bool (*rows)(const View *view, ScreenTable *table);
    /* The template that a sheet of all that it lists is made as (sheets/templates.h). NULL: the default one. */
    const char *list_template;
    /* The name of the user's sheet that it shows: exporting means that. Points into the view. */
    const char *(*sheet)(const View *view);
    /* Appends the call that gives what the view shows, as it is narrowed and sorted, as text ("gairo list risks --where
     * area=safety-security"), with its arguments quoted for a shell (view_append_argument()). Appends nothing where no
     * call does. */
    void (*command)(const View *view, Text *text);
    /* Appends in sentences how that call gives other than what is shown, where no call gives just it. NULL: it does. */
    void (*command_note)(const View *view, Text *text);
    /* The view as labelled lines, with what can be chosen numbered; see tui/linear.h. */
    void (*linear)(View *view, Linear *linear);
    /* What was chosen here, to be put back when one comes again, after a new start too: filter, order, focus, scroll.
     * restore() gets what save() put, or what anybody wrote; the view was just made and knows no rows yet. */
    void (*save)(const View *view, State *state);
    void (*restore)(View *view, const State *state);
    void (*free)(View *view);
    /* True where no law names what it lists: the law lens leaves that whole, and the screen says so. NULL: false. */
    bool (*lawless)(const View *view);
    /* True while the keys of the group PRESENTING hold. */
    bool (*presenting)(const View *view);
    /* How many milliseconds it stands without a key before tick() is called; negative: for ever. */
    int (*pause)(const View *view);
    ViewFlags (*tick)(View *view);
    /* For the line of keys, most important first; ends with ACTION_NONE. Help and back are always shown. */
    const Action *keys;
    /* In place of the line of keys, where the view takes keys itself; ends with a key without a name. NULL: as usual. */
    const TypedKey *typed_keys;
    /* The same for what has the focus now, and what a key does there in a word; NULL: as usual. */
    const Action *(*keys_now)(const View *view);
    const char *(*label)(const View *view, Action action);
    bool home;   /* the keys at home hold */
    bool chooses; /* it is there to choose one thing of a list, and goes away with that */
    bool chosen_by_letter; /* where it chooses: a letter takes one, and words narrow nothing */
    bool basket; /* it shows the basket: exporting means all of that */
    bool bare;   /* it has the whole screen: no title line, no line of keys */
} ViewOperations;

struct View {
    const ViewOperations *operations;
    Explorer *explorer;
    long long generation; /* of the store, when it was last recalculated; -1: never */
    long long kept;       /* the same where the view itself asked to be recalculated: what it shows of an item is still
                             that; -1: it may not be */
    bool known;           /* it was recalculated once at least: what it shows is something, if of before */
    Action place;         /* the action that opened it; ACTION_NONE: none did */
};

void view_start(View *view, const ViewOperations *operations, Explorer *explorer);
/* NULL is allowed. */
void view_free(View *view);
const char *view_item(const View *view);
/* Appends a blank and an argument, quoted for a POSIX shell where it needs that. */
void view_append_argument(Text *text, const char *argument);
/* Appends "--where FIELD=VALUE" for each of a query's conditions, and "--as-of DAY" where it has one. */
void view_append_query(Text *text, const Query *query);
/* Appends what gives the rows of a list that was narrowed by what was typed: "--where text=WORDS" where that, beside the
 * query, selects just these ids, else "--where id=ID" for each. */
void view_append_filter(Text *text, const View *view, const Query *query, const char *filter, const StringList *ids);

#endif

/* The presentation: the slides of a sheet, full screen, step by step. */
#include "config.h"

#include "tui/present-state.h"

#include "core/memory.h"
#include "store/sheets.h"
#include "tui/views.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define ROWS_WITHOUT_SCREEN 1000 /* in lines, a slide has one page */
#define COLUMNS_WITHOUT_SCREEN 80

static const ViewOperations operations;

const Slide *present_slide(const PresentView *present)
{
    return present->slide < present->deck.count ? &present->deck.slides[present->slide] : NULL;
}

bool present_is_stepwise(const PresentView *present, const Slide *slide)
{
    return !present->all_points && slide->kind == SLIDE_ITEM;
}

void present_renew_layout(PresentView *present)
{
    const Slide *slide = present_slide(present);
    int rows = present->area.rows, columns = present->area.columns;
    if (rows <= 0 || columns <= 0) {
        rows = ROWS_WITHOUT_SCREEN;
        columns = COLUMNS_WITHOUT_SCREEN;
    }
    if (slide != NULL) {
        present_lay_out(slide, present_is_stepwise(present, slide), rows, columns, &present->layout);
        present->laid_out = true;
    }
}

/* Tells the notes in the other terminal where this one is. */
static void tell_place(PresentView *present)
{
    Error error = {0};
    if (present->path == NULL || present->deck.count == 0) {
        return;
    }
    const PresentPlace place = {.slide = present->slide,
                                .step = present->step,
                                .steps = present->layout.steps,
                                .count = present->deck.count,
                                .started = present->started,
                                .minutes = present->minutes,
                                .black = present->black,
                                .process = (long)getpid()};
    if (!present_link_write(present->path, &place, &error) && !present->link_told) {
        present->link_told = true;
        explorer_message(present->view.explorer, "The notes in another terminal cannot follow: %s", error.message);
    }
    error_clear(&error);
}

/* Goes to a slide: its beginning, or its end with all points shown. */
static ViewFlags go_to(PresentView *present, size_t slide, bool at_end)
{
    present->slide = slide;
    present->step = present->page = 0;
    present_renew_layout(present);
    if (at_end) {
        present->step = present->layout.steps;
        present->page = present->layout.page_count > 0 ? present->layout.page_count - 1 : 0;
    }
    tell_place(present);
    return VIEW_REDRAW;
}

static ViewFlags go_on(PresentView *present)
{
    if (present->deck.count == 0) {
        return VIEW_HANDLED;
    }
    if (present->page < present_page_of_step(&present->layout, present->step, true)) {
        present->page++;
    } else if (present->step < present->layout.steps) {
        size_t page = present_page_of_step(&present->layout, ++present->step, false);
        present->page = page > present->page ? page : present->page;
        tell_place(present);
    } else if (present->slide + 1 < present->deck.count) {
        return go_to(present, present->slide + 1, false);
    } else {
        explorer_message(present->view.explorer, "That was the last slide.");
    }
    return VIEW_REDRAW;
}

static ViewFlags go_back(PresentView *present)
{
    if (present->page > 0 && present->page > present_page_of_step(&present->layout, present->step, false)) {
        present->page--;
    } else if (present->step > 0) {
        present->step--;
        present->page = present_page_of_step(&present->layout, present->step, true);
        tell_place(present);
    } else if (present->page > 0) {
        present->page--;
    } else if (present->slide > 0) {
        return go_to(present, present->slide - 1, true);
    }
    return VIEW_REDRAW;
}

/* The slide of the new deck that is the one shown so far: the same item, else the same kind and title, else the same place. */
static size_t find_again(const Deck *deck, const Slide *old, size_t place)
{
    for (size_t i = 0; old != NULL && i < deck->count; i++) {
        const Slide *slide = &deck->slides[i];
        if (slide->kind == old->kind && (old->id != NULL ? string_compare(slide->id, old->id) == 0
                                                         : string_compare(slide->title, old->title) == 0)) {
            return i;
        }
    }
    return place < deck->count ? place : deck->count - 1;
}

static bool recalculate(View *view, Error *error)
{
    PresentView *present = (PresentView *)view;
    Sheet *sheet = sheet_load(explorer_store(view->explorer), present->name, error);
    const SheetRequest request = {.sheet = sheet, .as_of = explorer_as_of(view->explorer)};
    Deck deck = {0};
    bool done = sheet != NULL && deck_compose(explorer_store(view->explorer), &request, &deck, error);
    sheet_free(sheet);
    if (!done) {
        return false;
    }
    present->slide = find_again(&deck, present_slide(present), present->slide);
    deck_free(&present->deck);
    present->deck = deck;
    list_set_rows(&present->jump, deck.count);
    present_renew_layout(present);
    present->step = present->step > present->layout.steps ? present->layout.steps : present->step;
    if (present->page >= present->layout.page_count) {
        present->page = present->layout.page_count - 1;
    }
    tell_place(present);
    return true;
}

static void title(const View *view, Text *text)
{
    const PresentView *present = (const PresentView *)view;
    text_append_format(text, "Presenting %s", present->name);
}

static void status(const View *view, Text *text)
{
    const PresentView *present = (const PresentView *)view;
    text_append_format(text, "slide %zu of %zu", present->slide + 1, present->deck.count);
}

static bool presenting(const View *view)
{
    return !((const PresentView *)view)->jumping;
}

/* While it is black the clock is not seen. */
static int pause_of(const View *view)
{
    const PresentView *present = (const PresentView *)view;
    return present->black || present->jumping ? -1 : present_clock_pause(present->started);
}

static ViewFlags tick(View *view)
{
    (void)view;
    return VIEW_REDRAW;
}

static const char *jump_id(void *context, size_t row)
{
    PresentView *present = context;
    snprintf(present->cell, sizeof present->cell, "%zu", row);
    return present->cell;
}

enum { JUMP_NUMBER, JUMP_TITLE, JUMP_SECTION };

static ListCell jump_cell(void *context, size_t row, size_t column)
{
    PresentView *present = context;
    const Slide *slide = &present->deck.slides[row];
    switch (column) {
    case JUMP_NUMBER:
        snprintf(present->cell, sizeof present->cell, "%zu", row + 1);
        return (ListCell){present->cell, STYLE_QUIET};
    case JUMP_TITLE:
        return (ListCell){slide->title, slide->kind == SLIDE_ITEM ? STYLE_NORMAL : STYLE_TITLE};
    default:
        return (ListCell){present->deck.sections.items[slide->section], STYLE_QUIET};
    }
}

static const ListColumn jump_columns[] = {
    {.title = "no.", .width = 4, .right_aligned = true},
    {.title = "slide"},
    {.title = "section", .width = 28, .from_width = 80},
};
static const ListOperations jump_operations = {.id = jump_id, .cell = jump_cell};

static ViewFlags open_jump(PresentView *present)
{
    char id[24];
    snprintf(id, sizeof id, "%zu", present->slide);
    list_set_filter(&present->jump, NULL);
    list_select(&present->jump, id);
    present->jumping = true;
    return VIEW_REDRAW;
}

static ViewFlags jump_taken(PresentView *present)
{
    size_t row;
    present->jumping = false;
    return list_selected(&present->jump, &row) && row < present->deck.count ? go_to(present, row, false) : VIEW_REDRAW;
}

static ViewFlags handle_jump(PresentView *present, Action action)
{
    switch (action) {
    case ACTION_OPEN:
    case ACTION_RIGHT:
        return jump_taken(present);
    case ACTION_FILTER:
        list_prompt_filter(&present->jump, present->view.explorer);
        return VIEW_HANDLED;
    case ACTION_BACK:
    case ACTION_LEFT:
        present->jumping = false;
        return VIEW_REDRAW;
    default:
        return list_handle(&present->jump, action);
    }
}

/* Ending takes two keys: nobody does that by accident in front of an audience. */
static ViewFlags leave(PresentView *present, bool asked)
{
    if (!asked) {
        present->leaving = true;
        explorer_message(present->view.explorer, "Once more ends the presentation.");
        return VIEW_HANDLED;
    }
    if (explorer_only_presents(present->view.explorer)) {
        explorer_quit(present->view.explorer);
        return VIEW_HANDLED;
    }
    return VIEW_LEAVE;
}

static ViewFlags toggle_points(PresentView *present)
{
    present->all_points = !present->all_points;
    present->step = present->page = 0;
    present_renew_layout(present);
    tell_place(present);
    explorer_message(present->view.explorer, present->all_points ? "All points at once." : "Step by step.");
    return VIEW_REDRAW;
}

static ViewFlags set_black(PresentView *present, bool black)
{
    present->black = black;
    tell_place(present);
    return VIEW_REDRAW;
}

static ViewFlags start_clock(PresentView *present)
{
    present->started = (long long)time(NULL);
    tell_place(present);
    explorer_message(present->view.explorer, "The clock starts now.");
    return VIEW_REDRAW;
}

/* The actions that do the same whatever is on the screen. */
static ViewFlags handle_moving(PresentView *present, Action action)
{
    size_t last = present->deck.count > 0 ? present->deck.count - 1 : 0;
    switch (action) {
    case ACTION_PRESENT_NEXT:
        return go_on(present);
    case ACTION_PRESENT_BACK:
        return go_back(present);
    case ACTION_PRESENT_NEXT_SLIDE:
        return go_to(present, present->slide < last ? present->slide + 1 : last, present->slide == last);
    case ACTION_PRESENT_PREVIOUS_SLIDE:
        return go_to(present, present->slide > 0 ? present->slide - 1 : 0, false);
    case ACTION_FIRST:
        return go_to(present, 0, false);
    case ACTION_LAST:
        return go_to(present, last, false);
    default:
        return VIEW_IGNORED;
    }
}

static ViewFlags handle(View *view, Action action, Key key)
{
    PresentView *present = (PresentView *)view;
    bool asked = present->leaving;
    (void)key;
    present->leaving = false;
    if (present->jumping) {
        return handle_jump(present, action);
    }
    if (present->black && action != ACTION_QUIT) { /* any key brings the slide back, and does no more */
        return set_black(present, false);
    }
    switch (action) {
    case ACTION_PRESENT_BLACK:
        return set_black(present, true);
    case ACTION_PRESENT_JUMP:
        return present->deck.count > 0 ? open_jump(present) : VIEW_HANDLED;
    case ACTION_PRESENT_REVEAL:
        return toggle_points(present);
    case ACTION_PRESENT_CLOCK:
        return start_clock(present);
    case ACTION_PRESENT_PAGE:
        if (present_slide(present) != NULL && present_slide(present)->id != NULL) {
            explorer_open_item(view->explorer, present_slide(present)->id);
        }
        return VIEW_HANDLED;
    case ACTION_BACK:
        return leave(present, asked);
    case ACTION_FILTER: /* a question from the room */
        explorer_open(view->explorer, search_view_new(view->explorer));
        return VIEW_HANDLED;
    default:
        return handle_moving(present, action);
    }
}

static ViewFlags mouse(View *view, const Event *event)
{
    PresentView *present = (PresentView *)view;
    if (present->jumping) {
        bool open = false;
        ViewFlags flags = list_mouse(&present->jump, event, &open);
        return open ? jump_taken(present) : flags;
    }
    if (present->black) {
        return set_black(present, false);
    }
    return event->button == MOUSE_LEFT || event->button == MOUSE_WHEEL_DOWN ? go_on(present) : go_back(present);
}

static const char *item(const View *view)
{
    const Slide *slide = present_slide((const PresentView *)view);
    return slide == NULL ? NULL : slide->id;
}

static const char *sheet_of(const View *view)
{
    return ((const PresentView *)view)->name;
}

static void command(const View *view, Text *text)
{
    text_append(text, "gairo present");
    view_append_argument(text, ((const PresentView *)view)->name);
}

static void present_free(View *view)
{
    PresentView *present = (PresentView *)view;
    if (present->path != NULL) {
        unlink(present->path);
    }
    deck_free(&present->deck);
    present_layout_free(&present->layout);
    list_free(&present->jump);
    free(present->path);
    free(present->name);
    free(present);
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = present_draw,
    .handle = handle,
    .mouse = mouse,
    .item = item,
    .sheet = sheet_of,
    .command = command,
    .linear = present_linear,
    .free = present_free,
    .presenting = presenting,
    .pause = pause_of,
    .tick = tick,
    .keys = (const Action[]){ACTION_PRESENT_NEXT, ACTION_PRESENT_BACK, ACTION_PRESENT_JUMP, ACTION_PRESENT_BLACK, ACTION_NONE},
    .bare = true,
};

bool present_return(Explorer *explorer)
{
    return explorer_return_to(explorer, &operations);
}

View *present_view_new(Explorer *explorer, const char *name, long minutes)
{
    PresentView *present = memory_zeroed(1, sizeof *present);
    Error error = {0};
    view_start(&present->view, &operations, explorer);
    present->name = string_copy(name);
    present->minutes = minutes;
    present->started = (long long)time(NULL);
    present->path = present_link_path(explorer_store(explorer), name, &error);
    error_clear(&error);
    list_start(&present->jump, &jump_operations, present, jump_columns, sizeof jump_columns / sizeof *jump_columns);
    return &present->view;
}

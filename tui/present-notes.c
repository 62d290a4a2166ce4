/* The speaker's notes: a second terminal that follows the first one through its file (tui/present-link.h). */
#include "config.h"

#include "core/memory.h"
#include "sheets/deck.h"
#include "store/sheets.h"
#include "tui/pager.h"
#include "tui/present-state.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

#define LOOK_MILLISECONDS 300

typedef struct NotesView {
    View view;
    char *name;
    Deck deck;
    Pager pager;
    PresentPlace place;
    bool following;
    bool differs;  /* the other terminal shows another state of the sheet */
    size_t slide;  /* that is told of: the other's, or the reader's own */
    long shown_minute; /* of the clock; what changes it is drawn */
    char *path;
} NotesView;

static long minute_now(const NotesView *notes)
{
    char *words = present_clock_words(&notes->deck, notes->slide, 0, notes->place.started, false);
    long minute = strtol(words, NULL, 10);
    free(words);
    return minute;
}

static void add_state(NotesView *notes)
{
    Document *document = &notes->pager.document;
    if (!notes->following) {
        document_paragraph(document, STYLE_QUIET, "Nobody presents this sheet now: gairo present in another terminal does. Until then "
                           "Space goes on.", NULL);
        return;
    }
    char *clock = present_clock_words(&notes->deck, notes->slide, notes->place.minutes, notes->place.started,
                                      notes->place.minutes > 0);
    document_paragraph(document, STYLE_NORMAL, clock, NULL);
    free(clock);
    if (notes->place.black) {
        document_paragraph(document, STYLE_WARNING, "The screen is black.", NULL);
    }
    if (notes->differs) {
        document_paragraph(document, STYLE_WARNING, "The other terminal shows another state of this sheet.", NULL);
    }
}

static void add_points(NotesView *notes, const Slide *slide)
{
    Document *document = &notes->pager.document;
    for (size_t i = 0; i < slide->point_count; i++) {
        bool hidden = notes->following && slide->kind == SLIDE_ITEM && notes->place.steps > 0 && i >= notes->place.step;
        document_field(document, slide->points[i].label != NULL ? slide->points[i].label : "", hidden ? STYLE_QUIET : STYLE_NORMAL,
                       slide->points[i].text, hidden ? "still to come" : NULL);
    }
}

/* The page is made anew for the slide; what the speaker says comes first. */
static void make_document(NotesView *notes)
{
    Document *document = &notes->pager.document;
    document_clear(document);
    add_state(notes);
    if (notes->slide < notes->deck.count) {
        const Slide *slide = &notes->deck.slides[notes->slide];
        document_heading(document, slide->title, NULL);
        document_gap(document);
        if (slide->notes != NULL) {
            document_body(document, slide->notes);
        } else {
            document_paragraph(document, STYLE_QUIET, "No notes on this slide.", NULL);
        }
        if (notes->slide + 1 < notes->deck.count) {
            document_gap(document);
            document_field(document, "Next", STYLE_TITLE, notes->deck.slides[notes->slide + 1].title, NULL);
        }
        document_heading(document, "On the slide", NULL);
        document_gap(document);
        document_paragraph(document, STYLE_NORMAL, slide->lead, NULL);
        if (slide->point_count > 0) {
            document_gap(document);
        }
        add_points(notes, slide);
    }
    pager_changed(&notes->pager);
    notes->shown_minute = minute_now(notes);
}

/* Looks where the other terminal is. True where that changed. */
static bool look(NotesView *notes)
{
    PresentPlace place;
    bool following = notes->path != NULL && present_link_read(notes->path, &place);
    if (!following) {
        bool lost = notes->following;
        notes->following = false;
        return lost;
    }
    bool same = notes->following && place.slide == notes->place.slide && place.step == notes->place.step &&
                place.steps == notes->place.steps && place.count == notes->place.count && place.started == notes->place.started &&
                place.minutes == notes->place.minutes && place.black == notes->place.black;
    if (place.slide != notes->slide) {
        pager_reset(&notes->pager);
    }
    notes->place = place;
    notes->following = true;
    notes->differs = place.count != notes->deck.count;
    notes->slide = place.slide < notes->deck.count ? place.slide : notes->deck.count > 0 ? notes->deck.count - 1 : 0;
    return !same || minute_now(notes) != notes->shown_minute;
}

static bool recalculate(View *view, Error *error)
{
    NotesView *notes = (NotesView *)view;
    Sheet *sheet = sheet_load(explorer_store(view->explorer), notes->name, error);
    const SheetRequest request = {.sheet = sheet, .as_of = explorer_as_of(view->explorer), .notes = NOTES_ALL};
    Deck deck = {0};
    bool done = sheet != NULL && deck_compose(explorer_store(view->explorer), &request, &deck, error);
    sheet_free(sheet);
    if (done) {
        deck_free(&notes->deck);
        notes->deck = deck;
        if (notes->slide >= deck.count) {
            notes->slide = deck.count - 1;
        }
        look(notes);
    }
    make_document(notes);
    return done;
}

static void title(const View *view, Text *text)
{
    text_append_format(text, "Notes for %s", ((const NotesView *)view)->name);
}

static void status(const View *view, Text *text)
{
    const NotesView *notes = (const NotesView *)view;
    text_append_format(text, "%sslide %zu of %zu", notes->following ? "" : "not followed, ", notes->slide + 1, notes->deck.count);
}

static void draw(View *view, const Canvas *canvas)
{
    pager_draw(&((NotesView *)view)->pager, canvas, true);
}

static int pause_of(const View *view)
{
    (void)view;
    return LOOK_MILLISECONDS;
}

static ViewFlags tick(View *view)
{
    NotesView *notes = (NotesView *)view;
    if (!look(notes)) {
        return VIEW_HANDLED;
    }
    make_document(notes);
    return VIEW_REDRAW;
}

/* Where it follows, the other terminal says which slide; else one can read on. */
static ViewFlags step(NotesView *notes, int direction)
{
    if (notes->following) {
        const char *target;
        return pager_handle(&notes->pager, direction > 0 ? ACTION_PAGE_DOWN : ACTION_PAGE_UP, KEY_NONE, &target);
    }
    if (direction < 0 ? notes->slide > 0 : notes->slide + 1 < notes->deck.count) {
        notes->slide += (size_t)direction;
        pager_reset(&notes->pager);
        make_document(notes);
    }
    return VIEW_REDRAW;
}

static ViewFlags handle(View *view, Action action, Key key)
{
    NotesView *notes = (NotesView *)view;
    const char *target;
    switch (action) {
    case ACTION_BASKET_TOGGLE:
        return step(notes, 1);
    case ACTION_BACK:
        if (key == INPUT_BACKSPACE) {
            return step(notes, -1);
        }
        if (explorer_only_presents(view->explorer)) {
            explorer_quit(view->explorer);
            return VIEW_HANDLED;
        }
        return VIEW_IGNORED;
    default:
        return pager_handle(&notes->pager, action, key, &target);
    }
}

static ViewFlags mouse(View *view, const Event *event)
{
    const char *target;
    return pager_mouse(&((NotesView *)view)->pager, event, &target);
}

static const char *item(const View *view)
{
    const NotesView *notes = (const NotesView *)view;
    return notes->slide < notes->deck.count ? notes->deck.slides[notes->slide].id : NULL;
}

static void command(const View *view, Text *text)
{
    text_append(text, "gairo present");
    view_append_argument(text, ((const NotesView *)view)->name);
    text_append(text, " --notes");
}

static void linear(View *view, Linear *lines)
{
    pager_linear(&((NotesView *)view)->pager, lines, NULL, NULL);
}

static void notes_free(View *view)
{
    NotesView *notes = (NotesView *)view;
    deck_free(&notes->deck);
    pager_free(&notes->pager);
    free(notes->path);
    free(notes->name);
    free(notes);
}

static const char *sheet_of(const View *view)
{
    return ((const NotesView *)view)->name;
}

static const ViewOperations operations = {
    .title = title,
    .status = status,
    .recalculate = recalculate,
    .draw = draw,
    .handle = handle,
    .mouse = mouse,
    .item = item,
    .sheet = sheet_of,
    .command = command,
    .linear = linear,
    .free = notes_free,
    .pause = pause_of,
    .tick = tick,
    .keys = (const Action[]){ACTION_SEARCH, ACTION_NONE},
};

View *present_notes_view_new(Explorer *explorer, const char *name)
{
    NotesView *notes = memory_zeroed(1, sizeof *notes);
    Error error = {0};
    view_start(&notes->view, &operations, explorer);
    notes->name = string_copy(name);
    notes->path = present_link_path(explorer_store(explorer), name, &error);
    error_clear(&error);
    pager_start(&notes->pager);
    return &notes->view;
}

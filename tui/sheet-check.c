/* What to know before a sheet goes out, each remark with the item it is about. */
#include "config.h"

#include "core/memory.h"
#include "sheets/check.h"
#include "tui/explorer.h"
#include "tui/pager.h"
#include "tui/sheet.h"
#include "tui/views.h"

#include <stdlib.h>
#include <string.h>

typedef struct CheckView {
    View view;
    char *name; /* of the sheet */
    Pager pager;
    SheetRemarks remarks;
    bool is_counted; /* its pages are, or cannot be */
} CheckView;

static void title(const View *view, Text *text)
{
    text_append_format(text, "Check of %s", ((const CheckView *)view)->name);
}

static void status(const View *view, Text *text)
{
    const CheckView *check = (const CheckView *)view;
    text_append_format(text, "%zu remark%s", check->remarks.count, plural_ending(check->remarks.count));
}

static const char *title_of(const Sheet *sheet, const char *id)
{
    for (size_t i = 0; i < sheet->entry_count; i++) {
        if (strcmp(sheet->entries[i].id, id) == 0) {
            return sheet->entries[i].title;
        }
    }
    return id;
}

static void fill(CheckView *check, const Sheet *sheet)
{
    const SheetRemarks *remarks = &check->remarks;
    Document *document = &check->pager.document;
    document_clear(document);
    if (remarks->count == 0) {
        document_paragraph(document, STYLE_TITLE, "Nothing to remark.", NULL);
        document_gap(document);
        document_paragraph(document, STYLE_NORMAL, "Both sides are there, every item was checked, rests on a publication "
                                                   "and is as it was put in.", NULL);
        return;
    }
    for (size_t i = 0; i < remarks->count; i++) {
        const SheetRemark *remark = &remarks->remarks[i];
        if (remark->id == NULL) {
            document_paragraph(document, STYLE_WARNING, remark->message, NULL);
            document_gap(document);
        }
    }
    for (size_t i = 0; i < remarks->count; i++) {
        const SheetRemark *remark = &remarks->remarks[i];
        if (remark->id != NULL) {
            document_link(document, title_of(sheet, remark->id), remark->rule, remark->message, remark->id);
        }
    }
}

static bool until_typed(void *context)
{
    return !explorer_key_waits(context);
}

/* Draws the pages and adds what they tell; a key that is typed meanwhile puts it off. */
static bool add_pages(CheckView *check, const SheetRequest *request, Error *error)
{
    Explorer *explorer = check->view.explorer;
    Error failure = {0};
    bool done = sheet_check_pages(explorer_store(explorer), request, until_typed, explorer, &check->remarks, &failure);
    bool put_off = !done && failure.code == ERROR_CANCELLED;
    check->is_counted = !put_off;
    if (!done && !put_off) {
        error_set_at(error, failure.code, failure.file, failure.line, "%s", failure.message);
    }
    error_clear(&failure);
    return done || put_off;
}

/* pages: of those too, beside what is there; else all else anew. */
static bool check_sheet(CheckView *check, bool pages, Error *error)
{
    Store *store = explorer_store(check->view.explorer);
    Sheet *sheet = sheet_load(store, check->name, error);
    const SheetRequest request = {.sheet = sheet, .as_of = explorer_as_of(check->view.explorer)};
    SheetRemarks anew = {0};
    bool done = sheet != NULL;
    if (done && pages) {
        done = add_pages(check, &request, error);
    } else if (done) {
        done = sheet_check_contents(store, &request, &anew, error);
        if (done) {
            sheet_remarks_free(&check->remarks);
            check->remarks = anew;
            check->is_counted = false;
        } else {
            sheet_remarks_free(&anew);
        }
    }
    if (done) {
        fill(check, sheet);
        pager_changed(&check->pager);
    }
    sheet_free(sheet);
    return done;
}

static bool recalculate(View *view, Error *error)
{
    CheckView *check = (CheckView *)view;
    return check_sheet(check, false, error) &&
           (!explorer_is_plain(view->explorer) || check_sheet(check, true, error));
}

/* The pages are drawn when the rest was shown and nothing is typed. */
static int pause_before_pages(const View *view)
{
    return ((const CheckView *)view)->is_counted ? -1 : COUNTED_AFTER_MILLISECONDS;
}

static ViewFlags count_pages(View *view)
{
    Error error = {0};
    check_sheet((CheckView *)view, true, &error);
    explorer_report(view->explorer, &error);
    return VIEW_REDRAW;
}

static void draw(View *view, const Canvas *canvas)
{
    pager_draw(&((CheckView *)view)->pager, canvas, true);
}

static ViewFlags follow(CheckView *check, ViewFlags flags, const char *target)
{
    if (target != NULL) {
        explorer_open_item(check->view.explorer, target);
    }
    return flags;
}

static ViewFlags handle(View *view, Action action, Key key)
{
    const char *target = NULL;
    ViewFlags flags = pager_handle(&((CheckView *)view)->pager, action, key, &target);
    return follow((CheckView *)view, flags, target);
}

static ViewFlags mouse(View *view, const Event *event)
{
    const char *target = NULL;
    ViewFlags flags = pager_mouse(&((CheckView *)view)->pager, event, &target);
    return follow((CheckView *)view, flags, target);
}

static const char *item(const View *view)
{
    return pager_target(&((const CheckView *)view)->pager);
}

static const char *sheet_of(const View *view)
{
    return ((const CheckView *)view)->name;
}

static void command(const View *view, Text *text)
{
    text_append(text, "gairo sheet check");
    view_append_argument(text, ((const CheckView *)view)->name);
}

static void linear(View *view, Linear *lines)
{
    pager_linear(&((CheckView *)view)->pager, lines, NULL, NULL);
}

static void check_free(View *view)
{
    CheckView *check = (CheckView *)view;
    pager_free(&check->pager);
    sheet_remarks_free(&check->remarks);
    free(check->name);
    free(check);
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
    .pause = pause_before_pages,
    .tick = count_pages,
    .free = check_free,
    .keys = (const Action[]){ACTION_OPEN, ACTION_NEXT_PANE, ACTION_EXPORT, ACTION_REVIEW, ACTION_NONE},
};

View *sheet_check_view_new(Explorer *explorer, const char *name)
{
    CheckView *check = memory_zeroed(1, sizeof *check);
    view_start(&check->view, &operations, explorer);
    check->name = string_copy(name);
    pager_start(&check->pager);
    return &check->view;
}

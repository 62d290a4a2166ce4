/* The fit meter: how many pages a sheet takes, and what to cut where these are too many. */
#include "config.h"

#include "core/memory.h"
#include "sheets/fit.h"
#include "tui/sheet.h"

#include <stdlib.h>

static bool until_stopped(void *context)
{
    return explorer_work(context, 0, 0);
}

static bool until_typed(void *context)
{
    return !explorer_key_waits(context);
}

/* "2 pages at 8.1 pt", and where it is too long how many it is meant for: the title line has room for no more. */
static char *in_short(const SheetFit *fit)
{
    Text words = {0};
    char *size = sheet_fit_size(fit);
    text_append(&words, size);
    free(size);
    if (sheet_fit_exceeds(fit)) {
        text_append_format(&words, ", meant for %u: too long", fit->template->pages);
    }
    return text_take(&words);
}

/* False where it was not counted: stopped, or an error, which is reported. advise: the user asked, and only Esc stops it. */
static bool measure(SheetView *sheet, bool advise, SheetFit *fit)
{
    const SheetRequest request = {.as_of = explorer_as_of(sheet->view.explorer), .sheet = sheet->sheet};
    Error error = {0};
    free(sheet->fit);
    sheet->fit = NULL;
    sheet->is_counted = true;
    if (sheet->sheet->entry_count == 0) {
        return false;
    }
    bool done = sheet_fit_measure(explorer_store(sheet->view.explorer), &request, advise, advise ? until_stopped : until_typed,
                                  sheet->view.explorer, fit, &error);
    sheet->is_counted = done || error.code != ERROR_CANCELLED || advise;
    if (done) {
        sheet->fit = in_short(fit);
    } else if (error.code != ERROR_CANCELLED) {
        explorer_report(sheet->view.explorer, &error);
    }
    error_clear(&error);
    return done;
}

void sheet_fit(SheetView *sheet)
{
    SheetFit fit = {0};
    (void)measure(sheet, false, &fit);
    sheet_fit_free(&fit);
}

static void cut_answered(void *context, int answer)
{
    SheetView *sheet = context;
    Error error = {0};
    if (answer == 1 &&
        sheet_set_depth_all(explorer_store(sheet->view.explorer), sheet->name, &sheet->cut, DEPTH_TITLE, &error)) {
        explorer_message(sheet->view.explorer, "%zu cut to the title", sheet->cut.count);
    }
    explorer_report(sheet->view.explorer, &error);
    string_list_free(&sheet->cut);
}

void sheet_fit_ask(SheetView *sheet)
{
    SheetFit fit = {0};
    bool done = measure(sheet, true, &fit);
    char *advice = done ? sheet_fit_advice(&fit, sheet->sheet) : NULL;
    char *words = done ? sheet_fit_words(&fit) : NULL;
    char *small = done ? sheet_fit_small_advice(&fit) : NULL;
    if (advice != NULL && fit.cut.count > 0) {
        string_list_free(&sheet->cut);
        sheet->cut = fit.cut;
        fit.cut = (StringList){0};
        explorer_ask(sheet->view.explorer, &(Question){.title = words,
                                                       .text = advice,
                                                       .answers = (const char *const[]){"Leave it", "Cut them", NULL},
                                                       .answered = cut_answered,
                                                       .context = sheet});
    } else if (done) {
        explorer_message(sheet->view.explorer, "%s.%s%s%s%s", words, small == NULL ? "" : " ", small == NULL ? "" : small,
                         advice == NULL ? "" : " ", advice == NULL ? "" : advice);
    }
    free(words);
    free(small);
    free(advice);
    sheet_fit_free(&fit);
}

/* The fit meter: how many pages a sheet takes, and what to cut where these are too many. */
#include "config.h"

#include "core/memory.h"
#include "sheets/fit.h"
#include "tui/sheet.h"

#include <stdlib.h>

static bool keep_going(void *context)
{
    return explorer_work(context, 0, 0);
}

/* False where it was not counted: Esc, or an error, which is reported. */
static bool measure(SheetView *sheet, bool advise, SheetFit *fit)
{
    const SheetRequest request = {.as_of = explorer_as_of(sheet->view.explorer), .sheet = sheet->sheet};
    Error error = {0};
    free(sheet->fit);
    sheet->fit = NULL;
    if (sheet->sheet->entry_count == 0) {
        return false;
    }
    bool done = sheet_fit_measure(explorer_store(sheet->view.explorer), &request, advise, keep_going, sheet->view.explorer, fit,
                                  &error);
    if (done) {
        char *words = sheet_fit_words(fit);
        sheet->fit = string_format("%s%s", words, sheet_fit_exceeds(fit) ? ": too long" : "");
        free(words);
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
    bool done = answer == 1;
    for (size_t i = 0; done && i < sheet->cut.count; i++) {
        done = sheet_set_depth(explorer_store(sheet->view.explorer), sheet->name, sheet->cut.items[i], DEPTH_TITLE, &error);
    }
    if (done) {
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
    if (advice != NULL && fit.cut.count > 0) {
        string_list_free(&sheet->cut);
        sheet->cut = fit.cut;
        fit.cut = (StringList){0};
        explorer_ask(sheet->view.explorer, &(Question){.title = sheet->fit,
                                                       .text = advice,
                                                       .answers = (const char *const[]){"Leave it", "Cut them", NULL},
                                                       .answered = cut_answered,
                                                       .context = sheet});
    } else if (done) {
        explorer_message(sheet->view.explorer, "%s. %s", sheet->fit, advice == NULL ? "" : advice);
    }
    free(advice);
    sheet_fit_free(&fit);
}

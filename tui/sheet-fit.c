/* The fit meter: how many pages a sheet takes. */
#include "config.h"

#include "core/memory.h"
#include "core/unicode.h"
#include "sheets/sheets.h"
#include "sheets/templates.h"
#include "tui/sheet.h"

#include <stdlib.h>

#define WORDS_PER_PAGE 420 /* of the sheets that were printed, on average */

static bool keep_going(void *context)
{
    return explorer_work(context, 0, 0);
}

static char *fit_words(const SheetView *sheet, size_t pages, bool estimated)
{
    const char *name = sheet_property(sheet->sheet, SHEET_TEMPLATE);
    const SheetTemplate *found = name == NULL ? NULL : sheet_template_find(name);
    Text words = {0};
    text_append_format(&words, "%s%zu page%s", estimated ? "about " : "", pages, pages == 1 ? "" : "s");
    if (found != NULL && found->pages > 0) {
        text_append_format(&words, ", meant for %u", found->pages);
    }
    if (estimated) {
        text_append(&words, " (estimated)");
    }
    return text_take(&words);
}

/* The words of the plain text, which every build makes. */
static bool estimate(SheetView *sheet, const Text *xml, size_t *pages, Error *error)
{
    Text text = {0};
    bool done = sheet_render_pages(output_format_find("text"), xml, &text, NULL, keep_going, sheet->view.explorer, error);
    if (done) {
        *pages = text_word_count(text.data) / WORDS_PER_PAGE + 1;
    }
    text_free(&text);
    return done;
}

void sheet_fit(SheetView *sheet)
{
    const SheetRequest request = {.as_of = explorer_as_of(sheet->view.explorer), .sheet = sheet->sheet};
    const OutputFormat *format = output_format_find("pdf");
    Text xml = {0}, output = {0};
    Error error = {0};
    size_t pages = 0;
    bool estimated = format == NULL || format->lacking != NULL;
    free(sheet->fit);
    sheet->fit = NULL;
    if (sheet->sheet->entry_count == 0) {
        return;
    }
    bool done = sheet_compose(explorer_store(sheet->view.explorer), &request, &xml, &error);
    if (done && !estimated) {
        done = sheet_render_pages(format, &xml, &output, &pages, keep_going, sheet->view.explorer, &error);
        if (!done && error.code == ERROR_UNSUPPORTED) { /* no font is installed */
            error_clear(&error);
            estimated = true;
            done = true;
        }
    }
    if (done && estimated) {
        done = estimate(sheet, &xml, &pages, &error);
    }
    if (done) {
        sheet->fit = fit_words(sheet, pages, estimated);
    } else if (error.code != ERROR_CANCELLED) {
        explorer_report(sheet->view.explorer, &error);
    }
    error_clear(&error);
    text_free(&xml);
    text_free(&output);
}

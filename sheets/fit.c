#include "sheets/fit.h"

#include "core/memory.h"
#include "core/unicode.h"

#include <stdlib.h>
#include <string.h>

#define WORDS_PER_PAGE 420 /* of the sheets that were printed, on average */

/* One measuring. */
typedef struct Meter {
    Store *store;
    SheetRequest request; /* its sheet is the copy below */
    Sheet sheet;          /* as asked for, but with entries of its own */
    RenderKeepGoing keep_going;
    void *context;
    bool estimated;
} Meter;

/* An entry that can be cut, and how many bytes of the sheet that saves. */
typedef struct Saving {
    size_t index, bytes;
} Saving;

/* The words of the plain text, which every build makes. */
static bool estimate(const Meter *meter, const Text *xml, DrawnPages *pages, Error *error)
{
    Text text = {0};
    bool done = sheet_render_pages(output_format_find("text"), xml, &text, NULL, meter->keep_going, meter->context, error);
    if (done)
        *pages = (DrawnPages){text_word_count(text.data) / WORDS_PER_PAGE + 1, 0};
    text_free(&text);
    return done;
}

/* A rendering that takes less than a tenth of a second asks nobody. */
static bool goes_on(const Meter *meter, Error *error)
{
    bool stops = meter->keep_going != NULL && !meter->keep_going(meter->context);
    if (stops)
        error_set(error, ERROR_CANCELLED, "stopped");
    return !stops;
}

static bool count_pages(Meter *meter, DrawnPages *pages, Error *error)
{
    const OutputFormat *format = output_format_find("pdf");
    Text xml = {0}, output = {0};
    Error failure = {0};
    if (!goes_on(meter, error))
        return false;
    bool done = sheet_compose(meter->store, &meter->request, &xml, error);
    if (done && !meter->estimated) {
        done = sheet_render_pages(format, &xml, &output, pages, meter->keep_going, meter->context, &failure);
        meter->estimated = !done && failure.code == ERROR_UNSUPPORTED; /* no pango and cairo, or no font */
        if (!done && !meter->estimated)
            error_set_at(error, failure.code, failure.file, failure.line, "%s", failure.message);
        error_clear(&failure);
    }
    if (meter->estimated)
        done = estimate(meter, &xml, pages, error);
    text_free(&xml);
    text_free(&output);
    return done;
}

static int most_first(const void *a, const void *b)
{
    const Saving *left = a, *right = b;
    if (left->bytes != right->bytes)
        return left->bytes > right->bytes ? -1 : 1;
    return left->index < right->index ? -1 : left->index > right->index;
}

static bool composed_length(Meter *meter, size_t *bytes, Error *error)
{
    Text xml = {0};
    bool done = sheet_compose(meter->store, &meter->request, &xml, error);
    *bytes = xml.length;
    text_free(&xml);
    return done;
}

/* What a cut of each entry to its title saves; those that it saves nothing of are left out. *savings is the caller's. */
static bool find_savings(Meter *meter, Saving *savings, size_t *count, Error *error)
{
    size_t whole;
    *count = 0;
    if (!composed_length(meter, &whole, error))
        return false;
    for (size_t i = 0; i < meter->sheet.entry_count; i++) {
        SheetEntry *entry = &meter->sheet.entries[i];
        SheetDepth depth = entry->depth;
        size_t bytes;
        if (entry->gone || depth == DEPTH_TITLE)
            continue;
        entry->depth = DEPTH_TITLE;
        bool done = goes_on(meter, error) && composed_length(meter, &bytes, error);
        entry->depth = depth;
        if (!done)
            return false;
        if (bytes < whole)
            savings[(*count)++] = (Saving){i, whole - bytes};
    }
    if (*count > 0)
        qsort(savings, *count, sizeof *savings, most_first);
    return true;
}

/* Counts the pages with the first of the savings cut, and leaves the sheet as it was. */
static bool count_with_cuts(Meter *meter, const Saving *savings, size_t cuts, size_t *pages, Error *error)
{
    SheetDepth *depths = memory_zeroed(cuts + 1, sizeof *depths);
    for (size_t i = 0; i < cuts; i++) {
        depths[i] = meter->sheet.entries[savings[i].index].depth;
        meter->sheet.entries[savings[i].index].depth = DEPTH_TITLE;
    }
    DrawnPages drawn = {0};
    bool done = count_pages(meter, &drawn, error);
    *pages = drawn.count;
    for (size_t i = 0; i < cuts; i++)
        meter->sheet.entries[savings[i].index].depth = depths[i];
    free(depths);
    return done;
}

/* The fewest of what takes most room, by bisection. */
static bool advise_cuts(Meter *meter, SheetFit *fit, Error *error)
{
    Saving *savings = memory_zeroed(meter->sheet.entry_count + 1, sizeof *savings);
    size_t count = 0, low = 0, pages = 0;
    bool done = find_savings(meter, savings, &count, error) &&
                count_with_cuts(meter, savings, count, &fit->cut_pages, error);
    if (done && fit->cut_pages <= fit->template->pages) {
        size_t high = count;
        while (done && low + 1 < high) {
            size_t middle = low + (high - low) / 2;
            done = count_with_cuts(meter, savings, middle, &pages, error);
            if (pages <= fit->template->pages)
                high = middle;
            else
                low = middle;
        }
        for (size_t i = 0; done && i < high; i++)
            string_list_add(&fit->cut, meter->sheet.entries[savings[i].index].id);
    }
    free(savings);
    return done;
}

const SheetTemplate *sheet_fit_template(const SheetRequest *request)
{
    const char *name = request->template_name != NULL ? request->template_name : sheet_property(request->sheet, SHEET_TEMPLATE);
    const SheetTemplate *found = sheet_template_find(name);
    return found != NULL ? found : sheet_template_default();
}

bool sheet_fit_measure(Store *store, const SheetRequest *request, bool advise, RenderKeepGoing keep_going, void *context,
                       SheetFit *fit, Error *error)
{
    Meter meter = {.store = store, .request = *request, .sheet = *request->sheet, .keep_going = keep_going, .context = context};
    const OutputFormat *format = output_format_find("pdf");
    size_t bytes = meter.sheet.entry_count * sizeof *meter.sheet.entries;
    meter.sheet.entries = memory_zeroed(meter.sheet.entry_count + 1, sizeof *meter.sheet.entries);
    if (bytes > 0)
        memcpy(meter.sheet.entries, request->sheet->entries, bytes);
    meter.request.sheet = &meter.sheet;
    meter.estimated = format == NULL || format->lacking != NULL;
    fit->template = sheet_fit_template(request);
    DrawnPages drawn = {0};
    bool done = count_pages(&meter, &drawn, error);
    fit->pages = drawn.count;
    fit->letters = drawn.letters;
    fit->estimated = meter.estimated;
    if (done && advise && sheet_fit_exceeds(fit))
        done = advise_cuts(&meter, fit, error);
    free(meter.sheet.entries);
    return done;
}

bool sheet_fit_exceeds(const SheetFit *fit)
{
    return fit->template->pages > 0 && fit->pages > fit->template->pages;
}

bool sheet_fit_is_small(const SheetFit *fit)
{
    return fit->template->pages > 0 && fit->letters > 0 && fit->letters < SHEET_LETTERS_LEAST;
}

char *sheet_fit_size(const SheetFit *fit)
{
    Text words = {0};
    text_append_format(&words, "%s%zu page%s", fit->estimated ? "about " : "", fit->pages, plural_ending(fit->pages));
    if (fit->letters > 0 && fit->template->pages > 0)
        text_append_format(&words, " at %u.%u pt", fit->letters / 10, fit->letters % 10);
    return text_take(&words);
}

char *sheet_fit_small_words(const SheetFit *fit)
{
    const SheetTemplate *longer = sheet_template_longer(fit->template);
    if (!sheet_fit_is_small(fit))
        return NULL;
    return string_format("letters of %u.%u pt are hard to read: cut an item%s%s",
                         fit->letters / 10, fit->letters % 10, longer != NULL ? ", or make it as " : "",
                         longer != NULL ? longer->article : "");
}

char *sheet_fit_small_advice(const SheetFit *fit)
{
    char *words = sheet_fit_small_words(fit), *sentence = NULL;
    if (words != NULL)
        sentence = string_format("%c%s.", words[0] - 'a' + 'A', words + 1);
    free(words);
    return sentence;
}

char *sheet_fit_words(const SheetFit *fit)
{
    Text words = {0};
    char *size = sheet_fit_size(fit);
    text_append(&words, size);
    free(size);
    if (fit->template->pages > 0)
        text_append_format(&words, "; %s is meant for %u", fit->template->article, fit->template->pages);
    if (fit->estimated)
        text_append(&words, " (estimated)");
    return text_take(&words);
}

static const char *title_of(const Sheet *sheet, const char *id)
{
    for (size_t i = 0; i < sheet->entry_count; i++)
        if (strcmp(sheet->entries[i].id, id) == 0 && sheet->entries[i].title != NULL)
            return sheet->entries[i].title;
    return id;
}

char *sheet_fit_advice(const SheetFit *fit, const Sheet *sheet)
{
    Text words = {0};
    if (fit->cut_pages == 0)
        return NULL;
    if (fit->cut.count == 0)
        return string_format("Even with every item cut to its title it takes %zu page%s: take some out, or make it as a longer "
                             "template.", fit->cut_pages, plural_ending(fit->cut_pages));
    text_append_format(&words, "It fits with %s cut to %s: ", fit->cut.count == 1 ? "this item" : "these items",
                       fit->cut.count == 1 ? "its title" : "their titles");
    for (size_t i = 0; i < fit->cut.count; i++)
        text_append_format(&words, "%s%s", i > 0 ? "; " : "", title_of(sheet, fit->cut.items[i]));
    text_append(&words, ".");
    return text_take(&words);
}

void sheet_fit_free(SheetFit *fit)
{
    string_list_free(&fit->cut);
    *fit = (SheetFit){0};
}

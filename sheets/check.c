#include "sheets/check.h"

#include "core/memory.h"
#include "core/vocabulary.h"
#include "sheets/fit.h"
#include "sheets/templates.h"

#include <string.h>

#define LAW_KINDS (KIND_BIT(KIND_INSTRUMENT) | KIND_BIT(KIND_PROVISION))
#define ANSWERED_KINDS (KIND_BIT(KIND_RECOMMENDATION) | KIND_BIT(KIND_RISK))

/* What a template is made of, how much of it there has to be, and what to say where there is none of it, or too little. */
typedef struct Need {
    const char *template_name;
    KindSet kinds;
    size_t least;
    const char *none, *few, *through_risks; /* the last: where its risks lead to some; NULL: as if there were none */
} Need;

static const Need needs[] = {
    {"recommendation", ANSWERED_KINDS, 1,
     "a recommendation sheet says what to do, and it holds no recommendation, and no risk that one would answer", NULL, NULL},
    {"register", KIND_BIT(KIND_RISK), 1, "a risk register has a row for each risk, and it holds none", NULL, NULL},
    {"models", KIND_BIT(KIND_MODEL), 2, "a model comparison sets models side by side, and it holds none",
     "a model comparison sets models side by side, and it holds only one", NULL},
    {"law", LAW_KINDS, 1, "a law overview lists laws and their dates, and it holds none", NULL,
     "a law overview lists laws and their dates, and it holds none; those that bear on its risks stand there without dates"},
};

static size_t count_kinds(const Sheet *sheet, KindSet kinds)
{
    size_t count = 0;
    for (size_t i = 0; i < sheet->entry_count; i++)
        count += !sheet->entries[i].gone && (id_kinds(sheet->entries[i].id) & kinds) != 0;
    return count;
}

/* NULL: there is enough of it. */
static const char *need_words(const Need *need, const Sheet *sheet)
{
    size_t count = count_kinds(sheet, need->kinds);
    if (count >= need->least)
        return NULL;
    if (need->through_risks != NULL && count_kinds(sheet, KIND_BIT(KIND_RISK)) > 0)
        return need->through_risks;
    return count == 0 ? need->none : need->few;
}

bool sheet_check_contents(Store *store, const SheetRequest *request, SheetRemarks *remarks, Error *error)
{
    const Sheet *sheet = request->sheet;
    const char *name = sheet_fit_template(request)->name;
    for (size_t i = 0; sheet->entry_count > 0 && i < sizeof needs / sizeof needs[0]; i++) {
        const char *words = strcmp(needs[i].template_name, name) == 0 ? need_words(&needs[i], sheet) : NULL;
        if (words != NULL)
            sheet_remarks_take(remarks, "template", NULL, string_copy(words));
    }
    return sheet_check(store, sheet, request->as_of, remarks, error);
}

bool sheet_check_pages(Store *store, const SheetRequest *request, RenderKeepGoing keep_going, void *context,
                       SheetRemarks *remarks, Error *error)
{
    SheetFit fit = {0};
    if (request->sheet->entry_count == 0 || sheet_fit_template(request)->pages == 0)
        return true;
    bool done = sheet_fit_measure(store, request, false, keep_going, context, &fit, error);
    if (done && sheet_fit_exceeds(&fit))
        sheet_remarks_take(remarks, "too-long", NULL, sheet_fit_words(&fit));
    if (done && sheet_fit_is_small(&fit))
        sheet_remarks_take(remarks, "small", NULL, sheet_fit_small_words(&fit));
    sheet_fit_free(&fit);
    return done;
}

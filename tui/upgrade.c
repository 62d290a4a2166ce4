#include "config.h"

#include "tui/upgrade.h"

#include "core/memory.h"
#include "importers/import.h"

#include <stdlib.h>

static bool show_progress(void *context, const ImportProgress *progress)
{
    return explorer_work(context, progress->files_done, progress->files);
}

static void load(Explorer *explorer)
{
    Error error = {0};
    ImportReport report = {0};
    ImportOptions options = {.progress = show_progress, .context = explorer};
    if (import_shipped(explorer_store(explorer), &options, &report, &error)) {
        explorer_message(explorer,
                         "Loaded: %zu added, %zu changed, %zu removed. Your own sheets and notes stay.",
                         report.total.added, report.total.changed, report.total.removed);
    } else {
        explorer_report(explorer, &error);
    }
    import_report_free(&report);
}

static void answered(void *context, int answer)
{
    if (answer == 1) {
        load(context);
    } else {
        explorer_message(context, "Kept the data as it is. It is offered again at the next start.");
    }
}

void upgrade_offer(Explorer *explorer)
{
    char *here = store_note_get(explorer_store(explorer), "shipped-version");
    char *shipped = import_shipped_version(NULL);
    char *text = string_format(
        "Here: %s. Shipped with this gairo: %s. All of it is loaded, or nothing; your own sheets and notes "
        "stay as they are.",
        here == NULL ? "none" : here, shipped == NULL ? "unknown" : shipped);
    explorer_ask(explorer, &(Question){.title = "A newer data set is there. Load it?",
                                       .text = text,
                                       .answers = (const char *const[]){"Later", "Load it now", NULL},
                                       .answered = answered,
                                       .context = explorer});
    free(text);
    free(shipped);
    free(here);
}

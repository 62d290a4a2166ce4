#include "config.h"

#include "tui/source-document.h"

#include "core/memory.h"
#include "store/joining.h"
#include "tui/health.h"
#include "tui/source-removal.h"

#include <stdlib.h>

#define FILES_MAX 4u /* of a source, that are listed */
#define FINDINGS_MAX 500 /* that are listed */

/* "4 incidents, 1 reference". */
static bool add_kinds(Document *document, Store *store, const char *source, Error *error)
{
    long counts[KIND_COUNT];
    Text kinds = {0};
    if (!source_kinds(store, source, counts, error)) {
        return false;
    }
    for (int i = 0; i < KIND_COUNT; i++) {
        if (counts[i] > 0) {
            text_append_format(&kinds, "%s%ld %s", kinds.length > 0 ? ", " : "", counts[i],
                               kind_noun((Kind)i, (size_t)counts[i]));
        }
    }
    document_field(document, "Holds", STYLE_NORMAL, kinds.data, NULL);
    text_free(&kinds);
    return true;
}

/* The first files with the beginnings of their digests; how many more there are. */
static bool add_files(Document *document, Store *store, const char *source, Error *error)
{
    SourceFiles files;
    if (!source_files_list(store, source, &files, error)) {
        return false;
    }
    for (size_t i = 0; i < files.count && i < FILES_MAX; i++) {
        char *file = string_format("%s (SHA-256 %.12s…)", files.files[i].name, files.files[i].digest);
        document_field(document, i == 0 ? "Files" : "", STYLE_NORMAL, file, NULL);
        free(file);
    }
    if (files.count > 0) {
        char *more = files.count > FILES_MAX
                         ? string_format("%zu more; gairo sources show %s lists them, and whether they changed since",
                                         files.count - FILES_MAX, source)
                         : string_format("gairo sources show %s tells whether they changed since", source);
        document_field(document, "", STYLE_QUIET, more, NULL);
        free(more);
    }
    source_files_free(&files);
    source_removal_add(document, source);
    return true;
}

bool source_document(Document *document, Store *store, const SourceInfo *source, Error *error)
{
    document_heading(document, source->title == NULL ? source->id : source->title, NULL);
    char *records = string_format("%ld", source->records);
    document_field(document, "Name", STYLE_NORMAL, source->id, NULL);
    document_field(document, "Records", STYLE_NORMAL, records, NULL);
    bool done = add_kinds(document, store, source->id, error);
    document_field(document, "Version", STYLE_NORMAL, source_version_words(source), NULL);
    document_field(document, "As known on", STYLE_NORMAL, source->date, NULL);
    document_field(document, "Imported", STYLE_NORMAL, source->imported, NULL);
    document_field(document, "Licence", STYLE_NORMAL, source->licence, NULL);
    document_field(document, "Link", STYLE_NORMAL, source->url, NULL);
    document_field(document, "To cite", STYLE_NORMAL, source->cite, NULL);
    free(records);
    return done && (source->rank == 0 || add_files(document, store, source->id, error));
}

/* A finding leads to its item, where it has one. */
static void add_finding(Document *document, const Finding *finding)
{
    char *place = finding->file == NULL   ? string_copy("the database")
                  : finding->line > 0     ? string_format("%s:%ld", finding->file, finding->line)
                                          : string_copy(finding->file);
    char *text = finding->id == NULL ? string_format("%s: %s", finding->rule->name, finding->message)
                                     : string_format("%s: %s", finding->id, finding->message);
    if (finding->id != NULL) {
        document_link(document, text, place, NULL, finding->id);
    } else {
        document_paragraph(document, STYLE_WARNING, text, place);
    }
    free(text);
    free(place);
}

static void add_findings(Document *document, const Findings *findings, Severity severity)
{
    size_t told = 0, count = severity == SEVERITY_NOTICE ? findings->notices : findings->count - findings->notices;
    for (size_t i = 0; i < findings->count && told < FINDINGS_MAX; i++) {
        if (findings->findings[i].severity == severity) {
            add_finding(document, &findings->findings[i]);
            told++;
        }
    }
    if (told < count) {
        char *more = string_format("%zu more: gairo check lists them.", count - told);
        document_paragraph(document, STYLE_QUIET, more, NULL);
        free(more);
    }
}

/* In as many lines while it is being checked (findings NULL) as after: nothing moves while one reads. */
static void add_state(Document *document, Explorer *explorer, const Findings *findings)
{
    bool damaged = false;
    size_t faults = findings == NULL ? 0 : findings->count - findings->notices;
    document_heading(document, "Data health", NULL);
    if (findings == NULL) {
        size_t done, total;
        health_progress(explorer, &done, &total);
        char *progress = string_format("being looked for: %zu of %zu rules were tried", done, total);
        document_field(document, "Database", STYLE_QUIET, "being checked", NULL);
        document_field(document, "Findings", STYLE_QUIET, progress, NULL);
        document_field(document, "To be known", STYLE_QUIET, "being looked for", NULL);
        free(progress);
        return;
    }
    for (size_t i = 0; i < findings->count; i++) {
        damaged = damaged || findings->findings[i].file == NULL;
    }
    char *count = faults == 0 ? string_copy("none: nothing is wrong by the rules of gairo check")
                              : string_format("%zu: below", faults);
    char *notices = string_format("%zu, no faults: below", findings->notices);
    document_field(document, "Database", damaged ? STYLE_WARNING : STYLE_NORMAL,
                   damaged ? "not whole: see the findings"
                           : "whole; no record was changed by another program",
                   NULL);
    document_field(document, "Findings", faults > 0 ? STYLE_WARNING : STYLE_NORMAL, count, NULL);
    document_field(document, "To be known", STYLE_NORMAL, findings->notices == 0 ? "nothing" : notices, NULL);
    free(notices);
    free(count);
}

static void add_all_findings(Document *document, const Findings *findings)
{
    size_t faults = findings->count - findings->notices;
    char *heading = string_format("Findings: %zu", faults);
    char *notices = string_format("To be known, no faults: %zu", findings->notices);
    if (faults > 0) {
        document_heading(document, heading, NULL);
        add_findings(document, findings, SEVERITY_FINDING);
    }
    if (findings->notices > 0) {
        document_heading(document, notices, NULL);
        add_findings(document, findings, SEVERITY_NOTICE);
    }
    free(notices);
    free(heading);
}

void health_document(Document *document, Explorer *explorer)
{
    const Findings *findings = health_known(explorer);
    add_state(document, explorer, findings);
    if (findings != NULL) {
        add_all_findings(document, findings);
    }
}

/* About gairo, and the sources of its data with their health: two pages. */
#include "config.h"

#include "core/memory.h"
#include "core/sanitise.h"
#include "store/sources.h"
#include "tui/explorer.h"
#include "tui/page.h"
#include "tui/views.h"

#include <stdlib.h>

#define FINDINGS_MAX 500 /* on the page */

static bool make_about(Explorer *explorer, Document *document, Error *error)
{
    (void)error;
    const Settings *settings = explorer_settings(explorer);
    document_heading(document, PACKAGE_STRING, NULL);
    document_body(document, "Generative AI Risks and Opportunities: what can go wrong and what is gained when a "
                            "generative model, or a part of it, is released openly; what can be done, by whom, and what "
                            "the law already says.\n\ngairo works offline and opens no connection, ever.");
    document_heading(document, "Where it is from", NULL);
    document_paragraph(document, STYLE_NORMAL,
                       "It follows the frame of Risks and Opportunities of Open-Source Generative AI (Eiras et al., "
                       "2024, arXiv:2405.08597). Each statement names its source and how we know it. What the paper "
                       "says and what we say is never mixed.",
                       NULL);
    document_heading(document, "Licences", NULL);
    document_field(document, "Program", STYLE_NORMAL, "MIT License", NULL);
    document_field(document, "Data set", STYLE_NORMAL, "CC BY 4.0", NULL);
    document_heading(document, "On this machine", NULL);
    document_field(document, "Database", STYLE_NORMAL, store_path(explorer_store(explorer)), NULL);
    document_field(document, "Configuration", STYLE_NORMAL,
                   settings->path == NULL ? "no home folder is known" : settings->path,
                   settings->found ? NULL : "not there: defaults");
    document_field(document, "Built with", STYLE_NORMAL, BUILT_WITH, NULL);
    document_heading(document, "More", NULL);
    document_paragraph(document, STYLE_NORMAL,
                       "The keys are in the help, the manual page is gairo(1). Sources and data health has what was "
                       "imported, when, and what is wrong with it.",
                       NULL);
    return true;
}

View *about_view_new(Explorer *explorer)
{
    return page_view_new(explorer, "About", "gairo --version", make_about);
}

static void add_source(Document *document, const SourceInfo *source)
{
    document_heading(document, source->title == NULL ? source->id : source->title, NULL);
    char *records = string_format("%ld", source->records);
    document_field(document, "Name", STYLE_NORMAL, source->id, NULL);
    document_field(document, "Records", STYLE_NORMAL, records, NULL);
    document_field(document, "Version", STYLE_NORMAL, source->version, NULL);
    document_field(document, "As known on", STYLE_NORMAL, source->date, NULL);
    document_field(document, "Imported", STYLE_NORMAL, source->imported, NULL);
    document_field(document, "Licence", STYLE_NORMAL, source->licence, NULL);
    document_field(document, "Link", STYLE_NORMAL, source->url, NULL);
    document_field(document, "To cite", STYLE_NORMAL, source->cite, NULL);
    free(records);
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
        if (findings->findings[i].rule->severity == severity) {
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

static void add_health(Document *document, const Findings *findings)
{
    bool damaged = false;
    for (size_t i = 0; i < findings->count; i++) {
        damaged = damaged || findings->findings[i].file == NULL;
    }
    char *heading = string_format("Findings: %zu", findings->count - findings->notices);
    char *notices = string_format("To be known, no faults: %zu", findings->notices);
    document_heading(document, "Health", NULL);
    document_field(document, "Database", damaged ? STYLE_WARNING : STYLE_NORMAL,
                   damaged ? "not whole: see below" : "whole: its parts fit, and no record was changed by another program",
                   NULL);
    document_heading(document, heading, NULL);
    if (findings->count == findings->notices) {
        document_paragraph(document, STYLE_NORMAL, "Nothing is wrong with the data by the rules of gairo check.", NULL);
    }
    add_findings(document, findings, SEVERITY_FINDING);
    if (findings->notices > 0) {
        document_heading(document, notices, NULL);
        add_findings(document, findings, SEVERITY_NOTICE);
    }
    free(notices);
    free(heading);
}

static bool make_sources(Explorer *explorer, Document *document, Error *error)
{
    SourceInfos sources = {0};
    Findings findings = {0};
    Store *store = explorer_store(explorer);
    bool done = sources_list(store, &sources, error) && findings_collect(store, &findings, error);
    if (done) {
        add_health(document, &findings);
        for (size_t i = 0; i < sources.count; i++) {
            add_source(document, &sources.sources[i]);
        }
    }
    findings_free(&findings);
    source_infos_free(&sources);
    return done;
}

View *sources_view_new(Explorer *explorer)
{
    return page_view_new(explorer, "Sources and data health", "gairo check --notices", make_sources);
}

#include "store/lint.h"

#include "core/memory.h"

#include <stdlib.h>

static const struct {
    FindingRule rule;
    bool (*find)(Lint *lint, Error *error);
    enum {
        AT_CHECK,          /* told by `gairo check` alone */
        NOTICES_AT_IMPORT, /* an author is told at the import too where it is no fault */
        AT_IMPORT,         /* a file is refused for a fault: none that is still to come can mend it */
    } when;
} rules[] = {
    {{"integrity", SEVERITY_FINDING, "The database file is damaged, or its tables do not agree.", NULL},
     lint_integrity,
     AT_CHECK},
    {{"record-digest", SEVERITY_FINDING, "A record is not what was imported.", NULL}, lint_record_digest, AT_CHECK},
    {{"dangling-link", SEVERITY_FINDING, "A link, a cell or a term to see leads to nothing, or to the wrong kind.",
      NULL},
     lint_dangling_link,
     AT_CHECK},
    {{"dangling-citation", SEVERITY_FINDING, "What is cited is not there, or is neither reference nor instrument.",
      NULL},
     lint_dangling_citation,
     AT_CHECK},
    {{"no-source", SEVERITY_FINDING, "A record or a link does not say where it is from.", NULL},
     lint_no_source,
     AT_CHECK},
    {{"cell-without-source", SEVERITY_FINDING, "Openness cells rest on nothing but the editors' own word.", NULL},
     lint_cell_without_source,
     AT_IMPORT},
    {{"one-sided-link", SEVERITY_FINDING,
      "Both ends of a link state it: twice the same, or the one against the other. A link is written at one end.",
      lint_one_sided_link_cases},
     lint_one_sided_link,
     AT_IMPORT},
    {{"contradicting-links", SEVERITY_FINDING, "Two links from one item to another exclude each other.",
      lint_contradicting_links_cases},
     lint_contradicting_links,
     AT_IMPORT},
    {{"dates-out-of-order", SEVERITY_FINDING, "Something happened to a law before what must come first.",
      lint_dates_out_of_order_cases},
     lint_dates_out_of_order,
     AT_IMPORT},
    {{"before-instrument", SEVERITY_FINDING, "A provision binds before its instrument was adopted.",
      lint_before_instrument_cases},
     lint_before_instrument,
     AT_IMPORT},
    {{"after-source", SEVERITY_FINDING, "Something is told as past that lies after the date of its source.",
      lint_after_source_cases},
     lint_after_source,
     AT_IMPORT},
    {{"put-off-by-nothing", SEVERITY_FINDING, "A day is said to have been put off, and no amendment did so.", NULL},
     lint_put_off_by_nothing,
     AT_IMPORT},
    {{"missing-summary", SEVERITY_FINDING, "An item of a kind that needs a summary has none.",
      lint_missing_summary_cases},
     lint_missing_summary,
     AT_IMPORT},
    {{"missing-body", SEVERITY_FINDING, "A risk, opportunity, mitigation or recommendation has no text.",
      lint_missing_body_cases},
     lint_missing_body,
     AT_IMPORT},
    {{"missing-field", SEVERITY_FINDING, "An item lacks a field that its kind needs.", lint_missing_field_cases},
     lint_missing_field,
     AT_IMPORT},
    {{"missing-reason", SEVERITY_FINDING,
      "A rating, an answer to a risk, or a reference for or against is given without the reason.",
      lint_missing_reason_cases},
     lint_missing_reason,
     AT_IMPORT},
    {{"undisputed", SEVERITY_FINDING, "Evidence is said to be contested, and no reference disputes it.", NULL},
     lint_undisputed,
     AT_IMPORT},
    {{"missing-link", SEVERITY_FINDING, "An item lacks a link that its kind needs.", lint_missing_link_cases},
     lint_missing_link,
     AT_IMPORT},
    {{"no-mitigation", SEVERITY_FINDING, "Nothing reduces a risk, and no field \"gap\" says so.", NULL},
     lint_no_mitigation,
     NOTICES_AT_IMPORT},
    {{"no-recommendation", SEVERITY_FINDING,
      "No recommendation answers a risk or calls for what reduces it, and no field \"gap\" says so.", NULL},
     lint_no_recommendation,
     NOTICES_AT_IMPORT},
    {{"unfounded-answer", SEVERITY_FINDING,
      "A recommendation is said to answer a risk, and calls for nothing that reduces it.", NULL},
     lint_unfounded_answer,
     AT_IMPORT},
    {{"recommendation-without-actor", SEVERITY_FINDING, "A recommendation is addressed to nobody.", NULL},
     lint_recommendation_without_actor,
     AT_IMPORT},
    {{"summary-length", SEVERITY_FINDING,
      "The summary of a risk, opportunity, mitigation or recommendation has under 30 or over 160 characters.",
      lint_summary_length_cases},
     lint_summary_length,
     AT_IMPORT},
    {{"body-length", SEVERITY_FINDING, "The text of a risk or opportunity has under 80 or over 200 words.",
      lint_body_length_cases},
     lint_body_length,
     AT_IMPORT},
    {{"near-duplicate", SEVERITY_FINDING, "Two items say almost the same in the same words; levels of openness may.",
      NULL},
     lint_near_duplicate,
     NOTICES_AT_IMPORT},
    {{"unused-reference", SEVERITY_FINDING, "A reference is cited nowhere.", NULL}, lint_unused_reference, AT_CHECK},
    {{"empty-area", SEVERITY_FINDING, "There is nothing in an area.", NULL}, lint_empty_area, AT_CHECK},
    {{"empty-field", SEVERITY_FINDING, "An area has no risk, or no opportunity, at a stage that it is linked to.",
      NULL},
     lint_empty_field_of_frame,
     AT_CHECK},
    {{"incomplete-matrix", SEVERITY_FINDING, "A model has a cell for some of the twelve components only.", NULL},
     lint_incomplete_matrix,
     AT_IMPORT},
    {{"thin-evidence", SEVERITY_NOTICE, "Fewer than two references support a risk or an opportunity.", NULL},
     lint_thin_evidence,
     NOTICES_AT_IMPORT},
    {{"no-crosswalk", SEVERITY_NOTICE, "No entry of another taxonomy is linked to a risk.", NULL},
     lint_no_crosswalk,
     AT_CHECK},
};
#define RULE_COUNT (sizeof rules / sizeof *rules)

const char *severity_name(Severity severity)
{
    return severity == SEVERITY_NOTICE ? "notice" : "finding";
}

size_t finding_rule_count(void)
{
    return RULE_COUNT;
}

const FindingRule *finding_rule_at(size_t index)
{
    return &rules[index].rule;
}

static void free_finding(Finding *finding)
{
    free(finding->file);
    free(finding->id);
    free(finding->message);
}

void findings_free(Findings *findings)
{
    for (size_t i = 0; i < findings->count; i++)
        free_finding(&findings->findings[i]);
    free(findings->findings);
    *findings = (Findings){0};
}

void lint_add(Lint *lint, const char *file, long line, const char *id, const char *message)
{
    Findings *findings = lint->findings;
    bool full = (findings->count & (findings->count - 1)) == 0;
    if (full)
        findings->findings =
            memory_resize(findings->findings, findings->count ? 2 * findings->count : 1, sizeof *findings->findings);
    findings->findings[findings->count++] = (Finding){.file = string_copy(file),
                                                      .line = line,
                                                      .id = string_copy(id),
                                                      .rule = lint->rule,
                                                      .severity = lint->severity,
                                                      .message = string_copy(message)};
    findings->notices += lint->severity == SEVERITY_NOTICE;
}

void lint_add_ranked(Lint *lint, long long rank, const char *file, long line, const char *id, const char *message)
{
    const Severity severity = lint->severity;
    lint->severity = rank > 0 ? SEVERITY_NOTICE : severity;
    lint_add(lint, file, line, id, message);
    lint->severity = severity;
}

static bool add_rows(Lint *lint, const char *literal, bool ranked, Error *error)
{
    Statement statement;

    if (statement_open(lint->store, literal, &statement, error)) {
        while (statement_step(&statement))
            lint_add_ranked(lint, ranked ? statement_number(&statement, 4) : 0, statement_text(&statement, 0),
                            (long)statement_number(&statement, 1), statement_text(&statement, 2),
                            statement_word(&statement, 3));
    }
    return statement_close(&statement);
}

bool lint_rows(Lint *lint, const char *literal, Error *error)
{
    return add_rows(lint, literal, false, error);
}

bool lint_rows_ranked(Lint *lint, const char *literal, Error *error)
{
    return add_rows(lint, literal, true, error);
}

static bool find_by_rule(Store *store, size_t rule, Findings *findings, Error *error)
{
    Lint lint = {
        .store = store, .findings = findings, .rule = &rules[rule].rule, .severity = rules[rule].rule.severity};

    return rules[rule].find(&lint, error);
}

/* Whether the import of a file tells of what a rule found: all notices, and the faults that are the file's own. */
static bool is_of_import(size_t rule, const Finding *finding, const StringList *files)
{
    return (rules[rule].when == AT_IMPORT || finding->severity == SEVERITY_NOTICE) && finding->file &&
           string_list_contains(files, finding->file);
}

bool findings_of_files(Store *store, const StringList *files, Findings *findings, Error *error)
{
    bool done = true;
    *findings = (Findings){0};
    for (size_t i = 0; done && i < RULE_COUNT; i++) {
        Findings found = {0};

        if (rules[i].when == AT_CHECK)
            continue;
        done = find_by_rule(store, i, &found, error);
        for (size_t k = 0; done && k < found.count; k++) {
            const Finding *finding = &found.findings[k];
            Lint lint = {.store = store, .findings = findings, .rule = finding->rule, .severity = finding->severity};

            if (is_of_import(i, finding, files))
                lint_add(&lint, finding->file, finding->line, finding->id, finding->message);
        }
        findings_free(&found);
    }
    return done;
}

bool findings_add(Store *store, size_t rule, Findings *findings, Error *error)
{
    size_t before = findings->count, notices = findings->notices;
    if (find_by_rule(store, rule, findings, error))
        return true;
    while (findings->count > before)
        free_finding(&findings->findings[--findings->count]);
    findings->notices = notices;
    return false;
}

bool findings_collect(Store *store, Findings *findings, Error *error)
{
    bool done = true;
    *findings = (Findings){0};
    for (size_t i = 0; done && i < RULE_COUNT; i++)
        done = findings_add(store, i, findings, error);
    if (!done)
        findings_free(findings);
    return done;
}

#include "store/lint.h"

#include "core/memory.h"

#include <stdlib.h>

static const struct {
    FindingRule rule;
    bool (*find)(Lint *lint, Error *error);
} rules[] = {
    {{"integrity", SEVERITY_FINDING, "The database file is damaged, or its tables do not agree."}, lint_integrity},
    {{"record-digest", SEVERITY_FINDING, "A record is not what was imported."}, lint_record_digest},
    {{"dangling-link", SEVERITY_FINDING, "A link, a cell or a term to see leads to nothing, or to the wrong kind."},
     lint_dangling_link},
    {{"dangling-citation", SEVERITY_FINDING, "What is cited is not there, or is neither reference nor instrument."},
     lint_dangling_citation},
    {{"no-source", SEVERITY_FINDING, "A record or a link does not say where it is from."}, lint_no_source},
    {{"cell-without-source", SEVERITY_FINDING, "Openness cells rest on nothing but the editors' own word."},
     lint_cell_without_source},
    {{"one-sided-link", SEVERITY_FINDING,
      "Both ends of a link state it: twice the same, or the one against the other. A link is written at one end."},
     lint_one_sided_link},
    {{"contradicting-links", SEVERITY_FINDING, "Two links from one item to another exclude each other."},
     lint_contradicting_links},
    {{"dates-out-of-order", SEVERITY_FINDING, "Something happened to a law before what must come first."},
     lint_dates_out_of_order},
    {{"before-instrument", SEVERITY_FINDING, "A provision binds before its instrument was adopted."},
     lint_before_instrument},
    {{"after-source", SEVERITY_FINDING, "Something is told as past that lies after the date of its source."},
     lint_after_source},
    {{"missing-summary", SEVERITY_FINDING, "An item of a kind that needs a summary has none."}, lint_missing_summary},
    {{"missing-body", SEVERITY_FINDING, "A risk, opportunity, mitigation or recommendation has no text."},
     lint_missing_body},
    {{"missing-field", SEVERITY_FINDING, "An item lacks a field that its kind needs."}, lint_missing_field},
    {{"missing-reason", SEVERITY_FINDING, "A rating is given without the reason."}, lint_missing_reason},
    {{"missing-link", SEVERITY_FINDING, "An item lacks a link that its kind needs."}, lint_missing_link},
    {{"no-mitigation", SEVERITY_FINDING, "Nothing reduces a risk, and no field \"gap\" says so."}, lint_no_mitigation},
    {{"no-recommendation", SEVERITY_FINDING,
      "No recommendation calls for what reduces a risk, and no field \"gap\" says so."},
     lint_no_recommendation},
    {{"recommendation-without-actor", SEVERITY_FINDING, "A recommendation is addressed to nobody."},
     lint_recommendation_without_actor},
    {{"summary-length", SEVERITY_FINDING,
      "The summary of a risk, opportunity, mitigation or recommendation has under 30 or over 160 characters."},
     lint_summary_length},
    {{"body-length", SEVERITY_FINDING, "The text of a risk or opportunity has under 80 or over 200 words."},
     lint_body_length},
    {{"near-duplicate", SEVERITY_FINDING,
      "Two items of a kind say almost the same in the same words; levels of openness may."},
     lint_near_duplicate},
    {{"unused-reference", SEVERITY_FINDING, "A reference is cited nowhere."}, lint_unused_reference},
    {{"empty-area", SEVERITY_FINDING, "There is nothing in an area."}, lint_empty_area},
    {{"empty-field", SEVERITY_FINDING, "An area has no risk, or no opportunity, at a stage that it is linked to."},
     lint_empty_field_of_frame},
    {{"incomplete-matrix", SEVERITY_FINDING, "A model has a cell for some of the twelve components only."},
     lint_incomplete_matrix},
    {{"thin-evidence", SEVERITY_NOTICE, "Fewer than two references support a risk or an opportunity."},
     lint_thin_evidence},
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

void findings_free(Findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        free(findings->findings[i].file);
        free(findings->findings[i].id);
        free(findings->findings[i].message);
    }
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
                                                      .message = string_copy(message)};
    findings->notices += lint->rule->severity == SEVERITY_NOTICE;
}

bool lint_rows(Lint *lint, const char *literal, Error *error)
{
    Statement statement;
    if (statement_open(lint->store, literal, &statement, error)) {
        while (statement_step(&statement))
            lint_add(lint, statement_text(&statement, 0), (long)statement_number(&statement, 1),
                     statement_text(&statement, 2), statement_word(&statement, 3));
    }
    return statement_close(&statement);
}

bool findings_collect(Store *store, Findings *findings, Error *error)
{
    bool done = true;
    *findings = (Findings){0};
    for (size_t i = 0; done && i < RULE_COUNT; i++) {
        Lint lint = {.store = store, .findings = findings, .rule = &rules[i].rule};
        done = rules[i].find(&lint, error);
    }
    if (!done)
        findings_free(findings);
    return done;
}

/* About gairo. */
#include "config.h"

#include "core/memory.h"
#include "tui/explorer.h"
#include "tui/page.h"
#include "tui/views.h"

#include <stdlib.h>

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

/* What an import did, written out. */
#ifndef GAIRO_CLI_IMPORT_REPORT_H
#define GAIRO_CLI_IMPORT_REPORT_H

#include "cli/session.h"
#include "importers/import.h"

/* imported: false where nothing was changed because something was refused. */
bool import_report_write(Session *session, const ImportReport *report, bool imported, Error *error);
/* Each refusal on a line of standard error. */
void import_report_complain(const ImportReport *report);

#endif

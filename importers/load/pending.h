/* Records that wait for the end of a load, because they have links to what has not come yet. */
#ifndef GAIRO_IMPORTERS_LOAD_PENDING_H
#define GAIRO_IMPORTERS_LOAD_PENDING_H

#include "importers/load/load-state.h"

/* Links lead to the items that their targets are joined with. Where one leads to what is not there yet, or an incident
 * is evidence of a framework's entry, the record is kept for pending_write(), which it then belongs to, and *kept is
 * set. */
bool pending_take(Load *load, Record *record, bool *kept, Error *error);
/* At the end: writes what is kept. Links that lead nowhere are left out, and reported; an incident that is evidence of an
 * entry is linked to the risks that the shipped data maps to the entry, by what the mapping says (evidence-of of the
 * same and broader ones, may-be-evidence-of of narrower ones, related-evidence-of of related ones), with that as its
 * basis. */
bool pending_write(Load *load, Error *error);
void pending_free(Load *load);

#endif

/* Inside store/ only: how transactions and the journal of what can be undone meet. */
#ifndef GAIRO_STORE_JOURNAL_H
#define GAIRO_STORE_JOURNAL_H

#include "store/store.h"

typedef struct Journal Journal;

/* A transaction begins, is about to be committed (false: it cannot be), was undone. Nothing where no journal is kept. */
void journal_begin(Store *store);
bool journal_commit(Store *store, Error *error);
void journal_rollback(Store *store);
void journal_free(Store *store);
/* What a changeset did, in words. The caller owns it. */
char *journal_words(Store *store, void *changeset, int size);

#endif

/* Inside store/ only: how transactions and the journal of what can be undone meet. */
#ifndef GAIRO_STORE_JOURNAL_H
#define GAIRO_STORE_JOURNAL_H

#include "store/store.h"

typedef struct Journal Journal;

/* A transaction begins, was committed, was undone. Nothing where no journal is kept. */
void journal_begin(Store *store);
void journal_commit(Store *store);
void journal_rollback(Store *store);
void journal_free(Store *store);
/* What a changeset did, in words. The caller owns it. */
char *journal_words(Store *store, void *changeset, int size);

#endif

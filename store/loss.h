/* What may become of the database's file while it is open, and the ways out. An open file can be read after its name is
 * gone (POSIX unlink()), but nothing may be written any more: it would be lost with the last program that has it open. */
#ifndef GAIRO_STORE_LOSS_H
#define GAIRO_STORE_LOSS_H

#include "store/store.h"

typedef enum StoreLoss {
    STORE_THERE,
    STORE_GONE,     /* moved, deleted, or its folder is out of reach */
    STORE_REPLACED, /* another file has its name */
    STORE_EMPTIED,  /* it holds nothing any more: there is nothing left to read */
} StoreLoss;

/* One look at the file's name, without waiting for a lock: whether device, inode and size are what was opened. */
StoreLoss store_loss(const Store *store);
/* True where it is there. Else false, with ERROR_IO and what would put it right. */
bool store_check_loss(const Store *store, Error *error);
/* Opens what has the name now in place of what was opened; generations count on, what is asked while it works or waits
 * stays. On failure, as store_open(), it is as it was. No row may be being read. */
bool store_reopen(Store *store, Error *error);
/* Writes what is open to a new file, as it is, page for page (https://www.sqlite.org/backup.html), with the old file's
 * mode. Fails with ERROR_IO where a file of that name is there, which stays as it is. */
bool store_write_to(Store *store, const char *path, Error *error);

#endif

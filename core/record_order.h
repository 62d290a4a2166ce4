/* A record's entries in the fixed order that the digest and the search for duplicates need. Internal to core. */
#ifndef GAIRO_CORE_RECORD_ORDER_H
#define GAIRO_CORE_RECORD_ORDER_H

#include "core/record.h"

/* Each gives a fresh array of pointers into the record, one for each entry, sorted by what the entry asserts; entries
 * that compare the same are in the order of the file. The caller frees the array. */
const Citation **citations_in_order(const Record *record);
/* By name; fields of one name in the order of the file, which an author chose. */
const RecordField **fields_in_order(const Record *record);
const RecordLink **links_in_order(const Record *record);
const RecordCell **cells_in_order(const Record *record);
const RecordEvent **events_in_order(const Record *record);

#endif

/* Inside store/ only: where links lead. */
#ifndef GAIRO_STORE_SETTLE_LINKS_H
#define GAIRO_STORE_SETTLE_LINKS_H

#include "store/settle_names.h"

/* Settles the links of all records that keep them as given: those of foreign formats, and those that lost one. */
bool settle_links(Store *store, const Namings *namings, const SettleListener *listener, Error *error);

#endif

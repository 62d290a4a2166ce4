/* What the benchmark of the screens goes through: every place of the table of actions, and beside these the ways below. */
#ifndef GAIRO_TESTS_BENCH_WAYS_H
#define GAIRO_TESTS_BENCH_WAYS_H

#include <stdbool.h>
#include <stddef.h>

/* A view, or what opens over one. Keys are as screen_type() takes them. */
typedef struct Way {
    const char *name;
    const char *before; /* from home to where it is opened; NULL: nothing is pressed */
    const char *key;    /* opens it */
    const char *moving; /* moves in it; NULL: nothing does */
    bool at_once;       /* the key is pressed while what is before it is still being worked out */
    bool in_steps;      /* its first picture counts: the rest is worked out while one reads, and gives way to keys */
} Way;

size_t way_count(void);
const Way *way_at(size_t index);

#endif

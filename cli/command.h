/* The commands and their options: one table, from which parsing, help, completion and the manual's test are made. */
#ifndef GAIRO_CLI_COMMAND_H
#define GAIRO_CLI_COMMAND_H

#include "core/error.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum OptionId {
    OPTION_FROM,
    OPTION_DRY_RUN,
    OPTION_SHIPPED,
    OPTION_KEEP_GOING,
    OPTION_EXPLAIN,
    OPTION_KIND,
    OPTION_WHERE,
    OPTION_SORT,
    OPTION_LIMIT,
    OPTION_SHEET,
    OPTION_TEMPLATE,
    OPTION_BY,
    OPTION_NOTICES,
    OPTION_RULES,
    OPTION_TO,
    OPTION_OUTPUT,
    OPTION_VERDICT,
    OPTION_NAME,
    OPTION_DATE,
    OPTION_NOTE,
    OPTION_EDIT,
    OPTION_CLEAR,
    OPTION_FRESH,
    OPTION_NOTES,
    OPTION_WITHOUT_NOTES,
    OPTION_MINUTES,
    OPTION_FORMAT,
    OPTION_AS_OF,
    OPTION_DB,
    OPTION_PLAIN,
    OPTION_COLOR,
    OPTION_QUIET,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT
} OptionId;

typedef unsigned long long OptionSet; /* bit OPTION_x is 1 << OPTION_x */
#define OPTION_BIT(option) (1ull << (option))

typedef struct OptionDefinition {
    const char *name;     /* without the dashes: "dry-run" */
    char letter;          /* 'o' for -o; 0: none */
    const char *argument; /* "FILE"; NULL for a switch */
    const char *help;     /* one line */
} OptionDefinition;

struct Session;

typedef struct CommandDefinition {
    const char *name;
    const char *arguments;   /* "ID…" as help shows them; "" where there are none */
    const char *summary;     /* one line */
    const char *description; /* paragraphs of plain text, for the command's own help */
    const char *example;     /* lines of examples */
    size_t least, most;      /* how many arguments it takes */
    OptionSet options;       /* its own and the common ones it takes */
    /* Does the work and writes to the session's output. Where it fails it fills error; where it found a fault that it
     * has told already, it sets session->fault. */
    bool (*run)(struct Session *session, Error *error);
} CommandDefinition;

const OptionDefinition *option_definition(OptionId option);
size_t command_count(void);
const CommandDefinition *command_at(size_t index);
const CommandDefinition *command_find(const char *name); /* NULL where there is none */
/* What `gairo` without a command does: the explorer or the overview. */
const CommandDefinition *command_default(void);

bool command_import(struct Session *session, Error *error);
bool command_sources(struct Session *session, Error *error);
bool command_formats(struct Session *session, Error *error);
bool command_list(struct Session *session, Error *error);
bool command_show(struct Session *session, Error *error);
bool command_search(struct Session *session, Error *error);
bool command_matrix(struct Session *session, Error *error);
bool command_compare(struct Session *session, Error *error);
bool command_trace(struct Session *session, Error *error);
bool command_balance(struct Session *session, Error *error);
bool command_timeline(struct Session *session, Error *error);
bool command_export(struct Session *session, Error *error);
bool command_present(struct Session *session, Error *error);
bool command_sheet(struct Session *session, Error *error);
bool command_stats(struct Session *session, Error *error);
bool command_config(struct Session *session, Error *error);
bool command_check(struct Session *session, Error *error);
bool command_review(struct Session *session, Error *error);
bool command_note(struct Session *session, Error *error);
bool command_explore(struct Session *session, Error *error);

#endif

/* The parts of gairo sheet, shared by its files only. */
#ifndef GAIRO_CLI_SHEET_H
#define GAIRO_CLI_SHEET_H

#include "cli/session.h"
#include "cli/verbs.h"
#include "store/sheets.h"

/* What gairo sheet does, by its first argument. The store is open. */
bool sheet_command_list(Session *session, Error *error);
bool sheet_command_show(Session *session, Error *error);
bool sheet_command_check(Session *session, Error *error);
bool sheet_command_fit(Session *session, Error *error);
bool sheet_command_templates(Session *session, Error *error);
bool sheet_command_new(Session *session, Error *error);
bool sheet_command_copy(Session *session, Error *error);
bool sheet_command_rename(Session *session, Error *error);
bool sheet_command_delete(Session *session, Error *error);
bool sheet_command_clear(Session *session, Error *error);
bool sheet_command_set(Session *session, Error *error);
bool sheet_command_add(Session *session, Error *error);
bool sheet_command_remove(Session *session, Error *error);
bool sheet_command_move(Session *session, Error *error);
bool sheet_command_group(Session *session, Error *error);
bool sheet_command_cut(Session *session, Error *error);
bool sheet_command_note(Session *session, Error *error);

/* Tells how the sheet of that name is now: as JSON the sheet, else the line. */
bool sheet_tell(Session *session, const char *name, const char *line, Error *error);

#endif

/* The parts of gairo review, shared by its files only. */
#ifndef GAIRO_CLI_REVIEW_H
#define GAIRO_CLI_REVIEW_H

#include "cli/session.h"
#include "cli/verbs.h"
#include "store/reviews.h"

/* What gairo review does, by its first argument. */
bool review_command_list(Session *session, Error *error);
bool review_command_walk(Session *session, Error *error);
bool review_command_show(Session *session, Error *error);
bool review_command_mark(Session *session, Error *error);
bool review_command_remove(Session *session, Error *error);
bool review_command_export(Session *session, Error *error);
bool review_command_import(Session *session, Error *error);

/* What is to be checked: title, where it is from, summary, body, the words of its fields, and how it was marked. */
void review_write_item(Session *session, const Item *item);
/* Puts in name and day: as given, else the name that is remembered (NULL where none is), and today. */
void review_complete(Session *session, Review *review);
/* The day of --date, else today. The caller owns it. */
char *review_day(const Session *session);

#endif

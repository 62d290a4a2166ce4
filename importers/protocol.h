/* What gairo and its worker say to each other during an import (frames; see core/frame.h). */
#ifndef GAIRO_IMPORTERS_PROTOCOL_H
#define GAIRO_IMPORTERS_PROTOCOL_H

/* gairo to worker. The worker is started as "gairo-worker import"; it opens no file at all: bytes come to it. Of the
 * files that follow: the name of the format; its reader ("native", "front-matter"); its stylesheet's name and bytes (NULL for
 * native). */
#define FRAME_FORMAT 'F'
#define FRAME_FILE 'I' /* name for messages; the bytes */
/* then the end of input */

/* worker to gairo, file by file in the order they were sent */
#define FRAME_SOURCE 'S'    /* once, before a file's records: id, title, version, date, licence, url, cite (NULL: none);
                             * the root element's line (0: none) */
/* FRAME_RECORD 'R': core/record.h */
#define FRAME_REFUSED 'X'   /* file, line (a number), record id or NULL, reason */
#define FRAME_FILE_DONE 'D' /* file; number of records it gave */
#define FRAME_END 'E'       /* all files were read; without it the worker failed */

/* Rendering a sheet: "gairo-worker render". To the worker: */
#define FRAME_STYLESHEET 'Y' /* name for messages; the stylesheet's bytes */
#define FRAME_SHEET 'H'      /* the sheet XML's bytes */
/* and back: */
#define FRAME_RENDERED 'O'   /* the output's bytes */
/* or FRAME_REFUSED, then FRAME_END. */

#endif

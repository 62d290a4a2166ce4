/* What gairo and its worker say to each other during an import (frames; see core/frame.h). */
#ifndef GAIRO_IMPORTERS_PROTOCOL_H
#define GAIRO_IMPORTERS_PROTOCOL_H

/* What a format's manifest says (docs/writing-an-importer.md), as the strings of a frame. NULL where it says nothing. */
enum {
    MANIFEST_FILE,   /* the manifest's name for messages */
    MANIFEST_NAME,   /* of the format */
    MANIFEST_TITLE,
    MANIFEST_READER, /* "yaml" */
    MANIFEST_WHOLE,  /* "1": a list is one document */
    MANIFEST_SHORT,  /* "1": the last columns of a row may be left out */
    MANIFEST_COMMENTS,
    MANIFEST_RECORDS,  /* elements of XML that are a document each, blank-separated */
    MANIFEST_REPEATED, /* "1": of what files say again in other words the first counts */
    MANIFEST_SELECT, /* XPath, of the file's version */
    MANIFEST_KNOWN,  /* the versions known, blank-separated; "5.*" */
    MANIFEST_RANK,   /* a number */
    MANIFEST_SOURCE, /* and the next six: as in FRAME_SOURCE */
    MANIFEST_SOURCE_TITLE,
    MANIFEST_SOURCE_VERSION,
    MANIFEST_SOURCE_DATE,
    MANIFEST_SOURCE_LICENCE,
    MANIFEST_SOURCE_URL,
    MANIFEST_SOURCE_CITE,
    MANIFEST_RULES, /* from here on: how files are recognised. A rule begins with RULE_EXTENSIONS; all its tests must
                     * hold */
};
/* The first character of a rule's string; what follows is its value. */
#define RULE_EXTENSIONS 'e' /* blank-separated */
#define RULE_KEY 'k'        /* a key of YAML or JSON */
#define RULE_COLUMN 'c'     /* a column of CSV or TSV */
#define RULE_ROOT 'r'       /* the root element's name */
#define RULE_NAMESPACE 'n'  /* a namespace's name */
#define RULE_TEXT 't'       /* words that stand somewhere near the start */

/* "gairo-worker manifests": reads manifests. To the worker, for each: */
#define FRAME_MANIFEST 'M' /* name for messages; the bytes. Back: as above, or FRAME_REFUSED; then FRAME_END */

/* gairo to worker. The worker is started as "gairo-worker import"; it opens no file at all: bytes come to it. */
#define FRAME_LICENCE 'L' /* what is known of licences: spelling, id, name, level for code, level for data (NULL: none) */
/* Of the files that follow: the name of the format; its reader ("native", "yaml"); its stylesheet's name and bytes
 * (NULL for native); "1" where each record is to be explained; the strings of its manifest up to MANIFEST_RULES (none
 * for native and others without one). */
#define FRAME_FORMAT 'F'
#define FRAME_FILE 'I' /* name for messages; the bytes */
/* then the end of input */

/* worker to gairo, file by file in the order they were sent */
#define FRAME_SOURCE 'S'    /* once, before a file's records: id, title, version, date, licence, url, cite (NULL: none);
                             * the root element's line (0: none) */
/* FRAME_RECORD 'R': core/record.h */
#define FRAME_REFUSED 'X'   /* file, line (a number), record id or NULL, reason */
#define FRAME_REMARK 'K'    /* file, line (a number), text */
#define FRAME_EXPLAINED 'T' /* before what became of it: file; a record's generic XML; what the stylesheet made (NULL:
                             * nothing) */
#define FRAME_FILE_DONE 'D' /* file; number of records it gave */
#define FRAME_END 'E'       /* all files were read; without it the worker failed */

/* Reading marks: "gairo-worker reviews". To the worker one FRAME_FILE; back FRAME_REVIEW 'V' (core/review.h) for each mark,
 * or FRAME_REFUSED alone, then FRAME_END. */

/* Rendering a sheet: "gairo-worker render". To the worker: */
#define FRAME_FORM 'G'       /* "text", "package" or "pages" (sheets/render/render.h); the number of stylesheets */
#define FRAME_STYLESHEET 'Y' /* each, in turn: name for messages; the stylesheet's bytes */
#define FRAME_SHEET 'H'      /* the sheet XML's bytes */
/* and back: */
#define FRAME_RENDERED 'O'   /* the output's bytes; the number of pages and the size of their letters (sheets/drawn.h) */
/* or FRAME_REFUSED (its third string is "unsupported" where the build lacks a library), then FRAME_END. */

#endif

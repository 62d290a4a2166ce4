/* From items to a document: compose makes sheet XML from the store, render turns it into an output through a stylesheet in
 * the worker. */
#ifndef GAIRO_SHEETS_SHEETS_H
#define GAIRO_SHEETS_SHEETS_H

#include "core/error.h"
#include "core/text.h"
#include "sheets/drawn.h"
#include "sheets/screen_table.h"
#include "store/sheets.h"
#include "store/store.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct SheetRequest {
    const char *title;     /* NULL: made from what is in it */
    const char *as_of;     /* YYYY-MM-DD; NULL: today */
    const StringList *ids; /* what to put in, in this order; each only once */
    const ScreenTable *table; /* instead of ids and sheet: this alone, with its title; NULL */
    bool in_order; /* the ids are a list as it was shown: where its order is not that of the kinds, it is kept, and what is of
                    * several kinds in turn stands under one heading */
    const char *narrowing; /* what the items asked for were narrowed by, in words: it stands behind the title; NULL */
    const Sheet *sheet;    /* instead of ids: the user's sheet with its notes; NULL */
    const char *template_name; /* sheets/templates.h; NULL: the sheet's own, else the default one */
    SheetNotes notes; /* slides have what is for the speaker alone with NOTES_ALL only, whatever the sheet says */
} SheetRequest;

/* The sheet XML (docs/outputs.md, namespace urn:gairo:sheet:1) of the items asked for, as the template says; items are grouped
 * under the user's headings, else (unless in_order) by kind in the order risks, opportunities, mitigations, recommendations, law, models, the rest;
 * each with texts, links, provenance as far as it is not cut; references numbered in the order of first use. Every string is
 * sanitised. The caller owns the text. Fails with ERROR_NOT_FOUND for an unknown id (entries that are gone are listed in the
 * sheet instead), ERROR_USAGE where there is nothing in it or no such template. */
bool sheet_compose(Store *store, const SheetRequest *request, Text *xml, Error *error);

#define OUTPUT_STYLESHEETS_MAX 3

/* What an output is made of: as sheet_compose(). */
typedef bool Composer(Store *store, const SheetRequest *request, Text *xml, Error *error);

typedef struct OutputFormat {
    const char *name;       /* "markdown" */
    const char *title;      /* one line for `gairo formats` */
    const char *extensions; /* ".md .markdown"; "" */
    const char *form;       /* "text"; "package": a container (ODT, DOCX); "pages": drawn (PDF) */
    /* Applied in turn; NULL-terminated. Relative to the top ("sheets/render/markdown.xsl"); absolute where it is the user's own. */
    const char *stylesheets[OUTPUT_STYLESHEETS_MAX + 1];
    const char *lacking;    /* "this build lacks libzip, …": why it cannot be made; NULL: it can */
    Composer *compose;      /* what its first stylesheet reads; NULL: sheet XML */
    bool lacks_notes;       /* the user's words have no place in it */
} OutputFormat;
/* What the format's stylesheets read: sheet XML, or slides. */
bool output_compose(const OutputFormat *format, Store *store, const SheetRequest *request, Text *xml, Error *error);
/* Those that came with gairo. */
size_t output_format_count(void);
const OutputFormat *output_format_at(size_t index);
const OutputFormat *output_format_find(const char *name);        /* NULL where there is none */
/* The one of a sheet for files of this ending; NULL where there is none, or path is NULL. */
const OutputFormat *output_format_for_file(const char *path);
/* Whether the ending of path is one of the format's; true for one that has none. */
bool output_format_fits(const OutputFormat *format, const char *path);

/* The user's own: each stylesheet NAME.xsl in the folder outputs of the configuration (docs/outputs.md), as an output NAME of files
 * NAME says (letterhead.html.xsl is the output letterhead.html, for files .html; html.xsl takes the place of the shipped html). By name. Starts zeroed. Owns its strings. */
typedef struct OwnOutputs {
    OutputFormat *formats;
    size_t count;
    StringList strings;
} OwnOutputs;
/* No folder is no error. */
bool own_outputs_load(OwnOutputs *own, Error *error);
void own_outputs_free(OwnOutputs *own); /* leaves it zeroed */
/* Of that name (NULL: none asked for), else by the ending of path (NULL: none) one that came with gairo; in either case the user's own of
 * the same name before that. NULL where neither tells. */
const OutputFormat *output_format_choose(const OwnOutputs *own, const char *name, const char *path);
/* All that can be chosen, each name once: those that came with gairo, or the user's own in their place, then the rest of the user's own.
 * NULL where index is not below the count. */
size_t output_choice_count(const OwnOutputs *own);
const OutputFormat *output_choice_at(const OwnOutputs *own, size_t index);

/* Asked about ten times a second while a rendering runs: false stops it (ERROR_CANCELLED). */
typedef bool (*RenderKeepGoing)(void *context);

/* Runs the format's stylesheets over sheet XML, in the worker. Fails with ERROR_UNSUPPORTED where the build lacks what it needs. *pages
 * (NULL allowed): those that were drawn. keep_going NULL: nobody asks. */
bool sheet_render(const OutputFormat *format, const Text *xml, Text *output, Error *error);
bool sheet_render_pages(const OutputFormat *format, const Text *xml, Text *output, DrawnPages *pages,
                        RenderKeepGoing keep_going, void *context, Error *error);

/* compose, render, and write to path all or nothing. */
bool sheet_export(Store *store, const SheetRequest *request, const OutputFormat *format, const char *path, Error *error);

#endif

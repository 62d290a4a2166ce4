/* A sheet as slides: composed once, so that the screen, HTML and PDF show the same. */
#ifndef GAIRO_SHEETS_DECK_H
#define GAIRO_SHEETS_DECK_H

#include "core/error.h"
#include "core/text.h"
#include "sheets/sheets.h"
#include "store/store.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum SlideKind {
    SLIDE_TITLE,   /* what the sheet says of itself */
    SLIDE_HEADING, /* a group begins; its points are the titles of what is in it */
    SLIDE_ITEM,
    SLIDE_PICTURE, /* the data of the sheet's items, drawn */
    SLIDE_DATES,   /* of the sheet's laws; points in their order */
    SLIDE_GONE,    /* what was put in and is no longer in the data */
    SLIDE_SOURCES, /* where it is all from, and under which licence */
    SLIDE_KIND_COUNT
} SlideKind;
const char *slide_kind_name(SlideKind kind); /* "heading" */

/* One thing that is said: shown step by step. */
typedef struct SlidePoint {
    char *label; /* "What to do"; NULL */
    char *text;
} SlidePoint;

#define PICTURE_COLUMNS_MAX 12
#define PICTURE_MARK_SIZE 8

typedef enum PictureKind {
    PICTURE_BARS, /* each row a bar of the amounts of the columns */
    PICTURE_GRID, /* each row a square for each column */
} PictureKind;

/* How a square, or a part of a bar, is drawn. */
typedef enum PictureTone {
    TONE_NONE, /* nothing there, does not apply */
    TONE_RISK,
    TONE_OPPORTUNITY,
    TONE_CLOSED,
    TONE_SEMI_OPEN,
    TONE_OPEN,
    TONE_LIGHT, /* of few, and of more */
    TONE_MEDIUM,
    TONE_FULL,
    TONE_UNKNOWN, /* of a bar: unknown, unclear */
    TONE_COUNT
} PictureTone;
const char *picture_tone_name(PictureTone tone); /* "semi-open" */

typedef struct PictureRow {
    char *title;
    size_t amounts[PICTURE_COLUMNS_MAX];                  /* bars */
    char marks[PICTURE_COLUMNS_MAX][PICTURE_MARK_SIZE];   /* grids: "C3", "?", "12" */
    PictureTone tones[PICTURE_COLUMNS_MAX];               /* grids */
} PictureRow;

/* Owns its strings and rows. */
typedef struct Picture {
    PictureKind kind;
    char *unit;  /* bars: what the amounts count */
    char *scale; /* how to read it: a sentence; NULL */
    char *columns[PICTURE_COLUMNS_MAX];
    const char *shorts[PICTURE_COLUMNS_MAX]; /* grids: the columns in three letters, where there is little room; static; NULL: there are none */
    const char *groups[PICTURE_COLUMNS_MAX]; /* what begins with a column: "training"; static; NULL: nothing does */
    PictureTone tones[PICTURE_COLUMNS_MAX]; /* bars */
    size_t column_count;
    PictureRow *rows;
    size_t row_count;
} Picture;

typedef struct Slide {
    SlideKind kind;
    char *id;     /* of the item; NULL */
    char *kicker; /* a word or two above the title: "Risk, Safety and security"; NULL */
    char *title;
    char *lead; /* the summary; NULL */
    SlidePoint *points;
    size_t point_count, point_capacity;
    Picture *picture; /* NULL */
    char *source;     /* where it is from; NULL */
    char *notes;      /* for the speaker: paragraphs separated by an empty line; NULL */
    size_t section;   /* index into the deck's sections */
} Slide;

/* Starts zeroed. Owns everything in it. Strings are as in the store: whoever shows them sanitises them. */
typedef struct Deck {
    char *name; /* of the sheet; NULL where it is none */
    char *title;
    char *classification; /* NULL */
    Slide *slides;
    size_t count, capacity;
    StringList sections;
} Deck;

/* The slides of what is asked for (request->template_name does not matter): the title; pictures of risks and opportunities; a
 * slide for each group and for each item; the dates of its laws; the openness of its models; what is gone; the sources. Law is
 * looked at as of request->as_of. Fails as sheet_compose() does and leaves deck zeroed. */
bool deck_compose(Store *store, const SheetRequest *request, Deck *deck, Error *error);
void deck_free(Deck *deck); /* leaves it zeroed */

/* The slides as XML (docs/outputs.md, namespace urn:gairo:slides:1), every string sanitised; with what is for the speaker alone only
 * where notes. Appends to xml. */
void deck_write_xml(const Deck *deck, bool notes, Text *xml);
/* The same from the store at once. */
bool slides_compose(Store *store, const SheetRequest *request, Text *xml, Error *error);

/* How a briefing of planned minutes stands. Each slide has the same share of them. */
typedef struct Pace {
    long minutes;     /* since the beginning, whole ones */
    long section_end; /* the minute by which the section should be over */
    long late;        /* minutes behind where the slide should be over; negative: there is time; 0: as planned */
} Pace;
/* seconds: since the beginning. planned: minutes for the whole; below 1: none, and only minutes is set. */
Pace deck_pace(const Deck *deck, size_t slide, long planned, long seconds);

#endif

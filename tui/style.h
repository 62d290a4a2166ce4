/* How things look: styles by meaning, never by colour, and glyphs with their ASCII forms. */
#ifndef GAIRO_TUI_STYLE_H
#define GAIRO_TUI_STYLE_H

/* What a piece of text is. The terminal border turns it into attributes and, where there are any, colours; every style
 * is readable without colour, and nothing is told by a style alone. */
typedef enum Style {
    STYLE_NORMAL,
    STYLE_TITLE, /* the title line; headings */
    STYLE_QUIET, /* provenance, units, what is beside the point */
    STYLE_FOCUS, /* the focused row */
    STYLE_KEY,   /* a key's name */
    STYLE_LINK,  /* what can be followed */
    STYLE_MATCH, /* letters that were searched for */
    STYLE_RISK,
    STYLE_OPPORTUNITY,
    STYLE_CLOSED, /* the openness scale */
    STYLE_SEMI_OPEN,
    STYLE_OPEN,
    STYLE_WARNING, /* unchecked, gone, refused */
    STYLE_COUNT
} Style;

typedef enum Glyph {
    GLYPH_BAR,        /* one cell of a full bar */
    GLYPH_BAR_MEDIUM, /* one cell of a bar's second part */
    GLYPH_BAR_LIGHT,  /* one cell of a bar's third part */
    GLYPH_VERTICAL,   /* rule between panes */
    GLYPH_HORIZONTAL, /* rule */
    GLYPH_PATH,       /* between the parts of where one is */
    GLYPH_DOT,        /* between small facts */
    GLYPH_DASH,       /* nothing here */
    GLYPH_UP,         /* sorted upwards; more above */
    GLYPH_DOWN,       /* sorted downwards; more below */
    GLYPH_BASKET,     /* in the basket */
    GLYPH_ELLIPSIS,
    GLYPH_BRANCH,      /* of a tree: one more follows on its level */
    GLYPH_LAST_BRANCH, /* of a tree: the last on its level */
    GLYPH_FOLDED,      /* there is more below */
    GLYPH_UNFOLDED,    /* what is below is shown */
    GLYPH_SHADE_1,     /* shades, from light to full: 0 is a blank */
    GLYPH_SHADE_2,
    GLYPH_SHADE_3,
    GLYPH_SHADE_4,
    GLYPH_POINT,    /* one thing on an axis */
    GLYPH_POINTS,   /* several at one place */
    GLYPH_DIFFERS,  /* not the same in all that are compared */
    GLYPH_LESS,     /* more to the left */
    GLYPH_MORE,     /* more to the right */
    GLYPH_QUESTION, /* not known */
    GLYPH_COUNT
} Glyph;

/* The glyph's string, one column wide (the ellipsis included), for the locale's character set. Static storage. */
const char *glyph(Glyph name);

#endif

/* A slide in lines. */
#include "config.h"

#include "tui/present-state.h"

/* A picture's numbers, a line for each of its rows. */
static void add_picture(const Picture *picture, Linear *lines)
{
    for (size_t i = 0; picture != NULL && i < picture->row_count; i++) {
        Text text = {0};
        for (size_t j = 0; j < picture->column_count; j++) {
            text_append_format(&text, "%s%s ", j > 0 ? ", " : "", picture->columns[j]);
            if (picture->kind == PICTURE_BARS) {
                text_append_format(&text, "%zu", picture->rows[i].amounts[j]);
            } else {
                text_append(&text, picture->rows[i].marks[j]);
            }
        }
        linear_field(lines, picture->rows[i].title, text.data, NULL);
        text_free(&text);
    }
}

void present_linear(View *view, Linear *lines)
{
    PresentView *present = (PresentView *)view;
    const Slide *slide = present_slide(present);
    if (slide == NULL) {
        linear_line(lines, "There is no slide.");
        return;
    }
    if (present->jumping) {
        list_linear(&present->jump, lines, "Slides", "There is no slide.", NULL);
        return;
    }
    if (present->black) {
        linear_line(lines, "The screen is black. Whatever comes next shows the slide again.");
        return;
    }
    linear_heading(lines, slide->title);
    linear_line(lines, present->deck.classification);
    linear_line(lines, slide->kicker);
    linear_line(lines, slide->lead);
    for (size_t i = 0; i < slide->point_count && (i < present->step || !present_is_stepwise(present, slide)); i++) {
        if (slide->points[i].label != NULL) {
            linear_field(lines, slide->points[i].label, slide->points[i].text, NULL);
        } else {
            linear_line(lines, slide->points[i].text);
        }
    }
    add_picture(slide->picture, lines);
    linear_line(lines, slide->picture != NULL ? slide->picture->scale : NULL);
    linear_field(lines, "Source", slide->source, NULL);
    if (present->slide + 1 < present->deck.count) {
        linear_field(lines, "Next", present->deck.slides[present->slide + 1].title, NULL);
    }
}

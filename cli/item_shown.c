#include "cli/item.h"
#include "store/law.h"

#include <stdlib.h>

void shown_item_free(ShownItem *shown)
{
    free(shown->state);
    free(shown->in_paper);
    free(shown->known_on);
    consequences_free(&shown->derived);
    ways_free(&shown->ways);
    law_text_free(&shown->text);
    *shown = (ShownItem){0};
}

static bool load_law(Session *session, ShownItem *shown, Error *error)
{
    shown->state = law_state(session->store, shown->item, session->as_of, error);
    shown->in_paper = shown->state ? law_state(session->store, shown->item, LAW_PAPER_DATE, error) : NULL;
    return shown->in_paper && law_known_on(session->store, &shown->known_on, error);
}

bool shown_item_load(Session *session, const Item *item, ShownItem *shown, Error *error)
{
    bool law = item->kind == KIND_INSTRUMENT || item->kind == KIND_PROVISION;

    *shown = (ShownItem){.item = item, .as_of = session->as_of};
    if ((!law || load_law(session, shown, error)) && law_text_of(session->store, item, session->as_of, &shown->text, error) &&
        ways_load(session->store, item, &shown->ways, error) &&
        consequences_load(session->store, item, &shown->derived, error) &&
        consequences_add_states(session->store, session->as_of, &shown->derived, error))
        return true;
    shown_item_free(shown);
    return false;
}

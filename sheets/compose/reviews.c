#include "sheets/reviews.h"

#include "sheets/compose/xml_writer.h"

void reviews_write(const Reviews *reviews, const char *date, const char *data, Text *xml)
{
    XmlWriter writer = {.out = xml};
    xml_declaration(&writer);
    xml_begin(&writer, "reviews");
    xml_attribute(&writer, "xmlns", "urn:gairo:review:1");
    xml_attribute(&writer, "date", date);
    xml_attribute(&writer, "data", data);
    for (size_t i = 0; i < reviews->count; i++) {
        const Review *review = &reviews->reviews[i];
        xml_begin(&writer, "review");
        xml_attribute(&writer, "item", review->item);
        xml_attribute(&writer, "verdict", verdict_name(review->verdict));
        xml_attribute(&writer, "name", review->reviewer);
        xml_attribute(&writer, "date", review->date);
        xml_attribute(&writer, "digest", review->digest);
        xml_text(&writer, review->note);
        xml_end(&writer);
    }
    xml_end(&writer);
}

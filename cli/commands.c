#include "cli/command.h"

#include <stdint.h>
#include <string.h>

static const OptionDefinition options[OPTION_COUNT] = {
    [OPTION_FROM] = {"from", 0, "FORMAT", "the format of the files, where it is not to be guessed (gairo formats)"},
    [OPTION_DRY_RUN] = {"dry-run", 0, NULL, "tell what would happen and change nothing"},
    [OPTION_SHIPPED] = {"shipped", 0, NULL, "load the data set that came with gairo"},
    [OPTION_KEEP_GOING] = {"keep-going", 0, NULL, "import what is not refused; the exit status is 1 all the same"},
    [OPTION_EXPLAIN] = {"explain", 0, NULL,
                        "show the first records (--limit N), the XML made of them, and what would become of them"},
    [OPTION_KIND] = {"kind", 0, "KIND", "only items of this kind; can be given several times"},
    [OPTION_WHERE] = {"where", 0, "FIELD=VALUE",
                      "only items of which this holds; the same field twice is 'or', different fields are 'and'"},
    [OPTION_SORT] = {"sort", 0, "[-]FIELD", "in the order of a field; with '-' from the end"},
    [OPTION_LIMIT] = {"limit", 0, "N", "at most so many"},
    [OPTION_SHEET] = {"sheet", 0, "NAME", "the items and annotations of your sheet of this name ('basket' is always there)"},
    [OPTION_TEMPLATE] = {"template", 0, "TEMPLATE", "what the sheet is made as (gairo sheet templates); else what the sheet says"},
    [OPTION_BY] = {"by", 0, "WHAT", "area or component; area where it is not given"},
    [OPTION_NOTICES] = {"notices", 0, NULL, "show the notices too; they are no faults"},
    [OPTION_RULES] = {"rules", 0, NULL, "list what is looked for, and look for nothing"},
    [OPTION_TO] = {"to", 0, "FORMAT", "the output (gairo formats); where it is left out, FILE's ending tells"},
    [OPTION_OUTPUT] = {"output", 'o', "FILE", "write to FILE, all or nothing, replacing one that is there; '-' is standard output"},
    [OPTION_VERDICT] = {"verdict", 0, "VERDICT", "what you found: checked, or wrong"},
    [OPTION_NAME] = {"name", 0, "NAME", "your name as reviewer; it is remembered"},
    [OPTION_DATE] = {"date", 0, "DATE", "the day of the review, YYYY-MM-DD; today where it is not given"},
    [OPTION_NOTE] = {"note", 0, "TEXT", "a note on what you found, one line"},
    [OPTION_EDIT] = {"edit", 0, NULL, "write the note in your editor (VISUAL, else EDITOR)"},
    [OPTION_CLEAR] = {"clear", 0, NULL, "take the note away"},
    [OPTION_FRESH] = {"fresh", 0, NULL, "open the explorer at the start, not where you left it"},
    [OPTION_NOTES] = {"notes", 0, NULL, "with your notes on items, in slides with those for the speaker; present on a terminal: follow the presentation in another one"},
    [OPTION_WITHOUT_NOTES] = {"without-notes", 0, NULL, "with none of your words: no notes on items, no annotations of the sheet"},
    [OPTION_MINUTES] = {"minutes", 0, "N", "planned for the whole presentation"},
    [OPTION_FORMAT] = {"format", 0, "FORM", "table, json, csv or tsv; table where it is not given"},
    [OPTION_AS_OF] = {"as-of", 0, "DATE",
                      "the day the law is looked at: YYYY-MM-DD, or 'paper' for May 2024; today where it is not given"},
    [OPTION_DB] = {"db", 0, "FILE", "the database; else GAIRO_DB, else gairo/gairo.db in the XDG data folder"},
    [OPTION_PLAIN] = {"plain", 0, NULL, "plain text: no colour, no drawing characters, nothing cut or wrapped"},
    [OPTION_COLOR] = {"color", 0, "WHEN", "auto, always or never; NO_COLOR is honoured"},
    [OPTION_QUIET] = {"quiet", 'q', NULL, "no progress and no remarks"},
    [OPTION_HELP] = {"help", 'h', NULL, "help for gairo or for the command"},
    [OPTION_VERSION] = {"version", 'V', NULL, "the version, the libraries used and what this build lacks"},
};

#define PLACE (OPTION_BIT(OPTION_DB) | OPTION_BIT(OPTION_QUIET) | OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_VERSION))
#define COMMON                                                                                                         \
    (PLACE | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_COLOR))

static const CommandDefinition default_command = {
    .name = "",
    .arguments = "",
    .summary = "open the explorer, or print the overview",
    .description =
        "The risks and opportunities of open generative AI, what can be done about them, who should do it, what the "
        "law "
        "already says, and which models have done it. Without a command, gairo opens the explorer; where standard "
        "input or output is no terminal it prints the overview as text.",
    .example = "gairo\ngairo list risks --where area=safety-security\ngairo search watermarking\n"
               "gairo export --to html -o sheet.html --sheet basket",
    .options = COMMON | OPTION_BIT(OPTION_FRESH),
    .run = command_explore,
};

static const CommandDefinition commands[] = {
    {.name = "import",
     .arguments = "PATH...",
     .summary = "load files or folders",
     .description =
         "Loads files, and all that gairo knows in folders, in one transaction: where one record is refused nothing is "
         "changed, unless --keep-going asks for the rest. With --dry-run it lists what would differ. Models and "
         "organisations that another source knows by the same name become one item, and each such join is told (gairo "
         "sources). Records of the same source that came from the same place before and are there no more are "
         "removed; so are those of a former release, wherever its files lie. What else came from elsewhere, and what is your own, "
         "stays. The last line counts.",
     .example = "gairo import --dry-run my-risks.xml\ngairo import --from openness models/\ngairo import --shipped",
     .least = 0,
     .most = SIZE_MAX,
     .options = COMMON | OPTION_BIT(OPTION_FROM) | OPTION_BIT(OPTION_DRY_RUN) | OPTION_BIT(OPTION_SHIPPED) |
                OPTION_BIT(OPTION_KEEP_GOING) | OPTION_BIT(OPTION_EXPLAIN) | OPTION_BIT(OPTION_LIMIT),
     .run = command_import},
    {.name = "sources",
     .arguments = "[list] | show NAME | remove NAME | matches | match GIVEN ID | apart GIVEN | forget GIVEN",
     .summary = "what was imported, from which files, and what is joined",
     .description =
         "list (also without a word) lists the sources with their versions, dates and licences; show tells of one, and "
         "of each of its files whether it is still what was imported; remove takes all away that a source says, and "
         "nothing that others say or that is your own, but links of theirs that would lead to nothing: it lists them, and "
         "with --dry-run it only tells. A source that another one cites stays. matches lists the models, organisations, licences and "
         "instruments of different sources that are one item, and why. match says by hand that what a source would call GIVEN is the item ID, apart that "
         "it is none of another's, forget takes your word back; each holds at once, and with --dry-run it is only told what it would make of whom.",
     .example = "gairo sources\ngairo sources show mot\ngairo sources match model.mot-falcon-180b model.falcon\n"
                "gairo sources remove --dry-run mot",
     .least = 0,
     .most = 3,
     .options = COMMON | OPTION_BIT(OPTION_DRY_RUN),
     .run = command_sources},
    {.name = "formats",
     .arguments = "",
     .summary = "what can be imported and exported",
     .description = "Lists the formats that gairo import reads and those that gairo export writes.",
     .example = "gairo formats\ngairo formats --format json",
     .options = COMMON,
     .run = command_formats},
    {.name = "list",
     .arguments = "KIND...",
     .summary = "the items of a kind, or of several",
     .description =
         "Lists the items of a kind, singular or plural: risks, opportunities, mitigations, recommendations, "
         "instruments, provisions, models, and so on. FIELD of --where is stage, area, actor, region, jurisdiction, "
         "effect, evidence, basis, source, component, level, licence, organisation, year, status, treatment, kind, id, "
         "review, frame, words, text, linked (an id: what has a link to it, or it to that), touched-by, within, or a component such as deployment.data.weights.",
     .example = "gairo list risks --where area=safety-security --where effect=raises\n"
                "gairo list models --where deployment.data.weights=5 --sort -released",
     .least = 1,
     .most = SIZE_MAX,
     .options = COMMON | OPTION_BIT(OPTION_WHERE) | OPTION_BIT(OPTION_SORT),
     .run = command_list},
    {.name = "show",
     .arguments = "ID...",
     .summary = "items with their text, links and sources",
     .description =
         "Prints items in full: text, what is said of them, openness cells, links in both directions, the state of "
         "a law, and where each statement is from. Of a risk also what to do and what law says: what follows from the "
         "links of its mitigations.",
     .example = "gairo show risk.safeguards-stripped\ngairo show instrument.eu-ai-act --as-of paper",
     .least = 1,
     .most = SIZE_MAX,
     .options = COMMON,
     .run = command_show},
    {.name = "search",
     .arguments = "WORDS...",
     .summary = "full-text search over everything",
     .description = "Finds items in which all the words stand, best first. The last word may be the beginning of one.",
     .example = "gairo search open weights\ngairo search --kind risk --kind mitigation watermark\n"
                "gairo search --where frame=paper biosecurity",
     .least = 1,
     .most = SIZE_MAX,
     .options = COMMON | OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_WHERE) | OPTION_BIT(OPTION_LIMIT),
     .run = command_search},
    {.name = "matrix",
     .arguments = "",
     .summary = "models by components: how open each part is",
     .description =
         "The openness of each model's components: C1 to C5 for code, D1 to D5 for data, from closed to open; '?' is "
         "unknown, a dash does not apply. Cells are the companion data's, or those of --where source=ID.",
     .example = "gairo matrix --sort -open\ngairo matrix --where year=2023 --format csv",
     .options = COMMON | OPTION_BIT(OPTION_WHERE) | OPTION_BIT(OPTION_SORT),
     .run = command_matrix},
    {.name = "compare",
     .arguments = "ID ID...",
     .summary = "items side by side",
     .description = "Sets items side by side: models by component, others by what is said of them. A '!' "
                    "marks lines in which they differ. --where takes within (a term), touched-by (a law or place) and "
                    "frame: linked items outside of that are left out.",
     .example = "gairo compare model.bloom model.llama-2",
     .least = 2,
     .most = SIZE_MAX,
     .options = COMMON | OPTION_BIT(OPTION_WHERE),
     .run = command_compare},
    {.name = "trace",
     .arguments = "ID",
     .summary = "from a risk to what can be done and what the law says",
     .description =
         "Follows the links from a risk to what reduces it, from there to the recommendations that call for it and to "
         "the provisions that bear on it. Starts as well from an opportunity, a mitigation, a recommendation, a law, an "
         "area, a component, an actor, a place or a model. Says where the chain ends; what comes again is followed "
         "once. --where takes within (a term), touched-by (a law or place) and frame.",
     .example = "gairo trace risk.safeguards-stripped\ngairo trace risk.deception-fraud --where touched-by=jurisdiction.eu",
     .least = 1,
     .most = 1,
     .options = COMMON | OPTION_BIT(OPTION_WHERE),
     .run = command_trace},
    {.name = "balance",
     .arguments = "",
     .summary = "risks beside opportunities of the same area or component",
     .description =
         "Sets risks beside opportunities, by area or by the component whose release changes them: each risk with the "
         "opportunity that shares most areas, components and stages with it, then what is left of either side. With "
         "--sheet only what is in one of your sheets. One-sided is what has at least three times as many of the one "
         "as of the other.",
     .example = "gairo balance --by component\ngairo balance --sheet basket\ngairo balance --where stage=long",
     .options = COMMON | OPTION_BIT(OPTION_BY) | OPTION_BIT(OPTION_SHEET) | OPTION_BIT(OPTION_WHERE),
     .run = command_balance},
    {.name = "timeline",
     .arguments = "",
     .summary = "law and releases of models by date",
     .description = "Lists what happened to laws (proposed, adopted, in force, applies, revoked ...) and when models "
                    "were released, by date, and what is still to come on the day of --as-of. --kind takes instrument, "
                    "provision and model.",
     .example = "gairo timeline --where region=european-union\ngairo timeline --kind model --where year=2023",
     .options = COMMON | OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_WHERE),
     .run = command_timeline},
    {.name = "export",
     .arguments = "ID...",
     .summary = "a sheet to hand on",
     .description =
         "Writes a document of the items given, of one of your sheets, or of all items of a kind, with their links, "
         "provenance and numbered references; to standard output where no FILE is given. A FILE that is there is "
         "replaced without a question, once the new one is complete. --template makes a recommendation sheet, a brief, a "
         "risk register, a comparison of models, an overview of law or a report of it. Your notes on items are left out, unless "
         "--notes or the sheet (notes=yes) asks for them; annotations of the sheet are printed, unless --without-notes or "
         "notes=no leaves them out. A stylesheet of your own in the "
         "folder outputs of the configuration works like the shipped ones.",
     .example = "gairo export --to markdown risk.safeguards-stripped\ngairo export -o sheet.html --sheet basket\n"
                "gairo export -o risks.pdf --template register --kind risk --where area=safety-security",
     .least = 0,
     .most = SIZE_MAX,
     .options = PLACE | OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_TO) | OPTION_BIT(OPTION_OUTPUT) |
                OPTION_BIT(OPTION_SHEET) | OPTION_BIT(OPTION_TEMPLATE) | OPTION_BIT(OPTION_NOTES) | OPTION_BIT(OPTION_WITHOUT_NOTES) |
                OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_WHERE) | OPTION_BIT(OPTION_SORT),
     .run = command_export},
    {.name = "sheet",
     .arguments = "list | show NAME | new NAME [FIELD=VALUE...] | add NAME ID... | ...",
     .summary = "your sheets: what is in them, in which order, and how much of it",
     .description =
         "list (also without a word) lists your sheets; show NAME prints one. new NAME makes an empty one, copy NAME OTHER one "
         "like another; rename NAME OTHER, delete NAME and clear NAME do what they say; the basket always stays. add NAME "
         "ID... puts items in, also all of --kind and --where; remove NAME ID... takes them out. move NAME ID PLACE puts an "
         "item at a place: a number, up, down, first or last. group NAME HEADING ID... puts items under a heading ('': that of "
         "their kind), cut NAME title|summary|full ID... says how much of them is shown, note NAME ID TEXT annotates an "
         "item in this sheet ('' takes it away); that is printed. set NAME FIELD=VALUE... says what stands on the sheet: title, audience, "
         "author, date, classification, template; and with notes=yes your notes on items are printed, with notes=no not even "
         "annotations. check NAME tells what to know before it goes out, fit NAME how many pages "
         "it takes in print, and at which size of letters; both take --template. templates lists what a sheet can be made as.",
     .example = "gairo sheet new winter title='Open weights' template=brief author='A. Example'\n"
                "gairo sheet add winter --kind risk --where area=safety-security\n"
                "gairo sheet cut winter summary risk.safeguards-stripped\ngairo sheet check winter\n"
                "gairo export --sheet winter -o winter.pdf",
     .least = 0,
     .most = SIZE_MAX,
     .options = COMMON | OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_WHERE) | OPTION_BIT(OPTION_TEMPLATE),
     .run = command_sheet},
    {.name = "present",
     .arguments = "NAME",
     .summary = "the slides of a sheet, full screen",
     .description =
         "Presents the sheet of this name: a title, pictures of its data, a slide for each heading and each item, the dates of "
         "its laws, its sources. Space goes on and Backspace goes back, ? lists all keys; search and pages can be opened on the "
         "way, and F5 comes back to the very slide. With --notes, in another terminal, it shows the notes for the speaker and "
         "follows the first. Where standard output is no terminal, and with --plain, it prints the slides as text: a handout, with "
         "the notes only where --notes asks for them. gairo export --to slides-html and slides-pdf write them for other programs.",
     .example = "gairo present winter --minutes 20\ngairo present winter --notes\ngairo present winter --plain >handout.txt\n"
                "gairo export --sheet winter --to slides-html -o winter.html",
     .least = 1,
     .most = 1,
     .options = COMMON | OPTION_BIT(OPTION_NOTES) | OPTION_BIT(OPTION_MINUTES),
     .run = command_present},
    {.name = "stats",
     .arguments = "",
     .summary = "counts, sources, and the observations recomputed",
     .description = "Counts the items of each kind, lists the sources with their versions and dates, and recomputes "
                    "the observations from the openness cells of the companion data, or of --where source=ID: by part "
                    "of the pipeline, over time, by kind of organisation. Other conditions narrow what is counted: "
                    "--where frame=paper leaves out what goes beyond the paper.",
     .example = "gairo stats\ngairo stats --format json",
     .options = COMMON | OPTION_BIT(OPTION_WHERE),
     .run = command_stats},
    {.name = "check",
     .arguments = "",
     .summary = "faults in the data and the database",
     .description =
         "Looks for faults in the data, with file and line, and in the database itself. Exit status 1 where it finds "
         "one. What comes with gairo is held to more than the data of others: that no field is missing, and lengths. "
         "Last come the numbers of risks and opportunities by area.",
     .example = "gairo check\ngairo check --notices\ngairo check --rules",
     .options = COMMON | OPTION_BIT(OPTION_NOTICES) | OPTION_BIT(OPTION_RULES),
     .run = command_check},
    {.name = "review",
     .arguments = "[list] | walk [ID] | show ID | mark ID | remove ID | export | import FILE",
     .summary = "what is not yet checked against the paper, and your marks",
     .description =
         "For a person with the paper at hand. list (also without a word) lists what is not yet checked against the "
         "paper's text, or was changed since, with counts; show prints the text of an item, where it is from, and all "
         "its marks; walk goes from one to the next, shows it and asks what you found, and goes on where you left it; mark says that its text, as it is now, is checked or wrong; remove takes the last mark back. When "
         "the text changes, the mark stays and reads 'an earlier text was checked'. Only what has our "
         "words for the paper's is listed (--where words=paper), unless --where basis=... asks for others; --where review=unchecked, checked, wrong or earlier "
         "asks for a state. export writes all marks as XML, to be merged by a maintainer with import; marks of items that are "
         "not there are listed and left out.",
     .example = "gairo review --kind risk\ngairo review show risk.safeguards-stripped\n"
                "gairo review mark risk.safeguards-stripped --verdict checked --name 'Ada Example'\n"
                "gairo review walk --kind risk\ngairo review list --where review=wrong\n"
                "gairo review export -o marks.xml\ngairo review import --dry-run marks.xml",
     .least = 0,
     .most = 2,
     .options = COMMON | OPTION_BIT(OPTION_KIND) | OPTION_BIT(OPTION_WHERE) | OPTION_BIT(OPTION_VERDICT) |
                OPTION_BIT(OPTION_NAME) | OPTION_BIT(OPTION_DATE) | OPTION_BIT(OPTION_NOTE) | OPTION_BIT(OPTION_OUTPUT) |
                OPTION_BIT(OPTION_DRY_RUN),
     .run = command_review},
    {.name = "config",
     .arguments = "[keys]",
     .summary = "what the configuration file can set, and what it sets",
     .description =
         "Lists the settings with their values and defaults, where the file is, and what is wrong in it, with the line; "
         "exit status 1 where something is. With keys, all commands of the explorer with the keys that they have. The "
         "file is read at the start of the explorer and never written.",
     .example = "gairo config\ngairo config keys\ngairo config --format json",
     .least = 0,
     .most = 1,
     .options = COMMON,
     .run = command_config},
    {.name = "note",
     .arguments = "ID [TEXT...]",
     .summary = "your note on an item: print, write, edit or clear it",
     .description = "Without a text it prints your note on the item. A text takes the place of the note that was there. "
                    "Notes are your own: no import touches them, the explorer and gairo show show them with the item, "
                    "and a sheet prints them only where it says notes=yes, or gairo export --notes asks for them.",
     .example = "gairo note risk.safeguards-stripped 'Ask the ministry for figures'\n"
                "gairo note risk.safeguards-stripped --edit\ngairo note risk.safeguards-stripped --clear",
     .least = 1,
     .most = 1000,
     .options = COMMON | OPTION_BIT(OPTION_EDIT) | OPTION_BIT(OPTION_CLEAR),
     .run = command_note},
};
#define COMMANDS_COUNT (sizeof commands / sizeof commands[0])

const OptionDefinition *option_definition(OptionId option)
{
    return &options[option];
}

size_t command_count(void)
{
    return COMMANDS_COUNT;
}

const CommandDefinition *command_at(size_t index)
{
    return &commands[index];
}

const CommandDefinition *command_find(const char *name)
{
    for (size_t i = 0; i < COMMANDS_COUNT; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

const CommandDefinition *command_default(void)
{
    return &default_command;
}

EXTRA_DIST += \
	docs/architecture.md \
	docs/data-format.md \
	docs/home.png \
	docs/user-guide.md \
	docs/decisions/0001-two-executables.md \
	docs/decisions/0002-records-and-items.md \
	docs/decisions/0003-required-libraries.md \
	docs/decisions/0004-statements-carry-their-own-source.md \
	docs/decisions/0005-search-by-tiers.md \
	docs/outputs.md

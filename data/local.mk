# What is known: the shipped data set. The first line of VERSION is its version; a newer one is offered to an existing
# database. The schema is for authors.
nobase_dist_pkgdata_DATA += data/VERSION
nobase_dist_pkgdata_DATA += data/gairo.rng
nobase_dist_pkgdata_DATA += data/gairo-fields.rng
nobase_dist_pkgdata_DATA += data/gairo-words.rng
nobase_dist_pkgdata_DATA += data/components.xml
nobase_dist_pkgdata_DATA += data/law-china.xml
nobase_dist_pkgdata_DATA += data/law-eu-ai-act.xml
nobase_dist_pkgdata_DATA += data/law-european-union.xml
nobase_dist_pkgdata_DATA += data/law-international.xml
nobase_dist_pkgdata_DATA += data/law-middle-east.xml
nobase_dist_pkgdata_DATA += data/law-other.xml
nobase_dist_pkgdata_DATA += data/law-united-states.xml
nobase_dist_pkgdata_DATA += data/law.xml
nobase_dist_pkgdata_DATA += data/licences.xml
nobase_dist_pkgdata_DATA += data/models-more.xml
nobase_dist_pkgdata_DATA += data/models.xml
nobase_dist_pkgdata_DATA += data/observations.xml
nobase_dist_pkgdata_DATA += data/organisations.xml
nobase_dist_pkgdata_DATA += data/references-facts.xml
nobase_dist_pkgdata_DATA += data/references-licences.xml

# What is known: the shipped data set. VERSION's first line is its version; a newer one is offered to an existing database.
nobase_dist_pkgdata_DATA += data/VERSION
nobase_dist_pkgdata_DATA += data/components.xml
nobase_dist_pkgdata_DATA += data/models.xml
nobase_dist_pkgdata_DATA += data/licences.xml
nobase_dist_pkgdata_DATA += data/references-licences.xml
nobase_dist_pkgdata_DATA += data/frame.xml
nobase_dist_pkgdata_DATA += data/mitigations.xml
nobase_dist_pkgdata_DATA += data/opportunities.xml
nobase_dist_pkgdata_DATA += data/recommendations.xml
nobase_dist_pkgdata_DATA += data/references.xml
nobase_dist_pkgdata_DATA += data/risks.xml
nobase_dist_pkgdata_DATA += data/terms.xml

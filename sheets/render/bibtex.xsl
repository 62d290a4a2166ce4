<?xml version="1.0" encoding="UTF-8"?>
<!-- The references of a sheet for BibTeX and biblatex: every value is in braces; what TeX reads is escaped by r:tex(), and links,
     which are read verbatim, by r:tex-url(). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:s="urn:gairo:sheet:1"
                xmlns:r="urn:gairo:render:1" exclude-result-prefixes="s r">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/s:sheet"><xsl:apply-templates select="s:references/s:reference"/></xsl:template>

  <xsl:template match="s:reference">
    <xsl:value-of select="concat('@misc{', r:tex-key(@id), ',&#10;  title = {{', r:tex(s:title), '}}')"/>
    <xsl:if test="s:authors"><xsl:value-of select="concat(',&#10;  author = {', r:tex-names(s:authors), '}')"/></xsl:if>
    <xsl:if test="s:year"><xsl:value-of select="concat(',&#10;  year = {', r:tex(s:year), '}')"/></xsl:if>
    <xsl:choose>
      <xsl:when test="starts-with(s:identifier, 'arXiv:')">
        <xsl:value-of select="concat(',&#10;  eprint = {', r:tex-url(substring-after(s:identifier, 'arXiv:')), '},&#10;  archiveprefix = {arXiv}')"/>
      </xsl:when>
      <xsl:when test="starts-with(s:identifier, 'doi:')">
        <xsl:value-of select="concat(',&#10;  doi = {', r:tex-url(substring-after(s:identifier, 'doi:')), '}')"/>
      </xsl:when>
      <xsl:when test="s:identifier"><xsl:value-of select="concat(',&#10;  note = {', r:tex(s:identifier), '}')"/></xsl:when>
    </xsl:choose>
    <xsl:if test="s:url/@href"><xsl:value-of select="concat(',&#10;  url = {', r:tex-url(s:url/@href), '}')"/></xsl:if>
    <xsl:text>&#10;}&#10;</xsl:text>
    <xsl:if test="position() != last()"><xsl:text>&#10;</xsl:text></xsl:if>
  </xsl:template>
</xsl:stylesheet>

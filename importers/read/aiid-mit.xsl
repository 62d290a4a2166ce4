<?xml version="1.0" encoding="UTF-8"?>
<!-- AI Incident Database, incidents classified by the MIT domain taxonomy: evidence of its entries. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1" exclude-result-prefixes="r g">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/r:document">
    <gairo>
      <reference id="reference.aiid-mit">
        <title>AI Incident Database: MIT classification</title>
        <field name="publication-type" value="dataset"/>
        <field name="url" value="https://incidentdatabase.ai/taxonomies/mit"/>
        <field name="text-licence" value="CC BY-SA 4.0"/>
        <source ref="reference.aiid-mit" basis="framework"/>
      </reference>
      <xsl:apply-templates select="r:member"/>
    </gairo>
  </xsl:template>

  <xsl:template match="r:member">
    <xsl:variable name="id" select="normalize-space(r:entry[@key='Incident ID'])"/>
    <xsl:variable name="subdomain" select="normalize-space(r:entry[@key='Risk Subdomain'])"/>
    <!-- "7.3. Lack of capability or robustness" -->
    <xsl:variable name="number" select="concat(substring-before($subdomain, '.'), '.', substring-before(substring-after($subdomain, '.'), '.'))"/>
    <xsl:choose>
      <xsl:when test="$id = '' or translate($id, '0123456789', '') != ''">
        <r:refused line="{(@line | r:entry[@key='Incident ID']/@line)[last()]}">Incident ID "<xsl:value-of select="$id"/>" must be a number</r:refused>
      </xsl:when>
      <xsl:otherwise>
        <incident id="incident.aiid-{$id}" line="{@line}">
          <title>AI Incident Database, incident <xsl:value-of select="$id"/></title>
          <xsl:for-each select="r:entry[@key='Entity' or @key='Timing' or @key='Intent'][normalize-space() != '']">
            <field name="{translate(@key, 'ETI', 'eti')}" line="{@line}" value="{g:cut(., 300)}"/>
          </xsl:for-each>
          <source ref="reference.aiid-mit" locator="incident {$id}" basis="framework"/>
          <xsl:if test="$subdomain != '' and not(string-length($number) &gt; 2 and translate($number, '0123456789.', '') = '')">
            <r:remark line="{r:entry[@key='Risk Subdomain']/@line}">incident <xsl:value-of select="$id"/>: Risk Subdomain "<xsl:value-of select="g:cut($subdomain, 60)"/>" does not begin with a number such as "7.3."; the incident is linked to none</r:remark>
          </xsl:if>
          <xsl:if test="string-length($number) &gt; 2 and translate($number, '0123456789.', '') = ''">
            <link relation="evidence-of" to="nexus:mit-ai-risk-subdomain-{$number}" ref="reference.aiid-mit"
                  locator="incident {$id}" basis="framework" line="{r:entry[@key='Risk Subdomain']/@line}"/>
          </xsl:if>
        </incident>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

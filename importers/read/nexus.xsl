<?xml version="1.0" encoding="UTF-8"?>
<!-- Risk Atlas Nexus. A taxonomy is a framework; its risks and groups are the framework's entries; actions are mitigations
     that reduce the entries they name. Ids are those that the collection gives, after "nexus:". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1" exclude-result-prefixes="r g">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:key name="taxonomy" match="r:entry[@key='taxonomies']/r:member" use="r:entry[@key='id']"/>

  <xsl:template match="/r:document">
    <gairo>
      <reference id="reference.nexus">
        <title>Risk Atlas Nexus</title>
        <field name="publication-type" value="dataset"/>
        <field name="url" value="https://github.com/IBM/risk-atlas-nexus"/>
        <field name="text-licence" value="Apache-2.0"/>
        <source ref="reference.nexus" basis="framework"/>
      </reference>
      <xsl:apply-templates select="r:entry"/>
    </gairo>
  </xsl:template>

  <!-- Other lists of the collection (evaluations, models, intrinsics …) are of no kind that gairo has. -->
  <xsl:template match="r:document/r:entry"/>
  <xsl:template match="r:entry[@key='documents' or @key='taxonomies' or @key='riskgroups' or @key='risks'
      or @key='actions']">
    <xsl:apply-templates select="r:member"/>
  </xsl:template>

  <xsl:template match="r:member">
    <xsl:choose>
      <xsl:when test="not(r:entry[@key='id'] != '')">
        <r:refused line="{@line}">no id</r:refused>
      </xsl:when>
      <xsl:when test="not(r:entry[@key='name'] != '')">
        <r:refused line="{@line}"><xsl:value-of select="r:entry[@key='id']"/> has no name</r:refused>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="item"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:entry[@key='documents']/r:member" mode="item">
    <reference id="reference.nexus-{g:slug(r:entry[@key='id'])}" line="{@line}">
      <title><xsl:value-of select="g:cut(r:entry[@key='name'], 500)"/></title>
      <xsl:call-template name="words"/>
      <xsl:call-template name="url"/>
      <xsl:if test="string-length(g:date(r:entry[@key='dateCreated'])) &gt; 3">
        <field name="year" value="{substring(g:date(r:entry[@key='dateCreated']), 1, 4)}"/>
      </xsl:if>
      <xsl:call-template name="source"/>
    </reference>
  </xsl:template>

  <xsl:template match="r:entry[@key='taxonomies']/r:member" mode="item">
    <framework id="nexus:{r:entry[@key='id']}" line="{@line}">
      <title><xsl:value-of select="g:cut(r:entry[@key='name'], 500)"/></title>
      <xsl:call-template name="words"/>
      <xsl:call-template name="url"/>
      <xsl:call-template name="licence"><xsl:with-param name="taxonomy" select="r:entry[@key='id']"/></xsl:call-template>
      <xsl:call-template name="source"/>
      <xsl:for-each select="r:entry[@key='hasDocumentation']/r:member">
        <xsl:if test="/r:document/r:entry[@key='documents']/r:member[r:entry[@key='id'] = current()]
            and not(. = preceding-sibling::r:member)">
          <link relation="supported-by" to="reference.nexus-{g:slug(.)}" ref="reference.nexus" basis="framework"
                line="{@line}"/>
        </xsl:if>
      </xsl:for-each>
    </framework>
  </xsl:template>

  <xsl:template match="r:entry[@key='riskgroups' or @key='risks']/r:member" mode="item">
    <xsl:variable name="taxonomy" select="r:entry[@key='isDefinedByTaxonomy']"/>
    <framework-entry id="nexus:{r:entry[@key='id']}" line="{@line}">
      <title>
        <xsl:call-template name="owner"><xsl:with-param name="taxonomy" select="$taxonomy"/></xsl:call-template>
        <xsl:value-of select="g:cut(r:entry[@key='name'], 400)"/>
      </title>
      <xsl:call-template name="words"/>
      <xsl:call-template name="url"/>
      <field name="entry-type">
        <xsl:attribute name="value">
          <xsl:choose>
            <xsl:when test="../@key='riskgroups'">risk group</xsl:when>
            <xsl:otherwise>risk</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </field>
      <xsl:call-template name="licence"><xsl:with-param name="taxonomy" select="$taxonomy"/></xsl:call-template>
      <xsl:call-template name="source"/>
      <xsl:call-template name="part-of"/>
      <xsl:if test="r:entry[@key='isPartOf'] != ''">
        <link relation="part-of" to="nexus:{r:entry[@key='isPartOf']}" ref="reference.nexus" basis="framework"
              line="{r:entry[@key='isPartOf']/@line}"/>
      </xsl:if>
    </framework-entry>
  </xsl:template>

  <xsl:template match="r:entry[@key='actions']/r:member" mode="item">
    <xsl:variable name="taxonomy" select="r:entry[@key='isDefinedByTaxonomy']"/>
    <mitigation id="mitigation.nexus-{g:slug(r:entry[@key='id'])}" line="{@line}">
      <title>
        <xsl:choose>
          <xsl:when test="starts-with($taxonomy, 'nist')">NIST </xsl:when>
          <xsl:otherwise><xsl:value-of select="concat($taxonomy, ' ')"/></xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="r:entry[@key='name']"/>
        <xsl:if test="r:entry[@key='description'] != ''">
          <xsl:value-of select="concat(': ', g:cut(r:entry[@key='description'], 110))"/>
        </xsl:if>
      </title>
      <xsl:call-template name="words"/>
      <field name="entry-type" value="action"/>
      <xsl:call-template name="licence"><xsl:with-param name="taxonomy" select="$taxonomy"/></xsl:call-template>
      <xsl:call-template name="source"/>
      <xsl:call-template name="part-of"/>
      <xsl:for-each select="r:entry[@key='hasRelatedRisk']/r:member | r:entry[@key='hasRelatedRisk'][not(r:member)]">
        <xsl:if test=". != '' and not(. = preceding-sibling::r:member)">
          <link relation="reduces" to="nexus:{.}" ref="reference.nexus" basis="framework" line="{@line}"/>
        </xsl:if>
      </xsl:for-each>
    </mitigation>
  </xsl:template>

  <!-- In a list of many taxonomies a title says whose entry it is. -->
  <xsl:template name="owner">
    <xsl:param name="taxonomy"/>
    <xsl:choose>
      <xsl:when test="starts-with($taxonomy, 'ibm')">IBM: </xsl:when>
      <xsl:when test="starts-with($taxonomy, 'nist')">NIST: </xsl:when>
      <xsl:when test="starts-with($taxonomy, 'mit') and ../@key='risks'">
        <xsl:text>MIT </xsl:text>
        <xsl:if test="contains(r:entry[@key='id'], 'subdomain-')">
          <xsl:value-of select="substring-after(r:entry[@key='id'], 'subdomain-')"/>
        </xsl:if>
        <xsl:if test="contains(r:entry[@key='id'], 'causal')">cause</xsl:if>
        <xsl:text>: </xsl:text>
      </xsl:when>
      <xsl:when test="starts-with($taxonomy, 'mit')">MIT: </xsl:when>
      <xsl:when test="starts-with($taxonomy, 'owasp')">OWASP </xsl:when>
      <xsl:when test="$taxonomy != ''"><xsl:value-of select="concat($taxonomy, ': ')"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="words">
    <xsl:variable name="words" select="normalize-space(r:entry[@key='description'])"/>
    <xsl:if test="$words != ''">
      <summary line="{r:entry[@key='description']/@line}"><xsl:value-of select="g:cut($words, 2000)"/></summary>
    </xsl:if>
    <xsl:if test="r:entry[@key='concern'] != '' or string-length($words) &gt; 1900">
      <body>
        <xsl:if test="string-length($words) &gt; 1900"><p><xsl:value-of select="$words"/></p></xsl:if>
        <xsl:if test="r:entry[@key='concern'] != ''"><p><xsl:value-of select="r:entry[@key='concern']"/></p></xsl:if>
      </body>
    </xsl:if>
  </xsl:template>

  <xsl:template name="url">
    <xsl:if test="g:url(r:entry[@key='url']) != ''">
      <field name="url" value="{g:url(r:entry[@key='url'])}" line="{r:entry[@key='url']/@line}"/>
    </xsl:if>
  </xsl:template>

  <!-- What is not under the collection's own licence says so, and whom to name. -->
  <xsl:template name="licence">
    <xsl:param name="taxonomy"/>
    <xsl:choose>
      <xsl:when test="starts-with($taxonomy, 'owasp')">
        <field name="text-licence" value="CC BY-SA 4.0"/>
        <field name="attribution" value="OWASP Top 10 for Large Language Model Applications, OWASP Foundation"/>
      </xsl:when>
      <xsl:when test="starts-with($taxonomy, 'mit')">
        <field name="text-licence" value="CC BY 4.0"/>
        <field name="attribution" value="MIT AI Risk Repository, Slattery et al. 2024, arXiv:2408.12622"/>
      </xsl:when>
      <xsl:when test="starts-with($taxonomy, 'nist')">
        <field name="text-licence" value="public domain in the United States"/>
        <field name="attribution" value="NIST AI 600-1, National Institute of Standards and Technology"/>
      </xsl:when>
      <xsl:otherwise>
        <field name="text-licence" value="Apache-2.0"/>
        <field name="attribution" value="Risk Atlas Nexus, IBM"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="source">
    <source ref="reference.nexus" locator="{/r:document/@file}" basis="framework"/>
  </xsl:template>

  <xsl:template name="part-of">
    <xsl:variable name="taxonomy" select="r:entry[@key='isDefinedByTaxonomy']"/>
    <xsl:if test="$taxonomy != ''">
      <link relation="part-of" to="nexus:{$taxonomy}" ref="reference.nexus" basis="framework" line="{$taxonomy/@line}"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

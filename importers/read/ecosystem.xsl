<?xml version="1.0" encoding="UTF-8"?>
<!-- Ecosystem Graphs: models, with organisation, licence, access and what they are built on. Data sets and applications
     are of no kind that gairo has: they are named where a model depends on them. A field is a text, or a mapping of
     "explanation" and "value". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1" exclude-result-prefixes="r g">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="capitals" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
  <xsl:variable name="smalls" select="'abcdefghijklmnopqrstuvwxyz'"/>

  <xsl:template match="/r:document">
    <gairo>
      <reference id="reference.ecosystem-graphs">
        <title>Ecosystem Graphs</title>
        <field name="publication-type" value="dataset"/>
        <field name="url" value="https://crfm.stanford.edu/ecosystem-graphs"/>
        <source ref="reference.ecosystem-graphs" basis="framework"/>
      </reference>
      <xsl:apply-templates select="r:member"/>
      <xsl:apply-templates select="r:entry" mode="refuse"/>
    </gairo>
  </xsl:template>

  <xsl:template match="r:entry" mode="refuse">
    <r:refused line="{@line}">a list of assets is expected, not "<xsl:value-of select="@key"/>"</r:refused>
  </xsl:template>

  <xsl:template name="value">
    <xsl:param name="key"/>
    <xsl:variable name="entry" select="r:entry[@key=$key]"/>
    <xsl:choose>
      <xsl:when test="$entry/r:entry"><xsl:value-of select="normalize-space($entry/r:entry[@key='value'])"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space($entry)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:member">
    <xsl:variable name="type"><xsl:call-template name="value"><xsl:with-param name="key" select="'type'"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$type = 'model'"><xsl:apply-templates select="." mode="model"/></xsl:when>
      <xsl:when test="$type = 'dataset' or $type = 'application'"/>
      <xsl:otherwise>
        <r:refused line="{(@line | r:entry[@key='type']/@line)[last()]}">type "<xsl:value-of select="$type"/>" is not one of model, dataset, application</r:refused>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:member" mode="model">
    <xsl:variable name="name"><xsl:call-template name="value"><xsl:with-param name="key" select="'name'"/></xsl:call-template></xsl:variable>
    <xsl:variable name="organisation"><xsl:call-template name="value"><xsl:with-param name="key" select="'organization'"/></xsl:call-template></xsl:variable>
    <xsl:variable name="created"><xsl:call-template name="value"><xsl:with-param name="key" select="'created_date'"/></xsl:call-template></xsl:variable>
    <xsl:variable name="access"><xsl:call-template name="value"><xsl:with-param name="key" select="'access'"/></xsl:call-template></xsl:variable>
    <xsl:variable name="licence"><xsl:call-template name="value"><xsl:with-param name="key" select="'license'"/></xsl:call-template></xsl:variable>
    <xsl:variable name="size"><xsl:call-template name="value"><xsl:with-param name="key" select="'size'"/></xsl:call-template></xsl:variable>
    <xsl:variable name="words"><xsl:call-template name="value"><xsl:with-param name="key" select="'description'"/></xsl:call-template></xsl:variable>
    <xsl:variable name="small" select="translate($access, $capitals, $smalls)"/>
    <xsl:choose>
      <xsl:when test="$name = '' or g:slug($name) = ''"><r:refused line="{@line}">a model without a name</r:refused></xsl:when>
      <xsl:otherwise>
        <xsl:if test="g:slug($organisation) != ''">
          <organisation id="organisation.ecosystem-{g:slug($organisation)}" line="{@line}">
            <title><xsl:value-of select="g:cut($organisation, 500)"/></title>
            <source ref="reference.ecosystem-graphs" basis="framework"/>
          </organisation>
        </xsl:if>
        <model id="model.ecosystem-{g:slug(concat($organisation, ' ', $name))}" line="{@line}">
          <title><xsl:value-of select="g:cut($name, 500)"/></title>
          <xsl:if test="$words != ''"><summary><xsl:value-of select="g:cut($words, 1000)"/></summary></xsl:if>
          <xsl:if test="g:url(r:entry[@key='url']) != ''"><field name="url" value="{g:url(r:entry[@key='url'])}"/></xsl:if>
          <xsl:if test="g:month($created) != ''"><field name="released" value="{g:month($created)}"/></xsl:if>
          <xsl:if test="$small = 'open' or $small = 'limited' or $small = 'closed'"><field name="access" value="{$small}"/></xsl:if>
          <xsl:if test="$licence != ''"><field name="licence-name" value="{g:cut($licence, 300)}"/></xsl:if>
          <xsl:if test="$size != ''"><field name="size" value="{g:cut($size, 300)}"/></xsl:if>
          <xsl:for-each select="(r:entry[@key='dependencies'] | r:entry[@key='dependencies']/r:entry[@key='value'])/r:member[normalize-space() != ''][not(. = preceding-sibling::r:member)]">
            <field name="dependency" value="{g:cut(., 300)}" line="{@line}"/>
          </xsl:for-each>
          <source ref="reference.ecosystem-graphs" locator="{/r:document/@file}, {g:cut($name, 200)}" basis="framework"/>
          <xsl:if test="g:slug($organisation) != ''">
            <link relation="developed-by" to="organisation.ecosystem-{g:slug($organisation)}" ref="reference.ecosystem-graphs" basis="framework"/>
          </xsl:if>
          <!-- By name: found at the end, among all models. -->
          <xsl:for-each select="(r:entry[@key='dependencies'] | r:entry[@key='dependencies']/r:entry[@key='value'])/r:member[g:slug(.) != ''][g:slug(.) != g:slug($name)]">
            <xsl:variable name="other" select="g:slug(.)"/>
            <xsl:if test="not(preceding-sibling::r:member[g:slug(.) = $other])">
              <link relation="built-on" to="model.{$other}" ref="reference.ecosystem-graphs" basis="framework" line="{@line}"/>
            </xsl:if>
          </xsl:for-each>
          <xsl:choose>
            <xsl:when test="$small = 'closed'">
              <cell component="deployment.data.weights" value="1" line="{r:entry[@key='access']/@line}">Access is closed.</cell>
            </xsl:when>
            <xsl:when test="$small = 'limited'">
              <cell component="deployment.data.weights" value="2" line="{r:entry[@key='access']/@line}">Access is limited, such as through an interface.</cell>
            </xsl:when>
            <xsl:when test="$small = 'open'">
              <xsl:variable name="level" select="g:licence-data-level($licence)"/>
              <cell component="deployment.data.weights" line="{r:entry[@key='access']/@line}">
                <xsl:attribute name="value">
                  <xsl:choose><xsl:when test="$level != ''"><xsl:value-of select="$level"/></xsl:when><xsl:otherwise>unknown</xsl:otherwise></xsl:choose>
                </xsl:attribute>
                <xsl:if test="$licence != '' and translate($licence, 'UNKOWE', 'unkowe') != 'unknown' and $licence != 'none'">
                  <xsl:attribute name="licence"><xsl:value-of select="g:cut($licence, 300)"/></xsl:attribute>
                </xsl:if>
                <xsl:text>Access is open.</xsl:text>
              </cell>
            </xsl:when>
          </xsl:choose>
        </model>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

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
    <xsl:variable name="said" select="$entry[not(r:entry)] | $entry/r:entry[@key='value']"/>
    <!-- Several, such as two licences, are apart. -->
    <xsl:for-each select="$said[not(r:member)] | $said/r:member">
      <xsl:if test="position() != 1">, </xsl:if>
      <xsl:value-of select="normalize-space()"/>
    </xsl:for-each>
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
    <xsl:variable name="listed" select="r:entry[@key='dependencies'][not(r:entry)] | r:entry[@key='dependencies']/r:entry[@key='value']"/>
    <!-- One alone, without a list, is a list of one. -->
    <xsl:variable name="dependencies" select="$listed/r:member | $listed[not(*)]"/>
    <xsl:variable name="nothing" select="' unknown none n/a null ~ '"/>
    <xsl:variable name="address"><xsl:call-template name="value"><xsl:with-param name="key" select="'url'"/></xsl:call-template></xsl:variable>
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
          <xsl:choose>
            <xsl:when test="g:url($address) != ''"><field name="url" value="{g:url($address)}"/></xsl:when>
            <xsl:when test="$address != '' and not(contains($nothing, concat(' ', translate($address, $capitals, $smalls), ' ')))">
              <r:remark line="{r:entry[@key='url']/@line}"><xsl:value-of select="g:cut($name, 100)"/>: url "<xsl:value-of select="g:cut($address, 60)"/>" is no web address; it was left out</r:remark>
            </xsl:when>
          </xsl:choose>
          <xsl:choose>
            <xsl:when test="g:month($created) != ''"><field name="released" value="{g:month($created)}"/></xsl:when>
            <xsl:when test="$created != '' and not(contains($nothing, concat(' ', translate($created, $capitals, $smalls), ' ')))">
              <r:remark line="{r:entry[@key='created_date']/@line}"><xsl:value-of select="g:cut($name, 100)"/>: created_date "<xsl:value-of select="g:cut($created, 60)"/>" tells no month (YYYY-MM-DD or YYYY-MM); it was left out</r:remark>
            </xsl:when>
          </xsl:choose>
          <xsl:if test="$small != '' and $small != 'open' and $small != 'limited' and $small != 'closed' and not(contains($nothing, concat(' ', $small, ' ')))">
            <r:remark line="{r:entry[@key='access']/@line}"><xsl:value-of select="g:cut($name, 100)"/>: access "<xsl:value-of select="g:cut($access, 60)"/>" is not one of open, limited, closed; it was left out</r:remark>
          </xsl:if>
          <xsl:if test="$listed/r:entry or $dependencies/* or r:entry[@key='dependencies'][r:entry][not(r:entry[@key='value'])]">
            <r:refused line="{r:entry[@key='dependencies']/@line}"><xsl:value-of select="g:cut($name, 100)"/>: dependencies must be a list of names</r:refused>
          </xsl:if>
          <xsl:if test="$small = 'open' or $small = 'limited' or $small = 'closed'"><field name="access" value="{$small}"/></xsl:if>
          <xsl:if test="$licence != ''"><field name="licence-name" value="{g:cut($licence, 300)}"/></xsl:if>
          <xsl:if test="$size != ''"><field name="size" value="{g:cut($size, 300)}"/></xsl:if>
          <xsl:for-each select="$dependencies[normalize-space() != ''][not(. = preceding-sibling::r:member)]">
            <field name="dependency" value="{g:cut(., 300)}" line="{@line}"/>
          </xsl:for-each>
          <source ref="reference.ecosystem-graphs" locator="{/r:document/@file}, {g:cut($name, 200)}" basis="framework"/>
          <xsl:if test="g:slug($organisation) != ''">
            <link relation="developed-by" to="organisation.ecosystem-{g:slug($organisation)}" ref="reference.ecosystem-graphs" basis="framework"/>
          </xsl:if>
          <!-- By name: found at the end, among all models. -->
          <xsl:for-each select="$dependencies[g:slug(.) != ''][g:slug(.) != g:slug($name)]">
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

<?xml version="1.0" encoding="UTF-8"?>
<!-- SSSOM. A mapping is a link from its subject's entry to its object's. SKOS tells of the object ("broadMatch": the
     object is broader), gairo's relation of the subject, so that the two are turned round. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1" exclude-result-prefixes="r g">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:key name="subject" match="r:document/r:member" use="r:entry[@key='subject_id']"/>
  <xsl:key name="predicate" match="r:document/r:member" use="r:entry[@key='predicate_id']"/>
  <xsl:key name="pair" match="r:document/r:member" use="concat(r:entry[@key='subject_id'], ' ', r:entry[@key='object_id'])"/>
  <xsl:key name="object" match="r:document/r:member" use="r:entry[@key='object_id']"/>

  <!-- What no id may have. -->
  <xsl:variable name="unfit">&amp;&lt;&gt;"' </xsl:variable>
  <xsl:variable name="document" select="/r:document"/>
  <!-- Prefixes of the collection, whatever the set is called. -->
  <xsl:variable name="of-nexus"
      select="' ibmairisk ibm-risk-atlas nistai nist-ai-rmf mit-ai-risk-repository mit-ai-risk-repository-causal owasp-llm-2.0 owaspllm owasp-llm '"/>

  <xsl:template name="header">
    <xsl:param name="name"/>
    <xsl:for-each select="$document/r:comment[starts-with(normalize-space(.), concat($name, ':'))][1]">
      <xsl:variable name="value" select="normalize-space(substring-after(., ':'))"/>
      <xsl:variable name="quote" select="substring($value, 1, 1)"/>
      <xsl:choose>
        <xsl:when test="$quote = '&quot;' or $quote = &quot;'&quot;">
          <xsl:value-of select="substring($value, 2, string-length($value) - 2)"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="$value"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:variable name="set"><xsl:call-template name="header"><xsl:with-param name="name" select="'mapping_set_id'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="title"><xsl:call-template name="header"><xsl:with-param name="name" select="'mapping_set_description'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="licence"><xsl:call-template name="header"><xsl:with-param name="name" select="'license'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="date"><xsl:call-template name="header"><xsl:with-param name="name" select="'mapping_date'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="sssom"><xsl:call-template name="header"><xsl:with-param name="name" select="'sssom_version'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="version"><xsl:call-template name="header"><xsl:with-param name="name" select="'mapping_set_version'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="slug" select="g:slug($document/@stem)"/>
  <xsl:variable name="ref" select="concat('reference.sssom-', $slug)"/>

  <xsl:template match="/r:document">
    <gairo source="{substring(concat('sssom-', translate($slug, '.+_', '---')), 1, 64)}">
      <xsl:if test="$title != ''"><xsl:attribute name="title"><xsl:value-of select="$title"/></xsl:attribute></xsl:if>
      <xsl:if test="$licence != ''"><xsl:attribute name="licence"><xsl:value-of select="$licence"/></xsl:attribute></xsl:if>
      <xsl:if test="$version != ''"><xsl:attribute name="version"><xsl:value-of select="g:cut($version, 200)"/></xsl:attribute></xsl:if>
      <xsl:if test="g:date($date) != ''"><xsl:attribute name="date"><xsl:value-of select="g:date($date)"/></xsl:attribute></xsl:if>
      <xsl:if test="g:url($set) != ''"><xsl:attribute name="url"><xsl:value-of select="g:url($set)"/></xsl:attribute></xsl:if>
      <reference id="{$ref}" line="1">
        <title>
          <xsl:choose>
            <xsl:when test="$title != ''"><xsl:value-of select="g:cut($title, 500)"/></xsl:when>
            <xsl:otherwise>Crosswalk <xsl:value-of select="@file"/></xsl:otherwise>
          </xsl:choose>
        </title>
        <field name="publication-type" value="dataset"/>
        <xsl:if test="g:url($set) != ''"><field name="url" value="{g:url($set)}"/></xsl:if>
        <xsl:if test="$licence != ''"><field name="text-licence" value="{g:cut($licence, 300)}"/></xsl:if>
        <source ref="{$ref}" basis="framework"/>
      </reference>
      <xsl:if test="$sssom != '' and not(starts-with($sssom, '0.') or starts-with($sssom, '1.'))">
        <r:refused line="1">sssom_version "<xsl:value-of select="g:cut($sssom, 40)"/>" is not known; known: 0.* 1.*</r:refused>
      </xsl:if>
      <xsl:apply-templates select="r:member" mode="check"/>
      <xsl:apply-templates select="r:member[generate-id() = generate-id(key('subject', r:entry[@key='subject_id'])[1])]"
          mode="subject"/>
      <!-- Objects that are no subject too. -->
      <xsl:apply-templates select="r:member[r:entry[@key='object_id'] != '']
          [generate-id() = generate-id(key('object', r:entry[@key='object_id'])[1])]
          [not(key('subject', r:entry[@key='object_id']))]" mode="object"/>
    </gairo>
  </xsl:template>

  <xsl:template name="relation">
    <xsl:choose>
      <xsl:when test="contains(' skos:exactMatch owl:sameAs owl:equivalentClass owl:equivalentProperty ', concat(' ', r:entry[@key='predicate_id'], ' '))">same-as</xsl:when>
      <xsl:when test="contains(' skos:broadMatch rdfs:subClassOf rdfs:subPropertyOf ', concat(' ', r:entry[@key='predicate_id'], ' '))">narrower</xsl:when>
      <xsl:when test="r:entry[@key='predicate_id'] = 'skos:narrowMatch'">broader</xsl:when>
      <xsl:when test="contains(' skos:closeMatch skos:relatedMatch oboInOwl:hasDbXref rdfs:seeAlso nexus:hasRelatedRisk ', concat(' ', r:entry[@key='predicate_id'], ' '))">related</xsl:when>
      <xsl:when test="r:entry[@key='predicate_id'] = 'noMatch' or r:entry[@key='predicate_id'] = 'skos:noMatch' or r:entry[@key='predicate_id'] = 'sssom:NoMatch'">none</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- "PREFIX:id"; the prefix names the taxonomy, and for those of the collection "nexus:" takes its place. -->
  <xsl:template name="id">
    <xsl:param name="curie"/>
    <xsl:variable name="prefix" select="substring-before($curie, ':')"/>
    <xsl:choose>
      <xsl:when test="contains($of-nexus, concat(' ', $prefix, ' ')) or contains($set, 'risk-atlas-nexus')">
        <xsl:value-of select="concat('nexus:', translate(substring-after($curie, ':'), $unfit, ''))"/>
      </xsl:when>
      <!-- A source's name has small letters and hyphens. -->
      <xsl:otherwise>
        <xsl:value-of select="concat(translate($prefix, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ._', 'abcdefghijklmnopqrstuvwxyz--'), ':',
                              translate(substring-after($curie, ':'), $unfit, ''))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:member" mode="check">
    <xsl:variable name="relation"><xsl:call-template name="relation"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="not(contains(r:entry[@key='subject_id'], ':'))">
        <r:refused line="{(@line | r:entry[@key='subject_id']/@line)[last()]}">subject_id "<xsl:value-of select="r:entry[@key='subject_id']"/>" is not of the form PREFIX:ID</r:refused>
      </xsl:when>
      <xsl:when test="not(contains(r:entry[@key='predicate_id'], ':')) and $relation = ''">
        <r:refused line="{(@line | r:entry[@key='predicate_id']/@line)[last()]}">predicate_id "<xsl:value-of select="r:entry[@key='predicate_id']"/>" is not of the form PREFIX:ID, such as skos:exactMatch</r:refused>
      </xsl:when>
      <!-- Told once: a set may be of other things than sameness. -->
      <xsl:when test="$relation = ''">
        <xsl:if test="generate-id() = generate-id(key('predicate', r:entry[@key='predicate_id'])[1])">
          <r:remark line="{@line}">mappings by <xsl:value-of select="concat(r:entry[@key='predicate_id'], ' (', count(key('predicate', r:entry[@key='predicate_id'])), ')')"/>, which is no kind of sameness, were passed over; known: skos:exactMatch, closeMatch, broadMatch, narrowMatch, relatedMatch, noMatch; owl:sameAs, equivalentClass; rdfs:subClassOf, seeAlso</r:remark>
        </xsl:if>
      </xsl:when>
      <xsl:when test="$relation != 'none' and normalize-space(r:entry[@key='object_id']) = ''">
        <r:remark line="{@line}">a mapping of <xsl:value-of select="r:entry[@key='subject_id']"/> without an object was passed over</r:remark>
      </xsl:when>
      <xsl:when test="$relation != 'none' and not(contains(r:entry[@key='object_id'], ':'))">
        <r:refused line="{(@line | r:entry[@key='object_id']/@line)[last()]}">object_id "<xsl:value-of select="r:entry[@key='object_id']"/>" is not of the form PREFIX:ID</r:refused>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:member" mode="subject">
    <xsl:if test="contains(r:entry[@key='subject_id'], ':')">
      <xsl:variable name="id">
        <xsl:call-template name="id"><xsl:with-param name="curie" select="r:entry[@key='subject_id']"/></xsl:call-template>
      </xsl:variable>
      <framework-entry id="{$id}" line="{@line}">
        <title><xsl:call-template name="title"><xsl:with-param name="label" select="r:entry[@key='subject_label']"/><xsl:with-param name="id" select="$id"/></xsl:call-template></title>
        <xsl:variable name="rows" select="key('subject', r:entry[@key='subject_id'])"/>
        <xsl:if test="$rows[contains(r:entry[@key='predicate_id'], 'oMatch')]">
          <body>
            <xsl:for-each select="$rows[contains(r:entry[@key='predicate_id'], 'oMatch')]">
              <p>No match in this crosswalk. <xsl:value-of select="r:entry[@key='comment']"/></p>
            </xsl:for-each>
          </body>
        </xsl:if>
        <source ref="{$ref}" locator="line {@line}" basis="framework"/>
        <xsl:for-each select="$rows">
          <xsl:variable name="relation"><xsl:call-template name="relation"/></xsl:variable>
          <xsl:variable name="object" select="r:entry[@key='object_id']"/>
          <xsl:variable name="predicate" select="r:entry[@key='predicate_id']"/>
          <!-- What a row before says from the other end is not said twice. -->
          <xsl:variable name="reverse">
            <xsl:choose>
              <xsl:when test="$relation = 'narrower'"> skos:narrowMatch </xsl:when>
              <xsl:when test="$relation = 'broader'"> skos:broadMatch rdfs:subClassOf rdfs:subPropertyOf </xsl:when>
              <xsl:when test="$relation = 'same-as'"> skos:exactMatch owl:sameAs owl:equivalentClass owl:equivalentProperty </xsl:when>
              <xsl:otherwise> skos:closeMatch skos:relatedMatch oboInOwl:hasDbXref rdfs:seeAlso nexus:hasRelatedRisk </xsl:otherwise>
            </xsl:choose>
          </xsl:variable>
          <xsl:variable name="line" select="@line"/>
          <xsl:variable name="mirror" select="key('pair', concat($object, ' ', r:entry[@key='subject_id']))[@line &lt; $line]
              [contains($reverse, concat(' ', r:entry[@key='predicate_id'], ' '))]"/>
          <xsl:if test="$relation != '' and $relation != 'none' and contains($object, ':') and $object != r:entry[@key='subject_id'] and
              not($mirror)">
            <xsl:variable name="to">
              <xsl:call-template name="id"><xsl:with-param name="curie" select="$object"/></xsl:call-template>
            </xsl:variable>
            <link relation="{$relation}" to="{$to}" ref="{$ref}" basis="framework" locator="line {@line}" line="{@line}">
              <xsl:value-of select="$predicate"/>
              <xsl:if test="r:entry[@key='confidence'] != ''">, confidence <xsl:value-of select="r:entry[@key='confidence']"/></xsl:if>
              <xsl:if test="r:entry[@key='comment'] != ''">. <xsl:value-of select="r:entry[@key='comment']"/></xsl:if>
            </link>
          </xsl:if>
        </xsl:for-each>
      </framework-entry>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:member" mode="object">
    <xsl:if test="contains(r:entry[@key='object_id'], ':')">
      <xsl:variable name="id">
        <xsl:call-template name="id"><xsl:with-param name="curie" select="r:entry[@key='object_id']"/></xsl:call-template>
      </xsl:variable>
      <framework-entry id="{$id}" line="{@line}">
        <title><xsl:call-template name="title"><xsl:with-param name="label" select="r:entry[@key='object_label']"/><xsl:with-param name="id" select="$id"/></xsl:call-template></title>
        <source ref="{$ref}" locator="line {@line}" basis="framework"/>
      </framework-entry>
    </xsl:if>
  </xsl:template>

  <xsl:template name="title">
    <xsl:param name="label"/>
    <xsl:param name="id"/>
    <xsl:choose>
      <xsl:when test="normalize-space($label) != ''"><xsl:value-of select="g:cut($label, 500)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$id"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

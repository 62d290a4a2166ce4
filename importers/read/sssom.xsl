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
  <xsl:variable name="named"><xsl:call-template name="header"><xsl:with-param name="name" select="'mapping_set_title'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="described"><xsl:call-template name="header"><xsl:with-param name="name" select="'mapping_set_description'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="title" select="concat($named, substring($described, 1, string-length($described) * ($named = '')))"/>
  <xsl:variable name="licence">
    <xsl:variable name="given"><xsl:call-template name="header"><xsl:with-param name="name" select="'license'"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="$given"/>
    <xsl:if test="$given = ''"><xsl:call-template name="header"><xsl:with-param name="name" select="'mapping_set_license'"/></xsl:call-template></xsl:if>
  </xsl:variable>
  <xsl:variable name="date">
    <xsl:variable name="given"><xsl:call-template name="header"><xsl:with-param name="name" select="'mapping_date'"/></xsl:call-template></xsl:variable>
    <xsl:value-of select="$given"/>
    <xsl:if test="$given = ''"><xsl:call-template name="header"><xsl:with-param name="name" select="'publication_date'"/></xsl:call-template></xsl:if>
  </xsl:variable>
  <xsl:variable name="sssom"><xsl:call-template name="header"><xsl:with-param name="name" select="'sssom_version'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="version"><xsl:call-template name="header"><xsl:with-param name="name" select="'mapping_set_version'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="slug" select="g:slug($document/@stem)"/>
  <xsl:variable name="ref" select="concat('reference.sssom-', $slug)"/>

  <xsl:template match="/r:document">
    <gairo source="{substring(concat('sssom-', translate($slug, '.+_', '---')), 1, 64)}">
      <xsl:if test="$title != ''"><xsl:attribute name="title"><xsl:value-of select="g:cut($title, 500)"/></xsl:attribute></xsl:if>
      <xsl:if test="$licence != ''"><xsl:attribute name="licence"><xsl:value-of select="g:cut($licence, 300)"/></xsl:attribute></xsl:if>
      <xsl:if test="$version != ''"><xsl:attribute name="version"><xsl:value-of select="g:cut($version, 200)"/></xsl:attribute></xsl:if>
      <xsl:if test="g:date($date) != ''"><xsl:attribute name="date"><xsl:value-of select="g:date($date)"/></xsl:attribute></xsl:if>
      <xsl:if test="g:url($set) != ''"><xsl:attribute name="url"><xsl:value-of select="g:url($set)"/></xsl:attribute></xsl:if>
      <xsl:if test="$date != '' and g:date($date) = ''">
        <r:remark line="{$document/r:comment[contains(., $date)]/@line}">the date "<xsl:value-of select="g:cut($date, 60)"/>" of the set is no date (YYYY-MM-DD, YYYY-MM or YYYY); it was left out</r:remark>
      </xsl:if>
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
        <xsl:if test="$named != '' and $described != ''"><summary><xsl:value-of select="g:cut($described, 2000)"/></summary></xsl:if>
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

  <!-- A predicate by its usual prefix. -->
  <xsl:template name="predicate">
    <xsl:variable name="given" select="normalize-space(r:entry[@key='predicate_id'])"/>
    <xsl:choose>
      <xsl:when test="starts-with($given, 'http://www.w3.org/2004/02/skos/core#')">skos:<xsl:value-of select="substring-after($given, '#')"/></xsl:when>
      <xsl:when test="starts-with($given, 'http://www.w3.org/2002/07/owl#')">owl:<xsl:value-of select="substring-after($given, '#')"/></xsl:when>
      <xsl:when test="starts-with($given, 'http://www.w3.org/2000/01/rdf-schema#')">rdfs:<xsl:value-of select="substring-after($given, '#')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$given"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a row says of its subject: a relation; "none": that there is no match; "": nothing that is taken. "not" turns
       a mapping into the word that it does not hold. -->
  <xsl:template name="relation">
    <xsl:variable name="predicate"><xsl:call-template name="predicate"/></xsl:variable>
    <xsl:variable name="word" select="concat(' ', $predicate, ' ')"/>
    <xsl:choose>
      <xsl:when test="r:entry[@key='predicate_modifier'][normalize-space() != '']">not</xsl:when>
      <xsl:when test="r:entry[@key='object_id'] = 'sssom:NoTermFound'">none</xsl:when>
      <xsl:when test="contains(' skos:exactMatch owl:sameAs owl:equivalentClass owl:equivalentProperty ', $word)">same-as</xsl:when>
      <xsl:when test="contains(' skos:broadMatch rdfs:subClassOf rdfs:subPropertyOf ', $word)">narrower</xsl:when>
      <xsl:when test="$predicate = 'skos:narrowMatch'">broader</xsl:when>
      <xsl:when test="contains(' skos:closeMatch skos:relatedMatch oboInOwl:hasDbXref rdfs:seeAlso nexus:hasRelatedRisk ', $word)">related</xsl:when>
      <xsl:when test="contains(' noMatch skos:noMatch sssom:NoMatch ', $word)">none</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The id of what lies in the frame, with the prefix "gairo:" or without; else nothing. -->
  <xsl:template name="frame">
    <xsl:param name="curie"/>
    <xsl:variable name="id" select="concat(substring-after($curie, 'gairo:'), substring($curie, 1, string-length($curie) * not(starts-with($curie, 'gairo:'))))"/>
    <xsl:if test="starts-with($id, 'risk.') or starts-with($id, 'opportunity.') or starts-with($id, 'mitigation.')">
      <xsl:value-of select="translate($id, $unfit, '')"/>
    </xsl:if>
  </xsl:template>

  <!-- "yes" where the row makes a link, "none" where it says that there is no match; else nothing. -->
  <xsl:template name="use">
    <xsl:variable name="relation"><xsl:call-template name="relation"/></xsl:variable>
    <xsl:variable name="subject"><xsl:call-template name="id"><xsl:with-param name="curie" select="r:entry[@key='subject_id']"/></xsl:call-template></xsl:variable>
    <xsl:variable name="object"><xsl:call-template name="id"><xsl:with-param name="curie" select="r:entry[@key='object_id']"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$relation = '' or $relation = 'not' or $subject = '' or r:entry[@key='subject_id'] = 'sssom:NoTermFound'"/>
      <xsl:when test="$relation = 'none'">none</xsl:when>
      <xsl:when test="$object != ''">yes</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- "PREFIX:id"; the prefix names the taxonomy, and for those of the collection "nexus:" takes its place. -->
  <xsl:template name="id">
    <xsl:param name="curie"/>
    <xsl:variable name="prefix" select="substring-before($curie, ':')"/>
    <xsl:variable name="frame"><xsl:call-template name="frame"><xsl:with-param name="curie" select="$curie"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$frame != ''"><xsl:value-of select="$frame"/></xsl:when>
      <xsl:when test="$prefix = '' or translate(substring-after($curie, ':'), $unfit, '') = ''"/>
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
    <xsl:variable name="subject"><xsl:call-template name="id"><xsl:with-param name="curie" select="r:entry[@key='subject_id']"/></xsl:call-template></xsl:variable>
    <xsl:variable name="object"><xsl:call-template name="id"><xsl:with-param name="curie" select="r:entry[@key='object_id']"/></xsl:call-template></xsl:variable>
    <xsl:variable name="of-frame"><xsl:call-template name="frame"><xsl:with-param name="curie" select="r:entry[@key='subject_id']"/></xsl:call-template></xsl:variable>
    <xsl:variable name="to-frame"><xsl:call-template name="frame"><xsl:with-param name="curie" select="r:entry[@key='object_id']"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="normalize-space(r:entry[@key='subject_id']) = '' and normalize-space(r:entry[@key='subject_label']) != ''">
        <r:remark line="{@line}">a mapping of the words "<xsl:value-of select="g:cut(r:entry[@key='subject_label'], 60)"/>", which have no id, was passed over</r:remark>
      </xsl:when>
      <xsl:when test="$subject = ''">
        <r:refused line="{(@line | r:entry[@key='subject_id']/@line)[last()]}">subject_id "<xsl:value-of select="r:entry[@key='subject_id']"/>" is not of the form PREFIX:ID</r:refused>
      </xsl:when>
      <xsl:when test="not(contains(r:entry[@key='predicate_id'], ':')) and $relation = ''">
        <r:refused line="{(@line | r:entry[@key='predicate_id']/@line)[last()]}">predicate_id "<xsl:value-of select="r:entry[@key='predicate_id']"/>" is not of the form PREFIX:ID, such as skos:exactMatch</r:refused>
      </xsl:when>
      <xsl:when test="$relation = 'not'">
        <r:remark line="{@line}">that <xsl:value-of select="concat(r:entry[@key='subject_id'], ' is not ', r:entry[@key='predicate_id'], ' ', r:entry[@key='object_id'])"/> (predicate_modifier) makes no link</r:remark>
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
      <xsl:when test="$relation != 'none' and $object = ''">
        <r:refused line="{(@line | r:entry[@key='object_id']/@line)[last()]}">object_id "<xsl:value-of select="r:entry[@key='object_id']"/>" is not of the form PREFIX:ID</r:refused>
      </xsl:when>
      <xsl:when test="$of-frame != '' and ($to-frame != '' or $relation = 'none')">
        <r:remark line="{@line}">what <xsl:value-of select="$of-frame"/> is to others of the frame, or that it has no match, is the shipped data's to say; the mapping was passed over</r:remark>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- An entry as subject, with what its rows say; what is of the frame is no entry, its mappings stand at the other end. -->
  <xsl:template match="r:member" mode="subject">
    <xsl:variable name="curie" select="string(r:entry[@key='subject_id'])"/>
    <xsl:variable name="rows" select="key('subject', $curie)"/>
    <xsl:variable name="frame"><xsl:call-template name="frame"><xsl:with-param name="curie" select="$curie"/></xsl:call-template></xsl:variable>
    <xsl:variable name="used"><xsl:for-each select="$rows | key('object', $curie)"><xsl:call-template name="use"/></xsl:for-each></xsl:variable>
    <xsl:if test="$frame = '' and $used != '' and $curie != 'sssom:NoTermFound'">
      <xsl:variable name="id"><xsl:call-template name="id"><xsl:with-param name="curie" select="$curie"/></xsl:call-template></xsl:variable>
      <framework-entry id="{$id}" line="{@line}">
        <title><xsl:call-template name="title"><xsl:with-param name="label" select="r:entry[@key='subject_label']"/><xsl:with-param name="id" select="$id"/></xsl:call-template></title>
        <xsl:variable name="body">
          <xsl:for-each select="$rows">
            <xsl:variable name="use"><xsl:call-template name="use"/></xsl:variable>
            <xsl:if test="$use = 'none'"><p>No match in this crosswalk. <xsl:value-of select="r:entry[@key='comment']"/></p></xsl:if>
          </xsl:for-each>
        </xsl:variable>
        <xsl:if test="string($body) != ''"><body><xsl:copy-of select="$body"/></body></xsl:if>
        <source ref="{$ref}" locator="line {@line}" basis="framework"/>
        <xsl:apply-templates select="$rows" mode="link"/>
        <xsl:apply-templates select="key('object', $curie)" mode="turned"/>
      </framework-entry>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:member" mode="link">
    <xsl:variable name="use"><xsl:call-template name="use"/></xsl:variable>
    <xsl:variable name="relation"><xsl:call-template name="relation"/></xsl:variable>
    <xsl:variable name="object" select="r:entry[@key='object_id']"/>
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
        [contains($reverse, concat(' ', r:entry[@key='predicate_id'], ' '))][not(r:entry[@key='predicate_modifier'][normalize-space() != ''])]"/>
    <xsl:if test="$use = 'yes' and $object != r:entry[@key='subject_id'] and not($mirror)">
      <xsl:variable name="to"><xsl:call-template name="id"><xsl:with-param name="curie" select="$object"/></xsl:call-template></xsl:variable>
      <link relation="{$relation}" to="{$to}" ref="{$ref}" basis="framework" locator="line {@line}" line="{@line}"><xsl:call-template name="why"/></link>
    </xsl:if>
  </xsl:template>

  <!-- Of a row whose subject is of the frame: the same from its object's end. -->
  <xsl:template match="r:member" mode="turned">
    <xsl:variable name="use"><xsl:call-template name="use"/></xsl:variable>
    <xsl:variable name="frame"><xsl:call-template name="frame"><xsl:with-param name="curie" select="r:entry[@key='subject_id']"/></xsl:call-template></xsl:variable>
    <xsl:if test="$use = 'yes' and $frame != ''">
      <xsl:variable name="relation"><xsl:call-template name="relation"/></xsl:variable>
      <link to="{$frame}" ref="{$ref}" basis="framework" locator="line {@line}" line="{@line}">
        <xsl:attribute name="relation">
          <xsl:choose>
            <xsl:when test="$relation = 'narrower'">broader</xsl:when>
            <xsl:when test="$relation = 'broader'">narrower</xsl:when>
            <xsl:otherwise><xsl:value-of select="$relation"/></xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:call-template name="why"/>
      </link>
    </xsl:if>
  </xsl:template>

  <xsl:template name="why">
    <xsl:value-of select="r:entry[@key='predicate_id']"/>
    <xsl:if test="r:entry[@key='confidence'] != ''">, confidence <xsl:value-of select="r:entry[@key='confidence']"/></xsl:if>
    <xsl:if test="r:entry[@key='comment'] != ''">. <xsl:value-of select="r:entry[@key='comment']"/></xsl:if>
  </xsl:template>

  <xsl:template match="r:member" mode="object">
    <xsl:variable name="curie" select="string(r:entry[@key='object_id'])"/>
    <xsl:variable name="frame"><xsl:call-template name="frame"><xsl:with-param name="curie" select="$curie"/></xsl:call-template></xsl:variable>
    <xsl:variable name="used"><xsl:for-each select="key('object', $curie)"><xsl:variable name="use"><xsl:call-template name="use"/></xsl:variable><xsl:if test="$use = 'yes'">yes</xsl:if></xsl:for-each></xsl:variable>
    <xsl:if test="$frame = '' and $used != '' and $curie != 'sssom:NoTermFound'">
      <xsl:variable name="id"><xsl:call-template name="id"><xsl:with-param name="curie" select="$curie"/></xsl:call-template></xsl:variable>
      <framework-entry id="{$id}" line="{@line}">
        <title><xsl:call-template name="title"><xsl:with-param name="label" select="r:entry[@key='object_label']"/><xsl:with-param name="id" select="$id"/></xsl:call-template></title>
        <source ref="{$ref}" locator="line {@line}" basis="framework"/>
        <xsl:apply-templates select="key('object', $curie)" mode="turned"/>
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

<?xml version="1.0" encoding="UTF-8"?>
<!-- Risk Atlas Nexus. A taxonomy is a framework; its risks and groups are the framework's entries; actions are mitigations
     that reduce the entries they name. Ids are those that the collection gives, after "nexus:". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1" exclude-result-prefixes="r g">
  <xsl:output method="xml" encoding="UTF-8"/>

  <!-- What no id may have. -->
  <xsl:variable name="unfit">&amp;&lt;&gt;"' </xsl:variable>

  <xsl:key name="taxonomy" match="r:entry[@key='taxonomies']/r:member" use="r:entry[@key='id']"/>

  <xsl:variable name="capitals" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
  <xsl:variable name="smalls" select="'abcdefghijklmnopqrstuvwxyz'"/>
  <xsl:key name="document" match="r:document/r:entry[@key='documents']/r:member" use="r:entry[@key='id']"/>
  <xsl:key name="alike" match="r:document/r:entry/r:member"
           use="translate(r:entry[@key='id'], 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
  <xsl:key name="acted-on" match="r:document/r:entry/r:member[r:entry[@key='name']]"
           use="r:entry[@key='hasRelatedAction']/r:member | r:entry[@key='hasRelatedAction'][not(r:member)]"/>
  <xsl:key name="entry" match="r:document/r:entry/r:member" use="r:entry[@key='id']"/>

  <!-- The files say no version. Since 1.1 risks are among "entries", and groups among "groups". -->
  <xsl:template match="/r:document">
    <gairo>
      <xsl:for-each select="r:entry/r:member/r:entry[@key='dateModified' or @key='dateCreated'][string-length(g:date(.)) = 10]">
        <xsl:sort select="g:date(.)" order="descending"/>
        <xsl:if test="position() = 1"><xsl:attribute name="date"><xsl:value-of select="g:date(.)"/></xsl:attribute></xsl:if>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="r:entry[@key='entries' or @key='groups' or @key='controls']"><xsl:attribute name="version">1.1 or later (by its shape)</xsl:attribute></xsl:when>
        <xsl:when test="r:entry[@key='risks' or @key='riskgroups']"><xsl:attribute name="version">1.0 or earlier (by its shape)</xsl:attribute></xsl:when>
      </xsl:choose>
      <reference id="reference.nexus">
        <title>Risk Atlas Nexus</title>
        <field name="publication-type" value="dataset"/>
        <field name="url" value="https://github.com/IBM/risk-atlas-nexus"/>
        <field name="text-licence" value="Apache-2.0"/>
        <source ref="reference.nexus" basis="framework"/>
      </reference>
      <xsl:apply-templates select="r:entry"/>
      <!-- What is said of entries of other files: the crosswalks, which are published by themselves too. -->
      <xsl:if test="r:entry/r:member[not(r:entry[@key='name'])][r:entry[contains(@key, 'Match')]]">
        <r:remark line="1">entries without a name (<xsl:value-of select="count(r:entry/r:member[not(r:entry[@key='name'])][r:entry[contains(@key, 'Match')]])"/>), which only say what they match, were left out: import the crosswalk (SSSOM) for it</r:remark>
      </xsl:if>
    </gairo>
  </xsl:template>

  <!-- Other lists of the collection (evaluations, models, intrinsics …) are of no kind that gairo has. -->
  <xsl:template match="r:document/r:entry"/>
  <xsl:template match="r:entry[@key='documents' or @key='taxonomies' or @key='riskgroups' or @key='risks'
      or @key='actions' or @key='riskincidents' or @key='groups' or @key='entries']">
    <xsl:call-template name="no-list"/>
    <xsl:apply-templates select="r:member"/>
  </xsl:template>
  <xsl:template name="no-list">
    <xsl:if test="not(r:member) and normalize-space() != '' and . != 'null' and . != '~'">
      <r:refused line="{@line}"><xsl:value-of select="@key"/> must be a list of entries ("- id: …")</r:refused>
    </xsl:if>
  </xsl:template>
  <xsl:template match="r:entry[@key='controls']">
    <xsl:call-template name="no-list"/>
    <xsl:apply-templates select="r:member[r:entry[@key='type'] = 'Action']"/>
  </xsl:template>

  <xsl:template match="r:member">
    <xsl:choose>
      <xsl:when test="not(r:entry[@key='id'] != '')">
        <r:refused line="{@line}">no id</r:refused>
      </xsl:when>
      <xsl:when test="not(r:entry[@key='name']) and r:entry[contains(@key, 'Match')]"/>
      <xsl:when test="not(r:entry[@key='name'] != '')">
        <r:refused line="{@line}"><xsl:value-of select="r:entry[@key='id']"/> has no name</r:refused>
      </xsl:when>
      <xsl:when test="r:entry[@key='hasDocumentation' or @key='hasRelatedRisk' or @key='hasRelatedAction' or @key='refersToRisk' or @key='isPartOf' or contains(@key, 'Match')][r:entry or r:member/*]">
        <xsl:variable name="wrong" select="r:entry[@key='hasDocumentation' or @key='hasRelatedRisk' or @key='hasRelatedAction' or @key='refersToRisk' or @key='isPartOf' or contains(@key, 'Match')][r:entry or r:member/*][1]"/>
        <r:refused line="{$wrong/@line}"><xsl:value-of select="concat(r:entry[@key='id'], ': ', $wrong/@key)"/> must be an id or a list of ids</r:refused>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="item"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What is to be a day and is none. -->
  <xsl:template name="no-day">
    <xsl:for-each select="r:entry[@key='dateCreated' or @key='dateModified'][normalize-space() != '' and g:date(.) = '']">
      <r:remark line="{@line}"><xsl:value-of select="concat(../r:entry[@key='id'], ': ', @key)"/> "<xsl:value-of select="g:cut(., 60)"/>" is no date (YYYY-MM-DD, YYYY-MM or YYYY); it was left out</r:remark>
    </xsl:for-each>
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
    <framework id="nexus:{translate(r:entry[@key='id'], $unfit, '')}" line="{@line}">
      <title><xsl:value-of select="g:cut(r:entry[@key='name'], 500)"/></title>
      <xsl:call-template name="words"/>
      <xsl:call-template name="url"/>
      <xsl:call-template name="licence"><xsl:with-param name="taxonomy" select="r:entry[@key='id']"/></xsl:call-template>
      <source ref="reference.nexus" basis="framework">
        <xsl:attribute name="locator">
          <xsl:value-of select="/r:document/@file"/>
          <xsl:if test="r:entry[@key='version'] != ''">, version <xsl:value-of select="g:cut(r:entry[@key='version'], 40)"/></xsl:if>
          <xsl:variable name="day" select="g:date((r:entry[@key='dateModified'] | r:entry[@key='dateCreated'][not(../r:entry[@key='dateModified'] != '')])[1])"/>
          <xsl:if test="$day != ''">, <xsl:value-of select="$day"/></xsl:if>
        </xsl:attribute>
      </source>
      <xsl:for-each select="r:entry[@key='hasDocumentation']/r:member | r:entry[@key='hasDocumentation'][not(r:member)]">
        <xsl:if test="/r:document/r:entry[@key='documents']/r:member[r:entry[@key='id'] = current()]
            and not(. = preceding-sibling::r:member)">
          <link relation="supported-by" to="reference.nexus-{g:slug(.)}" ref="reference.nexus" basis="framework"
                line="{@line}"/>
        </xsl:if>
      </xsl:for-each>
    </framework>
  </xsl:template>

  <xsl:template match="r:entry[@key='riskgroups' or @key='risks' or @key='groups' or @key='entries']/r:member" mode="item">
    <xsl:variable name="taxonomy" select="r:entry[@key='isDefinedByTaxonomy']"/>
    <framework-entry id="nexus:{translate(r:entry[@key='id'], $unfit, '')}" line="{@line}">
      <title>
        <xsl:call-template name="owner"><xsl:with-param name="taxonomy" select="$taxonomy"/></xsl:call-template>
        <xsl:value-of select="g:cut(r:entry[@key='name'], 400)"/>
      </title>
      <xsl:call-template name="words"/>
      <xsl:call-template name="url"/>
      <field name="entry-type">
        <xsl:attribute name="value">
          <xsl:choose>
            <xsl:when test="../@key='riskgroups' or r:entry[@key='type'] = 'RiskGroup'">risk group</xsl:when>
            <xsl:when test="../@key='risks' or r:entry[@key='type'] = 'Risk' or not(r:entry[@key='type'] != '')">risk</xsl:when>
            <xsl:otherwise><xsl:value-of select="g:cut(r:entry[@key='type'], 100)"/></xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </field>
      <xsl:call-template name="licence"><xsl:with-param name="taxonomy" select="$taxonomy"/></xsl:call-template>
      <xsl:call-template name="source"/>
      <xsl:call-template name="part-of"/>
      <xsl:for-each select="(r:entry[@key='isPartOf']/r:member | r:entry[@key='isPartOf'][not(r:member)])[. != ''][not(. = preceding-sibling::r:member)]">
        <!-- Groups are spelt in more ways than one: with capitals, and with "&amp;" for "and". -->
        <xsl:variable name="group" select="."/>
        <xsl:variable name="spelt">
          <xsl:choose>
            <xsl:when test="contains($group, '&amp;')"><xsl:value-of select="concat(substring-before($group, '&amp;'), 'and', substring-after($group, '&amp;'))"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$group"/></xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:variable name="meant" select="(key('entry', string($group)) | key('alike', translate($spelt, $capitals, $smalls))[not(key('entry', string($group)))])[1]"/>
        <link relation="part-of" ref="reference.nexus" basis="framework" line="{$group/@line}">
          <xsl:attribute name="to">
            <xsl:choose>
              <xsl:when test="$meant"><xsl:value-of select="concat('nexus:', translate($meant/r:entry[@key='id'], $unfit, ''))"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="concat('nexus:', translate($group, $unfit, ''))"/></xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
        </link>
      </xsl:for-each>
      <xsl:for-each select="r:entry[@key='hasDocumentation']/r:member | r:entry[@key='hasDocumentation'][not(r:member)]">
        <xsl:if test="key('document', string(.)) and not(. = preceding-sibling::r:member)">
          <link relation="supported-by" to="reference.nexus-{g:slug(.)}" ref="reference.nexus" basis="framework" line="{@line}"/>
        </xsl:if>
      </xsl:for-each>
      <xsl:apply-templates select="r:entry[contains(@key, 'Match')]" mode="match"/>
    </framework-entry>
  </xsl:template>

  <!-- SKOS tells of the other one, gairo's relation of this one. What the other one says back is not said twice. -->
  <xsl:template match="r:entry" mode="match"/>
  <xsl:template match="r:entry[@key='exactMatch' or @key='closeMatch' or @key='relatedMatch' or @key='broadMatch' or @key='narrowMatch']"
                mode="match">
    <xsl:variable name="key" select="@key"/>
    <xsl:variable name="id" select="string(../r:entry[@key='id'])"/>
    <xsl:for-each select="r:member | self::r:entry[not(r:member)]">
      <xsl:variable name="other" select="key('entry', string(.))[r:entry[@key='name']]"/>
      <xsl:variable name="back" select="$other/r:entry[(@key = $key and $key != 'broadMatch' and $key != 'narrowMatch') or
          (@key = 'broadMatch' and $key = 'narrowMatch')][r:member = $id or . = $id]"/>
      <xsl:if test=". != '' and . != $id and not(. = preceding-sibling::r:member) and
          not($back and ($key = 'narrowMatch' or generate-id($other) = generate-id(($other | ancestor::r:member)[1])))">
        <link to="nexus:{translate(., $unfit, '')}" ref="reference.nexus" basis="framework" line="{@line}">
          <xsl:attribute name="relation">
            <xsl:choose>
              <xsl:when test="$key = 'exactMatch'">same-as</xsl:when>
              <xsl:when test="$key = 'broadMatch'">narrower</xsl:when>
              <xsl:when test="$key = 'narrowMatch'">broader</xsl:when>
              <xsl:otherwise>related</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <xsl:value-of select="concat('skos:', $key)"/>
        </link>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- What happened, by what was reported of it. -->
  <xsl:template match="r:entry[@key='riskincidents']/r:member" mode="item">
    <incident id="incident.nexus-{g:slug(r:entry[@key='id'])}" line="{@line}">
      <title><xsl:value-of select="g:cut(r:entry[@key='name'], 500)"/></title>
      <xsl:call-template name="words"/>
      <xsl:call-template name="url"><xsl:with-param name="address" select="r:entry[@key='source_uri']"/></xsl:call-template>
      <xsl:call-template name="licence"><xsl:with-param name="taxonomy" select="r:entry[@key='isDefinedByTaxonomy']"/></xsl:call-template>
      <xsl:call-template name="source"/>
      <xsl:for-each select="r:entry[@key='refersToRisk']/r:member | r:entry[@key='refersToRisk'][not(r:member)]">
        <xsl:if test=". != '' and not(. = preceding-sibling::r:member)">
          <link relation="evidence-of" to="nexus:{translate(., $unfit, '')}" ref="reference.nexus" basis="framework" line="{@line}"/>
        </xsl:if>
      </xsl:for-each>
    </incident>
  </xsl:template>

  <xsl:template match="r:entry[@key='actions' or @key='controls']/r:member" mode="item">
    <xsl:variable name="taxonomy" select="r:entry[@key='isDefinedByTaxonomy']"/>
    <mitigation id="mitigation.nexus-{g:slug(r:entry[@key='id'])}" line="{@line}">
      <title>
        <xsl:choose>
          <xsl:when test="starts-with($taxonomy, 'nist')">NIST </xsl:when>
          <xsl:when test="$taxonomy != ''"><xsl:value-of select="concat($taxonomy, ' ')"/></xsl:when>
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
          <link relation="reduces" to="nexus:{translate(., $unfit, '')}" ref="reference.nexus" basis="framework" line="{@line}"/>
        </xsl:if>
      </xsl:for-each>
      <!-- What an entry says of it from its own end, and it does not. -->
      <xsl:variable name="said" select="r:entry[@key='hasRelatedRisk']"/>
      <xsl:for-each select="key('acted-on', string(r:entry[@key='id']))">
        <xsl:if test="r:entry[@key='id'] != '' and not($said/r:member = r:entry[@key='id'] or $said = r:entry[@key='id'])">
          <link relation="reduces" to="nexus:{translate(r:entry[@key='id'], $unfit, '')}" ref="reference.nexus" basis="framework" line="{r:entry[@key='hasRelatedAction']/@line}"/>
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
      <xsl:when test="starts-with($taxonomy, 'mit') and (../@key='risks' or r:entry[@key='type'] = 'Risk')">
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
    <xsl:call-template name="no-day"/>
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
    <xsl:param name="address" select="r:entry[@key='url']"/>
    <xsl:choose>
      <xsl:when test="g:url($address) != ''"><field name="url" value="{g:url($address)}" line="{$address/@line}"/></xsl:when>
      <xsl:when test="normalize-space($address) != ''">
        <r:remark line="{$address/@line}"><xsl:value-of select="concat(r:entry[@key='id'], ': ', $address/@key)"/> "<xsl:value-of select="g:cut($address, 60)"/>" is no web address; it was left out</r:remark>
      </xsl:when>
    </xsl:choose>
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
      <link relation="part-of" to="nexus:{translate($taxonomy, $unfit, '')}" ref="reference.nexus" basis="framework" line="{$taxonomy/@line}"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>

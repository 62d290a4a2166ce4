<?xml version="1.0" encoding="UTF-8"?>
<!-- OSCAL catalogs, resolved or not. The catalog is a framework, its groups are entries, its controls and their
     enhancements mitigations. Parameters stand in the text as "[Assignment: ...]", as their publisher prints them.

     A catalog is a source of its own. NIST's selections of SP 800-53 (a baseline each) speak of the same controls. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1" xmlns:o="http://csrc.nist.gov/ns/oscal/1.0"
                exclude-result-prefixes="r g o">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:key name="param" match="o:param" use="@id"/>
  <xsl:key name="control" match="o:control" use="concat('#', @id)"/>
  <xsl:key name="block" match="o:p | o:ul | o:ol | o:li | o:table | o:tr | o:pre | o:blockquote | o:part | o:h1 | o:h2 | o:h3 | o:h4 | o:h5 | o:h6"
           use="generate-id()"/>

  <xsl:variable name="metadata" select="/r:document/o:catalog/o:metadata"/>
  <xsl:variable name="said"><xsl:apply-templates select="$metadata/o:title" mode="inline"/></xsl:variable>
  <xsl:variable name="name" select="normalize-space($said)"/>
  <xsl:variable name="upper" select="translate($name, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
  <xsl:variable name="is-nist" select="contains($upper, '800-53')"/>
  <xsl:variable name="catalog">
    <xsl:choose>
      <xsl:when test="$is-nist and contains($upper, 'REVISION 4')">nist-800-53-rev4</xsl:when>
      <xsl:when test="$is-nist">nist-800-53</xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="words-of-slug"><xsl:with-param name="slug" select="g:slug(translate($metadata/o:title, '.', '-'))"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="source">
    <xsl:value-of select="$catalog"/>
    <xsl:if test="$is-nist">
      <xsl:choose>
        <xsl:when test="contains($upper, 'MODERATE')">-moderate</xsl:when>
        <xsl:when test="contains($upper, 'LOW')">-low</xsl:when>
        <xsl:when test="contains($upper, 'HIGH')">-high</xsl:when>
        <xsl:when test="contains($upper, 'PRIVACY BASELINE')">-privacy</xsl:when>
      </xsl:choose>
    </xsl:if>
  </xsl:variable>
  <xsl:variable name="short">
    <xsl:choose>
      <xsl:when test="$is-nist">NIST SP 800-53<xsl:if test="contains($upper, 'REVISION 4')"> Rev. 4</xsl:if></xsl:when>
      <xsl:otherwise><xsl:value-of select="g:cut($name, 60)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="reference" select="concat('reference.', $source)"/>
  <xsl:variable name="framework" select="concat($source, ':catalog')"/>

  <!-- So many whole words that "... Revision 2" and "... Revision 3" are two catalogs, and no more than a name may have. -->
  <xsl:template name="words-of-slug">
    <xsl:param name="slug"/>
    <xsl:param name="rest" select="concat($slug, '-')"/>
    <xsl:param name="words"/>
    <xsl:variable name="next" select="concat($words, '-', substring-before($rest, '-'))"/>
    <xsl:choose>
      <xsl:when test="$rest = '' or (string-length($next) &gt; 57 and $words != '')"><xsl:value-of select="substring($words, 2)"/></xsl:when>
      <xsl:when test="string-length($next) &gt; 57"><xsl:value-of select="substring($next, 2, 56)"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="words-of-slug">
          <xsl:with-param name="rest" select="substring-after($rest, '-')"/>
          <xsl:with-param name="words" select="$next"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="/r:document">
    <xsl:choose>
      <xsl:when test="o:profile">
        <gairo><r:remark line="{o:profile/@r:line}">a profile selects controls of a catalog that is elsewhere; it was left out: import the resolved catalog that its publisher makes of it</r:remark></gairo>
      </xsl:when>
      <xsl:when test="not(o:catalog)">
        <gairo><r:remark line="{*/@r:line}">the OSCAL document <xsl:value-of select="local-name(*)"/> tells of one system, and holds no controls of its own; it was left out: catalogs are known</r:remark></gairo>
      </xsl:when>
      <xsl:when test="$name = ''">
        <gairo><r:refused line="{o:catalog/@r:line}">the catalog has no title in its metadata</r:refused></gairo>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="o:catalog"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="o:catalog">
    <xsl:variable name="date" select="g:date(substring($metadata/o:last-modified, 1, 10))"/>
    <gairo source="{$source}" title="{g:cut($name, 290)}" version="{g:cut(normalize-space($metadata/o:version), 90)}" cite="{g:cut($name, 290)}">
      <xsl:if test="$date != ''"><xsl:attribute name="date"><xsl:value-of select="$date"/></xsl:attribute></xsl:if>
      <xsl:if test="$is-nist">
        <xsl:attribute name="licence">public domain in the United States</xsl:attribute>
        <xsl:attribute name="url">https://doi.org/10.6028/NIST.SP.800-53r5</xsl:attribute>
      </xsl:if>
      <reference id="{$reference}">
        <title><xsl:value-of select="g:cut($name, 490)"/></title>
        <field name="publication-type" value="standard"/>
        <xsl:if test="$is-nist"><field name="url" value="https://doi.org/10.6028/NIST.SP.800-53r5"/></xsl:if>
        <source ref="{$reference}" basis="framework"/>
      </reference>
      <xsl:if test="$date = '' and normalize-space($metadata/o:last-modified) != ''">
        <r:remark line="{$metadata/o:last-modified/@r:line}">last-modified "<xsl:value-of select="g:cut($metadata/o:last-modified, 60)"/>" is no date (YYYY-MM-DD); it was left out</r:remark>
      </xsl:if>
      <framework id="{$framework}" line="{@r:line}">
        <title><xsl:value-of select="g:cut($name, 490)"/></title>
        <xsl:call-template name="source"/>
      </framework>
      <xsl:apply-templates select=".//o:group" mode="item"/>
      <xsl:apply-templates select=".//o:control" mode="item"/>
    </gairo>
  </xsl:template>

  <xsl:template name="source">
    <xsl:param name="locator"/>
    <source ref="{$reference}" basis="framework">
      <xsl:attribute name="locator">
        <xsl:if test="$locator != ''"><xsl:value-of select="concat($locator, ', ')"/></xsl:if>
        <xsl:value-of select="concat('version ', g:cut(normalize-space($metadata/o:version), 90))"/>
      </xsl:attribute>
    </source>
  </xsl:template>

  <xsl:template match="o:group" mode="item">
    <xsl:variable name="id">
      <xsl:choose>
        <xsl:when test="@id"><xsl:value-of select="@id"/></xsl:when>
        <xsl:otherwise>group-<xsl:number level="any"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <framework-entry id="{$source}:{$id}" line="{@r:line}">
      <xsl:variable name="title"><xsl:apply-templates select="o:title" mode="inline"/></xsl:variable>
      <title><xsl:value-of select="concat($short, ': ', g:cut(normalize-space($title), 300))"/></title>
      <xsl:if test="o:part[normalize-space() != '']"><body><xsl:apply-templates select="o:part" mode="block"/></body></xsl:if>
      <field name="entry-type">
        <xsl:attribute name="value">
          <xsl:choose>
            <xsl:when test="normalize-space(@class) != ''"><xsl:value-of select="g:cut(normalize-space(@class), 100)"/></xsl:when>
            <xsl:otherwise>group</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </field>
      <xsl:call-template name="source"/>
      <link relation="part-of" to="{$framework}" ref="{$reference}" basis="framework"/>
      <xsl:if test="parent::o:group/@id">
        <link relation="part-of" to="{$source}:{parent::o:group/@id}" ref="{$reference}" basis="framework"/>
      </xsl:if>
    </framework-entry>
  </xsl:template>

  <xsl:template name="label">
    <xsl:variable name="label" select="(o:prop[@name = 'label'][not(@class)] | o:prop[@name = 'label'][not(../o:prop[@name = 'label'][not(@class)])])[1]/@value"/>
    <xsl:choose>
      <xsl:when test="$label != ''"><xsl:value-of select="$label"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(@id, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="o:control" mode="item">
    <xsl:variable name="label"><xsl:call-template name="label"/></xsl:variable>
    <xsl:variable name="withdrawn" select="o:prop[@name = 'status' and translate(@value, 'WITHDRAWN', 'withdrawn') = 'withdrawn']"/>
    <xsl:choose>
      <xsl:when test="not(@id != '')"><r:refused line="{@r:line}">a control without an id</r:refused></xsl:when>
      <xsl:otherwise>
        <mitigation id="mitigation.{$catalog}-{g:slug(@id)}" line="{@r:line}">
          <xsl:variable name="title"><xsl:apply-templates select="o:title" mode="inline"/></xsl:variable>
          <xsl:variable name="upper-title"><xsl:apply-templates select="parent::o:control/o:title" mode="inline"/></xsl:variable>
          <title>
            <xsl:value-of select="concat($short, ' ', $label, ': ')"/>
            <xsl:if test="parent::o:control"><xsl:value-of select="concat(normalize-space($upper-title), ' — ')"/></xsl:if>
            <xsl:value-of select="g:cut(normalize-space($title), 250)"/>
          </title>
          <xsl:variable name="first">
            <xsl:for-each select="o:part[@name = 'statement' or @name = 'overview'][1]">
              <xsl:for-each select="(.//o:p)[1]"><xsl:apply-templates mode="inline"/></xsl:for-each>
            </xsl:for-each>
          </xsl:variable>
          <xsl:choose>
            <xsl:when test="$withdrawn"><summary>Withdrawn.</summary></xsl:when>
            <xsl:when test="normalize-space($first) != ''"><summary><xsl:value-of select="g:cut(normalize-space($first), 600)"/></summary></xsl:when>
          </xsl:choose>
          <xsl:if test="o:part[normalize-space() != ''] or o:link[@rel = 'related'][key('control', @href)]">
            <body>
              <xsl:apply-templates select="o:part" mode="block"/>
              <xsl:if test="o:link[@rel = 'related'][key('control', @href)]">
                <p>
                  <xsl:text>Related controls: </xsl:text>
                  <xsl:for-each select="o:link[@rel = 'related'][key('control', @href)]">
                    <xsl:if test="position() != 1">, </xsl:if>
                    <xsl:for-each select="key('control', @href)[1]"><xsl:call-template name="label"/></xsl:for-each>
                  </xsl:for-each>
                </p>
              </xsl:if>
            </body>
          </xsl:if>
          <field name="entry-type">
            <xsl:attribute name="value">
              <xsl:choose>
                <xsl:when test="parent::o:control">control enhancement</xsl:when>
                <xsl:otherwise>control</xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
          </field>
          <xsl:call-template name="source"><xsl:with-param name="locator" select="$label"/></xsl:call-template>
          <link relation="part-of" to="{$framework}" ref="{$reference}" basis="framework"/>
          <xsl:if test="ancestor::o:group[1]/@id">
            <link relation="narrower" to="{$source}:{ancestor::o:group[1]/@id}" ref="{$reference}" basis="framework"/>
          </xsl:if>
        </mitigation>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Parts. Those of a control have a heading: what they are. -->

  <xsl:template match="o:part" mode="block">
    <xsl:param name="indent"/>
    <xsl:variable name="label"><xsl:if test="@name = 'item' or @name = 'assessment-objective'"><xsl:value-of select="o:prop[@name = 'label'][1]/@value"/></xsl:if></xsl:variable>
    <xsl:variable name="method" select="normalize-space(o:prop[@name = 'method'][1]/@value)"/>
    <xsl:if test="not(parent::o:part) and normalize-space() != ''">
      <p line="{@r:line}">
        <xsl:choose>
          <xsl:when test="normalize-space(o:title) != ''"><xsl:value-of select="normalize-space(o:title)"/></xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="translate(substring(@name, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
            <xsl:value-of select="translate(substring(@name, 2), '-', ' ')"/>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="$method != ''"><xsl:value-of select="concat(' (', translate($method, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), ')')"/></xsl:if>
      </p>
    </xsl:if>
    <xsl:for-each select="*[key('block', generate-id())]">
      <xsl:apply-templates select="." mode="block">
        <xsl:with-param name="indent">
          <xsl:value-of select="$indent"/>
          <xsl:if test="not(../parent::o:part) or (self::o:part and ../@name = 'item') or (self::o:part and ../@name = 'assessment-objective') or (position() != 1 and $label != '')">&#x2003;</xsl:if>
        </xsl:with-param>
        <xsl:with-param name="lead"><xsl:if test="position() = 1 and not(self::o:part)"><xsl:value-of select="$label"/></xsl:if></xsl:with-param>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="o:ul | o:ol | o:table" mode="block">
    <xsl:param name="indent"/>
    <xsl:for-each select="o:li | .//o:tr">
      <xsl:apply-templates select="." mode="block">
        <xsl:with-param name="indent" select="$indent"/>
        <xsl:with-param name="lead">
          <xsl:choose>
            <xsl:when test="parent::o:ol"><xsl:value-of select="concat(position(), '.')"/></xsl:when>
            <xsl:when test="parent::o:ul">•</xsl:when>
          </xsl:choose>
        </xsl:with-param>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <!-- Words and lists in turn: each has its paragraphs, and the first of them what leads the item. -->
  <xsl:template match="o:li[*[key('block', generate-id())]] | o:blockquote" mode="block">
    <xsl:param name="indent"/>
    <xsl:param name="lead"/>
    <xsl:variable name="blocks" select="*[key('block', generate-id())]"/>
    <xsl:variable name="words"><xsl:apply-templates select="node()[not(preceding-sibling::*[key('block', generate-id())])][not(key('block', generate-id()))]" mode="inline"/></xsl:variable>
    <xsl:variable name="leads" select="normalize-space($words) != ''"/>
    <xsl:variable name="inner"><xsl:value-of select="$indent"/><xsl:if test="$lead != ''">&#x2003;</xsl:if></xsl:variable>
    <xsl:call-template name="words">
      <xsl:with-param name="words" select="$words"/>
      <xsl:with-param name="indent" select="$indent"/>
      <xsl:with-param name="lead" select="$lead"/>
    </xsl:call-template>
    <xsl:for-each select="$blocks">
      <xsl:variable name="this" select="generate-id()"/>
      <xsl:variable name="is-lead" select="position() = 1 and not($leads) and not(self::o:ul or self::o:ol or self::o:table)"/>
      <xsl:variable name="behind"><xsl:apply-templates select="following-sibling::node()[not(key('block', generate-id()))][generate-id(preceding-sibling::*[key('block', generate-id())][1]) = $this]" mode="inline"/></xsl:variable>
      <xsl:apply-templates select="." mode="block">
        <xsl:with-param name="indent"><xsl:choose><xsl:when test="$is-lead"><xsl:value-of select="$indent"/></xsl:when><xsl:otherwise><xsl:value-of select="$inner"/></xsl:otherwise></xsl:choose></xsl:with-param>
        <xsl:with-param name="lead"><xsl:if test="$is-lead"><xsl:value-of select="$lead"/></xsl:if></xsl:with-param>
      </xsl:apply-templates>
      <xsl:call-template name="words">
        <xsl:with-param name="words" select="$behind"/>
        <xsl:with-param name="indent" select="$inner"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*" mode="block">
    <xsl:param name="indent"/>
    <xsl:param name="lead"/>
    <xsl:call-template name="words">
      <xsl:with-param name="words"><xsl:apply-templates mode="inline"/></xsl:with-param>
      <xsl:with-param name="indent" select="$indent"/>
      <xsl:with-param name="lead" select="$lead"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="words">
    <xsl:param name="words"/>
    <xsl:param name="indent"/>
    <xsl:param name="lead"/>
    <xsl:if test="normalize-space($words) != ''">
      <p line="{@r:line}">
        <xsl:value-of select="$indent"/>
        <xsl:if test="$lead != ''"><xsl:value-of select="concat($lead, '&#x2003;')"/></xsl:if>
        <xsl:value-of select="normalize-space($words)"/>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Words -->

  <xsl:template match="*" mode="inline"><xsl:apply-templates mode="inline"/></xsl:template>
  <xsl:template match="o:td | o:th" mode="inline"><xsl:if test="position() != 1"> | </xsl:if><xsl:apply-templates mode="inline"/></xsl:template>
  <xsl:template match="o:q" mode="inline">“<xsl:apply-templates mode="inline"/>”</xsl:template>
  <!-- 10 to the power of 25 is no 1025; what has no small form stands behind a caret or an underscore. -->
  <xsl:template match="o:sup" mode="inline">
    <xsl:variable name="words" select="normalize-space()"/>
    <xsl:choose>
      <xsl:when test="translate($words, '0123456789+-−()n', '') = ''"><xsl:value-of select="translate($words, '0123456789+-−()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('^(', $words, ')')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="o:sub" mode="inline">
    <xsl:variable name="words" select="normalize-space()"/>
    <xsl:choose>
      <xsl:when test="translate($words, '0123456789+-−()', '') = ''"><xsl:value-of select="translate($words, '0123456789+-−()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('_(', $words, ')')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A parameter may be made of others; one that leads back to itself ends after some steps. -->
  <xsl:template match="o:insert" mode="inline">
    <xsl:param name="steps" select="6"/>
    <xsl:variable name="id" select="@id-ref | @param-id"/>
    <xsl:variable name="param" select="key('param', $id)[1]"/>
    <xsl:choose>
      <xsl:when test="not($param) or $steps = 0">[<xsl:value-of select="$id"/>]</xsl:when>
      <xsl:when test="$param/o:value"><xsl:value-of select="normalize-space($param/o:value[1])"/></xsl:when>
      <xsl:when test="$param/o:select">
        <xsl:text>[Selection</xsl:text>
        <xsl:if test="$param/o:select/@how-many = 'one-or-more'"> (one or more)</xsl:if>
        <xsl:text>: </xsl:text>
        <xsl:for-each select="$param/o:select/o:choice">
          <xsl:if test="position() != 1">; </xsl:if>
          <xsl:apply-templates mode="inline"><xsl:with-param name="steps" select="$steps - 1"/></xsl:apply-templates>
        </xsl:for-each>
        <xsl:text>]</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="words"><xsl:apply-templates select="$param/o:label[1]" mode="inline"/></xsl:variable>
        <xsl:value-of select="concat('[Assignment: ', normalize-space($words), ']')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

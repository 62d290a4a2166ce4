<?xml version="1.0" encoding="UTF-8"?>
<!-- A sheet as one long table (RFC 4180): a row for each thing that is said, with where it is from. r:csv() quotes, and puts an
     apostrophe before what a spreadsheet would take for a formula. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:s="urn:gairo:sheet:1"
                xmlns:r="urn:gairo:render:1" exclude-result-prefixes="s r">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>
  <xsl:key name="reference" match="s:references/s:reference" use="@number"/>

  <xsl:template name="row">
    <xsl:param name="part"/>
    <xsl:param name="item" select="ancestor-or-self::s:item"/>
    <xsl:param name="about"/>
    <xsl:param name="text"/>
    <xsl:param name="target"/>
    <xsl:param name="cite" select="/.."/>
    <xsl:variable name="numbers"><xsl:call-template name="joined"><xsl:with-param name="cite" select="$cite"/><xsl:with-param name="name">number</xsl:with-param></xsl:call-template></xsl:variable>
    <xsl:variable name="locators"><xsl:call-template name="joined"><xsl:with-param name="cite" select="$cite"/><xsl:with-param name="name">locator</xsl:with-param></xsl:call-template></xsl:variable>
    <xsl:variable name="bases"><xsl:call-template name="joined"><xsl:with-param name="cite" select="$cite"/><xsl:with-param name="name">basis-title</xsl:with-param></xsl:call-template></xsl:variable>
    <xsl:variable name="unchecked"><xsl:call-template name="joined"><xsl:with-param name="cite" select="$cite"/><xsl:with-param name="name">unchecked</xsl:with-param></xsl:call-template></xsl:variable>
    <xsl:value-of select="concat(r:csv($part), ',', r:csv($item/@id), ',', r:csv($item/@kind), ',', r:csv($item/s:title), ',', r:csv($about), ',')"/>
    <xsl:value-of select="concat(r:csv($text), ',', r:csv($target), ',', r:csv($numbers), ',', r:csv($locators), ',')"/>
    <xsl:value-of select="concat(r:csv($bases), ',', r:csv($unchecked), '&#13;&#10;')"/>
  </xsl:template>

  <!-- Of several that say the same each has its place, also where it has none of it; nothing where none has any. -->
  <xsl:template name="joined">
    <xsl:param name="cite"/>
    <xsl:param name="name"/>
    <xsl:if test="$cite/@*[name() = $name]">
      <xsl:for-each select="$cite">
        <xsl:if test="position() &gt; 1">; </xsl:if>
        <xsl:value-of select="@*[name() = $name]"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- A table that a screen showed, as that table: a line for each row. What goes for all of it stands in the last columns. -->
  <xsl:template match="/s:sheet[s:section/@name = 'screen']" priority="1">
    <xsl:variable name="table" select="s:section[@name = 'screen']/s:table"/>
    <xsl:text>id</xsl:text>
    <xsl:for-each select="$table/s:column">
      <xsl:variable name="heading"><xsl:value-of select="."/><xsl:if test="not(string(.))">what</xsl:if></xsl:variable>
      <xsl:value-of select="concat(',', r:csv($heading))"/>
    </xsl:for-each>
    <xsl:variable name="shown"><xsl:value-of select="s:title"/><xsl:if test="$table/@title != s:title"><xsl:value-of select="concat(': ', $table/@title)"/></xsl:if></xsl:variable>
    <xsl:text>,reference,locator,reference basis,unchecked,shown,as of,known on&#13;&#10;</xsl:text>
    <xsl:for-each select="$table/s:row">
      <xsl:variable name="cite" select="s:value/s:cite"/>
      <xsl:value-of select="r:csv(@id)"/>
      <xsl:for-each select="s:value"><xsl:value-of select="concat(',', r:csv(s:text))"/></xsl:for-each>
      <xsl:variable name="titles"><xsl:for-each select="$cite"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="key('reference', @number)/s:title"/></xsl:for-each></xsl:variable>
      <xsl:variable name="locators"><xsl:call-template name="joined"><xsl:with-param name="cite" select="$cite"/><xsl:with-param name="name">locator</xsl:with-param></xsl:call-template></xsl:variable>
      <xsl:variable name="bases"><xsl:call-template name="joined"><xsl:with-param name="cite" select="$cite"/><xsl:with-param name="name">basis-title</xsl:with-param></xsl:call-template></xsl:variable>
      <xsl:variable name="unchecked"><xsl:if test="$cite/@unchecked">yes</xsl:if></xsl:variable>
      <xsl:value-of select="concat(',', r:csv($titles), ',', r:csv($locators), ',', r:csv($bases), ',', r:csv($unchecked), ',')"/>
      <xsl:value-of select="concat(r:csv($shown), ',', r:csv(/s:sheet/@as-of), ',', r:csv(/s:sheet/@known-on), '&#13;&#10;')"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="/s:sheet">
    <xsl:text>part,id,kind,title,about,text,target,reference,locator,basis,unchecked&#13;&#10;</xsl:text>
    <xsl:call-template name="row"><xsl:with-param name="part">sheet</xsl:with-param><xsl:with-param name="about">title</xsl:with-param><xsl:with-param name="text" select="s:title"/></xsl:call-template>
    <xsl:for-each select="@template-title | @classification | @audience | @author | @date | @as-of | @known-on">
      <xsl:call-template name="row"><xsl:with-param name="part">sheet</xsl:with-param><xsl:with-param name="item" select="/.."/><xsl:with-param name="about" select="name()"/><xsl:with-param name="text" select="."/></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="s:balance | s:unchecked">
      <xsl:call-template name="row"><xsl:with-param name="part">sheet</xsl:with-param><xsl:with-param name="about" select="name()"/><xsl:with-param name="text" select="."/></xsl:call-template>
    </xsl:for-each>
    <xsl:apply-templates select="s:section//s:row | s:section//s:bar | s:section//s:model | s:group/s:item"/>
    <xsl:for-each select="s:gone/s:entry">
      <xsl:call-template name="row"><xsl:with-param name="part">gone</xsl:with-param><xsl:with-param name="item" select="."/><xsl:with-param name="about">No longer in the data</xsl:with-param><xsl:with-param name="text"><xsl:apply-templates select="s:note" mode="lines"/></xsl:with-param></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="s:scale/s:level">
      <xsl:call-template name="row"><xsl:with-param name="part">scale</xsl:with-param><xsl:with-param name="about" select="@code"/><xsl:with-param name="text" select="concat(s:title, ' – ', s:summary)"/><xsl:with-param name="target" select="@openness"/></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="s:references/s:reference">
      <xsl:call-template name="row">
        <xsl:with-param name="part">reference</xsl:with-param><xsl:with-param name="item" select="."/>
        <xsl:with-param name="about" select="@number"/>
        <xsl:with-param name="text"><xsl:call-template name="work"/></xsl:with-param>
        <xsl:with-param name="target" select="s:url"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="s:provenance/s:source">
      <xsl:call-template name="row">
        <xsl:with-param name="part">source</xsl:with-param><xsl:with-param name="item" select="."/>
        <xsl:with-param name="about" select="@licence"/>
        <xsl:with-param name="text" select="s:cite-as"/>
        <xsl:with-param name="target" select="@href"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- "Ada Example (2024) arXiv:…": as much of it as is known. -->
  <xsl:template name="work">
    <xsl:variable name="year"><xsl:if test="s:year"><xsl:value-of select="concat('(', s:year, ')')"/></xsl:if></xsl:variable>
    <xsl:value-of select="normalize-space(concat(s:authors, ' ', $year, ' ', s:identifier))"/>
  </xsl:template>

  <xsl:template match="s:row">
    <xsl:variable name="table" select=".."/>
    <xsl:for-each select="s:value[s:text]">
      <xsl:variable name="column" select="count(preceding-sibling::s:value) + 1"/>
      <xsl:call-template name="row">
        <xsl:with-param name="part" select="$table/@title"/>
        <xsl:with-param name="item" select=".."/>
        <xsl:with-param name="about" select="$table/s:column[$column]"/>
        <xsl:with-param name="text" select="s:text"/>
        <xsl:with-param name="cite" select="s:cite[1]"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="s:bar">
    <xsl:for-each select="s:amount">
      <xsl:variable name="place" select="position()"/>
      <xsl:call-template name="row">
        <xsl:with-param name="part" select="../../@title"/><xsl:with-param name="item" select="/.."/>
        <xsl:with-param name="about" select="../@title"/>
        <xsl:with-param name="text" select="../../s:series[$place]"/>
        <xsl:with-param name="target" select="@value"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="s:model">
    <xsl:for-each select="s:square">
      <xsl:variable name="place" select="position()"/>
      <xsl:call-template name="row">
        <xsl:with-param name="part" select="../../@title"/>
        <xsl:with-param name="item" select="/.."/>
        <xsl:with-param name="about" select="concat(../@title, ': ', ../../s:component[$place])"/>
        <xsl:with-param name="text" select="."/>
        <xsl:with-param name="target" select="@openness"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="s:item">
    <xsl:variable name="group" select="../@title"/>
    <xsl:call-template name="row"><xsl:with-param name="part" select="$group"/><xsl:with-param name="about">summary</xsl:with-param><xsl:with-param name="text" select="s:summary"/><xsl:with-param name="target" select="s:provenance/@review-text"/><xsl:with-param name="cite" select="s:provenance/s:cite[1]"/></xsl:call-template>
    <xsl:for-each select="s:provenance/s:cite[position() &gt; 1]">
      <xsl:call-template name="row"><xsl:with-param name="part" select="$group"/><xsl:with-param name="about">source</xsl:with-param><xsl:with-param name="cite" select="."/></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="s:body/s:p">
      <xsl:call-template name="row"><xsl:with-param name="part" select="$group"/><xsl:with-param name="about">body</xsl:with-param><xsl:with-param name="text" select="."/></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="s:state">
      <xsl:call-template name="row"><xsl:with-param name="part" select="$group"/><xsl:with-param name="about" select="concat('state on ', @on)"/><xsl:with-param name="text" select="."/></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="s:event">
      <xsl:call-template name="row"><xsl:with-param name="part" select="$group"/><xsl:with-param name="about" select="@type-title"/><xsl:with-param name="text" select="."/><xsl:with-param name="target" select="@date"/></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="s:field">
      <xsl:variable name="title" select="@title"/>
      <xsl:if test="@missing"><xsl:call-template name="row"><xsl:with-param name="part" select="$group"/><xsl:with-param name="about" select="$title"/><xsl:with-param name="text">not seen in the paper</xsl:with-param></xsl:call-template></xsl:if>
      <xsl:for-each select="s:entry">
        <xsl:call-template name="row"><xsl:with-param name="part" select="$group"/><xsl:with-param name="about" select="$title"/><xsl:with-param name="text"><xsl:apply-templates select="s:p" mode="lines"/></xsl:with-param><xsl:with-param name="target" select="@value-title"/><xsl:with-param name="cite" select="s:cite"/></xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:for-each select="s:cells/s:cell">
      <xsl:call-template name="row"><xsl:with-param name="part" select="$group"/><xsl:with-param name="about" select="@title"/><xsl:with-param name="text"><xsl:variable name="guess"><xsl:if test="@guess"><xsl:value-of select="concat('guess: ', @guess)"/></xsl:if></xsl:variable><xsl:variable name="words" select="normalize-space(concat(@level, ' ', @openness, ' ', @licence, ' ', $guess, ' ', .))"/><xsl:if test="../@several-sources"><xsl:value-of select="concat(@source, substring(': ', 1, 2 * ($words != '')))"/></xsl:if><xsl:value-of select="$words"/></xsl:with-param><xsl:with-param name="target" select="@value-title"/></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="s:links/s:link">
      <!-- Once, with the words and the sources of all that say so. -->
      <xsl:variable name="text"><xsl:for-each select="s:statement/s:why"><xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if><xsl:value-of select="."/></xsl:for-each></xsl:variable>
      <xsl:call-template name="row"><xsl:with-param name="part" select="$group"/><xsl:with-param name="about" select="../@title"/><xsl:with-param name="text" select="$text"/><xsl:with-param name="target" select="s:title"/><xsl:with-param name="cite" select="s:statement/s:cite"/></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="s:attribution">
      <xsl:call-template name="row"><xsl:with-param name="part" select="$group"/><xsl:with-param name="about">licence</xsl:with-param><xsl:with-param name="text" select="."/></xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="s:note">
      <xsl:call-template name="row"><xsl:with-param name="part" select="$group"/><xsl:with-param name="about">Note by the author of this sheet</xsl:with-param><xsl:with-param name="text"><xsl:apply-templates select="s:p" mode="lines"/></xsl:with-param></xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="s:p" mode="lines">
    <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
    <xsl:value-of select="."/>
  </xsl:template>
  <xsl:template match="s:note" mode="lines"><xsl:apply-templates select="s:p" mode="lines"/></xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- A document of the Federal Register. An order's sections stand in flat text: one begins with a bold "Sec. 4". Of
     rules and notices, the headings of the first order and the sections of the regulation are the provisions. Paragraphs
     are written as in formex.xsl. An executive order is instrument.us-eo14110; others go by their document number. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1"
                xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="r g exsl">
  <xsl:output method="xml" encoding="UTF-8"/>

  <!-- What starts a section, and the paragraphs of each, by what started them. -->
  <xsl:key name="start" use="generate-id()"
           match="PRESDOCU/*/*[self::FP or self::P][starts-with(normalize-space(), 'Sec')][E[not(preceding-sibling::*[not(self::PRTPAGE)])][@T = '04']] |
                  HD[@SOURCE = 'HD1'][parent::PREAMB or parent::SUPLINF or parent::NOTICE]"/>
  <xsl:key name="part" match="PRESDOCU/*/*"
           use="generate-id((. | preceding-sibling::*)[self::FP or self::P][starts-with(normalize-space(), 'Sec')][E[not(preceding-sibling::*[not(self::PRTPAGE)])][@T = '04']][last()])"/>
  <xsl:key name="part" match="PREAMB/* | SUPLINF/* | NOTICE/*"
           use="generate-id((. | preceding-sibling::*)[self::HD[@SOURCE = 'HD1']][last()])"/>

  <xsl:variable name="document" select="/r:document/*[not(self::r:head)]"/>
  <!-- Of a whole issue: its day, and what it is called. -->
  <xsl:variable name="issue" select="/r:document/r:head"/>
  <xsl:variable name="day" select="g:date(normalize-space(substring-after($issue/DATE, ',')))"/>
  <xsl:variable name="issue-name">
    <xsl:text>Federal Register</xsl:text>
    <xsl:if test="$issue/VOL">, volume <xsl:value-of select="normalize-space($issue/VOL)"/></xsl:if>
    <xsl:if test="$issue/NO">, number <xsl:value-of select="normalize-space($issue/NO)"/></xsl:if>
  </xsl:variable>
  <xsl:variable name="head" select="$document/self::PRESDOCU/* | $document[not(self::PRESDOCU)]"/>
  <xsl:variable name="filed" select="normalize-space($head//FRDOC)"/>
  <xsl:variable name="number" select="translate(substring-before(concat(translate(substring-after($filed, 'FR Doc. '), ';]', '  '), ' '), ' '), '–—', '--')"/>
  <xsl:variable name="order" select="normalize-space($head/EXECORDR)"/>
  <xsl:variable name="order-number" select="substring-before(concat(substring-after($order, 'Executive Order '), ' '), ' ')"/>
  <xsl:variable name="is-order" select="$order-number != '' and translate($order-number, '0123456789', '') = ''"/>
  <xsl:variable name="slug">
    <xsl:choose>
      <xsl:when test="$is-order">us-eo<xsl:value-of select="$order-number"/></xsl:when>
      <xsl:otherwise>us-fr-<xsl:value-of select="g:slug($number)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="name">
    <xsl:choose>
      <xsl:when test="$is-order">EO <xsl:value-of select="$order-number"/></xsl:when>
      <xsl:otherwise>FR Doc. <xsl:value-of select="$number"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="heading">
    <xsl:choose>
      <xsl:when test="$head/HD[@SOURCE = 'HED']"><xsl:apply-templates select="$head/HD[@SOURCE = 'HED'][1]" mode="inline"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="($head/PREAMB/SUBJECT | $head/SUBJECT)[1]" mode="inline"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="signed">
    <xsl:variable name="end" select="normalize-space($head/DATE[last()])"/>
    <xsl:variable name="dated" select="normalize-space(translate($head/SIG/DATED, ':.', '  '))"/>
    <xsl:choose>
      <xsl:when test="g:date(translate($end, '.', '')) != ''"><xsl:value-of select="g:date(translate($end, '.', ''))"/></xsl:when>
      <xsl:when test="g:date(translate(substring-after($order, ' of '), '.', '')) != ''"><xsl:value-of select="g:date(substring-after($order, ' of '))"/></xsl:when>
      <xsl:when test="contains($dated, 'ated ')"><xsl:value-of select="g:date(substring-after($dated, 'ated '))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="g:date($dated)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="page" select="normalize-space(($head//PRTPAGE)[1]/@P)"/>
  <xsl:variable name="edition">
    <xsl:text>Federal Register</xsl:text>
    <xsl:if test="$number != ''">, FR Doc. <xsl:value-of select="$number"/></xsl:if>
    <xsl:if test="$page != ''">, page <xsl:value-of select="$page"/></xsl:if>
  </xsl:variable>
  <xsl:variable name="cited" select="concat('reference.', $slug, '-text')"/>

  <xsl:template match="/r:document">
    <xsl:choose>
      <xsl:when test="$issue and not($is-order) and $number = ''">
        <gairo source="us-fr-issue-{g:slug(translate(concat($day, substring(/r:document/@stem, 1, 40 * ($day = ''))), '.+', '--'))}" title="{$issue-name}"><r:remark line="{$document/@r:line}">a document of the issue says no number (FRDOC); it was left out</r:remark></gairo>
      </xsl:when>
      <xsl:when test="not($is-order) and $number = ''">
        <gairo><r:refused line="{$document/@r:line}">the document says neither its number (FRDOC) nor that of an executive order (EXECORDR)</r:refused></gairo>
      </xsl:when>
      <xsl:otherwise>
        <gairo source="{$slug}" title="{$name}: {$edition}" version="{$edition}">
          <xsl:if test="$signed != ''"><xsl:attribute name="date"><xsl:value-of select="$signed"/></xsl:attribute></xsl:if>
          <!-- An issue is a source of its own, whatever it holds. -->
          <xsl:if test="$issue">
            <xsl:attribute name="source">us-fr-issue-<xsl:value-of select="g:slug(translate(concat($day, substring(/r:document/@stem, 1, 40 * ($day = ''))), '.+', '--'))"/></xsl:attribute>
            <xsl:attribute name="title"><xsl:value-of select="$issue-name"/></xsl:attribute>
            <xsl:attribute name="version"><xsl:value-of select="$issue-name"/></xsl:attribute>
            <xsl:if test="$day != ''"><xsl:attribute name="date"><xsl:value-of select="$day"/></xsl:attribute></xsl:if>
          </xsl:if>
          <reference id="{$cited}">
            <title><xsl:value-of select="concat($name, ': ', $edition)"/></title>
            <field name="publication-type" value="law"/>
            <source ref="{$cited}" basis="law"/>
          </reference>
          <xsl:if test="$signed = '' and normalize-space(($head/DATE[last()] | $head/SIG/DATED)[1]) != ''">
            <r:remark line="{($head/DATE[last()] | $head/SIG/DATED)[1]/@r:line}"><xsl:value-of select="$name"/>: "<xsl:value-of select="g:cut(($head/DATE[last()] | $head/SIG/DATED)[1], 60)"/>" is no date that is known; it was left out</r:remark>
          </xsl:if>
          <xsl:call-template name="instrument"/>
          <xsl:for-each select="$head//*[key('start', generate-id())] | $head//REGTEXT//SECTION"><xsl:call-template name="provision"/></xsl:for-each>
        </gairo>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="instrument">
    <instrument id="instrument.{$slug}" line="{$document/@r:line}">
      <title>
        <xsl:choose>
          <xsl:when test="$is-order"><xsl:value-of select="concat('Executive Order ', $order-number)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="normalize-space($heading) != ''"><xsl:value-of select="concat(': ', g:cut(normalize-space($heading), 400))"/></xsl:if>
      </title>
      <xsl:variable name="agency" select="normalize-space($head/PREAMB/AGENCY[1])"/>
      <xsl:if test="$agency != ''"><summary><xsl:value-of select="g:cut($agency, 600)"/></summary></xsl:if>
      <xsl:call-template name="body">
        <xsl:with-param name="blocks">
        <xsl:apply-templates select="key('part', '')[not(self::HD[@SOURCE = 'HED'] or self::TITLE3 or self::EXECORDR)]" mode="block"/>
        <xsl:apply-templates select="$head/*[self::PLACE or self::DATE or self::SIG]" mode="block"/>
        <xsl:apply-templates select="$head//REGTEXT/AMDPAR" mode="block"/>
      </xsl:with-param>
      </xsl:call-template>
      <xsl:choose>
        <xsl:when test="$is-order"><field name="instrument-type" value="executive-order"/></xsl:when>
        <xsl:when test="$document/self::RULE"><field name="instrument-type" value="regulation"/></xsl:when>
      </xsl:choose>
      <field name="short-name" value="{$name}"/>
      <xsl:if test="$is-order or $document/self::RULE"><field name="force" value="binding"/></xsl:if>
      <xsl:if test="$number != ''"><field name="url" value="https://www.federalregister.gov/d/{g:slug($number)}"/></xsl:if>
      <xsl:call-template name="edition"/>
      <xsl:if test="$signed != ''">
        <event date="{$signed}">
          <xsl:attribute name="type">
            <xsl:choose><xsl:when test="$document/self::PRORULE">proposed</xsl:when><xsl:otherwise>adopted</xsl:otherwise></xsl:choose>
          </xsl:attribute>
          <xsl:text>the date that it bears</xsl:text>
        </event>
      </xsl:if>
      <xsl:if test="$day != ''"><event date="{$day}" type="published">in the Federal Register</event></xsl:if>
      <source ref="{$cited}" basis="law"/>
      <link relation="of" to="jurisdiction.united-states" ref="{$cited}" basis="law"/>
    </instrument>
  </xsl:template>

  <!-- A body, unless there is nothing in it. -->
  <xsl:template name="body">
    <xsl:param name="blocks"/>
    <xsl:if test="normalize-space($blocks) != ''"><body><xsl:copy-of select="$blocks"/></body></xsl:if>
  </xsl:template>

  <xsl:template name="edition">
    <field name="text-version" value="{$edition}"/>
    <xsl:if test="$signed != ''"><field name="text-date" value="{$signed}"/></xsl:if>
  </xsl:template>

  <!-- A section. "Sec. 4", "Section 1", "§ 1.1"; a heading has only its place. -->
  <xsl:template name="provision">
    <xsl:variable name="words" select="normalize-space()"/>
    <xsl:variable name="said">
      <xsl:choose>
        <xsl:when test="self::SECTION"><xsl:value-of select="normalize-space(translate(SECTNO, '§', ' '))"/></xsl:when>
        <xsl:when test="self::HD"><xsl:number level="any" count="HD[@SOURCE = 'HD1']"/></xsl:when>
        <xsl:when test="starts-with($words, 'Section ')"><xsl:value-of select="substring-before(concat(translate(substring-after($words, 'Section '), '.', ' '), ' '), ' ')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="substring-before(concat(translate(normalize-space(substring-after(translate($words, '.', ' '), ' ')), '.', ' '), ' '), ' ')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="self::HD"><xsl:apply-templates select="." mode="inline"/></xsl:when>
        <xsl:when test="self::SECTION"><xsl:apply-templates select="SUBJECT" mode="inline"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="E[@T = '03'][1]" mode="inline"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="clean" select="normalize-space($name)"/>
    <xsl:variable name="trimmed">
      <xsl:choose>
        <xsl:when test="substring($clean, string-length($clean)) = '.'"><xsl:value-of select="substring($clean, 1, string-length($clean) - 1)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$clean"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="kind"><xsl:choose><xsl:when test="self::HD">Part</xsl:when><xsl:otherwise>Sec.</xsl:otherwise></xsl:choose></xsl:variable>
    <!-- The official interpretations at the end of a rule have sections of the same numbers as the text. -->
    <xsl:variable name="again" select="count(self::SECTION/preceding::SECTION[normalize-space(SECTNO) = normalize-space(current()/SECTNO)])"/>
    <xsl:variable name="title">
      <xsl:value-of select="concat($name-of-document, ', ', $kind, ' ', $said)"/>
      <xsl:if test="$again &gt; 0"><xsl:value-of select="concat(' (', $again + 1, ')')"/></xsl:if>
      <xsl:if test="$trimmed != ''"><xsl:value-of select="concat(': ', g:cut($trimmed, 400))"/></xsl:if>
    </xsl:variable>
    <xsl:variable name="blocks">
        <xsl:choose>
          <xsl:when test="self::SECTION"><xsl:apply-templates select="*[not(self::SECTNO or self::SUBJECT)]" mode="block"/></xsl:when>
          <xsl:when test="self::HD"><xsl:apply-templates select="key('part', generate-id())[position() != 1]" mode="block"/></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="key('part', generate-id())[not(self::PLACE or self::DATE)]" mode="block"/></xsl:otherwise>
        </xsl:choose>
    </xsl:variable>
    <xsl:variable name="id">
      <xsl:value-of select="concat('provision.', $slug, '-', translate($kind, 'SP.', 'sp'), '-', g:slug($said))"/>
      <xsl:if test="$again &gt; 0"><xsl:value-of select="concat('-', $again + 1)"/></xsl:if>
    </xsl:variable>
    <xsl:call-template name="piece">
      <xsl:with-param name="id" select="$id"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="citation" select="concat($kind, ' ', $said)"/>
      <xsl:with-param name="blocks" select="exsl:node-set($blocks)/*"/>
      <xsl:with-param name="line" select="@r:line"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A part from a paragraph on: what is too long for one item goes on in others, each as long as can be. -->
  <xsl:variable name="most" select="150000"/>
  <xsl:template name="piece">
    <xsl:param name="id"/>
    <xsl:param name="title"/>
    <xsl:param name="citation"/>
    <xsl:param name="blocks"/>
    <xsl:param name="line"/>
    <xsl:param name="number" select="1"/>
    <xsl:variable name="count">
      <xsl:call-template name="fitting"><xsl:with-param name="blocks" select="$blocks"/><xsl:with-param name="try" select="count($blocks)"/></xsl:call-template>
    </xsl:variable>
    <provision line="{$line}">
      <xsl:attribute name="id"><xsl:value-of select="$id"/><xsl:if test="$number &gt; 1">-continued-<xsl:value-of select="$number"/></xsl:if></xsl:attribute>
      <title><xsl:value-of select="$title"/><xsl:if test="$number &gt; 1"> (continued, <xsl:value-of select="$number"/>)</xsl:if></title>
      <xsl:call-template name="body"><xsl:with-param name="blocks"><xsl:copy-of select="$blocks[position() &lt;= $count]"/></xsl:with-param></xsl:call-template>
      <field name="citation" value="{$citation}"/>
      <xsl:call-template name="edition"/>
      <source ref="{$cited}" locator="{$citation}" basis="law"/>
      <link relation="part-of" to="instrument.{$slug}" ref="{$cited}" basis="law"/>
    </provision>
    <xsl:if test="count($blocks) &gt; $count">
      <xsl:call-template name="piece">
        <xsl:with-param name="id" select="$id"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="citation" select="$citation"/>
        <xsl:with-param name="blocks" select="$blocks[position() &gt; $count]"/>
        <xsl:with-param name="line" select="$blocks[position() = $count + 1]/@line"/>
        <xsl:with-param name="number" select="$number + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- How many of the first paragraphs are no longer than an item may be; one at least. -->
  <xsl:template name="fitting">
    <xsl:param name="blocks"/>
    <xsl:param name="try"/>
    <xsl:variable name="text"><xsl:copy-of select="$blocks[position() &lt;= $try]"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$try &lt;= 1 or string-length($text) &lt;= $most"><xsl:value-of select="$try"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="fitting">
          <xsl:with-param name="blocks" select="$blocks"/>
          <xsl:with-param name="try" select="floor($try * 0.75)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:variable name="name-of-document" select="string($name)"/>

  <!-- Blocks -->

  <xsl:template match="*" mode="block"/>
  <!-- What an amendment leaves as it is. -->
  <xsl:template match="STARS" mode="block"><p line="{@r:line}">* * * * *</p></xsl:template>
  <xsl:template match="EXTRACT | SIG | NOTE | AUTH | LSTSUB | ADD | SUM | EFFDATE | DATES | ACT | AGY | FURINF | SUPLINF | TABLE | GPOTABLE | FTNT"
                mode="block"><xsl:apply-templates select="*" mode="block"/></xsl:template>
  <xsl:template match="FP | P | HD | AMDPAR | PLACE | DATE | DATED | NAME | TITLE | AGENCY | SUBJECT | PRES | SUBJECT | FTNT/P | TTITLE | ROW | BOXHD"
                mode="block">
    <xsl:variable name="said"><xsl:apply-templates mode="inline"/></xsl:variable>
    <xsl:variable name="words" select="normalize-space($said)"/>
    <xsl:variable name="number" select="substring-before(substring($words, 2), ')')"/>
    <xsl:if test="$words != ''">
      <p line="{@r:line}">
        <xsl:choose>
          <xsl:when test="@SOURCE = 'FP1' or @SOURCE = 'FP-1'">&#x2003;</xsl:when>
          <xsl:when test="@SOURCE = 'P1' or @SOURCE = 'P-1'">&#x2003;&#x2003;</xsl:when>
          <xsl:when test="@SOURCE = 'FP2' or @SOURCE = 'FP-2' or @SOURCE = 'P2' or @SOURCE = 'P-2'">&#x2003;&#x2003;&#x2003;</xsl:when>
          <xsl:when test="parent::FTNT">&#x2003;</xsl:when>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="parent::FTNT and SU[1][not(preceding-sibling::*)]">
            <xsl:variable name="note"><xsl:apply-templates select="SU[1]/following-sibling::node()" mode="inline"/></xsl:variable>
            <xsl:value-of select="concat('[', normalize-space(SU[1]), ']&#x2003;', normalize-space($note))"/>
          </xsl:when>
          <xsl:when test="starts-with($words, '(') and $number != '' and string-length($number) &lt; 6 and translate($number, ' ', '') = $number">
            <xsl:value-of select="concat('(', $number, ')&#x2003;', normalize-space(substring-after($words, ')')))"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
        </xsl:choose>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Words. The text is printed with line ends around each element: a blank before a full stop or a superscript is none
       of the document's. -->

  <xsl:template match="*" mode="inline"><xsl:apply-templates mode="inline"/></xsl:template>
  <xsl:template match="PRTPAGE | FTREF" mode="inline"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="ENT | CHED" mode="inline"><xsl:apply-templates mode="inline"/><xsl:text> | </xsl:text></xsl:template>

  <xsl:template match="text()" mode="inline">
    <xsl:variable name="words" select="normalize-space()"/>
    <xsl:variable name="blank" select="contains(' &#9;&#10;&#13;', substring(., 1, 1))"/>
    <xsl:variable name="last-blank" select="contains(' &#9;&#10;&#13;', substring(., string-length()))"/>
    <xsl:variable name="is-closing" select="$words != '' and contains('.,;:)]”’', substring($words, 1, 1))"/>
    <xsl:choose>
      <xsl:when test="$words = ''"><xsl:if test="not(following-sibling::node()[1][self::SU or self::FR])"><xsl:text> </xsl:text></xsl:if></xsl:when>
      <xsl:otherwise>
        <xsl:if test="$blank and not($is-closing and preceding-sibling::node()[1][self::E or self::SU or self::FTREF or self::AC])"><xsl:text> </xsl:text></xsl:if>
        <xsl:value-of select="$words"/>
        <xsl:if test="$last-blank and not(following-sibling::node()[1][self::SU])"><xsl:text> </xsl:text></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="E[@T = '52']" mode="inline">
    <xsl:variable name="words" select="normalize-space()"/>
    <xsl:choose>
      <xsl:when test="translate($words, '0123456789+-−()', '') = ''">
        <xsl:value-of select="translate($words, '0123456789+-−()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('_(', $words, ')')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="SU | E[@T = '51']" mode="inline">
    <xsl:variable name="words" select="normalize-space()"/>
    <xsl:choose>
      <xsl:when test="following-sibling::*[1][self::FTREF]">&#160;[<xsl:value-of select="$words"/>]</xsl:when>
      <xsl:when test="translate($words, '0123456789+-−()n', '') = ''">
        <xsl:value-of select="translate($words, '0123456789+-−()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('^(', $words, ')')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Formex, the European Union's format of its acts: ACT (as published), CONS.ACT (consolidated), ANNEX (a file of its
     own), CORR (a corrigendum), DOC (the notice that says when it was published). Articles, recitals and annexes are provisions of the act.

     The number of an act, 2024/1689, makes all ids: instrument.eu-2024-1689, provision.eu-2024-1689-art-53. A
     consolidated text has its date in them, one in another language that.

     In a body a paragraph starts with an em space for each level that it is deeper; one stands behind its number. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gairo:data:1"
                xmlns:r="urn:gairo:reader:1" xmlns:g="urn:gairo:functions:1"
                xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="r g exsl">
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:decimal-format name="thousands" grouping-separator="&#160;"/>

  <!-- What is a block of its own; all else runs on in its line. -->
  <xsl:key name="block" use="generate-id()"
           match="P | LIST | ITEM | NP | ALINEA | PARAG | ARTICLE | GR.SEQ | DIVISION | TITLE | TI | STI | TI.ART | STI.ART |
                  TBL | ROW | GR.TBL | DLIST | DLIST.ITEM | CONTENTS | TXT | CONSID | VISA | SIGNATURE | SIGNATORY | PL.DATE |
                  CONTENTS.CORR | GR.CORRIG | CORRECTION | DESCRIPTION | OLD.CORR | NEW.CORR |
                  COMMENT | INCL.ELEMENT | GR.NOTES | GR.ANNOTATION | ANNOTATION | SUBDIV | MARGIN |
                  QUOT.S[P | LIST | ALINEA | PARAG | ARTICLE | NP | DIVISION | GR.SEQ | TITLE | TBL | CONSID]"/>
  <xsl:key name="quoted" match="QUOT.S//* | COMMENT//*" use="generate-id()"/>

  <xsl:variable name="root" select="/r:document/*"/>
  <xsl:variable name="bibliography" select="($root/BIB.INSTANCE | $root/BIB.DOC | $root/CONS.DOC/BIB.INSTANCE)[1]"/>
  <xsl:variable name="reference" select="$root/INFO.CONSLEG/@CONSLEG.REF"/>
  <xsl:variable name="base" select="($root/CONS.DOC/FAM.COMP/BIB.DATA)[1]"/>
  <xsl:variable name="celex">
    <xsl:choose>
      <xsl:when test="$base/NO.CELEX"><xsl:value-of select="substring(normalize-space($base/NO.CELEX), 2)"/></xsl:when>
      <xsl:when test="string-length($reference) = 10"><xsl:value-of select="substring($reference, 2)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$reference"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <!-- An annex of before 2014 says only where it is printed: it is known by that. -->
  <xsl:variable name="printed" select="$root/self::ANNEX/BIB.INSTANCE[not(NO.DOC or DOCUMENT.REF/NO.DOC)]/DOCUMENT.REF[NO.OJ and YEAR and PAGE.FIRST]"/>
  <xsl:variable name="numbered" select="($bibliography/NO.DOC | $bibliography/DOCUMENT.REF/NO.DOC)[YEAR and NO.CURRENT][1]"/>
  <!-- A corrigendum is of the act that its title names: "Regulation (EU) 2024/1689", "Regulation (EU) No 1319/2011". -->
  <xsl:variable name="of-title">
    <xsl:if test="$root/self::CORR">
      <xsl:variable name="words" select="translate(normalize-space($root/TITLE), '&#160;', ' ')"/>
      <xsl:variable name="behind">
        <xsl:choose>
          <xsl:when test="contains($words, ') No ')"><xsl:value-of select="substring-after($words, ') No ')"/></xsl:when>
          <xsl:when test="contains($words, ') ')"><xsl:value-of select="substring-after($words, ') ')"/></xsl:when>
          <xsl:when test="contains($words, 'Directive ')"><xsl:value-of select="substring-after($words, 'Directive ')"/></xsl:when>
        </xsl:choose>
      </xsl:variable>
      <xsl:variable name="pair" select="substring-before(concat(translate($behind, ',;', '  '), ' '), ' ')"/>
      <xsl:variable name="left" select="substring-before($pair, '/')"/>
      <xsl:variable name="right" select="substring-before(concat(substring-after($pair, '/'), '/'), '/')"/>
      <xsl:choose>
        <xsl:when test="contains($words, ') No ')"><xsl:value-of select="concat($right, '/', $left)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat($left, '/', $right)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:variable>
  <xsl:variable name="title"><xsl:apply-templates select="($root/TITLE/TI | $root/CONS.DOC/TITLE/TI)[1]" mode="inline"/></xsl:variable>
  <xsl:variable name="heading" select="normalize-space($title)"/>
  <xsl:variable name="year">
    <xsl:choose>
      <xsl:when test="$root/self::CORR"><xsl:value-of select="substring-before($of-title, '/')"/></xsl:when>
      <xsl:when test="$numbered"><xsl:value-of select="normalize-space($numbered/YEAR)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="substring($celex, 1, 4)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="number">
    <xsl:choose>
      <xsl:when test="$root/self::CORR"><xsl:value-of select="substring-after($of-title, '/')"/></xsl:when>
      <xsl:when test="$numbered"><xsl:value-of select="normalize-space($numbered/NO.CURRENT)"/></xsl:when>
      <xsl:when test="$celex != ''"><xsl:value-of select="number(substring($celex, 6))"/></xsl:when>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="is-numbered"
                select="string-length($year) = 4 and translate($year, '0123456789', '') = '' and $number != '' and
                        translate($number, '0123456789', '') = ''"/>
  <xsl:variable name="place" select="concat(normalize-space($printed/COLL), ' ', normalize-space($printed/NO.OJ), ', ', normalize-space($printed/YEAR), ', p. ', normalize-space($printed/PAGE.FIRST))"/>
  <xsl:variable name="act">
    <xsl:choose>
      <xsl:when test="$printed">OJ <xsl:value-of select="$place"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($year, '/', $number)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="language" select="normalize-space(($bibliography/LG.DOC | $root//LG.DOC | $root//LG.OJ)[1])"/>
  <xsl:variable name="consolidated">
    <xsl:call-template name="day"><xsl:with-param name="digits" select="$root/INFO.CONSLEG/@START.DATE"/></xsl:call-template>
  </xsl:variable>
  <xsl:variable name="version">
    <xsl:if test="$root/self::CONS.ACT"><xsl:value-of select="concat('-', translate($consolidated, '-', ''))"/></xsl:if>
    <xsl:if test="$root/self::CORR"><xsl:value-of select="concat('-corr-', translate($date, '-', ''))"/></xsl:if>
    <xsl:if test="$language != '' and $language != 'EN'"><xsl:value-of select="concat('-', g:slug($language))"/></xsl:if>
  </xsl:variable>
  <xsl:variable name="slug">
    <xsl:choose>
      <xsl:when test="$printed"><xsl:value-of select="concat('eu-oj-', g:slug(translate($place, '.', ' ')))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('eu-', $year, '-', $number)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="text" select="concat($slug, $version)"/>
  <xsl:variable name="cited" select="concat('reference.', $text, '-text')"/>
  <xsl:variable name="date">
    <xsl:call-template name="day">
      <xsl:with-param name="digits" select="(($root/self::CONS.ACT/CONS.DOC/FAM.COMP | $root[not(self::CONS.ACT)])/*[self::BIB.INSTANCE or self::BIB.DATA]/DATE/@ISO)[1]"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="journal" select="($bibliography/DOCUMENT.REF | $root//DOCUMENT.REF.CONS)[1]"/>
  <xsl:variable name="edition">
    <xsl:choose>
      <xsl:when test="$root/self::CONS.ACT">Consolidated text of <xsl:value-of select="$consolidated"/></xsl:when>
      <xsl:when test="$root/self::CORR">Corrigendum of <xsl:value-of select="$date"/></xsl:when>
      <xsl:otherwise>
        <xsl:text>Official Journal of the European Union, </xsl:text>
        <xsl:value-of select="normalize-space($journal/COLL)"/>
        <xsl:choose>
          <xsl:when test="$printed"><xsl:value-of select="concat(' ', substring-after($place, ' '))"/></xsl:when>
          <xsl:when test="$journal/NO.OJ">
            <xsl:value-of select="concat(' ', normalize-space($journal/NO.OJ), ', ', normalize-space($journal/YEAR))"/>
          </xsl:when>
          <xsl:otherwise>, <xsl:value-of select="$act"/></xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$language != '' and $language != 'EN'">, in the language <xsl:value-of select="$language"/></xsl:if>
  </xsl:variable>
  <xsl:variable name="text-date">
    <xsl:choose>
      <xsl:when test="$consolidated != ''"><xsl:value-of select="$consolidated"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$date"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <!-- "REGULATION (EU) 2016/679 OF THE ..." as "regulation (eu) 2016/679" -->
  <xsl:variable name="words" select="translate(substring($heading, 1, 120), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"/>
  <xsl:variable name="family">
    <xsl:choose>
      <xsl:when test="contains($words, 'regulation') and not(contains(substring-before($words, 'regulation'), 'directive'))">reg</xsl:when>
      <xsl:when test="contains($words, 'directive')">dir</xsl:when>
      <xsl:when test="contains($words, 'decision')">dec</xsl:when>
    </xsl:choose>
    <xsl:if test="contains(substring($words, 1, 40), 'implementing')">_impl</xsl:if>
    <xsl:if test="contains(substring($words, 1, 40), 'delegated')">_del</xsl:if>
  </xsl:variable>

  <xsl:template match="/r:document">
    <xsl:choose>
      <xsl:when test="PUBLICATION"><gairo/></xsl:when>
      <xsl:when test="not(ACT or CONS.ACT or ANNEX or DOC or CORR)">
        <gairo><r:remark line="{$root/@r:line}">a Formex document <xsl:value-of select="local-name($root)"/> is not known and was left out; known: ACT, ANNEX, CONS.ACT, CORR, DOC, PUBLICATION</r:remark></gairo>
      </xsl:when>
      <xsl:when test="CORR and (not($is-numbered) or $date = '')">
        <gairo><r:refused line="{$root/@r:line}">the corrigendum does not say its date (DATE in BIB.INSTANCE), or its title not the number of the act that it corrects, such as "(EU) 2024/1689"</r:refused></gairo>
      </xsl:when>
      <xsl:when test="not($is-numbered or $printed)">
        <gairo><r:refused line="{$root/@r:line}">the file does not say the number of its act (YEAR and NO.CURRENT in NO.DOC)</r:refused></gairo>
      </xsl:when>
      <xsl:when test="CONS.ACT and $consolidated = ''">
        <gairo><r:refused line="{$root/@r:line}">the consolidated text does not say its date (START.DATE in INFO.CONSLEG)</r:refused></gairo>
      </xsl:when>
      <xsl:when test="DOC"><xsl:apply-templates select="DOC"/></xsl:when>
      <xsl:otherwise>
        <gairo source="{$text}" title="EU {$act}: {$edition}" version="{$edition}">
          <xsl:if test="$text-date != ''"><xsl:attribute name="date"><xsl:value-of select="$text-date"/></xsl:attribute></xsl:if>
          <xsl:call-template name="no-day"/>
          <reference id="{$cited}">
            <title>EU <xsl:value-of select="concat($act, ': ', $edition)"/></title>
            <field name="publication-type" value="law"/>
            <field name="text-licence" value="reuse allowed with attribution (Decision 2011/833/EU)"/>
            <field name="attribution" value="© European Union, https://eur-lex.europa.eu"/>
            <source ref="{$cited}" basis="law"/>
          </reference>
          <xsl:apply-templates select="ACT | CONS.ACT/CONS.DOC" mode="instrument"/>
          <xsl:apply-templates select="*//CONSID[NP/NO.P or @IDENTIFIER][not(key('quoted', generate-id()))]" mode="recital"/>
          <xsl:apply-templates select="*//ENACTING.TERMS//ARTICLE[not(key('quoted', generate-id()))]" mode="article"/>
          <xsl:apply-templates select="ANNEX | *//CONS.ANNEX | ACT/ANNEX" mode="annex"/>
          <xsl:apply-templates select="CORR" mode="corrigendum"/>
          <xsl:if test="$printed">
            <r:remark line="{ANNEX/@r:line}">the annex does not say the number of its act; it stands by itself, as OJ <xsl:value-of select="$place"/></r:remark>
            <instrument id="instrument.{$slug}" line="{ANNEX/@r:line}">
              <title>The act in OJ <xsl:value-of select="$place"/></title>
              <field name="short-name" value="OJ {$place}"/>
              <xsl:call-template name="edition"/>
              <xsl:if test="$date != ''"><event date="{$date}" type="adopted">the date that it bears</event></xsl:if>
              <source ref="{$cited}" basis="law"/>
              <link relation="of" to="jurisdiction.european-union" ref="{$cited}" basis="law"/>
            </instrument>
          </xsl:if>
        </gairo>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The notice: when the act was published, and where it is on the web. -->
  <xsl:template match="DOC">
    <gairo source="{$slug}-notice" title="EU {$act}: publication notice">
      <xsl:variable name="published">
        <xsl:call-template name="day"><xsl:with-param name="digits" select="PUBLICATION.REF/DATE/@ISO"/></xsl:call-template>
      </xsl:variable>
      <xsl:if test="$published != ''"><xsl:attribute name="date"><xsl:value-of select="$published"/></xsl:attribute></xsl:if>
      <xsl:attribute name="version">
        <xsl:value-of select="concat('Official Journal of the European Union, ', normalize-space(PUBLICATION.REF/COLL))"/>
        <xsl:choose>
          <xsl:when test="PUBLICATION.REF/NO.OJ"><xsl:value-of select="concat(' ', normalize-space(PUBLICATION.REF/NO.OJ), substring(', ', 1, 2 * boolean(PUBLICATION.REF/YEAR)), normalize-space(PUBLICATION.REF/YEAR))"/></xsl:when>
          <xsl:otherwise>, <xsl:value-of select="$act"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:call-template name="no-day"/>
      <reference id="reference.{$slug}-notice">
        <title>EU <xsl:value-of select="$act"/>: publication notice</title>
        <field name="publication-type" value="law"/>
        <source ref="reference.{$slug}-notice" basis="law"/>
      </reference>
      <instrument id="instrument.{$slug}" line="{@r:line}">
        <title>EU <xsl:value-of select="$act"/></title>
        <xsl:if test="g:url(BIB.DOC/NO.ELI/@ID) != ''"><field name="url" value="{g:url(BIB.DOC/NO.ELI/@ID)}"/></xsl:if>
        <xsl:if test="$published != ''">
          <event date="{$published}" type="published">in the Official Journal</event>
        </xsl:if>
        <source ref="reference.{$slug}-notice" basis="law"/>
      </instrument>
    </gairo>
  </xsl:template>

  <!-- The act itself. What stands before the recitals and after the articles is its body. -->
  <xsl:template match="*" mode="instrument">
    <instrument id="instrument.{$slug}" line="{@r:line}">
      <title><xsl:value-of select="g:cut($heading, 490)"/></title>
      <xsl:call-template name="body">
        <xsl:with-param name="blocks">
          <xsl:for-each select="PREAMBLE/*[self::PREAMBLE.INIT or self::GR.VISA or self::PREAMBLE.FINAL] | FINAL"><xsl:call-template name="blocks"/></xsl:for-each>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:choose>
        <xsl:when test="starts-with($family, 'reg')"><field name="instrument-type" value="regulation"/></xsl:when>
        <xsl:when test="starts-with($family, 'dir')"><field name="instrument-type" value="directive"/></xsl:when>
      </xsl:choose>
      <field name="short-name" value="EU {$act}"/>
      <field name="force" value="binding"/>
      <xsl:if test="$family != ''"><field name="url" value="https://eur-lex.europa.eu/eli/{$family}/{$act}/oj"/></xsl:if>
      <xsl:call-template name="edition"/>
      <xsl:if test="$date != ''"><event date="{$date}" type="adopted">the date that it bears</event></xsl:if>
      <source ref="{$cited}" basis="law"/>
      <link relation="of" to="jurisdiction.european-union" ref="{$cited}" basis="law"/>
    </instrument>
  </xsl:template>

  <!-- A body, unless there is nothing in it. -->
  <xsl:template name="body">
    <xsl:param name="blocks"/>
    <xsl:if test="normalize-space($blocks) != ''">
      <body><xsl:apply-templates select="exsl:node-set($blocks)/*" mode="body"/></body>
    </xsl:if>
  </xsl:template>

  <!-- What closes a sentence behind a quoted provision (";") is no paragraph: it stands at the end of the one before. -->
  <xsl:variable name="closing">.,;:’”»)&#x2003;&#160; </xsl:variable>
  <xsl:template match="*" mode="body">
    <xsl:variable name="next" select="following-sibling::*[1]"/>
    <xsl:variable name="closes" select="translate(., $closing, '') = ''"/>
    <xsl:if test="not($closes and translate(preceding-sibling::*[1], $closing, '') != '')">
      <xsl:copy>
        <xsl:copy-of select="@*"/>
        <xsl:value-of select="."/>
        <xsl:if test="not($closes) and $next and translate($next, $closing, '') = ''"><xsl:value-of select="normalize-space(translate($next, '&#x2003;', ' '))"/></xsl:if>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <!-- 20240613 as 2024-06-13; nothing else is a day. -->
  <xsl:template name="day">
    <xsl:param name="digits"/>
    <xsl:if test="string-length($digits) = 8 and translate($digits, '0123456789', '') = ''">
      <xsl:value-of select="g:date(concat(substring($digits, 1, 4), '-', substring($digits, 5, 2), '-', substring($digits, 7)))"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="no-day">
    <xsl:for-each select="$root//INFO.CONSLEG/@START.DATE | $root/*[self::BIB.INSTANCE or self::BIB.DATA]/DATE/@ISO | $root/CONS.DOC/FAM.COMP/*[self::BIB.INSTANCE or self::BIB.DATA]/DATE/@ISO | $root/self::DOC/PUBLICATION.REF/DATE/@ISO">
      <xsl:variable name="read"><xsl:call-template name="day"><xsl:with-param name="digits" select="."/></xsl:call-template></xsl:variable>
      <xsl:if test="normalize-space() != '' and $read = ''"><r:remark line="{ancestor::*[@r:line][1]/@r:line}"><xsl:value-of select="concat(name(), ' &quot;', g:cut(., 60))"/>" is no day (YYYYMMDD); it was left out</r:remark></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="edition">
    <field name="text-version" value="{$edition}"/>
    <xsl:if test="$text-date != ''"><field name="text-date" value="{$text-date}"/></xsl:if>
  </xsl:template>

  <!-- What was wrong in print, and what it should be. -->
  <xsl:template match="CORR" mode="corrigendum">
    <provision id="provision.{$text}" line="{@r:line}">
      <title>EU <xsl:value-of select="concat($act, ', corrigendum of ', $date)"/></title>
      <summary><xsl:value-of select="g:cut($heading, 1900)"/></summary>
      <xsl:call-template name="body">
        <xsl:with-param name="blocks">
          <xsl:call-template name="blocks"><xsl:with-param name="nodes" select="node()[not(self::BIB.INSTANCE or self::TITLE)]"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
      <field name="citation" value="Corrigendum of {$date}"/>
      <xsl:call-template name="edition"/>
      <source ref="{$cited}" basis="law"/>
      <link relation="part-of" to="instrument.{$slug}" ref="{$cited}" basis="law"/>
    </provision>
  </xsl:template>

  <xsl:template match="CONSID" mode="recital">
    <xsl:variable name="said" select="translate(normalize-space(NP/NO.P), '()., ', '')"/>
    <xsl:variable name="recital">
      <xsl:choose>
        <xsl:when test="$said != ''"><xsl:value-of select="$said"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="number(@IDENTIFIER)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <provision id="provision.{$text}-rec-{g:slug($recital)}" line="{@r:line}">
      <title>EU <xsl:value-of select="concat($act, ', Recital ', $recital)"/></title>
      <xsl:call-template name="body"><xsl:with-param name="blocks"><xsl:call-template name="blocks"/></xsl:with-param></xsl:call-template>
      <field name="citation" value="Recital {$recital}"/>
      <xsl:call-template name="edition"/>
      <source ref="{$cited}" locator="Recital {$recital}" basis="law"/>
      <link relation="part-of" to="instrument.{$slug}" ref="{$cited}" basis="law"/>
    </provision>
  </xsl:template>

  <xsl:template match="ARTICLE" mode="article">
    <!-- "005A" and "Article 5a" are 5a; an article that is the only one has no number. -->
    <xsl:variable name="identifier" select="normalize-space(@IDENTIFIER)"/>
    <xsl:variable name="article">
      <xsl:choose>
        <xsl:when test="starts-with($identifier, '00')"><xsl:value-of select="g:slug(substring($identifier, 3))"/></xsl:when>
        <xsl:when test="starts-with($identifier, '0')"><xsl:value-of select="g:slug(substring($identifier, 2))"/></xsl:when>
        <xsl:when test="$identifier != ''"><xsl:value-of select="g:slug($identifier)"/></xsl:when>
        <xsl:when test="substring-after(translate(normalize-space(TI.ART), '&#160;', ' '), ' ') != ''">
          <xsl:value-of select="g:slug(substring-after(translate(normalize-space(TI.ART), '&#160;', ' '), ' '))"/>
        </xsl:when>
        <xsl:otherwise><xsl:number level="any" count="ARTICLE" from="ENACTING.TERMS"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="name"><xsl:apply-templates select="STI.ART" mode="inline"/></xsl:variable>
    <provision id="provision.{$text}-art-{$article}" line="{@r:line}">
      <title>
        <xsl:value-of select="concat('EU ', $act, ', Art. ', $article)"/>
        <xsl:if test="normalize-space($name) != ''"><xsl:value-of select="concat(': ', g:cut($name, 400))"/></xsl:if>
      </title>
      <xsl:call-template name="divisions"/>
      <xsl:call-template name="body">
        <xsl:with-param name="blocks">
          <xsl:call-template name="blocks"><xsl:with-param name="nodes" select="node()[not(self::TI.ART or self::STI.ART)]"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
      <field name="citation" value="Art. {$article}"/>
      <xsl:call-template name="edition"/>
      <source ref="{$cited}" locator="Art. {$article}" basis="law"/>
      <link relation="part-of" to="instrument.{$slug}" ref="{$cited}" basis="law"/>
    </provision>
  </xsl:template>

  <!-- Where the article stands: "Chapter V: ..., Section 2: ...". -->
  <xsl:template name="divisions">
    <xsl:if test="ancestor::DIVISION">
      <summary>
        <xsl:for-each select="ancestor::DIVISION">
          <xsl:variable name="name"><xsl:apply-templates select="TITLE/STI" mode="inline"/></xsl:variable>
          <xsl:if test="position() != 1"> — </xsl:if>
          <xsl:apply-templates select="TITLE/TI" mode="inline"/>
          <xsl:if test="normalize-space($name) != ''"><xsl:value-of select="concat(': ', g:cut($name, 300))"/></xsl:if>
        </xsl:for-each>
      </summary>
    </xsl:if>
  </xsl:template>

  <xsl:template match="ANNEX | CONS.ANNEX" mode="annex">
    <xsl:variable name="title"><xsl:apply-templates select="TITLE/TI" mode="inline"/></xsl:variable>
    <xsl:variable name="said" select="substring-after(translate(normalize-space($title), '&#160;', ' '), ' ')"/>
    <xsl:variable name="annex">
      <xsl:choose>
        <xsl:when test="$said != ''"><xsl:value-of select="substring-before(concat($said, ' '), ' ')"/></xsl:when>
        <!-- 0001.0002 is the second annex of the act that is 0001. -->
        <xsl:when test="contains(BIB.INSTANCE/NO.SEQ, '.')"><xsl:value-of select="number(substring-after(BIB.INSTANCE/NO.SEQ, '.'))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="1 + count(preceding-sibling::CONS.ANNEX | preceding-sibling::ANNEX)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="name"><xsl:apply-templates select="TITLE/STI" mode="inline"/></xsl:variable>
    <provision id="provision.{$text}-annex-{g:slug($annex)}" line="{@r:line}">
      <title>
        <xsl:value-of select="concat('EU ', $act, ', Annex ', $annex)"/>
        <xsl:if test="normalize-space($name) != ''"><xsl:value-of select="concat(': ', g:cut($name, 400))"/></xsl:if>
      </title>
      <xsl:call-template name="body">
        <xsl:with-param name="blocks">
          <xsl:call-template name="blocks"><xsl:with-param name="nodes" select="node()[not(self::BIB.INSTANCE or self::TITLE)]"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
      <field name="citation" value="Annex {$annex}"/>
      <xsl:call-template name="edition"/>
      <source ref="{$cited}" locator="Annex {$annex}" basis="law"/>
      <link relation="part-of" to="instrument.{$slug}" ref="{$cited}" basis="law"/>
    </provision>
  </xsl:template>

  <!-- Blocks: each is a paragraph, or several. lead is a number that the first of them starts with. -->

  <xsl:template name="blocks">
    <xsl:param name="nodes" select="node()"/>
    <xsl:param name="indent"/>
    <xsl:param name="lead"/>
    <xsl:variable name="pieces"
                  select="$nodes[key('block', generate-id()) or
                                 (normalize-space() != '' or self::QUOT.START or self::QUOT.END or self::IE) and
                                 not(self::PREAMBLE.INIT)]"/>
    <xsl:variable name="deeper"><xsl:value-of select="$indent"/><xsl:if test="$lead != ''">&#x2003;</xsl:if></xsl:variable>
    <xsl:for-each select="$pieces">
      <xsl:variable name="at" select="position()"/>
      <xsl:choose>
        <xsl:when test="key('block', generate-id())">
          <xsl:choose>
            <xsl:when test="$at = 1">
              <xsl:apply-templates select="." mode="block">
                <xsl:with-param name="indent" select="$indent"/><xsl:with-param name="lead" select="$lead"/>
              </xsl:apply-templates>
            </xsl:when>
            <xsl:when test="(self::LIST or self::DLIST) and $lead = ''">
              <xsl:apply-templates select="." mode="block"><xsl:with-param name="indent" select="concat($indent, '&#x2003;')"/></xsl:apply-templates>
            </xsl:when>
            <xsl:otherwise><xsl:apply-templates select="." mode="block"><xsl:with-param name="indent" select="$deeper"/></xsl:apply-templates></xsl:otherwise>
          </xsl:choose>
        </xsl:when>
        <!-- The first of a run of words; the others were said with it. -->
        <xsl:when test="$at = 1 or key('block', generate-id($pieces[$at - 1]))">
          <xsl:variable name="blocks" select="count(preceding-sibling::*[key('block', generate-id())])"/>
          <xsl:call-template name="line">
            <xsl:with-param name="nodes"
                            select="(. | following-sibling::node()[not(key('block', generate-id()))]
                                         [count(preceding-sibling::*[key('block', generate-id())]) = $blocks])"/>
            <xsl:with-param name="indent">
              <xsl:value-of select="$indent"/><xsl:if test="$at != 1 and $lead != ''">&#x2003;</xsl:if>
            </xsl:with-param>
            <xsl:with-param name="lead"><xsl:if test="$at = 1"><xsl:value-of select="$lead"/></xsl:if></xsl:with-param>
          </xsl:call-template>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
    <xsl:if test="not($pieces) and $lead != ''"><p line="{@r:line}"><xsl:value-of select="concat($indent, $lead)"/></p></xsl:if>
  </xsl:template>

  <!-- A paragraph, and its footnotes below it, each with its number. -->
  <xsl:template name="line">
    <xsl:param name="nodes"/>
    <xsl:param name="indent"/>
    <xsl:param name="lead"/>
    <xsl:variable name="words"><xsl:apply-templates select="$nodes" mode="inline"/></xsl:variable>
    <p line="{(ancestor-or-self::*/@r:line)[last()]}">
      <xsl:value-of select="$indent"/>
      <xsl:if test="$lead != ''"><xsl:value-of select="concat($lead, '&#x2003;')"/></xsl:if>
      <xsl:value-of select="normalize-space($words)"/>
    </p>
    <xsl:call-template name="notes"><xsl:with-param name="notes" select="$nodes/descendant-or-self::NOTE"/><xsl:with-param name="indent" select="$indent"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="notes">
    <xsl:param name="notes" select=".//NOTE"/>
    <xsl:param name="indent"/>
    <xsl:for-each select="$notes">
      <xsl:variable name="mark"><xsl:call-template name="mark"/></xsl:variable>
      <xsl:variable name="note">
        <xsl:apply-templates select="node()" mode="apart"/>
      </xsl:variable>
      <p line="{@r:line}"><xsl:value-of select="concat($indent, '&#x2003;', $mark, '&#x2003;', normalize-space($note))"/></p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="mark">
    <xsl:text>[</xsl:text>
    <xsl:choose>
      <xsl:when test="@NUMBERING = 'STAR' or (@NUMBER.ORG != '' and not(@NUMBERING.CONTINUED = 'YES'))">
        <xsl:choose>
          <xsl:when test="@NUMBER.ORG != ''"><xsl:value-of select="@NUMBER.ORG"/></xsl:when>
          <xsl:otherwise>*</xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise><xsl:number level="any" count="NOTE[not(@NUMBERING = 'STAR')]"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="*" mode="block">
    <xsl:param name="indent"/>
    <xsl:param name="lead"/>
    <xsl:call-template name="blocks">
      <xsl:with-param name="indent" select="$indent"/><xsl:with-param name="lead" select="$lead"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What has a number: the number and the words are one paragraph. A number within a number keeps both. -->
  <xsl:template match="PARAG | NP | ARTICLE | ITEM[NO.ITEM] | CONSID[NO.P]" mode="block">
    <xsl:param name="indent"/>
    <xsl:param name="lead"/>
    <xsl:variable name="mark" select="NO.PARAG | NO.P | NO.ITEM | TI.ART"/>
    <xsl:variable name="number"><xsl:apply-templates select="$mark/node()" mode="inline"/></xsl:variable>
    <xsl:variable name="quote"><xsl:apply-templates select="$mark/preceding-sibling::node()" mode="inline"/></xsl:variable>
    <xsl:call-template name="blocks">
      <xsl:with-param name="nodes" select="node()[not(self::NO.PARAG or self::NO.P or self::NO.ITEM or self::TI.ART)]
                                                 [not(following-sibling::NO.PARAG or following-sibling::NO.P)]"/>
      <xsl:with-param name="indent" select="$indent"/>
      <xsl:with-param name="lead" select="normalize-space(concat($lead, ' ', $quote, $number))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="LIST | DLIST" mode="block">
    <xsl:param name="indent"/>
    <xsl:variable name="dash">
      <xsl:choose>
        <xsl:when test="@TYPE = 'DASH' or @TYPE = 'NDASH'">–</xsl:when>
        <xsl:when test="@TYPE = 'BULLET' or @TYPE = 'DISC' or @TYPE = 'SQUARE'">•</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:for-each select="ITEM | DLIST.ITEM | P | NP | LIST">
      <xsl:apply-templates select="." mode="block">
        <xsl:with-param name="indent" select="$indent"/>
        <xsl:with-param name="lead"><xsl:if test="not(NP or self::NP or self::LIST)"><xsl:value-of select="$dash"/></xsl:if></xsl:with-param>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="TITLE" mode="block">
    <xsl:param name="indent"/>
    <xsl:variable name="first"><xsl:apply-templates select="TI" mode="inline"/></xsl:variable>
    <xsl:variable name="second"><xsl:apply-templates select="STI" mode="inline"/></xsl:variable>
    <p line="{@r:line}">
      <xsl:value-of select="concat($indent, normalize-space($first))"/>
      <xsl:if test="normalize-space($first) != '' and normalize-space($second) != ''">: </xsl:if>
      <xsl:value-of select="normalize-space($second)"/>
    </p>
    <xsl:call-template name="notes"><xsl:with-param name="indent" select="$indent"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="ROW" mode="block">
    <xsl:param name="indent"/>
    <xsl:variable name="row">
      <xsl:for-each select="CELL">
        <xsl:if test="position() != 1"> | </xsl:if>
        <xsl:apply-templates select="node()" mode="apart"/>
      </xsl:for-each>
    </xsl:variable>
    <p line="{@r:line}"><xsl:value-of select="concat($indent, normalize-space($row))"/></p>
    <xsl:call-template name="notes"><xsl:with-param name="indent" select="$indent"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="GR.NOTES" mode="block">
    <xsl:param name="indent"/>
    <xsl:apply-templates select="TITLE | P" mode="block"><xsl:with-param name="indent" select="$indent"/></xsl:apply-templates>
    <xsl:call-template name="notes"><xsl:with-param name="notes" select="NOTE"/><xsl:with-param name="indent" select="$indent"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="TBL | GR.TBL" mode="block">
    <xsl:param name="indent"/>
    <xsl:apply-templates select="TITLE | TBL | GR.NOTES | .//ROW[not(ancestor::TBL[2])]" mode="block"><xsl:with-param name="indent" select="$indent"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="INCL.ELEMENT" mode="block">
    <xsl:param name="indent"/>
    <p line="{@r:line}"><xsl:value-of select="$indent"/>[a picture, which is not in this text]</p>
  </xsl:template>

  <!-- Words -->

  <!-- Of a cell or a footnote: paragraphs are apart, and words and what stands within them are not. -->
  <xsl:template match="node()" mode="apart"><xsl:apply-templates select="." mode="inline"/></xsl:template>
  <xsl:template match="P | TXT | NP | ALINEA | LIST | DLIST | GR.SEQ | QUOT.S | TBL | GR.TBL | TITLE" mode="apart">
    <xsl:text> </xsl:text><xsl:apply-templates select="." mode="inline"/><xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="*" mode="inline"><xsl:apply-templates select="node()" mode="inline"/></xsl:template>
  <xsl:template match="TERM" mode="inline">
    <xsl:apply-templates select="node()" mode="inline"/>
    <xsl:value-of select="concat(normalize-space(ancestor::DLIST[1]/@SEPARATOR), ' ')"/>
  </xsl:template>
  <xsl:template match="DIVISOR" mode="inline">/<xsl:apply-templates select="node()" mode="inline"/></xsl:template>
  <xsl:template match="P | TXT | TXT.COL | NP | ALINEA | ITEM | DEFINITION" mode="inline">
    <xsl:apply-templates select="node()" mode="inline"/>
    <xsl:if test="following-sibling::*"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>
  <xsl:template match="NO.P | NO.PARAG" mode="inline"><xsl:apply-templates select="node()" mode="inline"/><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="text()" mode="inline"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="NOTE" mode="inline"><xsl:text>&#160;</xsl:text><xsl:call-template name="mark"/></xsl:template>

  <xsl:template match="QUOT.START | QUOT.END" mode="inline">
    <xsl:choose>
      <xsl:when test="@CODE = '2018'">‘</xsl:when>
      <xsl:when test="@CODE = '2019'">’</xsl:when>
      <xsl:when test="@CODE = '201A'">‚</xsl:when>
      <xsl:when test="@CODE = '201C'">“</xsl:when>
      <xsl:when test="@CODE = '201D'">”</xsl:when>
      <xsl:when test="@CODE = '201E'">„</xsl:when>
      <xsl:when test="@CODE = '00AB'">«</xsl:when>
      <xsl:when test="@CODE = '00BB'">»</xsl:when>
      <xsl:when test="@CODE = '2039'">‹</xsl:when>
      <xsl:when test="@CODE = '203A'">›</xsl:when>
      <xsl:when test="@CODE = '0027'">'</xsl:when>
      <xsl:otherwise>"</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 10 to the power of 25 is no 1025; what has no small form stands behind a caret or an underscore. -->
  <xsl:template match="HT[@TYPE = 'SUP'] | SUP | EXPONENT" mode="inline">
    <xsl:variable name="words" select="normalize-space()"/>
    <xsl:choose>
      <xsl:when test="translate($words, '0123456789+-−()n', '') = ''">
        <xsl:value-of select="translate($words, '0123456789+-−()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('^(', $words, ')')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="HT[@TYPE = 'SUB'] | INF" mode="inline">
    <xsl:variable name="words" select="normalize-space()"/>
    <xsl:choose>
      <xsl:when test="translate($words, '0123456789+-−()', '') = ''">
        <xsl:value-of select="translate($words, '0123456789+-−()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('_(', $words, ')')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The journal prints 35000000 as 35 000 000. -->
  <xsl:template match="FT[@TYPE = 'NUMBER']" mode="inline">
    <xsl:variable name="words" select="normalize-space()"/>
    <xsl:choose>
      <xsl:when test="string-length($words) &gt; 4 and string-length($words) &lt; 16 and translate($words, '0123456789', '') = ''">
        <xsl:value-of select="format-number($words, '#&#160;##0', 'thousands')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>

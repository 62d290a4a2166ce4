<?xml version="1.0" encoding="UTF-8"?>
<!-- Slides as one HTML file: nothing outside it is needed, nothing in it runs. Each slide fills the window; the keys that scroll go from
     one to the next, and so do the links below; in print each is a page. It is written as XML that is HTML too, so no element but the
     void ones may come out empty. The style sheet may not hold the characters that XML escapes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:l="urn:gairo:slides:1"
                xmlns:r="urn:gairo:render:1" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="l r">
  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:strip-space elements="*"/>

  <xsl:variable name="line" select="'&#10;'"/>

  <xsl:template match="/l:slides">
    <html lang="{@lang}">
      <head>
        <meta charset="utf-8"/>
        <title><xsl:value-of select="l:title"/></title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="generator" content="{@generator} {@version}"/>
        <meta name="color-scheme" content="light dark"/>
        <style><xsl:call-template name="style"/></style>
      </head>
      <xsl:value-of select="$line"/>
      <body>
        <main>
          <xsl:apply-templates select="l:slide"/>
        </main>
      </body>
    </html>
    <xsl:value-of select="$line"/>
  </xsl:template>

  <!-- A section holds twelve points at most, nine of the longer ones with labels; more go on in another one, below the title again, so that
       the sections are about even. -->
  <xsl:template match="l:slide">
    <xsl:variable name="most"><xsl:choose><xsl:when test="l:point/@label">9</xsl:when><xsl:otherwise>12</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="parts" select="ceiling(count(l:point) div $most)"/>
    <xsl:call-template name="section">
      <xsl:with-param name="most-points" select="ceiling(count(l:point) div ($parts + ($parts = 0)))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- How big letters can be in print, by how much is in a section: a page holds about 550 characters in the usual size. -->
  <xsl:template name="size">
    <xsl:param name="points"/>
    <xsl:variable name="picture" select="l:bars | l:grid"/>
    <xsl:variable name="words"><xsl:value-of select="concat(l:title, l:title, l:lead)"/><xsl:for-each select="$points"><xsl:value-of select="concat(@label, .)"/></xsl:for-each></xsl:variable>
    <xsl:variable name="length" select="string-length($words) + 50 * count($points) + string-length(l:source) div 3"/>
    <xsl:choose>
      <xsl:when test="count($picture/l:row) &gt; 9"> longer</xsl:when>
      <xsl:when test="count($picture/l:row) &gt; 5"> long</xsl:when>
      <xsl:when test="$picture"/>
      <xsl:when test="$length &gt; 1600"> longest</xsl:when>
      <xsl:when test="$length &gt; 1150"> longer</xsl:when>
      <xsl:when test="$length &gt; 750 or count($points) &gt; 8"> long</xsl:when>
      <xsl:when test="$length &lt; 480 and count($points) &lt; 7"> short</xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="section">
    <xsl:param name="most-points"/>
    <xsl:param name="part" select="1"/>
    <xsl:variable name="first" select="($part - 1) * $most-points"/>
    <xsl:variable name="points" select="l:point[position() &gt; $first and position() &lt;= $first + $most-points]"/>
    <xsl:variable name="goes-on" select="count(l:point) &gt; $first + $most-points"/>
    <xsl:variable name="name"><xsl:value-of select="@number"/><xsl:if test="$part &gt; 1"><xsl:value-of select="concat('-', $part)"/></xsl:if></xsl:variable>
    <xsl:variable name="size"><xsl:call-template name="size"><xsl:with-param name="points" select="$points"/></xsl:call-template></xsl:variable>
    <section id="slide-{$name}" class="{@kind}{$size}" tabindex="-1" aria-labelledby="title-{$name}">
      <xsl:if test="/l:slides/@classification"><p class="classification"><xsl:value-of select="/l:slides/@classification"/></p></xsl:if>
      <div class="block">
        <xsl:if test="l:kicker"><p class="kicker {substring-before(concat(@id, '.'), '.')}"><xsl:value-of select="l:kicker"/></p></xsl:if>
        <xsl:choose>
          <xsl:when test="@kind = 'title'"><h1 id="title-{$name}"><xsl:value-of select="l:title"/></h1></xsl:when>
          <xsl:otherwise><h2 id="title-{$name}"><xsl:value-of select="l:title"/><xsl:if test="$part &gt; 1">, continued</xsl:if></h2></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="l:lead and $part = 1"><p class="lead"><xsl:value-of select="l:lead"/></p></xsl:if>
        <xsl:choose>
          <xsl:when test="$points/@label">
            <dl>
              <xsl:for-each select="$points">
                <dt><xsl:value-of select="@label"/><xsl:if test="not(@label)">·</xsl:if></dt><dd><xsl:value-of select="."/></dd>
              </xsl:for-each>
            </dl>
          </xsl:when>
          <xsl:when test="$points">
            <ul><xsl:for-each select="$points"><li><xsl:value-of select="."/></li></xsl:for-each></ul>
          </xsl:when>
        </xsl:choose>
        <xsl:apply-templates select="l:bars | l:grid"/>
        <xsl:if test="l:source and not($goes-on)">
          <p class="source"><xsl:if test="@kind = 'item'">Source: </xsl:if><xsl:value-of select="l:source"/></p>
        </xsl:if>
      </div>
      <xsl:if test="l:notes and not($goes-on)">
        <aside aria-label="Notes for the speaker">
          <p class="note-title">Notes for the speaker</p>
          <xsl:for-each select="l:notes/l:p"><p><xsl:value-of select="."/></p></xsl:for-each>
        </aside>
      </xsl:if>
      <nav aria-label="Slides">
        <xsl:choose>
          <xsl:when test="$part = 2"><a href="#slide-{@number}" rel="prev">Back</a></xsl:when>
          <xsl:when test="$part &gt; 2"><a href="#slide-{@number}-{$part - 1}" rel="prev">Back</a></xsl:when>
          <xsl:when test="@number &gt; 1"><a href="#slide-{@number - 1}" rel="prev">Back</a></xsl:when>
        </xsl:choose>
        <span><xsl:value-of select="concat(@number, ' of ', /l:slides/@count)"/></span>
        <xsl:choose>
          <xsl:when test="$goes-on"><a href="#slide-{@number}-{$part + 1}" rel="next">Next: <xsl:value-of select="l:title"/>, continued</a></xsl:when>
          <xsl:when test="@number &lt; /l:slides/@count">
            <a href="#slide-{@number + 1}" rel="next">Next: <xsl:value-of select="following-sibling::l:slide[1]/l:title"/></a>
          </xsl:when>
        </xsl:choose>
      </nav>
    </section>
    <xsl:value-of select="$line"/>
    <xsl:if test="$goes-on"><xsl:call-template name="section"><xsl:with-param name="most-points" select="$most-points"/><xsl:with-param name="part" select="$part + 1"/></xsl:call-template></xsl:if>
  </xsl:template>

  <!-- Bars stand in a table, so that the numbers are there for those who do not see them. -->
  <xsl:template match="l:bars">
    <xsl:variable name="most">
      <xsl:for-each select="l:row"><xsl:sort select="sum(l:amount/@value)" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="sum(l:amount/@value)"/></xsl:if></xsl:for-each>
    </xsl:variable>
    <table class="bars">
      <thead>
        <tr>
          <td>&#160;</td>
          <xsl:for-each select="l:column"><th scope="col"><span class="key {@tone}">&#160;</span><xsl:text> </xsl:text><xsl:value-of select="."/></th></xsl:for-each>
          <td class="drawn" aria-hidden="true">&#160;</td>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="l:row">
          <tr>
            <th scope="row"><xsl:value-of select="@title"/></th>
            <xsl:for-each select="l:amount"><td class="number"><xsl:value-of select="@value"/></td></xsl:for-each>
            <td class="drawn" aria-hidden="true">
              <xsl:for-each select="l:amount[@value &gt; 0]">
                <span class="bar {@tone}" style="width:{format-number(100 * @value div ($most + ($most = 0)), '0.##')}%">&#160;</span>
              </xsl:for-each>
            </td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <xsl:apply-templates select="l:scale"/>
  </xsl:template>

  <xsl:template match="l:grid">
    <table class="grid">
      <thead>
        <tr>
          <td>&#160;</td>
          <xsl:for-each select="l:column"><th scope="col"><xsl:value-of select="."/></th></xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="l:row">
          <tr>
            <th scope="row"><xsl:value-of select="@title"/></th>
            <xsl:for-each select="l:square"><td class="{@tone}"><xsl:value-of select="."/></td></xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
    <xsl:apply-templates select="l:scale"/>
  </xsl:template>

  <xsl:template match="l:scale"><p class="source"><xsl:value-of select="."/></p></xsl:template>

  <xsl:template name="style">
:root { --ink: #1c2430; --quiet: #5c6470; --paper: #fdfdfb; --line: #d5d8dc; --risk: #9a4a12; --opportunity: #1c6b48; --accent: #1f4f7d;
  --closed: #e3e5e8; --semi: #9fbcd8; --open: #1f4f7d; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --quiet: #a3abb5; --paper: #14171b; --line: #3a4048; --risk: #e8a06b;
  --opportunity: #7cc9a0; --accent: #8ebbe5; --closed: #343a42; --semi: #46688a; --open: #8ebbe5; } }
* { box-sizing: border-box; }
html { scroll-snap-type: y proximity; }
body { margin: 0; color: var(--ink); background: var(--paper); font: clamp(1rem, 0.6rem + 1.2vw, 1.9rem)/1.45 "Source Sans 3", "Noto Sans", "Liberation Sans", Arial, sans-serif; }
section { min-height: 100vh; scroll-snap-align: start; display: flex; flex-direction: column; padding: 3vh 6vw; border-bottom: 1px solid var(--line); }
section:focus { outline: none; }
.block { margin: auto; width: 100%; max-width: 44em; }
.classification { margin: 0; text-align: center; color: var(--risk); font-size: 0.7em; font-weight: 600; letter-spacing: 0.04em; }
.kicker { margin: 0 0 0.4em; color: var(--quiet); font-size: 0.75em; }
.kicker.risk { color: var(--risk); }
.kicker.opportunity { color: var(--opportunity); }
h1, h2 { margin: 0 0 0.7em; font-size: 1.6em; line-height: 1.2; font-weight: 600; text-wrap: balance; }
h1 { font-size: 2em; }
h1::after, h2::after { content: ""; display: block; width: 3em; margin-top: 0.45em; border-top: 3px solid var(--accent); }
.lead { margin: 0 0 1em; font-size: 1.1em; }
dl { margin: 0 0 1em; display: grid; grid-template-columns: fit-content(36%) 1fr; gap: 0.6em 1.2em; }
dt { color: var(--quiet); }
dd { margin: 0; }
ul { margin: 0 0 1em; padding-left: 1.1em; }
li { margin-bottom: 0.4em; }
.source { margin: 1em 0 0; color: var(--quiet); font-size: 0.62em; }
aside { margin: 1em auto; width: 100%; max-width: 44em; padding: 0.6em 1em; border-left: 4px solid var(--accent); font-size: 0.75em; }
aside p { margin: 0 0 0.5em; }
.note-title { color: var(--quiet); font-weight: 600; }
nav { display: flex; justify-content: space-between; gap: 2em; color: var(--quiet); font-size: 0.6em; }
nav a { color: var(--accent); text-decoration: none; }
nav a:hover, nav a:focus { text-decoration: underline; }
table { width: 100%; border-collapse: collapse; font-size: 0.75em; }
th, td { padding: 0.35em 0.5em; text-align: left; font-weight: 400; vertical-align: middle; }
thead th { color: var(--quiet); vertical-align: bottom; font-size: 0.85em; }
tbody tr { border-top: 1px solid var(--line); }
.number { text-align: right; width: 3em; font-variant-numeric: tabular-nums; }
.drawn { width: 40%; white-space: nowrap; font-size: 0.9em; }
.bar { display: inline-block; overflow: hidden; height: 1.3em; vertical-align: middle; }
.key { display: inline-block; width: 0.9em; height: 0.9em; overflow: hidden; vertical-align: middle; }
.grid td { text-align: center; }
.bars thead th { min-width: 6em; }
.bars tbody th, .grid tbody th { min-width: 9em; }
.grid { width: auto; min-width: 60%; }
.grid thead th { font-size: 0.7em; min-width: 4em; text-align: center; overflow-wrap: break-word; }
.bar, .key { background: var(--line); }
.bar.risk, .key.risk { background: var(--risk); }
.bar.opportunity, .key.opportunity { background: var(--opportunity); }
.open, .full { background: var(--open); }
td.open, td.full { color: var(--paper); }
.semi-open, .medium { background: var(--semi); }
.closed, .light { background: var(--closed); }
.bar.unknown, .key.unknown { background: repeating-linear-gradient(45deg, var(--quiet) 0 1px, transparent 1px 5px); border: 1px solid var(--quiet); }
.bar.none, .key.none { background: transparent; border: 1px dashed var(--quiet); }
@media (max-width: 40em) { dl { display: block; } dd { margin-bottom: 0.6em; } section { padding: 2vh 5vw; } .drawn { display: none; } }
@page { size: A4 landscape; margin: 12mm; }
@media print { :root { --ink: #1c2430; --quiet: #5c6470; --paper: #ffffff; --line: #d5d8dc; --risk: #9a4a12; --opportunity: #1c6b48; --accent: #1f4f7d;
  --closed: #e3e5e8; --semi: #9fbcd8; --open: #1f4f7d; }
  body { font-size: 21pt; } .block { max-width: none; } section { min-height: 184mm; border: 0; padding: 0; break-after: page; } section:last-child { break-after: auto; }
  section.short { font-size: 25pt; } section.long { font-size: 18pt; } section.longer { font-size: 15.5pt; } section.longest { font-size: 13pt; }
  section.picture.long table, section.picture.longer table { font-size: 0.66em; } table { font-size: 0.85em; }
  dl { row-gap: 0.4em; margin-bottom: 0.6em; } li { margin-bottom: 0.25em; } .lead { margin-bottom: 0.8em; } h1, h2 { margin-bottom: 0.5em; }
  .classification, nav { font-size: 12pt; } .source { font-size: max(0.55em, 9pt); }
  tr, li, dt, dd { break-inside: avoid; } h1, h2, .lead { break-after: avoid; } thead { display: table-header-group; }
  nav a { display: none; } nav { break-before: avoid; justify-content: flex-end; } .bar, .key, td { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
<xsl:if test="/l:slides/@classification">@page { @bottom-center { content: <xsl:value-of select="r:css(/l:slides/@classification)"/>; font: 600 9pt sans-serif; } }</xsl:if>
  </xsl:template>
</xsl:stylesheet>

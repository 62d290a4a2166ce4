<?xml version="1.0" encoding="UTF-8"?>
<!-- Writes something and then fails, for the test that nothing of it is kept. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text"/>
  <xsl:template match="/">
    <xsl:text>half a file</xsl:text>
    <xsl:value-of select="no-such-function()"/>
  </xsl:template>
</xsl:stylesheet>

/* tambour-pptx-theme.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pptx-private.h"

#include "tambour-page.h"

#include "tambour-wording.h"

/* The master's frame, in points (REPORT-DESIGN section 1). */
#define TITLE_TOP    46
#define TITLE_HEIGHT 60
#define COVER_TOP    192
#define COVER_WIDTH  420
#define HAIRLINE     510
#define FOOT_TOP     515
#define FOOT_HEIGHT  12
#define NUMBER_ROOM  100

/* Flat: no gradient, no shadow, whatever the style of a shape that somebody adds. */
#define FORMATS                                                                                \
  "<a:fmtScheme name=\"Tambour\"><a:fillStyleLst><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>" \
  "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>" \
  "</a:fillStyleLst><a:lnStyleLst><a:ln w=\"7620\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>" \
  "<a:ln w=\"12700\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>"           \
  "<a:ln w=\"20320\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln></a:lnStyleLst>" \
  "<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>" \
  "<a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst>"         \
  "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>" \
  "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>"

#define FONT "<a:latin typeface=\"Inter\"/><a:ea typeface=\"\"/><a:cs typeface=\"Inter\"/>" \
             "<a:font script=\"Arab\" typeface=\"Noto Sans Arabic\"/><a:font script=\"Hebr\" typeface=\"Noto Sans Hebrew\"/>"

#define EMPTY_TREE "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"

#define COLOURS "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" " \
                "accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" "   \
                "folHlink=\"folHlink\"/>"

static const struct
{
  const char *name;
  TambourTone tone;
} scheme[] = {
  { "a:dk1", TAMBOUR_TONE_INK },            { "a:lt1", TAMBOUR_TONE_PAPER },
  { "a:dk2", TAMBOUR_TONE_INK2 },           { "a:lt2", TAMBOUR_TONE_WASH },
  { "a:accent1", TAMBOUR_TONE_ACCENT },     { "a:accent2", TAMBOUR_TONE_ACCENT_MID },
  { "a:accent3", TAMBOUR_TONE_MET },        { "a:accent4", TAMBOUR_TONE_NEARLY },
  { "a:accent5", TAMBOUR_TONE_MISSED },     { "a:accent6", TAMBOUR_TONE_MID },
  { "a:hlink", TAMBOUR_TONE_ACCENT },       { "a:folHlink", TAMBOUR_TONE_INK3 },
};

static const char * const layout_types[TAMBOUR_N_PPTX_LAYOUTS] = {
  [TAMBOUR_PPTX_LAYOUT_COVER] = "title",
  [TAMBOUR_PPTX_LAYOUT_BODY] = "obj",
  [TAMBOUR_PPTX_LAYOUT_APPENDIX] = "twoObj",
};

/**
 * tambour_pptx_add_theme:
 * @name: of its part
 *
 * Adds a theme: the colours of the pages, brand and all, and their typeface.
 */
void
tambour_pptx_add_theme (TambourPptx *self,
                        const char  *name)
{
  g_autoptr(TambourXml) xml = tambour_xml_new ();

  tambour_xml_open (xml, "a:theme", "xmlns:a", TAMBOUR_PPTX_A, "name", "Tambour", NULL);
  tambour_xml_open (xml, "a:themeElements", NULL);
  tambour_xml_open (xml, "a:clrScheme", "name", "Tambour", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scheme); i++)
    {
      char value[8];

      g_snprintf (value, sizeof value, "%06X", self->theme.colours[scheme[i].tone]);
      tambour_xml_open (xml, scheme[i].name, NULL);
      tambour_xml_leaf (xml, "a:srgbClr", "val", value, NULL);
      tambour_xml_close (xml, 1);
    }
  tambour_xml_close (xml, 1);
  tambour_xml_raw (xml, "<a:fontScheme name=\"Tambour\"><a:majorFont>" FONT "</a:majorFont><a:minorFont>" FONT
                        "</a:minorFont></a:fontScheme>" FORMATS);
  tambour_package_add (self->package, name, TAMBOUR_PPTX_TYPE "theme+xml", tambour_xml_finish (xml));
}

/* --- placeholders ---------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *type;
  const char *index;
  double      x;
  double      y;
  double      width;
  double      height;
} Placeholder;

static const Placeholder title_place = { "Title", "title", NULL, TAMBOUR_DECK_MARGIN, TITLE_TOP, TAMBOUR_DECK_WIDTH, TITLE_HEIGHT };
static const Placeholder foot_place = { "Footer", "ftr", "11", TAMBOUR_DECK_MARGIN, FOOT_TOP, TAMBOUR_DECK_WIDTH - NUMBER_ROOM, FOOT_HEIGHT };
static const Placeholder number_place = {
  "Number", "sldNum", "12", TAMBOUR_DECK_MARGIN + TAMBOUR_DECK_WIDTH - NUMBER_ROOM, FOOT_TOP, NUMBER_ROOM, FOOT_HEIGHT
};

static void
write_sample (TambourPptx       *self,
              TambourXml        *xml,
              const Placeholder *place)
{
  gboolean number = place == &number_place;

  tambour_xml_open (xml, "a:p", NULL);
  tambour_xml_open (xml, "a:pPr", "algn", number != self->rtl ? "r" : "l", "rtl", self->rtl ? "1" : "0", NULL);
  tambour_xml_close (xml, 1);
  if (number)
    {
      tambour_xml_open (xml, "a:fld", "id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type", "slidenum", NULL);
      tambour_xml_leaf (xml, "a:rPr", "lang", self->language, NULL);
      tambour_xml_raw (xml, "<a:t>‹#›</a:t>");
      tambour_xml_close (xml, 1);
    }
  tambour_xml_leaf (xml, "a:endParaRPr", "lang", self->language, NULL);
  tambour_xml_close (xml, 1);
}

static void
write_style (TambourPptx       *self,
             TambourXml        *xml,
             const Placeholder *place)
{
  gboolean small = place == &foot_place || place == &number_place;

  tambour_xml_open (xml, "a:lstStyle", NULL);
  if (small)
    {
      tambour_xml_raw (xml, "<a:lvl1pPr><a:defRPr sz=\"850\" b=\"0\">");
      tambour_pptx_fill (self, xml, place == &number_place ? TAMBOUR_TONE_INK : TAMBOUR_TONE_INK3);
      tambour_xml_raw (xml, "</a:defRPr></a:lvl1pPr>");
    }
  tambour_xml_close (xml, 1);
}

static void
write_placeholder (TambourPptx       *self,
                   TambourXml        *xml,
                   guint              id,
                   const Placeholder *place)
{
  double x = self->rtl ? TAMBOUR_DECK_MARGIN * 2 + TAMBOUR_DECK_WIDTH - place->x - place->width : place->x;

  tambour_xml_open (xml, "p:sp", NULL);
  tambour_xml_open (xml, "p:nvSpPr", NULL);
  tambour_xml_open (xml, "p:cNvPr", NULL);
  tambour_xml_count (xml, "id", id);
  tambour_xml_say (xml, "name", place->name);
  tambour_xml_close (xml, 1);
  tambour_xml_raw (xml, "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>");
  tambour_xml_open (xml, "p:nvPr", NULL);
  tambour_xml_open (xml, "p:ph", "type", place->type, NULL);
  tambour_xml_say (xml, "idx", place->index);
  tambour_xml_close (xml, 3);
  tambour_xml_open (xml, "p:spPr", NULL);
  tambour_pptx_place (xml, "a:xfrm", x, place->y, place->width, place->height);
  tambour_xml_raw (xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
  tambour_xml_close (xml, 1);
  tambour_xml_open (xml, "p:txBody", NULL);
  tambour_xml_raw (xml, "<a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"><a:noAutofit/></a:bodyPr>");
  write_style (self, xml, place);
  write_sample (self, xml, place);
  tambour_xml_close (xml, 2);
}

static void
write_hairline (TambourPptx *self,
                TambourXml  *xml,
                guint        id)
{
  tambour_xml_open (xml, "p:cxnSp", NULL);
  tambour_xml_open (xml, "p:nvCxnSpPr", NULL);
  tambour_xml_open (xml, "p:cNvPr", NULL);
  tambour_xml_count (xml, "id", id);
  tambour_xml_say (xml, "name", "Hairline");
  tambour_xml_close (xml, 1);
  tambour_xml_raw (xml, "<p:cNvCxnSpPr/><p:nvPr userDrawn=\"1\"/>");
  tambour_xml_close (xml, 1);
  tambour_xml_open (xml, "p:spPr", NULL);
  tambour_pptx_place (xml, "a:xfrm", TAMBOUR_DECK_MARGIN, HAIRLINE + 0.25, TAMBOUR_DECK_WIDTH, 0);
  tambour_xml_raw (xml, "<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>");
  tambour_pptx_stroke (self, xml, "a:ln", TAMBOUR_TONE_RULE, 0.5);
  tambour_xml_close (xml, 2);
}

static void
open_tree (TambourXml *xml,
           const char *element,
           const char *type)
{
  tambour_xml_open (xml, element, "xmlns:a", TAMBOUR_PPTX_A, "xmlns:r", TAMBOUR_PPTX_R, "xmlns:p", TAMBOUR_PPTX_P, NULL);
  tambour_xml_say (xml, "type", type);
  tambour_xml_say (xml, "preserve", type ? "1" : NULL);
}

/* --- layouts ----------------------------------------------------------------------- */

static const char *
layout_name (TambourPptxLayout layout)
{
  switch (layout)
    {
    case TAMBOUR_PPTX_LAYOUT_COVER:
      return _("Cover");
    case TAMBOUR_PPTX_LAYOUT_BODY:
      return _("Title and body");
    case TAMBOUR_PPTX_LAYOUT_APPENDIX:
      return _("Appendix");
    }

  g_assert_not_reached ();
}

static void
write_layout_places (TambourPptx       *self,
                     TambourXml        *xml,
                     TambourPptxLayout  layout)
{
  double top = TAMBOUR_DECK_BODY, height = TAMBOUR_DECK_BODY_END - TAMBOUR_DECK_BODY, half = tambour_deck_w (6);
  const Placeholder cover = { "Title", "title", NULL, TAMBOUR_DECK_MARGIN, COVER_TOP, COVER_WIDTH, TITLE_HEIGHT };
  const Placeholder body = { "Body", "body", "1", TAMBOUR_DECK_MARGIN, top, TAMBOUR_DECK_WIDTH, height };
  const Placeholder left = { "Body left", "body", "1", TAMBOUR_DECK_MARGIN, top, half, height };
  const Placeholder right = { "Body right", "body", "2", tambour_deck_x (6), top, half, height };

  if (layout == TAMBOUR_PPTX_LAYOUT_COVER)
    {
      write_placeholder (self, xml, 2, &cover);
      return;
    }

  write_placeholder (self, xml, 2, &title_place);
  write_placeholder (self, xml, 3, layout == TAMBOUR_PPTX_LAYOUT_BODY ? &body : &left);
  write_placeholder (self, xml, 4, &foot_place);
  write_placeholder (self, xml, 5, &number_place);
  write_hairline (self, xml, 6);
  if (layout == TAMBOUR_PPTX_LAYOUT_APPENDIX)
    write_placeholder (self, xml, 7, &right);
}

static void
add_layout (TambourPptx       *self,
            TambourPptxLayout  layout)
{
  g_autofree char *name = g_strdup_printf (TAMBOUR_PPTX_LAYOUTS "%d.xml", layout + 1);
  g_autoptr(TambourXml) xml = tambour_xml_new ();

  open_tree (xml, "p:sldLayout", layout_types[layout]);
  tambour_xml_open (xml, "p:cSld", "name", layout_name (layout), NULL);
  tambour_xml_open (xml, "p:spTree", NULL);
  tambour_xml_raw (xml, EMPTY_TREE);
  write_layout_places (self, xml, layout);
  tambour_xml_close (xml, 2);
  tambour_xml_raw (xml, "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
  tambour_package_relate (self->package, name, TAMBOUR_PPTX_RELATION "slideMaster", TAMBOUR_PPTX_MASTER);
  tambour_package_add (self->package, name, TAMBOUR_PPTX_TYPE "presentationml.slideLayout+xml", tambour_xml_finish (xml));
}

/* --- the master ---------------------------------------------------------------------- */

static void
write_level (TambourPptx *self,
             TambourXml  *xml,
             const char  *element,
             const char  *font,
             const char  *size,
             const char  *line,
             gboolean     bold)
{
  tambour_xml_open (xml, element, "marL", "0", "indent", "0", "algn", self->rtl ? "r" : "l", "rtl", self->rtl ? "1" : "0", NULL);
  tambour_xml_open (xml, "a:lnSpc", NULL);
  tambour_xml_leaf (xml, "a:spcPts", "val", line, NULL);
  tambour_xml_close (xml, 1);
  tambour_xml_raw (xml, "<a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:buNone/>");
  tambour_xml_open (xml, "a:defRPr", "sz", size, "b", bold ? "1" : "0", NULL);
  tambour_pptx_fill (self, xml, TAMBOUR_TONE_INK);
  tambour_xml_leaf (xml, "a:latin", "typeface", font, NULL);
  tambour_xml_raw (xml, "<a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/>");
  tambour_xml_close (xml, 2);
}

static void
write_text_styles (TambourPptx *self,
                   TambourXml  *xml)
{
  tambour_xml_open (xml, "p:txStyles", NULL);
  tambour_xml_open (xml, "p:titleStyle", NULL);
  write_level (self, xml, "a:lvl1pPr", "+mj-lt", "2400", "3000", TRUE);
  tambour_xml_close (xml, 1);
  tambour_xml_open (xml, "p:bodyStyle", NULL);
  write_level (self, xml, "a:lvl1pPr", "+mn-lt", "1200", "1700", FALSE);
  write_level (self, xml, "a:lvl2pPr", "+mn-lt", "1100", "1500", FALSE);
  write_level (self, xml, "a:lvl3pPr", "+mn-lt", "1000", "1300", FALSE);
  tambour_xml_close (xml, 1);
  tambour_xml_open (xml, "p:otherStyle", NULL);
  write_level (self, xml, "a:lvl1pPr", "+mn-lt", "1100", "1500", FALSE);
  tambour_xml_close (xml, 2);
}

static void
write_layout_list (TambourPptx *self,
                   TambourXml  *xml)
{
  tambour_xml_open (xml, "p:sldLayoutIdLst", NULL);
  for (int i = 0; i < TAMBOUR_N_PPTX_LAYOUTS; i++)
    {
      g_autofree char *name = g_strdup_printf (TAMBOUR_PPTX_LAYOUTS "%d.xml", i + 1);

      tambour_xml_open (xml, "p:sldLayoutId", NULL);
      tambour_xml_count (xml, "id", G_GINT64_CONSTANT (2147483649) + i);
      tambour_xml_say (xml, "r:id", tambour_package_relate (self->package, TAMBOUR_PPTX_MASTER, TAMBOUR_PPTX_RELATION "slideLayout", name));
      tambour_xml_close (xml, 1);
    }
  tambour_xml_close (xml, 1);
}

/**
 * tambour_pptx_add_master:
 *
 * Adds a slide master of our own with its layouts and theme.
 */
void
tambour_pptx_add_master (TambourPptx *self)
{
  const Placeholder body = { "Body", "body", "1", TAMBOUR_DECK_MARGIN, TAMBOUR_DECK_BODY, TAMBOUR_DECK_WIDTH,
                             TAMBOUR_DECK_BODY_END - TAMBOUR_DECK_BODY };
  g_autoptr(TambourXml) xml = tambour_xml_new ();

  open_tree (xml, "p:sldMaster", NULL);
  tambour_xml_raw (xml, "<p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"
                        "<p:spTree>" EMPTY_TREE);
  write_placeholder (self, xml, 2, &title_place);
  write_placeholder (self, xml, 3, &body);
  write_placeholder (self, xml, 4, &foot_place);
  write_placeholder (self, xml, 5, &number_place);
  tambour_xml_raw (xml, "</p:spTree></p:cSld>" COLOURS);
  write_layout_list (self, xml);
  tambour_xml_raw (xml, "<p:hf hdr=\"0\" dt=\"0\"/>");
  write_text_styles (self, xml);
  tambour_package_relate (self->package, TAMBOUR_PPTX_MASTER, TAMBOUR_PPTX_RELATION "theme", TAMBOUR_PPTX_THEME);
  tambour_package_add (self->package, TAMBOUR_PPTX_MASTER, TAMBOUR_PPTX_TYPE "presentationml.slideMaster+xml", tambour_xml_finish (xml));

  for (int i = 0; i < TAMBOUR_N_PPTX_LAYOUTS; i++)
    add_layout (self, i);
  tambour_pptx_add_theme (self, TAMBOUR_PPTX_THEME);
}

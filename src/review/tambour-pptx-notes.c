/* tambour-pptx-notes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pptx-private.h"

#define COLOURS "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" " \
                "accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" "   \
                "folHlink=\"folHlink\"/>"

#define EMPTY_TREE "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"

/* Where the picture of the slide and the notes are on a sheet of 540 by 720 points. */
#define PICTURE                                                                                       \
  "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/>" \
  "</p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"685800\" y=\"685800\"/>" \
  "<a:ext cx=\"5486400\" cy=\"3086100\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:sp>"

#define NOTES_PLACE                                                                                   \
  "<p:spPr><a:xfrm><a:off x=\"685800\" y=\"3988800\"/><a:ext cx=\"5486400\" cy=\"4469400\"/></a:xfrm>" \
  "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>"

static void
open_notes (TambourXml *xml,
            const char *element)
{
  tambour_xml_open (xml, element, "xmlns:a", TAMBOUR_PPTX_A, "xmlns:r", TAMBOUR_PPTX_R, "xmlns:p", TAMBOUR_PPTX_P, NULL);
  tambour_xml_open (xml, "p:cSld", NULL);
}

static void
write_notes_place (TambourXml *xml)
{
  tambour_xml_raw (xml, "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>"
                        "<p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr>");
}

/**
 * tambour_pptx_add_notes_master:
 *
 * Adds what notes stand on, with a theme as it must have.
 */
void
tambour_pptx_add_notes_master (TambourPptx *self)
{
  g_autoptr(TambourXml) xml = tambour_xml_new ();

  open_notes (xml, "p:notesMaster");
  tambour_xml_raw (xml, "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"
                        "<p:spTree>" EMPTY_TREE PICTURE);
  write_notes_place (xml);
  tambour_xml_raw (xml, NOTES_PLACE "<p:txBody><a:bodyPr/><a:lstStyle/><a:p>");
  tambour_xml_leaf (xml, "a:endParaRPr", "lang", self->language, NULL);
  tambour_xml_raw (xml, "</a:p></p:txBody></p:sp></p:spTree>");
  tambour_xml_close (xml, 1);
  tambour_xml_raw (xml, COLOURS "<p:notesStyle><a:lvl1pPr><a:defRPr sz=\"1000\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>"
                                "<a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr></p:notesStyle>");
  tambour_package_relate (self->package, TAMBOUR_PPTX_NOTES_MASTER, TAMBOUR_PPTX_RELATION "theme", TAMBOUR_PPTX_NOTES_THEME);
  tambour_package_add (self->package, TAMBOUR_PPTX_NOTES_MASTER, TAMBOUR_PPTX_TYPE "presentationml.notesMaster+xml",
                       tambour_xml_finish (xml));
  tambour_pptx_add_theme (self, TAMBOUR_PPTX_NOTES_THEME);
}

static void
write_note (TambourPptx *self,
            TambourXml  *xml,
            const char  *note)
{
  tambour_xml_open (xml, "a:p", NULL);
  tambour_xml_leaf (xml, "a:pPr", "algn", self->rtl ? "r" : "l", "rtl", self->rtl ? "1" : "0", NULL);
  tambour_xml_open (xml, "a:r", NULL);
  tambour_xml_leaf (xml, "a:rPr", "lang", self->language, "dirty", "0", NULL);
  tambour_xml_open (xml, "a:t", NULL);
  tambour_xml_text (xml, note);
  tambour_xml_close (xml, 3);
}

/**
 * tambour_pptx_add_notes:
 * @index: of a page of the document, from 0
 *
 * Adds what the speaker is told beside the page, if there is anything.
 */
void
tambour_pptx_add_notes (TambourPptx *self,
                        guint        index)
{
  const GPtrArray *notes = tambour_document_get_page (self->document, index)->notes;
  g_autofree char *slide = tambour_pptx_slide_name (index);
  g_autofree char *part = g_strdup_printf ("ppt/notesSlides/notesSlide%u.xml", index + 1);
  g_autoptr(TambourXml) xml = NULL;

  if (notes->len == 0)
    return;

  xml = tambour_xml_new ();
  open_notes (xml, "p:notes");
  tambour_xml_raw (xml, "<p:spTree>" EMPTY_TREE PICTURE);
  write_notes_place (xml);
  tambour_xml_raw (xml, "<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>");
  for (guint i = 0; i < notes->len; i++)
    write_note (self, xml, notes->pdata[i]);
  tambour_xml_raw (xml, "</p:txBody></p:sp></p:spTree>");
  tambour_xml_close (xml, 1);
  tambour_xml_raw (xml, "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");

  tambour_package_relate (self->package, part, TAMBOUR_PPTX_RELATION "notesMaster", TAMBOUR_PPTX_NOTES_MASTER);
  tambour_package_relate (self->package, part, TAMBOUR_PPTX_RELATION "slide", slide);
  tambour_package_relate (self->package, slide, TAMBOUR_PPTX_RELATION "notesSlide", part);
  tambour_package_add (self->package, part, TAMBOUR_PPTX_TYPE "presentationml.notesSlide+xml", tambour_xml_finish (xml));
}

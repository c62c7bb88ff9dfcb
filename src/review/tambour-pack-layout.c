/* tambour-pack-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-pack.h"
#include "tambour-pdf.h"
#include "tambour-row-paper.h"

#include "tambour-wording.h"

/**
 * tambour_pack_layout:
 * @self: a pack
 * @error: return location
 *
 * Lays the pack out on A4: the same pack gives the same marks. The text is shaped
 * with fonts that belong to this thread, so the document does too.
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL on error
 */
TambourDocument *
tambour_pack_layout (const TambourPack  *self,
                     GError            **error)
{
  TambourPaperPart parts[TAMBOUR_N_PACK_PARTS];
  g_autofree char *verdict = tambour_pack_dup_verdict (self);
  g_autofree char *footer = NULL;
  g_autofree char *name = NULL;
  TambourRowPaper paper = { .account = self->account, .language = self->language, .paper = TAMBOUR_PAPER_A4,
                            .created = self->as_of.seconds, .facts = self->facts, .parts = parts, .n_parts = G_N_ELEMENTS (parts) };

  for (TambourPackPart part = 0; part < TAMBOUR_N_PACK_PARTS; part++)
    parts[part] = (TambourPaperPart) { tambour_pack_part_title (self, part), NULL, tambour_pack_part_empty (self, part), self->parts[part] };

  tambour_wording_set_language (self->language);
  footer = tambour_wording_fill (_("Read on {0}"), self->read ? self->read : "", NULL);
  name = tambour_wording_fill (_("{0}: continuity pack"), self->account, NULL);
  paper.name = name;
  paper.subject = _("Internal, not for the customer");
  paper.running = _("Continuity pack");
  paper.label = _("Internal, not for the customer");
  paper.title = verdict;
  paper.again = _("Continuity pack, continued");
  paper.footer = footer;

  return tambour_row_paper_layout (&paper, error);
}

/**
 * tambour_pack_write:
 * @self: a pack
 * @path: the PDF, replaced as a whole
 * @error: return location
 *
 * Returns: %FALSE if it could not be written
 */
gboolean
tambour_pack_write (const TambourPack  *self,
                    const char         *path,
                    GError            **error)
{
  g_autoptr(TambourDocument) document = tambour_pack_layout (self, error);

  return document != NULL && tambour_pdf_write (document, path, error);
}

/* tambour-pack-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-feedback.h"
#include "tambour-heading.h"
#include "tambour-notice-row.h"
#include "tambour-pack-facts.h"
#include "tambour-pack-line.h"
#include "tambour-pack-page.h"
#include "tambour-row-list.h"
#include "tambour-saved-file.h"

/**
 * TambourPackPage:
 *
 * The continuity pack of an account on screen: the same facts as on paper, each
 * leading to its record.
 */
struct _TambourPackPage
{
  TambourPage     parent_instance;

  char           *account_id;
  TambourPack    *pack;
  GCancellable   *cancellable;
  gboolean        is_narrow;

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkButton      *save_button;
  GtkBox         *content;
  GtkListBox     *error_list;
  GtkBox         *head;
  GtkLabel       *verdict_label;
  GtkGrid        *facts;
  GtkBox         *parts;
};

G_DEFINE_FINAL_TYPE (TambourPackPage, tambour_pack_page, TAMBOUR_TYPE_PAGE)

static void
clear (TambourPackPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_grid_remove (self->facts, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
show_facts (TambourPackPage *self)
{
  for (guint i = 0; i < self->pack->facts->len; i++)
    {
      const TambourPaperFact *fact = g_ptr_array_index (self->pack->facts, i);
      GtkWidget *value = new_label (fact->value, "small");

      gtk_widget_set_hexpand (value, TRUE);
      gtk_grid_attach (self->facts, new_label (fact->name, "meta"), 0, (int) i, 1, 1);
      gtk_grid_attach (self->facts, value, 1, (int) i, 1, 1);
    }
}

static void
row_activated_cb (TambourPackPage *self,
                  GtkListBoxRow   *row)
{
  if (TAMBOUR_IS_PACK_LINE (row))
    tambour_pack_line_open (TAMBOUR_PACK_LINE (row));
}

static GtkWidget *
new_list (TambourPackPage *self,
          TambourPackPart  part)
{
  GPtrArray *rows = self->pack->parts[part];
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_tab_behavior (GTK_LIST_BOX (list), GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "compact");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tambour_pack_part_title (self->pack, part), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *line = tambour_pack_line_new (g_ptr_array_index (rows, i));

      tambour_pack_line_set_narrow (TAMBOUR_PACK_LINE (line), self->is_narrow);
      gtk_list_box_append (GTK_LIST_BOX (list), line);
    }

  if (rows->len == 0)
    gtk_list_box_append (GTK_LIST_BOX (list), tambour_notice_row_new (NULL, tambour_pack_part_empty (self->pack, part), NULL));

  return list;
}

static void
show_part (TambourPackPage *self,
           TambourPackPart  part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = g_object_new (TAMBOUR_TYPE_HEADING, "title", tambour_pack_part_title (self->pack, part), NULL);
  g_autofree char *count = g_strdup_printf ("%u", self->pack->parts[part]->len);

  if (self->pack->parts[part]->len > 0)
    tambour_heading_set_remark (TAMBOUR_HEADING (heading), count);

  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), new_list (self, part));
  gtk_box_append (self->parts, box);
}

static void
show_pack (TambourPackPage *self)
{
  g_autofree char *verdict = tambour_pack_dup_verdict (self->pack);

  adw_window_title_set_subtitle (self->window_title, self->pack->account);
  gtk_label_set_text (self->verdict_label, verdict);
  clear (self);
  show_facts (self);
  for (TambourPackPart part = 0; part < TAMBOUR_N_PACK_PARTS; part++)
    show_part (self, part);

  gtk_widget_set_visible (GTK_WIDGET (self->error_list), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->head), TRUE);
}

static gpointer
load_pack (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  return tambour_pack_load (store, data, g_get_language_names ()[0], now, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourPackPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPack) pack = tambour_portfolio_load_finish (TAMBOUR_PORTFOLIO (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (pack == NULL)
    {
      tambour_row_list_say (self->error_list, tambour_notice_row_new_error (_("The pack could not be read"), error->message, "pack.try-again"));
      gtk_widget_set_visible (GTK_WIDGET (self->error_list), TRUE);
      tambour_page_set_ready (TAMBOUR_PAGE (self));
      return;
    }

  g_clear_pointer (&self->pack, tambour_pack_free);
  self->pack = g_steal_pointer (&pack);
  show_pack (self);
  tambour_page_set_ready (TAMBOUR_PAGE (self));
}

static void
tambour_pack_page_refresh (TambourPage *page)
{
  TambourPackPage *self = TAMBOUR_PACK_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  tambour_portfolio_load_async (tambour_page_get_portfolio (page), load_pack, g_strdup (self->account_id), g_free,
                                (GDestroyNotify) tambour_pack_free, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tambour_pack_page_refresh (TAMBOUR_PAGE (widget));
}

static void
save (GtkWidget *widget,
      GFile     *file)
{
  tambour_pack_page_save (TAMBOUR_PACK_PAGE (widget), file);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TambourPackPage *self = TAMBOUR_PACK_PAGE (widget);
  g_autofree char *name = g_strdup_printf (_("Continuity pack %s.pdf"), self->pack ? self->pack->account : "");

  tambour_saved_file_ask (widget, _("Save as PDF"), name, save);
}

static void
breadth_cb (GtkWidget      *widget,
            TambourBreadth  breadth)
{
  TambourPackPage *self = TAMBOUR_PACK_PAGE (widget);
  int margin = breadth >= TAMBOUR_BREADTH_NARROW ? 12 : 18;

  self->is_narrow = breadth >= TAMBOUR_BREADTH_NARROW;
  gtk_widget_set_margin_start (GTK_WIDGET (self->content), margin);
  gtk_widget_set_margin_end (GTK_WIDGET (self->content), margin);
  gtk_button_set_label (self->save_button, self->is_narrow ? _("Save…") : _("Save as PDF…"));
  if (self->pack != NULL)
    show_pack (self);
}

static void
tambour_pack_page_dispose (GObject *object)
{
  TambourPackPage *self = TAMBOUR_PACK_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_PACK_PAGE);

  G_OBJECT_CLASS (tambour_pack_page_parent_class)->dispose (object);
}

static void
tambour_pack_page_finalize (GObject *object)
{
  TambourPackPage *self = TAMBOUR_PACK_PAGE (object);

  g_clear_pointer (&self->account_id, g_free);
  g_clear_pointer (&self->pack, tambour_pack_free);

  G_OBJECT_CLASS (tambour_pack_page_parent_class)->finalize (object);
}

static void
tambour_pack_page_class_init (TambourPackPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_pack_page_dispose;
  object_class->finalize = tambour_pack_page_finalize;
  TAMBOUR_PAGE_CLASS (klass)->refresh = tambour_pack_page_refresh;

  gtk_widget_class_install_action (widget_class, "pack.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "pack.try-again", NULL, try_again_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "pack.save", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-pack-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourPackPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourPackPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, TambourPackPage, content);
  gtk_widget_class_bind_template_child (widget_class, TambourPackPage, error_list);
  gtk_widget_class_bind_template_child (widget_class, TambourPackPage, head);
  gtk_widget_class_bind_template_child (widget_class, TambourPackPage, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, TambourPackPage, facts);
  gtk_widget_class_bind_template_child (widget_class, TambourPackPage, parts);
}

static void
tambour_pack_page_init (TambourPackPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_breadth_follow (GTK_WIDGET (self), breadth_cb);
}

/**
 * tambour_pack_page_new:
 * @portfolio: a portfolio
 * @account_id: an account in it
 *
 * Returns: (transfer floating): the page of its continuity pack
 */
TambourPackPage *
tambour_pack_page_new (TambourPortfolio *portfolio,
                       const char       *account_id)
{
  TambourPackPage *self = g_object_new (TAMBOUR_TYPE_PACK_PAGE, NULL);

  self->account_id = g_strdup (account_id);
  tambour_page_set_portfolio (TAMBOUR_PAGE (self), portfolio);

  return self;
}

static gboolean
write_pack (TambourStore    *store,
            const char      *path,
            TambourInstant   now,
            gpointer         data,
            GError         **error)
{
  g_autoptr(TambourPack) pack = tambour_pack_load (store, data, g_get_language_names ()[0], now, NULL, error);

  return pack != NULL && tambour_pack_write (pack, path, error);
}

/**
 * tambour_pack_page_save:
 * @self: a page
 * @file: the PDF to write
 *
 * Writes the pack as it is now.
 */
void
tambour_pack_page_save (TambourPackPage *self,
                        GFile           *file)
{
  g_return_if_fail (TAMBOUR_IS_PACK_PAGE (self));

  tambour_saved_file_write (GTK_WIDGET (self), tambour_page_get_portfolio (TAMBOUR_PAGE (self)), file, "pack.save",
                            write_pack, g_strdup (self->account_id), g_free);
}

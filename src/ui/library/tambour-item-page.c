/* tambour-item-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-detail-row.h"
#include "tambour-heading.h"
#include "tambour-item-page.h"
#include "tambour-launch.h"
#include "tambour-library-doing.h"
#include "tambour-library-text.h"
#include "tambour-menu-button.h"
#include "tambour-notice-row.h"
#include "tambour-plan-row.h"
#include "tambour-row-list.h"
#include "tambour-row-menu.h"
#include "tambour-row-record.h"
#include "tambour-when.h"

/* As that of a case. */
#define SIDE_WIDTH 206

/* As many as one reads through. */
#define MAX_FITS 20

/**
 * TambourItemPage:
 *
 * Something to read, to watch or to learn: what it is, whom it could help and why, who
 * has it, and what came of it.
 */
struct _TambourItemPage
{
  TambourFilePage     parent_instance;

  TambourLibraryFile *file;  /* of the parent */
  GtkSizeGroup       *days;

  /* Template widgets */
  AdwHeaderBar       *header_bar;
  AdwWindowTitle     *window_title;
  GtkMenuButton      *menu_button;
  GMenuModel         *item_menu;
  AdwButtonContent   *share_content;
  GtkWidget          *content;
  GtkLabel           *title_label;
  GtkLabel           *about_label;
  GtkWidget          *summary_card;
  GtkLabel           *summary_label;
  GtkWidget          *link_button;
  GtkLabel           *link_label;
  GtkBox             *columns;
  GtkWidget          *fits_box;
  TambourHeading     *fits_heading;
  GtkListBox         *fits_list;
  TambourHeading     *shares_heading;
  GtkListBox         *shares_list;
  AdwClamp           *side;
  GtkListBox         *details;
};

G_DEFINE_FINAL_TYPE (TambourItemPage, tambour_item_page, TAMBOUR_TYPE_FILE_PAGE)

static TambourItemPage *
find_page (GtkWidget *row)
{
  return TAMBOUR_ITEM_PAGE (gtk_widget_get_ancestor (row, TAMBOUR_TYPE_ITEM_PAGE));
}

/* --- whom it could help ----------------------------------------------------- */

static char *
dup_fit_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourLibraryFit *) item)->account)->id);
}

static GtkWidget *
new_fit_row (gpointer data)
{
  return tambour_plan_row_new (NULL);
}

static void
show_fit (GtkWidget *row,
          gpointer   item)
{
  const TambourLibraryFit *fit = item;
  TambourItemPage *self = find_page (row);
  const char *account_id = TAMBOUR_RECORD (fit->account)->id;
  g_autofree char *reason = tambour_library_text_reason (fit->suggestion);
  g_autoptr(GMenu) menu = g_menu_new ();

  tambour_row_record_set (row, TAMBOUR_RECORD (fit->account));
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) { .title = fit->account->name, .line = reason });
  if (tambour_page_can_write (TAMBOUR_PAGE (self)))
    {
      tambour_row_menu_item (menu, _("Share…"), "win.ask-library",
                             tambour_library_new_question (TAMBOUR_LIBRARY_MOVE_SHARE, tambour_file_page_get_id (self), account_id));
      tambour_row_menu_item (menu, _("Not for Them"), "item.leave-out", g_variant_new_string (account_id));
    }
  tambour_row_menu_item (menu, _("Open Enablement"), "win.open-section", g_variant_new ("(ss)", account_id, "enablement"));
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_fits (TambourItemPage *self)
{
  static const TambourRowList rows = { dup_fit_key, new_fit_row, show_fit, NULL };
  GPtrArray *fits = self->file->fits;

  tambour_heading_set_part (self->fits_heading, MAX_FITS, fits->len, NULL);
  gtk_widget_set_visible (self->fits_box, !self->file->item->retired);
  if (fits->len > 0)
    tambour_row_list_show (self->fits_list, &rows, fits, MIN (fits->len, MAX_FITS), self);
  else
    tambour_row_list_say (self->fits_list, tambour_notice_row_new ("object-select-symbolic", _("Nobody else needs it now"),
                                                                   _("It is suggested by its tags, products and findings")));
}

/* --- who has it ---------------------------------------------------------------- */

static char *
dup_share_key (gconstpointer item)
{
  return g_strdup (TAMBOUR_RECORD (((const TambourLibraryShare *) item)->share)->id);
}

static GtkWidget *
new_share_row (gpointer data)
{
  return tambour_plan_row_new (((TambourItemPage *) data)->days);
}

static void
show_share (GtkWidget *row,
            gpointer   item)
{
  const TambourLibraryShare *share = item;
  TambourItemPage *self = find_page (row);
  TambourRecord *record = TAMBOUR_RECORD (share->share);
  g_autofree char *day = tambour_when_date (share->share->on, self->file->today);
  g_autofree char *line = tambour_library_text_share (share, TRUE);
  g_autoptr(GMenu) menu = g_menu_new ();

  tambour_row_record_set (row, record);
  tambour_plan_row_show (TAMBOUR_PLAN_ROW (row), &(TambourPlanWords) {
                                                   .lead = day,
                                                   .title = share->account_name ? share->account_name : _("All accounts"),
                                                   .line = line,
                                                   .tag = tambour_library_text_outcome (share->share),
                                                   .tag_style = tambour_library_text_outcome_style (share->share),
                                                 });
  if (tambour_page_can_write (TAMBOUR_PAGE (self)))
    tambour_row_menu_item (menu, _("What Came of It…"), "win.ask-library",
                           tambour_library_new_question (TAMBOUR_LIBRARY_MOVE_OUTCOME, record->id, record->account_id.id));
  tambour_row_menu_item (menu, _("Open"), "win.open-record", g_variant_new ("(ss)", "content_share", record->id));
  tambour_row_menu_offer (GTK_LIST_BOX_ROW (row), G_MENU_MODEL (menu));
}

static void
show_shares (TambourItemPage *self)
{
  static const TambourRowList rows = { dup_share_key, new_share_row, show_share, NULL };
  GPtrArray *shares = self->file->shares;
  g_autofree char *remark = NULL;

  if (self->file->n_shares > 0)
    /* Translators: how often something was opened, of how often it was shared */
    remark = g_strdup_printf (_("%1$d of %2$d opened"), (int) self->file->n_opened, (int) self->file->n_shares);
  tambour_heading_set_remark (self->shares_heading, remark);
  if (shares->len > 0)
    tambour_row_list_show (self->shares_list, &rows, shares, shares->len, self);
  else
    tambour_row_list_say (self->shares_list, tambour_notice_row_new ("document-send-symbolic", _("Nobody has it yet"),
                                                                     _("Share it, and write down what came of it")));
}

/* --- the item -------------------------------------------------------------------- */

static void
add_labels (TambourItemPage *self,
            const char      *title,
            GStrv            labels)
{
  g_autofree char *all = tambour_library_text_labels ((const char * const *) labels);

  tambour_detail_row_add (self->details, title, all, NULL);
}

static void
show_details (TambourItemPage *self)
{
  TambourLibraryItem *item = self->file->item;
  g_autofree char *discussed = g_strdup_printf ("%d", (int) self->file->n_discussed);

  gtk_list_box_remove_all (self->details);
  add_labels (self, _("Products"), item->products);
  add_labels (self, _("Component types"), item->component_types);
  add_labels (self, _("Answers findings about"), item->answers_to);
  add_labels (self, _("Tags"), item->tags);
  tambour_detail_row_add (self->details, _("Language"), item->language, NULL);
  tambour_detail_row_add (self->details, _("Discussed"), self->file->n_shares > 0 ? discussed : NULL, NULL);
  if (gtk_list_box_get_row_at_index (self->details, 0) == NULL)
    gtk_list_box_append (self->details, tambour_notice_row_new ("tambour-library-symbolic", _("Nothing said"), _("Say what it is for, so that it is suggested")));
}

static void
show_all (TambourItemPage *self)
{
  TambourLibraryItem *item = self->file->item;
  g_autofree char *about = tambour_library_text_about (item, self->file->today);
  gboolean has_summary = item->summary != NULL && *item->summary != '\0';
  gboolean has_link = tambour_launch_is_web (item->link);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), item->title ? item->title : _("Library Item"));
  adw_window_title_set_title (self->window_title, tambour_library_text_kind (item));
  gtk_label_set_text (self->title_label, item->title ? item->title : "");
  gtk_label_set_text (self->about_label, about);
  gtk_label_set_text (self->summary_label, has_summary ? item->summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), has_summary);
  gtk_label_set_text (self->link_label, has_link ? item->link : "");
  gtk_widget_set_visible (self->link_button, has_link);
  gtk_widget_set_visible (self->summary_card, has_summary || has_link);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.open-link", has_link);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.share", tambour_page_can_write (TAMBOUR_PAGE (self)) && !item->retired);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", tambour_page_can_write (TAMBOUR_PAGE (self)));
  show_fits (self);
  show_shares (self);
  show_details (self);
}

/* --- reading ---------------------------------------------------------------------- */

static gpointer
load_file (TambourStore    *store,
           const char      *me,
           TambourInstant   now,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  return tambour_library_file_load (store, data, now, cancellable, error);
}

static void
tambour_item_page_show_file (TambourFilePage *page,
                             gpointer         file)
{
  TambourItemPage *self = TAMBOUR_ITEM_PAGE (page);

  self->file = file;
  if (file != NULL)
    show_all (self);
}

static const TambourFileReading reading = {
  "library_item",
  load_file,
  (GDestroyNotify) tambour_library_file_free,
  "item.all-fields",
  "item.try-again",
};

/* --- what one can do ---------------------------------------------------------------- */

static void
share_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gtk_widget_activate_action_variant (widget, "win.ask-library",
                                      tambour_library_new_question (TAMBOUR_LIBRARY_MOVE_SHARE, tambour_file_page_get_id (widget), NULL));
}

static void
leave_out_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourItemPage *self = TAMBOUR_ITEM_PAGE (widget);

  tambour_library_leave_out (widget, tambour_page_get_portfolio (TAMBOUR_PAGE (self)), tambour_file_page_get_id (self), g_variant_get_string (parameter, NULL));
}

/* Only what is an address of the web is opened, whatever the record says. */
static void
open_link_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourItemPage *self = TAMBOUR_ITEM_PAGE (widget);
  g_autoptr(GtkUriLauncher) launcher = NULL;

  if (self->file == NULL || !tambour_launch_is_web (self->file->item->link))
    return;

  launcher = gtk_uri_launcher_new (self->file->item->link);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, NULL, NULL);
}

static void
activated_cb (TambourItemPage *self,
              GtkListBoxRow   *row)
{
  tambour_row_record_open (row);
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourItemPage *self = TAMBOUR_ITEM_PAGE (widget);
  int margin = breadth == TAMBOUR_BREADTH_NARROW ? 12 : 18;

  tambour_breadth_arrange_header (self->header_bar, breadth);
  tambour_breadth_arrange_columns (self->columns, self->side, SIDE_WIDTH, breadth <= TAMBOUR_BREADTH_MEDIUM);
  gtk_widget_set_margin_start (self->content, margin);
  gtk_widget_set_margin_end (self->content, margin);
  adw_button_content_set_label (self->share_content, breadth == TAMBOUR_BREADTH_NARROW ? "" : _("Share…"));
}

/* --- the page ------------------------------------------------------------------------ */

static void
tambour_item_page_dispose (GObject *object)
{
  TambourItemPage *self = TAMBOUR_ITEM_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_ITEM_PAGE);
  g_clear_object (&self->days);

  G_OBJECT_CLASS (tambour_item_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, item_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, share_content);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, content);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, about_label);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, summary_card);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, link_button);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, link_label);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, fits_box);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, fits_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, fits_list);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, shares_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, shares_list);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, side);
  gtk_widget_class_bind_template_child (widget_class, TambourItemPage, details);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
tambour_item_page_class_init (TambourItemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_item_page_dispose;
  TAMBOUR_FILE_PAGE_CLASS (klass)->show = tambour_item_page_show_file;

  gtk_widget_class_install_action (widget_class, "page.edit", NULL, tambour_file_page_edit_action);
  gtk_widget_class_install_action (widget_class, "item.share", NULL, share_action);
  gtk_widget_class_install_action (widget_class, "item.leave-out", "s", leave_out_action);
  gtk_widget_class_install_action (widget_class, "item.open-link", NULL, open_link_action);

  g_type_ensure (TAMBOUR_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-item-page.ui");
  tambour_file_page_class_read (TAMBOUR_FILE_PAGE_CLASS (klass), &reading);
  bind_template (widget_class);
}

static void
tambour_item_page_init (TambourItemPage *self)
{
  self->days = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_menu_button_offer (self->menu_button, self->item_menu);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_item_page_new:
 * @portfolio: a portfolio
 * @item_id: (nullable): something of its library
 *
 * Returns: (transfer floating): a page that shows it
 */
TambourItemPage *
tambour_item_page_new (TambourPortfolio *portfolio,
                       const char       *item_id)
{
  return tambour_file_page_new (TAMBOUR_TYPE_ITEM_PAGE, portfolio, item_id);
}

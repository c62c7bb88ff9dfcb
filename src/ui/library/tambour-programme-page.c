/* tambour-programme-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-detail-row.h"
#include "tambour-launch.h"
#include "tambour-library-doing.h"
#include "tambour-library-text.h"
#include "tambour-menu-button.h"
#include "tambour-programme-page-private.h"
#include "tambour-row-record.h"
#include "tambour-when.h"

/* As that of a case. */
#define SIDE_WIDTH 206

/**
 * TambourProgrammePage:
 *
 * Something that customers are invited to: its seats, who comes, who waits for one, and
 * what is to be followed up.
 */
G_DEFINE_FINAL_TYPE (TambourProgrammePage, tambour_programme_page, TAMBOUR_TYPE_FILE_PAGE)

/* --- the programme ---------------------------------------------------------------- */

static void
show_seats (TambourProgrammePage *self)
{
  TambourProgramme *programme = self->file->programme;
  guint n_seated = tambour_guests_count (self->file->guests, TAMBOUR_GUEST_SEATED);
  gboolean is_limited = programme->seats != TAMBOUR_NO_COUNT && programme->seats > 0;
  g_autofree char *seats = tambour_library_text_seats (programme, n_seated);
  g_autofree char *warning = tambour_library_text_warning (self->file);
  g_autofree char *day = tambour_when_date (programme->answer_by, self->file->today);
  g_autofree char *by = NULL;

  if (*day != '\0')
    /* Translators: %s is a day */
    by = g_strdup_printf (_("answer by %s"), day);
  gtk_label_set_text (self->seats_label, seats);
  gtk_label_set_text (self->answer_label, by ? by : "");
  gtk_widget_set_visible (GTK_WIDGET (self->seats_bar), is_limited);
  tambour_bar_set_part (self->seats_bar, is_limited ? CLAMP ((double) n_seated / (double) programme->seats, 0, 1) : 0);
  gtk_widget_set_css_classes (GTK_WIDGET (self->seats_bar), (const char *[]) { self->file->n_free < 0 ? "err" : self->file->n_free == 0 ? "warn"
                                                                                                                                        : "ok",
                                                                               NULL });
  gtk_label_set_text (self->warning_label, warning ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning_label), warning != NULL);
  gtk_widget_set_css_classes (GTK_WIDGET (self->warning_label), (const char *[]) { "small", self->file->n_free < 0 ? "error" : "warning", NULL });
}

static void
add_count (TambourProgrammePage *self,
           const char           *title,
           TambourGuestState     state)
{
  g_autofree char *number = tambour_when_number (tambour_guests_count (self->file->guests, state));

  tambour_detail_row_add (self->details, title, number, NULL);
}

static void
show_details (TambourProgrammePage *self)
{
  TambourProgramme *programme = self->file->programme;
  g_autofree char *when = tambour_library_text_when (programme, self->file->today);
  g_autofree char *invited = tambour_when_number (self->file->guests->len);

  gtk_list_box_remove_all (self->details);
  tambour_detail_row_add (self->details, _("When"), when, NULL);
  tambour_detail_row_add (self->details, _("Place"), programme->place, NULL);
  tambour_detail_row_add (self->details, _("Link"), programme->link, NULL);
  tambour_detail_row_add (self->details, _("Invited"), invited, NULL);
  add_count (self, _("No answer yet"), TAMBOUR_GUEST_ASKED);
  add_count (self, _("Waiting"), TAMBOUR_GUEST_WAITING);
  add_count (self, _("Declined"), TAMBOUR_GUEST_DECLINED);
}

static void
show_all (TambourProgrammePage *self)
{
  TambourProgramme *programme = self->file->programme;
  g_autofree char *when = tambour_library_text_when (programme, self->file->today);
  const char *kind = tambour_library_text_programme_kind (programme);
  const char *parts[] = { kind, *when ? when : NULL, programme->place && *programme->place ? programme->place : NULL };
  gboolean has_text = programme->text != NULL && *programme->text != '\0';
  g_autoptr(GString) about = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (about, "%s%s", about->len > 0 ? " · " : "", parts[i]);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), programme->title ? programme->title : _("Programme"));
  adw_window_title_set_title (self->window_title, kind);
  gtk_label_set_text (self->title_label, programme->title ? programme->title : "");
  gtk_label_set_text (self->about_label, about->str);
  gtk_label_set_text (self->text_label, has_text ? programme->text : "");
  gtk_widget_set_visible (self->text_box, has_text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "programme.open-link", tambour_launch_is_web (programme->link));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "programme.invite", tambour_page_can_write (TAMBOUR_PAGE (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", tambour_page_can_write (TAMBOUR_PAGE (self)));
  show_seats (self);
  tambour_programme_page_show_guests (self);
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
  return tambour_programme_file_load (store, data, now, cancellable, error);
}

static void
tambour_programme_page_show_file (TambourFilePage *page,
                                  gpointer         file)
{
  TambourProgrammePage *self = TAMBOUR_PROGRAMME_PAGE (page);

  self->file = file;
  if (file != NULL)
    show_all (self);
}

static const TambourFileReading reading = {
  "programme",
  load_file,
  (GDestroyNotify) tambour_programme_file_free,
  "programme.all-fields",
  "programme.try-again",
};

/* --- what one can do ---------------------------------------------------------------- */

static void
invite_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_activate_action_variant (widget, "win.ask-library",
                                      tambour_library_new_question (TAMBOUR_LIBRARY_MOVE_INVITE, tambour_file_page_get_id (widget), NULL));
}

/* Only what is an address of the web is opened, whatever the record says. */
static void
open_link_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TambourProgrammePage *self = TAMBOUR_PROGRAMME_PAGE (widget);
  g_autoptr(GtkUriLauncher) launcher = NULL;

  if (self->file == NULL || !tambour_launch_is_web (self->file->programme->link))
    return;

  launcher = gtk_uri_launcher_new (self->file->programme->link);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, NULL, NULL);
}

static void
activated_cb (TambourProgrammePage *self,
              GtkListBoxRow        *row)
{
  tambour_row_record_open (row);
}

static void
arrange (GtkWidget      *widget,
         TambourBreadth  breadth)
{
  TambourProgrammePage *self = TAMBOUR_PROGRAMME_PAGE (widget);
  int margin = breadth == TAMBOUR_BREADTH_NARROW ? 12 : 18;

  tambour_breadth_arrange_header (self->header_bar, breadth);
  tambour_breadth_arrange_columns (self->columns, self->side, SIDE_WIDTH, breadth <= TAMBOUR_BREADTH_MEDIUM);
  gtk_widget_set_margin_start (self->content, margin);
  gtk_widget_set_margin_end (self->content, margin);
  adw_button_content_set_label (self->invite_content, breadth == TAMBOUR_BREADTH_NARROW ? "" : _("Invite…"));
}

/* --- the page ------------------------------------------------------------------------ */

static void
tambour_programme_page_dispose (GObject *object)
{
  TambourProgrammePage *self = TAMBOUR_PROGRAMME_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_PROGRAMME_PAGE);
  g_clear_object (&self->priorities);

  G_OBJECT_CLASS (tambour_programme_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, programme_menu);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, invite_content);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, content);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, about_label);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, seats_label);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, answer_label);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, seats_bar);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, warning_label);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, columns);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, guests_heading);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, guests_list);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, text_box);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, text_label);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, side);
  gtk_widget_class_bind_template_child (widget_class, TambourProgrammePage, details);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
tambour_programme_page_class_init (TambourProgrammePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_programme_page_dispose;
  TAMBOUR_FILE_PAGE_CLASS (klass)->show = tambour_programme_page_show_file;

  gtk_widget_class_install_action (widget_class, "page.edit", NULL, tambour_file_page_edit_action);
  gtk_widget_class_install_action (widget_class, "programme.invite", NULL, invite_action);
  tambour_programme_page_install_answers (widget_class);
  gtk_widget_class_install_action (widget_class, "programme.open-link", NULL, open_link_action);

  g_type_ensure (TAMBOUR_TYPE_BAR);
  g_type_ensure (TAMBOUR_TYPE_HEADING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-programme-page.ui");
  tambour_file_page_class_read (TAMBOUR_FILE_PAGE_CLASS (klass), &reading);
  bind_template (widget_class);
}

static void
tambour_programme_page_init (TambourProgrammePage *self)
{
  self->priorities = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  tambour_menu_button_offer (self->menu_button, self->programme_menu);
  tambour_programme_page_add_keys (self);
  tambour_breadth_follow (GTK_WIDGET (self), arrange);
}

/**
 * tambour_programme_page_new:
 * @portfolio: a portfolio
 * @programme_id: (nullable): something that customers are invited to
 *
 * Returns: (transfer floating): a page that shows it
 */
TambourProgrammePage *
tambour_programme_page_new (TambourPortfolio *portfolio,
                            const char       *programme_id)
{
  return tambour_file_page_new (TAMBOUR_TYPE_PROGRAMME_PAGE, portfolio, programme_id);
}

/* tambour-map-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

#include "tambour-map-editor.h"

#include "tambour-map-preview.h"
#include "tambour-portal-job.h"
#include "tambour-portal-map.h"
#include "tambour-secrets.h"

/* What is being typed is looked at when the fingers rest. */
#define MILLISECONDS_REST 300

/* As many as one mends before one looks again. */
#define MAX_FAULTS 12

/**
 * TambourMapEditor:
 *
 * A map of one’s own: what is wrong with it and where, as one types, and one item that is
 * read with it.
 */
struct _TambourMapEditor
{
  AdwNavigationPage  parent_instance;

  TambourPortfolio  *portfolio;
  TambourConnector  *connector;     /* where the preview comes from */
  char              *secret;        /* NULL for the one that is kept */
  char              *text;          /* as it was looked at last */
  GCancellable      *cancellable;
  guint              rest;

  /* Template widgets */
  GtkWidget         *view;
  GtkSourceBuffer   *buffer;
  GtkLabel          *faults_label;
  GtkListBox        *faults_list;
  GtkEditable       *item_row;
  GtkWidget         *said_box;
  GtkWidget         *spinner;
  GtkLabel          *said_label;
  GtkListBox        *preview_list;
};

G_DEFINE_FINAL_TYPE (TambourMapEditor, tambour_map_editor, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_TEXT = 1,
} TambourMapEditorProps;

static GParamSpec *props[PROP_TEXT + 1];

static void
say (TambourMapEditor *self,
     const char       *words,
     gboolean          is_busy)
{
  gtk_label_set_text (self->said_label, words);
  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_widget_set_visible (self->said_box, is_busy || *words != '\0');
  gtk_widget_set_css_classes (GTK_WIDGET (self->said_label), (const char *[]) { "small", is_busy ? "dimmed" : "error", NULL });
}

/* --- faults ---------------------------------------------------------------- */

static void
show_faults (TambourMapEditor *self,
             GPtrArray        *faults)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u fault", "%u faults", faults->len), faults->len);

  gtk_list_box_remove_all (self->faults_list);
  for (guint i = 0; i < MIN (faults->len, MAX_FAULTS); i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 5, NULL);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_ptr_array_index (faults, i));
      gtk_list_box_append (self->faults_list, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->faults_list), faults->len > 0);
  gtk_label_set_text (self->faults_label, faults->len > 0 ? words : _("This is a map without faults."));
  gtk_widget_set_css_classes (GTK_WIDGET (self->faults_label), (const char *[]) { "small", faults->len > 0 ? "error" : "success", NULL });
}

static char *
dup_text (TambourMapEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);

  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self->buffer), &start, &end, TRUE);
}

static void
look (TambourMapEditor *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(TambourPortalMap) map = tambour_portal_map_parse (text, -1, faults, &error);

  if (map == NULL && faults->len == 0)
    g_ptr_array_add (faults, g_strdup (error->message));

  show_faults (self, faults);
  if (g_set_str (&self->text, text))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

static void
rested_cb (gpointer user_data)
{
  TambourMapEditor *self = user_data;

  self->rest = 0;
  look (self);
}

static void
changed_cb (TambourMapEditor *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add_once (MILLISECONDS_REST, rested_cb, self);
}

/* --- one item -------------------------------------------------------------- */

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(TambourMapEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  TambourPortalJob *job = tambour_portal_job_finish (result, &error);

  if (self->said_label == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  say (self, job ? "" : error->message, FALSE);
  if (job != NULL)
    tambour_map_preview_show (self->preview_list, job->item, tambour_portfolio_now (self->portfolio));
}

static void
preview_cb (TambourMapEditor *self)
{
  g_autofree char *id = g_strstrip (g_strdup (gtk_editable_get_text (self->item_row)));
  g_autoptr(TambourPortalJob) job = NULL;

  if (*id == '\0')
    return;

  look (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (GTK_WIDGET (self->preview_list), FALSE);
  say (self, _("Reading"), TRUE);

  g_set_str (&self->connector->map, NULL);
  g_set_str (&self->connector->map_text, self->text);
  job = tambour_portal_job_new (TAMBOUR_PORTAL_JOB_PREVIEW, self->connector);
  job->external_id = g_strdup (id);
  job->secret = g_strdup (self->secret);
  tambour_portal_job_run_async (job, self->portfolio, self->cancellable, NULL, NULL, NULL, previewed_cb, g_object_ref (self));
}

/* --- a file ---------------------------------------------------------------- */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(TambourMapEditor) self = user_data;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  if (!g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, &error))
    {
      if (self->said_label != NULL)
        say (self, error->message, FALSE);
      return;
    }

  if (self->said_label == NULL)
    return;

  if (g_utf8_validate (text, (gssize) length, NULL))
    gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self->buffer), text, (int) length);
  else
    say (self, _("This file is no text: a map is JSON in UTF-8."), FALSE);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TambourMapEditor) self = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->said_label != NULL)
    g_file_load_contents_async (file, NULL, read_cb, g_object_ref (self));
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Open a Map"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, g_object_ref (widget));
}

/* --- the page -------------------------------------------------------------- */

static void
update_scheme (TambourMapEditor *self)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (self->buffer, gtk_source_style_scheme_manager_get_scheme (manager, is_dark ? "Adwaita-dark" : "Adwaita"));
}

/* What was typed last is not lost when the page is left at once. */
static void
hiding_cb (TambourMapEditor *self)
{
  if (self->rest == 0)
    return;

  g_clear_handle_id (&self->rest, g_source_remove);
  look (self);
}

static void
tambour_map_editor_dispose (GObject *object)
{
  TambourMapEditor *self = TAMBOUR_MAP_EDITOR (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_MAP_EDITOR);

  G_OBJECT_CLASS (tambour_map_editor_parent_class)->dispose (object);
}

static void
tambour_map_editor_finalize (GObject *object)
{
  TambourMapEditor *self = TAMBOUR_MAP_EDITOR (object);

  g_clear_object (&self->portfolio);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->connector, tambour_connector_free);
  g_clear_pointer (&self->secret, tambour_secrets_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (tambour_map_editor_parent_class)->finalize (object);
}

static void
tambour_map_editor_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((TambourMapEditorProps) prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, TAMBOUR_MAP_EDITOR (object)->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_map_editor_class_init (TambourMapEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_map_editor_dispose;
  object_class->finalize = tambour_map_editor_finalize;
  object_class->get_property = tambour_map_editor_get_property;
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_install_action (widget_class, "map.open", NULL, open_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-map-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourMapEditor, view);
  gtk_widget_class_bind_template_child (widget_class, TambourMapEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, TambourMapEditor, faults_label);
  gtk_widget_class_bind_template_child (widget_class, TambourMapEditor, faults_list);
  gtk_widget_class_bind_template_child (widget_class, TambourMapEditor, item_row);
  gtk_widget_class_bind_template_child (widget_class, TambourMapEditor, said_box);
  gtk_widget_class_bind_template_child (widget_class, TambourMapEditor, spinner);
  gtk_widget_class_bind_template_child (widget_class, TambourMapEditor, said_label);
  gtk_widget_class_bind_template_child (widget_class, TambourMapEditor, preview_list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
}

static void
tambour_map_editor_init (TambourMapEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_source_buffer_set_language (self->buffer, gtk_source_language_manager_get_language (gtk_source_language_manager_get_default (), "json"));
  update_scheme (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_scheme), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "hiding", G_CALLBACK (hiding_cb), NULL);
}

/**
 * tambour_map_editor_new:
 * @portfolio: a portfolio
 * @connector: what the map is for, with its text if there is one
 * @secret: (nullable): what signs in there, if not what is kept
 *
 * Returns: (transfer floating): where a person writes a map
 */
AdwNavigationPage *
tambour_map_editor_new (TambourPortfolio       *portfolio,
                        const TambourConnector *connector,
                        const char             *secret)
{
  TambourMapEditor *self = g_object_new (TAMBOUR_TYPE_MAP_EDITOR, NULL);

  self->portfolio = g_object_ref (portfolio);
  self->connector = tambour_connector_copy (connector);
  self->secret = g_strdup (secret);
  self->text = g_strdup (connector->map_text ? connector->map_text : "");
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self->buffer), self->text, -1);
  g_clear_handle_id (&self->rest, g_source_remove);
  look (self);

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * tambour_map_editor_get_text:
 * @self: an editor
 *
 * Returns: (transfer none): the map, as it stands there
 */
const char *
tambour_map_editor_get_text (TambourMapEditor *self)
{
  g_return_val_if_fail (TAMBOUR_IS_MAP_EDITOR (self), NULL);

  return self->text;
}

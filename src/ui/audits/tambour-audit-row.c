/* tambour-audit-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tambour-audit-detail.h"
#include "tambour-audit-row.h"
#include "tambour-audit-text.h"

/**
 * TambourAuditRow:
 *
 * A check of an audit: the question, its answer, and below it what shows that and what
 * was found. What it is asked to do are actions of the page that it is on.
 */
struct _TambourAuditRow
{
  GtkBox            parent_instance;

  TambourAuditItem *item;
  gulong            handler;
  gboolean          is_current;
  gboolean          is_narrow;
  gboolean          is_fixed;
  gboolean          is_filling;

  /* Template widgets */
  GtkBox           *line;
  GtkLabel         *number_label;
  GtkLabel         *title_label;
  GtkLabel         *line_label;
  AdwToggleGroup   *toggles;
  AdwBin           *detail;
};

G_DEFINE_FINAL_TYPE (TambourAuditRow, tambour_audit_row, GTK_TYPE_BOX)

typedef enum
{
  PROP_CURRENT = 1,
  PROP_NARROW,
  PROP_FIXED,
} TambourAuditRowProps;

static GParamSpec *props[PROP_FIXED + 1];

static const struct
{
  const char    *name;
  TambourAnswer  answer;
  const char    *style;
} answers[] = {
  { "met", TAMBOUR_ANSWER_MET, "v-pass" },
  { "partial", TAMBOUR_ANSWER_PARTIAL, "v-partial" },
  { "gap", TAMBOUR_ANSWER_GAP, "v-fail" },
  { "na", TAMBOUR_ANSWER_NA, "v-na" },
};

/* What is not required is not applicable either; its line says which. */
static TambourAnswer
shown_answer (TambourAuditRow *self)
{
  TambourAnswer answer = tambour_audit_item_get_answer (self->item);

  return answer == TAMBOUR_ANSWER_NOT_REQUIRED ? TAMBOUR_ANSWER_NA : answer;
}

static void
show_answer (TambourAuditRow *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      gboolean is_it = answers[i].answer == shown_answer (self);

      if (is_it)
        {
          position = i;
          gtk_widget_add_css_class (GTK_WIDGET (self->toggles), answers[i].style);
        }
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->toggles), answers[i].style);
    }

  self->is_filling = TRUE;
  adw_toggle_group_set_active (self->toggles, position);
  self->is_filling = FALSE;
}

/* Evidence and a finding are for what was answered; there is room for them below it
 * where there is something, or where one is.
 */
static gboolean
has_detail (TambourAuditRow *self)
{
  const TambourAuditCheck *check = tambour_audit_item_get_check (self->item);
  TambourAnswer answer = tambour_audit_item_get_answer (self->item);
  gboolean is_fault = answer == TAMBOUR_ANSWER_GAP || answer == TAMBOUR_ANSWER_PARTIAL;

  if (check->finding != NULL || (check->answer->evidence != NULL && *check->answer->evidence != '\0'))
    return TRUE;

  return self->is_current && is_fault && !self->is_fixed;
}

static void
show_detail (TambourAuditRow *self)
{
  gboolean is_seen = self->item != NULL && has_detail (self);

  if (is_seen && adw_bin_get_child (self->detail) == NULL)
    adw_bin_set_child (self->detail, tambour_audit_detail_new ());
  if (is_seen)
    tambour_audit_detail_show (TAMBOUR_AUDIT_DETAIL (adw_bin_get_child (self->detail)), self->item, self->is_fixed);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), is_seen);
}

static void
show_item (TambourAuditRow *self)
{
  const TambourAuditCheck *check = tambour_audit_item_get_check (self->item);
  g_autofree char *number = g_strdup_printf ("%u.%u", check->section + 1, check->number);
  g_autofree char *line = tambour_audit_text_line (check);
  g_autofree char *name = NULL;

  gtk_label_set_text (self->number_label, number);
  gtk_label_set_text (self->title_label, check->item ? check->item->text : check->answer->item_key);
  gtk_label_set_text (self->line_label, line);
  gtk_widget_set_visible (GTK_WIDGET (self->line_label), *line != '\0');
  show_answer (self);
  show_detail (self);

  /* Translators: %s is a question of an audit; the control has the answers to it */
  name = g_strdup_printf (_("Answer to: %s"), gtk_label_get_text (self->title_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
toggled_cb (TambourAuditRow *self)
{
  guint position = adw_toggle_group_get_active (self->toggles);

  if (self->is_filling || self->item == NULL || position >= G_N_ELEMENTS (answers))
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "audit.answer", "(su)", tambour_audit_item_get_id (self->item), answers[position].answer);
}

static void
arrange (TambourAuditRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line), self->is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->line, self->is_narrow ? 4 : 12);
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), !self->is_narrow);
  gtk_widget_set_halign (GTK_WIDGET (self->toggles), self->is_narrow ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_widget_set_margin_start (GTK_WIDGET (self->detail), self->is_narrow ? 0 : 46);
}

static void
forget_item (TambourAuditRow *self)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->handler, self->item);
  g_clear_object (&self->item);
}

static void
tambour_audit_row_dispose (GObject *object)
{
  forget_item (TAMBOUR_AUDIT_ROW (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), TAMBOUR_TYPE_AUDIT_ROW);

  G_OBJECT_CLASS (tambour_audit_row_parent_class)->dispose (object);
}

static void
tambour_audit_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TambourAuditRow *self = TAMBOUR_AUDIT_ROW (object);

  switch ((TambourAuditRowProps) prop_id)
    {
    case PROP_CURRENT:
      g_value_set_boolean (value, self->is_current);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;
    case PROP_FIXED:
      g_value_set_boolean (value, self->is_fixed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_audit_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TambourAuditRow *self = TAMBOUR_AUDIT_ROW (object);

  switch ((TambourAuditRowProps) prop_id)
    {
    case PROP_CURRENT:
      self->is_current = g_value_get_boolean (value);
      show_detail (self);
      break;
    case PROP_NARROW:
      self->is_narrow = g_value_get_boolean (value);
      arrange (self);
      break;
    case PROP_FIXED:
      self->is_fixed = g_value_get_boolean (value);
      gtk_widget_set_sensitive (GTK_WIDGET (self->toggles), !self->is_fixed);
      show_detail (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_audit_row_class_init (TambourAuditRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tambour_audit_row_dispose;
  object_class->get_property = tambour_audit_row_get_property;
  object_class->set_property = tambour_audit_row_set_property;

  /**
   * TambourAuditRow:current:
   *
   * Whether it is the one that a key answers.
   */
  props[PROP_CURRENT] = g_param_spec_boolean ("current", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * TambourAuditRow:narrow:
   *
   * Whether the answers stand below the question.
   */
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * TambourAuditRow:fixed:
   *
   * Whether the answer stays as it is.
   */
  props[PROP_FIXED] = g_param_spec_boolean ("fixed", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-audit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourAuditRow, line);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditRow, line_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditRow, toggles);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditRow, detail);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
tambour_audit_row_init (TambourAuditRow *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  arrange (self);
  self->is_filling = FALSE;
}

/**
 * tambour_audit_row_new:
 *
 * Returns: (transfer floating): a row without a check
 */
GtkWidget *
tambour_audit_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_AUDIT_ROW, NULL);
}

/**
 * tambour_audit_row_show:
 * @self: a row
 * @item: (nullable): the check that it shows from now on, or %NULL for none
 */
void
tambour_audit_row_show (TambourAuditRow  *self,
                        TambourAuditItem *item)
{
  g_return_if_fail (TAMBOUR_IS_AUDIT_ROW (self));

  forget_item (self);
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  self->handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  show_item (self);
}

/**
 * tambour_audit_row_dup_name:
 * @self: a row
 *
 * Returns: (transfer full): what a screen reader says of it
 */
char *
tambour_audit_row_dup_name (TambourAuditRow *self)
{
  return g_strjoin (", ", gtk_label_get_text (self->number_label), gtk_label_get_text (self->title_label),
                    tambour_audit_text_answer (tambour_audit_item_get_answer (self->item)), NULL);
}

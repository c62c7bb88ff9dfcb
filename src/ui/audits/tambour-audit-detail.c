/* tambour-audit-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tambour-audit-detail.h"
#include "tambour-audit-text.h"
#include "tambour-choice-words.h"
#include "tambour-when.h"

/**
 * TambourAuditDetail:
 *
 * What shows the answer to a check, and what was found there. What it is asked to do
 * are actions of the page that it is on.
 */
struct _TambourAuditDetail
{
  GtkBox          parent_instance;

  gboolean        is_filling;
  GPtrArray      *evidence;      /* element-type GtkWidget: the chips */

  /* Template widgets */
  AdwWrapBox     *chips;
  GtkActionable  *evidence_button;
  GtkActionable  *files_button;
  AdwButtonContent *files_content;
  GtkActionable  *raise_button;
  GtkWidget      *card;
  GtkImage       *icon;
  GtkLabel       *title_label;
  AdwToggleGroup *severity_group;
  GtkLabel       *text_label;
  GtkLabel       *advice_label;
  GtkLabel       *facts_label;
  GtkActionable  *edit_button;
  GtkActionable  *accept_button;
  GtkActionable  *plan_button;
};

G_DEFINE_FINAL_TYPE (TambourAuditDetail, tambour_audit_detail, GTK_TYPE_BOX)

/* --- evidence -------------------------------------------------------------- */

static const char *
icon_of (const char *evidence)
{
  if (*evidence == '#')
    return "tambour-cases-symbolic";

  return g_str_has_prefix (evidence, "https://") || g_str_has_prefix (evidence, "http://") ? "tambour-link-symbolic" : "mail-attachment-symbolic";
}

static gboolean
leads_somewhere (const char *evidence)
{
  return (*evidence == '#' && evidence[1] != '\0') || g_str_has_prefix (evidence, "https://") || g_str_has_prefix (evidence, "http://");
}

/* A case or a page can be opened from here; a file is where its name says. */
static GtkWidget *
new_chip_text (const char *evidence)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", evidence, "ellipsize", PANGO_ELLIPSIZE_MIDDLE, "max-width-chars", 36,
                                   "tooltip-text", evidence, "css-classes", (const char *[]) { "small", NULL }, NULL);
  GtkWidget *button;

  if (!leads_somewhere (evidence))
    return label;

  button = g_object_new (GTK_TYPE_BUTTON, "child", label, "css-classes", (const char *[]) { "flat", "chiplink", NULL }, NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", evidence);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "audit.open-evidence");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, evidence, -1);

  return button;
}

static GtkWidget *
new_chip (const char *id,
          const char *evidence,
          gboolean    is_fixed)
{
  GtkWidget *chip = g_object_new (GTK_TYPE_BOX, "spacing", 6, "css-classes", (const char *[]) { "chip", "evidence", NULL }, NULL);
  /* Translators: %s is what shows an answer, such as the name of a file */
  g_autofree char *tip = g_strdup_printf (_("Remove %s"), evidence);
  GtkWidget *button;

  gtk_box_append (GTK_BOX (chip), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_of (evidence), "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (chip), new_chip_text (evidence));
  if (is_fixed)
    return chip;

  button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "window-close-symbolic", "tooltip-text", tip, "css-classes",
                         (const char *[]) { "flat", "circular", NULL }, NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", id, evidence);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "audit.remove-evidence");
  gtk_box_append (GTK_BOX (chip), button);

  return chip;
}

static void
show_evidence (TambourAuditDetail *self,
               TambourAuditItem   *item,
               gboolean            is_fixed)
{
  g_auto(GStrv) lines = tambour_audit_text_evidence (tambour_audit_item_get_check (item)->answer);
  GtkWidget *before = NULL;

  for (guint i = 0; i < self->evidence->len; i++)
    adw_wrap_box_remove (self->chips, g_ptr_array_index (self->evidence, i));
  g_ptr_array_set_size (self->evidence, 0);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      GtkWidget *chip = new_chip (tambour_audit_item_get_id (item), lines[i], is_fixed);

      adw_wrap_box_insert_child_after (self->chips, chip, before);
      g_ptr_array_add (self->evidence, chip);
      before = chip;
    }
}

/* --- the finding ----------------------------------------------------------- */

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
say_status (TambourFinding *finding,
            TambourDate     today)
{
  const char *words = _(tambour_choice_get_words (TAMBOUR_TYPE_FINDING_STATUS, finding->status));
  g_autofree char *until = NULL;

  if (finding->status == TAMBOUR_FINDING_STATUS_OPEN)
    return NULL;
  if (finding->status != TAMBOUR_FINDING_STATUS_ACCEPTED || !tambour_date_is_stated (finding->accepted_until) || finding->accepted_by == NULL)
    return g_strdup (words);

  until = tambour_when_date (finding->accepted_until, today);

  /* Translators: who accepted a risk, and until when */
  return g_strdup_printf (_("Accepted by %1$s until %2$s"), finding->accepted_by, until);
}

static char *
say_facts (TambourFinding *finding)
{
  TambourDate today = finding->raised_on;
  g_autofree char *day = tambour_date_is_stated (finding->due) ? tambour_when_date (finding->due, today) : NULL;
  g_autofree char *owner = finding->owner && *finding->owner ? g_strdup_printf (_("Owner: %s"), finding->owner) : NULL;
  g_autofree char *due = day ? g_strdup_printf (_("Due %s"), day) : NULL;
  g_autofree char *status = say_status (finding, today);
  const char *parts[] = { owner, due, status };
  GString *facts = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (facts, "%s%s", facts->len > 0 ? " · " : "", parts[i]);

  return g_string_free (facts, FALSE);
}

static void
show_severity (TambourAuditDetail *self,
               TambourFinding     *finding)
{
  const char *style;

  gtk_image_set_from_icon_name (self->icon, tambour_audit_text_icon (finding->severity, &style));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char *[]) { style, NULL });
  self->is_filling = TRUE;
  adw_toggle_group_set_active (self->severity_group, finding->severity);
  self->is_filling = FALSE;
}

static void
show_finding (TambourAuditDetail *self,
              TambourFinding     *finding)
{
  const char *id = TAMBOUR_RECORD (finding)->id;
  g_autofree char *facts = say_facts (finding);
  g_autofree char *advice = finding->advice && *finding->advice ? g_strdup_printf (_("Advice: %s"), finding->advice) : NULL;
  gboolean is_open = finding->status == TAMBOUR_FINDING_STATUS_OPEN;

  show_severity (self, finding);
  gtk_label_set_text (self->title_label, finding->title);
  show_label (self->text_label, finding->text);
  show_label (self->advice_label, advice);
  show_label (self->facts_label, facts);
  gtk_actionable_set_action_target (self->edit_button, "s", id);
  gtk_actionable_set_action_target (self->accept_button, "s", id);
  gtk_actionable_set_action_target (self->plan_button, "s", id);
  gtk_widget_set_visible (GTK_WIDGET (self->accept_button), is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->plan_button), is_open);
  g_object_set_data_full (G_OBJECT (self->severity_group), "finding", g_strdup (id), g_free);
}

static void
rated_cb (TambourAuditDetail *self)
{
  const char *id = g_object_get_data (G_OBJECT (self->severity_group), "finding");
  guint severity = adw_toggle_group_get_active (self->severity_group);

  if (!self->is_filling && id != NULL && severity <= TAMBOUR_SEVERITY_HIGH)
    gtk_widget_activate_action (GTK_WIDGET (self), "audit.rate", "(su)", id, severity);
}

static void
tambour_audit_detail_dispose (GObject *object)
{
  TambourAuditDetail *self = TAMBOUR_AUDIT_DETAIL (object);

  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAMBOUR_TYPE_AUDIT_DETAIL);

  G_OBJECT_CLASS (tambour_audit_detail_parent_class)->dispose (object);
}

static void
tambour_audit_detail_class_init (TambourAuditDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_audit_detail_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tambour/Tambour/ui/tambour-audit-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, chips);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, evidence_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, files_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, files_content);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, raise_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, card);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, icon);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, title_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, severity_group);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, text_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, advice_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, facts_label);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, edit_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, accept_button);
  gtk_widget_class_bind_template_child (widget_class, TambourAuditDetail, plan_button);
  gtk_widget_class_bind_template_callback (widget_class, rated_cb);
}

/* A button knows what it is about before what it does. */
static void
set_action (GtkActionable *button,
            const char    *action)
{
  gtk_actionable_set_action_target (button, "s", "");
  gtk_actionable_set_action_name (button, action);
}

static void
tambour_audit_detail_init (TambourAuditDetail *self)
{
  self->evidence = g_ptr_array_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_action (self->evidence_button, "audit.evidence");
  set_action (self->files_button, "audit.files");
  set_action (self->raise_button, "audit.raise");
  set_action (self->edit_button, "audit.edit-finding");
  set_action (self->accept_button, "audit.accept");
  set_action (self->plan_button, "audit.plan");
  self->is_filling = FALSE;
}

/**
 * tambour_audit_detail_new:
 *
 * Returns: (transfer floating): a detail of no check yet
 */
GtkWidget *
tambour_audit_detail_new (void)
{
  return g_object_new (TAMBOUR_TYPE_AUDIT_DETAIL, NULL);
}

/* The dialog about evidence has the files of an answer that can be changed. */
static void
show_files (TambourAuditDetail *self,
            TambourAuditItem   *item,
            gboolean            is_fixed)
{
  guint n = tambour_audit_item_get_check (item)->n_files;
  g_autofree char *label = g_strdup_printf (ngettext ("%d file", "%d files", (int) n), (int) n);

  gtk_actionable_set_action_target (self->files_button, "s", tambour_audit_item_get_id (item));
  adw_button_content_set_label (self->files_content, label);
  gtk_widget_set_visible (GTK_WIDGET (self->files_button), is_fixed && n > 0);
}

/**
 * tambour_audit_detail_show:
 * @self: a detail
 * @item: the check that it is of
 * @is_fixed: whether its answer stays as it is
 */
void
tambour_audit_detail_show (TambourAuditDetail *self,
                           TambourAuditItem   *item,
                           gboolean            is_fixed)
{
  const TambourAuditCheck *check = tambour_audit_item_get_check (item);
  TambourAnswer answer = tambour_audit_item_get_answer (item);
  gboolean is_fault = answer == TAMBOUR_ANSWER_GAP || answer == TAMBOUR_ANSWER_PARTIAL;

  gtk_actionable_set_action_target (self->evidence_button, "s", tambour_audit_item_get_id (item));
  gtk_actionable_set_action_target (self->raise_button, "s", tambour_audit_item_get_id (item));
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_button), !is_fixed);
  gtk_widget_set_visible (GTK_WIDGET (self->raise_button), is_fault && check->finding == NULL);
  show_evidence (self, item, is_fixed);
  show_files (self, item, is_fixed);
  gtk_widget_set_visible (self->card, check->finding != NULL);
  if (check->finding != NULL)
    show_finding (self, check->finding);
}

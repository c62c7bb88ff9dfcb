/* tambour-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "tambour-breadth.h"
#include "tambour-form-layout.h"
#include "tambour-form-private.h"

/**
 * TambourForm:
 *
 * Edits a record: a row for each field that has a label, made from the table of
 * fields alone.
 *
 * It knows three records: what both sides last knew (its base), what others have
 * written, and what is typed. What is typed is never lost to what is written.
 */
G_DEFINE_FINAL_TYPE (TambourForm, tambour_form, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static TambourFieldRow *
get_row (TambourForm *self,
         guint        position)
{
  return g_ptr_array_index (self->rows, position);
}

static TambourFieldRow *
find_row (TambourForm *self,
          const char  *name)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (tambour_field_row_get_field (get_row (self, i))->name, name))
      return get_row (self, i);

  return NULL;
}

/**
 * tambour_form_tell_account:
 * @self: a form that shows something
 *
 * Who is offered in one row depends on what stands in that of the account.
 */
void
tambour_form_tell_account (TambourForm *self)
{
  g_autoptr(TambourRecord) mine = tambour_form_read (self, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    tambour_field_row_set_account (get_row (self, i), mine->account_id.id);
}

static void
row_edited_cb (TambourForm     *self,
               TambourFieldRow *row)
{
  if (tambour_field_row_get_field (row)->offset == G_STRUCT_OFFSET (TambourRecord, account_id))
    tambour_form_tell_account (self);

  g_signal_emit (self, signals[EDITED], 0);
}

static void
use_theirs_cb (TambourForm     *self,
               TambourFieldRow *row)
{
  tambour_field_row_show (row, self->base, self->others);
  g_signal_emit (self, signals[EDITED], 0);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static GtkWidget *
new_row (TambourForm        *self,
         const TambourField *field)
{
  TambourFieldRow *row = tambour_field_row_new (field, self->portfolio);

  g_signal_connect_object (row, "edited", G_CALLBACK (row_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "use-theirs", G_CALLBACK (use_theirs_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);

  return GTK_WIDGET (row);
}

/* Beside each other while there is room. */
static void
arrange_pair (GtkWidget      *widget,
              TambourBreadth  breadth)
{
  gboolean is_narrow = breadth >= TAMBOUR_BREADTH_SMALL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (widget), is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (widget), !is_narrow);
  if (is_narrow)
    gtk_widget_add_css_class (widget, "stacked");
  else
    gtk_widget_remove_css_class (widget, "stacked");
}

static GtkWidget *
new_pair (TambourForm        *self,
          const TambourField *first,
          const TambourField *second)
{
  GtkWidget *pair = g_object_new (GTK_TYPE_BOX, "css-classes", (const char *[]) { "fieldpair", NULL }, NULL);

  gtk_box_append (GTK_BOX (pair), new_row (self, first));
  gtk_box_append (GTK_BOX (pair), new_row (self, second));
  tambour_breadth_follow (pair, arrange_pair);

  return pair;
}

static GtkWidget *
new_list (TambourForm *self,
          GPtrArray   *fields)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "css-classes", (const char *[]) { "card", "fieldlist", NULL },
                                  NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const TambourField *field = g_ptr_array_index (fields, i);
      const TambourField *next = i + 1 < fields->len ? g_ptr_array_index (fields, i + 1) : NULL;

      if (next != NULL && tambour_form_layout_is_half (field) && tambour_form_layout_is_half (next))
        {
          gtk_box_append (GTK_BOX (list), new_pair (self, field, next));
          i++;
        }
      else
        gtk_box_append (GTK_BOX (list), new_row (self, field));
    }

  return list;
}

static void
add_group (TambourForm      *self,
           GtkBox           *box,
           TambourFormGroup  group)
{
  g_autoptr(GPtrArray) fields = tambour_form_layout_list (self->klass, group);
  const char *title = tambour_form_layout_title (group);
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  if (fields->len == 0)
    {
      g_object_unref (g_object_ref_sink (section));
      return;
    }

  if (group == TAMBOUR_FORM_GROUP_MORE)
    {
      GtkWidget *list = new_list (self, fields);

      self->expander = GTK_EXPANDER (gtk_expander_new (_(title)));
      gtk_widget_set_margin_top (list, 6);
      gtk_expander_set_child (self->expander, list);
      gtk_box_append (GTK_BOX (section), GTK_WIDGET (self->expander));
    }
  else
    {
      if (title != NULL)
        gtk_box_append (GTK_BOX (section), g_object_new (GTK_TYPE_LABEL, "label", _(title), "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                                         "css-classes", (const char *[]) { "heading", NULL }, NULL));
      gtk_box_append (GTK_BOX (section), new_list (self, fields));
    }

  gtk_box_append (box, section);
}

static void
build (TambourForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  g_ptr_array_set_size (self->rows, 0);
  self->expander = NULL;
  for (guint group = 0; group < TAMBOUR_N_FORM_GROUPS; group++)
    add_group (self, GTK_BOX (box), group);

  adw_bin_set_child (ADW_BIN (self), box);
}

static void
tambour_form_dispose (GObject *object)
{
  TambourForm *self = TAMBOUR_FORM (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->portfolio);

  G_OBJECT_CLASS (tambour_form_parent_class)->dispose (object);
}

static void
tambour_form_finalize (GObject *object)
{
  TambourForm *self = TAMBOUR_FORM (object);

  g_clear_object (&self->base);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_form_parent_class)->finalize (object);
}

static void
tambour_form_class_init (TambourFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tambour_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_form_finalize;

  /**
   * TambourForm::edited:
   * @self: the form
   *
   * A person has changed something in it.
   */
  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tambour_form_init (TambourForm *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * tambour_form_new:
 * @portfolio: a portfolio
 *
 * Returns: (transfer floating): a form of nothing yet
 */
TambourForm *
tambour_form_new (TambourPortfolio *portfolio)
{
  TambourForm *self = g_object_new (TAMBOUR_TYPE_FORM, NULL);

  self->portfolio = g_object_ref (portfolio);

  return self;
}

/**
 * tambour_form_set_others:
 * @self: a form
 * @others: (nullable): the records that what it shows mentions, by id
 */
void
tambour_form_set_others (TambourForm *self,
                         GHashTable  *others)
{
  g_clear_pointer (&self->others, g_hash_table_unref);
  self->others = others ? g_hash_table_ref (others) : NULL;
}

/**
 * tambour_form_show:
 * @self: a form
 * @record: a record, which the form keeps and nobody changes from now on
 * @others: (nullable): the records that @record mentions, by id
 * @is_new: whether it is about to be made; what is fixed once it is made can be
 *   edited only then
 *
 * Shows @record; nothing is edited then.
 */
void
tambour_form_show (TambourForm   *self,
                   TambourRecord *record,
                   GHashTable    *others,
                   gboolean       is_new)
{
  g_return_if_fail (TAMBOUR_IS_FORM (self));
  g_return_if_fail (TAMBOUR_IS_RECORD (record));

  tambour_form_set_others (self, others);
  g_set_object (&self->base, record);
  self->is_new = is_new;
  self->klass = TAMBOUR_RECORD_GET_CLASS (record);
  build (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      TambourFieldRow *row = get_row (self, i);

      gboolean is_fixed = !is_new && (tambour_field_row_get_field (row)->flags & TAMBOUR_FIELD_FIXED);

      tambour_field_row_set_editable (row, !is_fixed);
      if (is_fixed)
        tambour_field_row_set_remark (row, _("Stays as it was when it was made"));
      tambour_field_row_show (row, record, others);
      tambour_field_row_set_account (row, record->account_id.id);
    }
}

/**
 * tambour_form_get_base:
 * @self: a form that shows something
 *
 * Returns: (transfer none): the record as it was last known before it was edited
 */
TambourRecord *
tambour_form_get_base (TambourForm *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FORM (self), NULL);

  return self->base;
}

/**
 * tambour_form_get_others:
 * @self: a form that shows something
 *
 * Returns: (transfer none) (nullable): the records that its base mentions, by id
 */
GHashTable *
tambour_form_get_others (TambourForm *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FORM (self), NULL);

  return self->others;
}

/**
 * tambour_form_read:
 * @self: a form that shows something
 * @problem: (out) (optional) (nullable): the first thing that is wrong, as one
 *   sentence
 *
 * Returns: (transfer full): the record as it is typed, as far as that is right
 */
TambourRecord *
tambour_form_read (TambourForm  *self,
                   char        **problem)
{
  TambourRecord *record;
  g_autofree char *first = NULL;

  g_return_val_if_fail (TAMBOUR_IS_FORM (self), NULL);

  record = tambour_record_dup (self->base);
  for (guint i = 0; i < self->rows->len; i++)
    {
      TambourFieldRow *row = get_row (self, i);
      g_autofree char *wrong = tambour_field_row_read (row, record);

      /* What is lacking from the beginning is not held against anybody. */
      tambour_field_row_set_problem (row, tambour_field_row_is_edited (row) ? wrong : NULL);
      if (wrong == NULL && tambour_field_equal (tambour_field_row_get_field (row), self->base, record))
        tambour_field_row_set_note (row, NULL);
      if (first == NULL)
        first = g_steal_pointer (&wrong);
    }

  if (problem != NULL)
    *problem = g_steal_pointer (&first);

  return record;
}

/**
 * tambour_form_is_row_edited:
 * @self: a form that shows something
 * @row: a row of it
 *
 * Typing it back takes an edit back. What cannot be read is one.
 *
 * Returns: whether @row says something else than the form's base
 */
gboolean
tambour_form_is_row_edited (TambourForm     *self,
                            TambourFieldRow *row)
{
  const TambourField *field = tambour_field_row_get_field (row);
  g_autoptr(TambourRecord) mine = NULL;
  g_autofree char *wrong = NULL;

  if (!tambour_field_row_is_edited (row))
    return FALSE;

  mine = tambour_record_dup (self->base);
  wrong = tambour_field_row_read (row, mine);

  return wrong != NULL || !tambour_field_equal (field, self->base, mine);
}

/**
 * tambour_form_is_edited:
 * @self: a form that shows something
 *
 * Returns: whether it says something else than its base
 */
gboolean
tambour_form_is_edited (TambourForm *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FORM (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (tambour_form_is_row_edited (self, get_row (self, i)))
      return TRUE;

  return FALSE;
}

/**
 * tambour_form_pack_draft:
 * @self: a form that shows something
 *
 * Returns: (transfer full): what was typed, by the names of the fields
 */
JsonObject *
tambour_form_pack_draft (TambourForm *self)
{
  JsonObject *fields = json_object_new ();

  for (guint i = 0; i < self->rows->len; i++)
    if (tambour_form_is_row_edited (self, get_row (self, i)))
      {
        g_autofree char *draft = tambour_field_row_dup_draft (get_row (self, i));

        json_object_set_string_member (fields, tambour_field_row_get_field (get_row (self, i))->name, draft);
      }

  return fields;
}

/**
 * tambour_form_take_draft:
 * @self: a form that shows what the draft was made from
 * @fields: what tambour_form_pack_draft() gave; what no field can take is left out
 */
void
tambour_form_take_draft (TambourForm *self,
                         JsonObject  *fields)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  g_return_if_fail (TAMBOUR_IS_FORM (self));

  json_object_iter_init (&iter, fields);
  while (json_object_iter_next (&iter, &name, &value))
    {
      TambourFieldRow *row = find_row (self, name);

      if (row != NULL && JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING &&
          tambour_field_row_is_editable (row))
        tambour_field_row_take_draft (row, json_node_get_string (value));
    }

  tambour_form_tell_account (self);
}

/**
 * tambour_form_set_problem:
 * @self: a form that shows something
 * @field: (nullable): the name of a field
 * @problem: (nullable): what is wrong with it beyond what the form knows
 */
void
tambour_form_set_problem (TambourForm *self,
                          const char  *field,
                          const char  *problem)
{
  TambourFieldRow *row;

  g_return_if_fail (TAMBOUR_IS_FORM (self));

  row = field ? find_row (self, field) : NULL;
  if (row != NULL)
    tambour_field_row_set_problem (row, problem);
}

/**
 * tambour_form_get_first:
 * @self: a form that shows something
 *
 * Returns: (transfer none) (nullable): the row in which one begins to type
 */
GtkWidget *
tambour_form_get_first (TambourForm *self)
{
  g_return_val_if_fail (TAMBOUR_IS_FORM (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (tambour_field_row_is_editable (get_row (self, i)))
      return GTK_WIDGET (get_row (self, i));

  return NULL;
}

/**
 * tambour_form_focus_problem:
 * @self: a form that shows something
 *
 * Leads to the first field with which something is wrong, and says what.
 *
 * Returns: whether there is one
 */
gboolean
tambour_form_focus_problem (TambourForm *self)
{
  g_autoptr(TambourRecord) record = NULL;

  g_return_val_if_fail (TAMBOUR_IS_FORM (self), FALSE);

  record = tambour_record_dup (self->base);
  for (guint i = 0; i < self->rows->len; i++)
    {
      TambourFieldRow *row = get_row (self, i);
      g_autofree char *wrong = tambour_field_row_read (row, record);

      if (wrong == NULL && tambour_field_row_get_problem (row) == NULL)
        continue;

      if (wrong != NULL)
        tambour_field_row_set_problem (row, wrong);
      if (self->expander != NULL && gtk_widget_is_ancestor (GTK_WIDGET (row), gtk_expander_get_child (self->expander)))
        gtk_expander_set_expanded (self->expander, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (row));
      return TRUE;
    }

  return FALSE;
}

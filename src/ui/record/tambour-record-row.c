/* tambour-record-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "tambour-record-row.h"
#include "tambour-record-words.h"

/* As the classes meta and small of style.css. */
#define META_SCALE        0.82
#define META_OPACITY      0.68
#define META_OPACITY_HIGH 0.9
#define WHEN_SCALE        0.9

#define SPACING 12

/* As the borders of Adwaita. */
#define RULE_OPACITY      0.15
#define RULE_OPACITY_HIGH 0.5

/* The date at the end has at most this much of the row. */
#define WHEN_SHARE 3

/**
 * TambourRecordRow:
 *
 * A record in a list: what it is called, a few facts, and the date that matters.
 *
 * A list view has two hundred rows at work and shows twenty. So this is one
 * widget that always has the same height, and lays out its text when it is
 * drawn: a jump in a million records costs as much as what is seen.
 */
struct _TambourRecordRow
{
  GtkWidget    parent_instance;

  char        *title;
  char        *line;
  char        *when;

  /* What puts the text in, when it is needed */
  TambourRecordRowFunc fill;
  gpointer             data;
  gboolean             is_due;
  gboolean             is_filling;
  gboolean             is_stale;   /* the layouts have another text */
  gboolean             is_ruled;

  PangoAttrList       *title_marks;
  PangoAttrList       *line_marks;

  PangoLayout *title_layout;
  PangoLayout *line_layout;
  PangoLayout *when_layout;
  int          title_height;
  int          line_height;
};

G_DEFINE_FINAL_TYPE (TambourRecordRow, tambour_record_row, GTK_TYPE_WIDGET)

static void
clear_layouts (TambourRecordRow *self)
{
  g_clear_object (&self->title_layout);
  g_clear_object (&self->line_layout);
  g_clear_object (&self->when_layout);
}

static PangoLayout *
new_layout (TambourRecordRow *self,
            const char       *text,
            double            scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (scale == WHEN_SCALE)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_auto_dir (layout, FALSE);

  return layout;
}

static void
ensure_text (TambourRecordRow *self)
{
  if (!self->is_due)
    return;

  self->is_due = FALSE;
  self->is_filling = TRUE;
  self->fill (self, self->data);
  self->is_filling = FALSE;
}

static void
set_text (PangoLayout   *layout,
          const char    *text,
          double         scale,
          PangoAttrList *marks)
{
  g_autoptr(PangoAttrList) attributes = NULL;

  pango_layout_set_text (layout, text, -1);
  if (marks == NULL)
    return;

  attributes = pango_attr_list_copy (marks);
  pango_attr_list_insert_before (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
}

/* A row shows one record after the other: its layouts stay. */
static void
ensure_layouts (TambourRecordRow *self)
{
  if (self->title_layout == NULL)
    {
      self->title_layout = new_layout (self, "", 1);
      self->line_layout = new_layout (self, "", META_SCALE);
      self->when_layout = new_layout (self, "", WHEN_SCALE);
      self->is_stale = TRUE;
    }

  if (!self->is_stale)
    return;

  self->is_stale = FALSE;
  set_text (self->title_layout, self->title, 1, self->title_marks);
  set_text (self->line_layout, self->line, META_SCALE, self->line_marks);
  pango_layout_set_text (self->when_layout, self->when, -1);
}

static int
count_height (TambourRecordRow *self,
              double            scale)
{
  g_autoptr(PangoLayout) layout = new_layout (self, "Ág", scale);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
ensure_heights (TambourRecordRow *self)
{
  if (self->title_height > 0)
    return;

  self->title_height = count_height (self, 1);
  self->line_height = count_height (self, META_SCALE);
}

static GtkSizeRequestMode
tambour_record_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
tambour_record_row_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  TambourRecordRow *self = TAMBOUR_RECORD_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 60;
      *natural = 300;
      return;
    }

  ensure_heights (self);
  *minimum = *natural = self->title_height + self->line_height + (self->is_ruled ? 1 : 0);
}

/* The line that parts it from the next row. The border of a style costs as much to
 * draw as the title.
 */
static void
draw_rule (TambourRecordRow *self,
           GtkSnapshot      *snapshot,
           gboolean          is_high)
{
  graphene_rect_t bounds;
  GdkRGBA color;

  if (!self->is_ruled || !gtk_widget_compute_bounds (GTK_WIDGET (self), GTK_WIDGET (self), &bounds))
    return;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= is_high ? RULE_OPACITY_HIGH : RULE_OPACITY;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (bounds.origin.x, bounds.origin.y + bounds.size.height - 1, bounds.size.width, 1));
}

static void
draw (TambourRecordRow *self,
      GtkSnapshot      *snapshot,
      PangoLayout      *layout,
      int               x,
      int               y,
      double            opacity)
{
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= opacity;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* Whatever its script, it begins where lines begin. */
static void
place (PangoLayout *layout,
       int          width,
       gboolean     is_rtl)
{
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_alignment (layout, is_rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static void
tambour_record_row_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  TambourRecordRow *self = TAMBOUR_RECORD_ROW (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean is_high = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  double opacity = is_high ? META_OPACITY_HIGH : META_OPACITY;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int when_width, when_height, text_width, x, y;

  draw_rule (self, snapshot, is_high);
  ensure_text (self);
  ensure_layouts (self);
  ensure_heights (self);
  pango_layout_set_width (self->when_layout, -1);
  pango_layout_get_pixel_size (self->when_layout, &when_width, &when_height);
  if (when_width > width / WHEN_SHARE)
    {
      when_width = width / WHEN_SHARE;
      pango_layout_set_width (self->when_layout, when_width * PANGO_SCALE);
    }

  text_width = MAX (width - when_width - (when_width ? SPACING : 0), 0);
  place (self->title_layout, text_width, is_rtl);
  place (self->line_layout, text_width, is_rtl);

  x = is_rtl ? width - text_width : 0;
  height -= self->is_ruled ? 1 : 0;
  y = (height - self->title_height - (*self->line ? self->line_height : 0)) / 2;
  draw (self, snapshot, self->title_layout, x, y, 1);
  draw (self, snapshot, self->line_layout, x, y + self->title_height, opacity);
  draw (self, snapshot, self->when_layout, is_rtl ? 0 : width - when_width, (height - when_height) / 2, opacity);
}

static void
tambour_record_row_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  TambourRecordRow *self = TAMBOUR_RECORD_ROW (widget);

  GTK_WIDGET_CLASS (tambour_record_row_parent_class)->css_changed (widget, change);

  clear_layouts (self);
  self->title_height = 0;
}

static void
tambour_record_row_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  TambourRecordRow *self = TAMBOUR_RECORD_ROW (widget);

  GTK_WIDGET_CLASS (tambour_record_row_parent_class)->system_setting_changed (widget, setting);

  clear_layouts (self);
  self->title_height = 0;
}

static void
tambour_record_row_dispose (GObject *object)
{
  clear_layouts (TAMBOUR_RECORD_ROW (object));

  G_OBJECT_CLASS (tambour_record_row_parent_class)->dispose (object);
}

static void
tambour_record_row_finalize (GObject *object)
{
  TambourRecordRow *self = TAMBOUR_RECORD_ROW (object);

  g_clear_pointer (&self->title_marks, pango_attr_list_unref);
  g_clear_pointer (&self->line_marks, pango_attr_list_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->line, g_free);
  g_clear_pointer (&self->when, g_free);

  G_OBJECT_CLASS (tambour_record_row_parent_class)->finalize (object);
}

static void
tambour_record_row_class_init (TambourRecordRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tambour_record_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tambour_record_row_finalize;
  widget_class->get_request_mode = tambour_record_row_get_request_mode;
  widget_class->measure = tambour_record_row_measure;
  widget_class->snapshot = tambour_record_row_snapshot;
  widget_class->css_changed = tambour_record_row_css_changed;
  widget_class->system_setting_changed = tambour_record_row_system_setting_changed;
}

static void
tambour_record_row_init (TambourRecordRow *self)
{
  self->title = g_strdup ("");
  self->line = g_strdup ("");
  self->when = g_strdup ("");
  gtk_widget_add_css_class (GTK_WIDGET (self), "cell-box");
  gtk_widget_add_css_class (GTK_WIDGET (self), "tight");
}

/**
 * tambour_record_row_new:
 *
 * Returns: (transfer floating): a row of no record yet
 */
GtkWidget *
tambour_record_row_new (void)
{
  return g_object_new (TAMBOUR_TYPE_RECORD_ROW, NULL);
}

/**
 * tambour_record_row_new_ruled:
 *
 * Returns: (transfer floating): a row of no record yet, with a line that parts it
 *   from the next
 */
GtkWidget *
tambour_record_row_new_ruled (void)
{
  TambourRecordRow *self = TAMBOUR_RECORD_ROW (tambour_record_row_new ());

  self->is_ruled = TRUE;

  return GTK_WIDGET (self);
}

/**
 * tambour_record_row_show_text:
 * @self: a row
 * @title: what stands first
 * @line: what stands below it, or ""
 * @when: what stands at the end, or ""
 */
void
tambour_record_row_show_text (TambourRecordRow *self,
                              const char       *title,
                              const char       *line,
                              const char       *when)
{
  gboolean is_other;

  g_return_if_fail (TAMBOUR_IS_RECORD_ROW (self));

  is_other = g_set_str (&self->title, title);
  is_other = g_set_str (&self->line, line) || is_other;
  is_other = g_set_str (&self->when, when) || is_other;
  if (!is_other)
    return;

  self->is_stale = TRUE;
  if (!self->is_filling)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tambour_record_row_mark:
 * @self: a row
 * @title: attributes of what stands first
 * @line: attributes of what stands below it
 *
 * Marks what of its text was looked for. A row is marked anew with every text, or
 * never.
 */
void
tambour_record_row_mark (TambourRecordRow *self,
                         PangoAttrList    *title,
                         PangoAttrList    *line)
{
  g_return_if_fail (TAMBOUR_IS_RECORD_ROW (self));

  g_clear_pointer (&self->title_marks, pango_attr_list_unref);
  g_clear_pointer (&self->line_marks, pango_attr_list_unref);
  self->title_marks = pango_attr_list_ref (title);
  self->line_marks = pango_attr_list_ref (line);
  self->is_stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tambour_record_row_show_when_seen:
 * @self: a row
 * @fill: (nullable): calls tambour_record_row_show_text(), once
 * @data: for @fill; it must be there until this is called again
 *
 * Has the row look for its text when it is drawn, or asked for its name. A list
 * view has ten times as many rows as one sees.
 */
void
tambour_record_row_show_when_seen (TambourRecordRow     *self,
                                   TambourRecordRowFunc  fill,
                                   gpointer              data)
{
  g_return_if_fail (TAMBOUR_IS_RECORD_ROW (self));

  self->fill = fill;
  self->data = data;
  self->is_due = fill != NULL;
  if (self->is_due)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tambour_record_row_show:
 * @self: a row
 * @record: (nullable): a record, or %NULL for one that is being read
 * @others: (nullable): the records that @record mentions, by id
 * @now: the time that is "now"
 */
void
tambour_record_row_show (TambourRecordRow *self,
                         TambourRecord    *record,
                         GHashTable       *others,
                         TambourInstant    now)
{
  g_autofree char *title = record ? tambour_record_words_title (record, others, now) : g_strdup ("");
  g_autofree char *line = record ? tambour_record_words_line (record, others, now) : g_strdup ("");
  g_autofree char *when = record ? tambour_record_words_when (record, now) : g_strdup ("");

  tambour_record_row_show_text (self, title, line, when);
}

/**
 * tambour_record_row_get_title:
 * @self: a row
 *
 * Returns: (transfer none): what stands first in it
 */
const char *
tambour_record_row_get_title (TambourRecordRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_RECORD_ROW (self), NULL);

  ensure_text (self);

  return self->title;
}

/**
 * tambour_record_row_get_line:
 * @self: a row
 *
 * Returns: (transfer none): what stands below that, or ""
 */
const char *
tambour_record_row_get_line (TambourRecordRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_RECORD_ROW (self), NULL);

  ensure_text (self);

  return self->line;
}

/**
 * tambour_record_row_dup_name:
 * @self: a row
 *
 * Returns: (transfer full): what a screen reader says of it
 */
char *
tambour_record_row_dup_name (TambourRecordRow *self)
{
  g_return_val_if_fail (TAMBOUR_IS_RECORD_ROW (self), NULL);

  ensure_text (self);

  return g_strjoin (", ", self->title, *self->line ? self->line : self->when,
                    *self->line && *self->when ? self->when : NULL, NULL);
}

/**
 * tambour_record_row_in_list:
 * @record: a record
 * @others: (nullable): the records that @record mentions, by id
 * @now: the time that is "now"
 *
 * Returns: (transfer floating): a row of a list box, which opens the record
 */
GtkWidget *
tambour_record_row_in_list (TambourRecord  *record,
                            GHashTable     *others,
                            TambourInstant  now)
{
  GtkWidget *child = tambour_record_row_new ();
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", child, "css-classes", (const char *[]) { "cell", NULL }, NULL);
  g_autofree char *name = NULL;

  tambour_record_row_show (TAMBOUR_RECORD_ROW (child), record, others, now);
  name = tambour_record_row_dup_name (TAMBOUR_RECORD_ROW (child));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", TAMBOUR_RECORD_GET_CLASS (record)->kind, record->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

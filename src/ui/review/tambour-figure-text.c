/* tambour-figure-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tambour-figure-text.h"

#include <string.h>

#include "tambour-live.h"
#include "tambour-review.h"

#define REFERENCE "tambour-reference"

/* How much of the accent a figure is tinted with. */
#define TINT 0.18f

/**
 * TambourFigureText:
 *
 * Where a text with live figures is typed. A figure is a tinted word that shows its value, never
 * the code that is stored: it is put in, skipped and removed as a whole. Who types the code of
 * one gets the figure.
 */
struct _TambourFigureText
{
  GtkTextView      parent_instance;

  GtkTextBuffer   *buffer;        /* of the parent */
  TambourFacts    *facts;         /* who shows them keeps them */
  AdwStyleManager *styles;
  GPtrArray       *tags;          /* of figures */
  GtkTextTag      *unknown;       /* of codes that name none */
  gboolean         is_line;       /* one paragraph, such as a title */
  gboolean         is_filling;
  int              cursor;        /* where it was, to know where it comes from */
  int              width;         /* that its lines were broken for */
  guint            resize_source;
};

G_DEFINE_FINAL_TYPE (TambourFigureText, tambour_figure_text, GTK_TYPE_TEXT_VIEW)

typedef enum
{
  PROP_IS_LINE = 1,
} TambourFigureTextProps;

static GParamSpec *props[PROP_IS_LINE + 1];

enum
{
  TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- figures ------------------------------------------------------------------- */

static void
tint (TambourFigureText *self,
      GtkTextTag        *tag)
{
  g_autoptr(GdkRGBA) background = adw_style_manager_get_accent_color_rgba (self->styles);
  GdkRGBA foreground;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (self->styles), adw_style_manager_get_dark (self->styles), &foreground);
  background->alpha = TINT;
  g_object_set (tag, "background-rgba", background, "foreground-rgba", &foreground, NULL);
}

static void
styles_cb (TambourFigureText *self)
{
  for (guint i = 0; i < self->tags->len; i++)
    tint (self, g_ptr_array_index (self->tags, i));
}

/* Each has a tag of its own: two of the same that touch are two. */
static GtkTextTag *
add_tag (TambourFigureText *self,
         const char        *reference)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (self->buffer, NULL, "weight", PANGO_WEIGHT_SEMIBOLD, NULL);

  g_object_set_data_full (G_OBJECT (tag), REFERENCE, g_strdup (reference), g_free);
  g_ptr_array_add (self->tags, g_object_ref (tag));
  tint (self, tag);

  return tag;
}

static void
remove_tags (TambourFigureText *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);

  for (guint i = 0; i < self->tags->len; i++)
    gtk_text_tag_table_remove (table, g_ptr_array_index (self->tags, i));
  g_ptr_array_set_size (self->tags, 0);
}

static const char *
get_reference (GtkTextTag *tag)
{
  return g_object_get_data (G_OBJECT (tag), REFERENCE);
}

/* Returns: (nullable): the figure that the character at @iter belongs to */
static GtkTextTag *
find_figure (const GtkTextIter *iter)
{
  g_autoptr(GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *link = tags; link; link = link->next)
    if (get_reference (link->data) != NULL)
      return link->data;

  return NULL;
}

/* Returns: (nullable): the figure that @iter is in the middle of */
static GtkTextTag *
find_around (const GtkTextIter *iter)
{
  GtkTextTag *tag = find_figure (iter);

  return tag != NULL && !gtk_text_iter_starts_tag (iter, tag) ? tag : NULL;
}

static void
put_figure (TambourFigureText *self,
            GtkTextIter       *iter,
            const char        *reference,
            const char        *text)
{
  int from = gtk_text_iter_get_offset (iter);
  GtkTextTag *tag = add_tag (self, reference);
  GtkTextIter start;

  gtk_text_buffer_insert (self->buffer, iter, text, -1);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, from);
  gtk_text_buffer_apply_tag (self->buffer, tag, &start, iter);
}

static void
put_stretch (TambourFigureText *self,
             GtkTextIter       *iter,
             const TambourLive *live,
             const char        *typed)
{
  g_autofree char *reference = NULL;

  switch (live->kind)
    {
    case TAMBOUR_LIVE_FIGURE:
      reference = g_strndup (typed + live->from + 1, live->length - 2);
      put_figure (self, iter, reference, live->text);
      break;

    case TAMBOUR_LIVE_UNKNOWN:
      gtk_text_buffer_insert_with_tags (self->buffer, iter, live->text, -1, self->unknown, NULL);
      break;

    case TAMBOUR_LIVE_TEXT:
      gtk_text_buffer_insert (self->buffer, iter, live->text, -1);
      break;
    }
}

/* The figures speak the language of the review. */
static GPtrArray *
split (TambourFigureText *self,
       const char        *typed)
{
  const TambourReviewSettings settings = { 0 };

  tambour_review_use_language (self->facts, &settings);

  return tambour_live_split (typed, self->facts);
}

static void
put (TambourFigureText *self,
     GtkTextIter       *iter,
     const char        *typed)
{
  g_autoptr(GPtrArray) list = split (self, typed);

  for (guint i = 0; i < list->len; i++)
    put_stretch (self, iter, g_ptr_array_index (list, i), typed);
}

/* --- what is typed ---------------------------------------------------------------- */

/* Who types the code of a figure gets the figure. */
static void
replace_code (TambourFigureText *self)
{
  GtkTextIter end, start;
  g_autofree char *code = NULL;
  g_autoptr(GPtrArray) list = NULL;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &end, gtk_text_buffer_get_insert (self->buffer));
  start = end;
  if (!gtk_text_iter_backward_char (&start) || gtk_text_iter_get_char (&start) != '}')
    return;
  while (gtk_text_iter_get_char (&start) != '{')
    if (gtk_text_iter_starts_line (&start) || !gtk_text_iter_backward_char (&start))
      return;

  code = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  list = split (self, code);
  if (list->len != 1 || ((TambourLive *) g_ptr_array_index (list, 0))->kind != TAMBOUR_LIVE_FIGURE)
    return;

  gtk_text_buffer_delete (self->buffer, &start, &end);
  put_stretch (self, &start, g_ptr_array_index (list, 0), code);
}

static void
changed_cb (TambourFigureText *self)
{
  if (self->is_filling)
    return;

  self->is_filling = TRUE;
  if (self->facts != NULL)
    replace_code (self);
  self->is_filling = FALSE;
  g_signal_emit (self, signals[TYPED], 0);
}

/* Nothing is typed into a figure, but behind it; a title has no second line. */
static void
insert_cb (TambourFigureText *self,
           GtkTextIter       *iter,
           char              *text,
           int                length)
{
  GtkTextTag *tag = find_around (iter);
  g_autofree char *line = NULL;

  if (tag != NULL)
    gtk_text_iter_forward_to_tag_toggle (iter, tag);
  if (!self->is_line || memchr (text, '\n', (size_t) length) == NULL)
    return;

  line = g_strdelimit (g_strndup (text, (gsize) length), "\n\r", ' ');
  g_signal_stop_emission_by_name (self->buffer, "insert-text");
  if (length > 1)
    gtk_text_buffer_insert (self->buffer, iter, line, -1);
}

/* What is typed beside a figure is no part of it. */
static void
inserted_cb (TambourFigureText *self,
             GtkTextIter       *iter,
             char              *text,
             int                length)
{
  GtkTextIter start = *iter;

  if (self->is_filling)
    return;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  for (guint i = 0; i < self->tags->len; i++)
    gtk_text_buffer_remove_tag (self->buffer, g_ptr_array_index (self->tags, i), &start, iter);
  gtk_text_buffer_remove_tag (self->buffer, self->unknown, &start, iter);
}

/* A figure goes as a whole. */
static void
delete_cb (TambourFigureText *self,
           GtkTextIter       *start,
           GtkTextIter       *end)
{
  GtkTextTag *first = find_around (start);
  GtkTextTag *last = find_around (end);

  if (first != NULL)
    gtk_text_iter_backward_to_tag_toggle (start, first);
  if (last != NULL)
    gtk_text_iter_forward_to_tag_toggle (end, last);
}

/* The cursor goes past a figure in one step. */
static void
mark_set_cb (TambourFigureText *self,
             GtkTextIter       *iter,
             GtkTextMark       *mark)
{
  int from = self->cursor;
  GtkTextIter place = *iter;
  GtkTextTag *tag;

  if (mark != gtk_text_buffer_get_insert (self->buffer))
    return;

  self->cursor = gtk_text_iter_get_offset (iter);
  if (self->is_filling || !(tag = find_around (iter)))
    return;

  if (from >= self->cursor)
    gtk_text_iter_backward_to_tag_toggle (&place, tag);
  else
    gtk_text_iter_forward_to_tag_toggle (&place, tag);
  if (gtk_text_buffer_get_has_selection (self->buffer))
    gtk_text_buffer_move_mark (self->buffer, mark, &place);
  else
    gtk_text_buffer_place_cursor (self->buffer, &place);
}

static void
resize_cb (gpointer data)
{
  TambourFigureText *self = data;

  self->resize_source = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* How high it is follows from how wide it is, which it knows only now: a text that was there before it had a
 * place would keep the height of one line. */
static void
tambour_figure_text_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  TambourFigureText *self = TAMBOUR_FIGURE_TEXT (widget);

  GTK_WIDGET_CLASS (tambour_figure_text_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->width == width)
    return;

  self->width = width;
  if (self->resize_source == 0)
    self->resize_source = g_idle_add_once (resize_cb, self);
}

static void
tambour_figure_text_dispose (GObject *object)
{
  TambourFigureText *self = TAMBOUR_FIGURE_TEXT (object);

  g_clear_handle_id (&self->resize_source, g_source_remove);
  self->is_filling = TRUE;
  g_ptr_array_set_size (self->tags, 0);

  G_OBJECT_CLASS (tambour_figure_text_parent_class)->dispose (object);
}

static void
tambour_figure_text_finalize (GObject *object)
{
  g_clear_pointer (&TAMBOUR_FIGURE_TEXT (object)->tags, g_ptr_array_unref);

  G_OBJECT_CLASS (tambour_figure_text_parent_class)->finalize (object);
}

static void
tambour_figure_text_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((TambourFigureTextProps) prop_id)
    {
    case PROP_IS_LINE:
      g_value_set_boolean (value, TAMBOUR_FIGURE_TEXT (object)->is_line);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_figure_text_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((TambourFigureTextProps) prop_id)
    {
    case PROP_IS_LINE:
      TAMBOUR_FIGURE_TEXT (object)->is_line = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tambour_figure_text_class_init (TambourFigureTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tambour_figure_text_dispose;
  object_class->finalize = tambour_figure_text_finalize;
  object_class->get_property = tambour_figure_text_get_property;
  object_class->set_property = tambour_figure_text_set_property;
  GTK_WIDGET_CLASS (klass)->size_allocate = tambour_figure_text_size_allocate;

  props[PROP_IS_LINE] =
    g_param_spec_boolean ("is-line", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * TambourFigureText::typed:
   * @self: the text
   *
   * Somebody changed it.
   */
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tambour_figure_text_init (TambourFigureText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->tags = g_ptr_array_new_with_free_func (g_object_unref);
  self->styles = adw_style_manager_get_default ();
  self->buffer = gtk_text_view_get_buffer (view);
  self->unknown = gtk_text_buffer_create_tag (self->buffer, "unknown", "underline", PANGO_UNDERLINE_ERROR, NULL);

  /* Undo is the draft's: it takes back what was done elsewhere as well. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (insert_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (inserted_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->styles, "notify::accent-color", G_CALLBACK (styles_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->styles, "notify::dark", G_CALLBACK (styles_cb), self, G_CONNECT_SWAPPED);
}

/* The cursor stands behind what differs. */
static void
place_cursor (TambourFigureText *self,
              const char        *before)
{
  GtkTextIter start, end;
  g_autofree char *now = NULL;
  const char *old = before + strlen (before);
  const char *new;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  now = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  new = now + strlen (now);
  while (old > before && new > now && old[-1] == new[-1])
    old--, new--;
  while (new > now && ((guchar) *new & 0xc0) == 0x80)
    new--;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) g_utf8_pointer_to_offset (now, new));
  gtk_text_buffer_place_cursor (self->buffer, &start);
}

/**
 * tambour_figure_text_show:
 * @self: a text
 * @typed: (nullable): what was typed, with figures as `{cases.opened}`
 * @facts: the figures; they outlive what is shown of them
 *
 * Shows it. What is there already stays as it is, with the cursor in it.
 */
void
tambour_figure_text_show (TambourFigureText *self,
                          const char        *typed,
                          TambourFacts      *facts)
{
  g_autofree char *before = NULL;
  g_autofree char *shown = NULL;
  GtkTextIter start, end;

  g_return_if_fail (TAMBOUR_IS_FIGURE_TEXT (self));

  before = tambour_figure_text_dup_typed (self);
  if (self->facts == facts && g_strcmp0 (before, typed ? typed : "") == 0)
    return;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  shown = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  self->facts = facts;
  self->is_filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, "", 0);
  remove_tags (self);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  put (self, &start, typed ? typed : "");
  place_cursor (self, shown);
  self->is_filling = FALSE;
}

/**
 * tambour_figure_text_dup_typed:
 * @self: a text
 *
 * Returns: (transfer full): what is typed, with figures as `{cases.opened}`
 */
char *
tambour_figure_text_dup_typed (TambourFigureText *self)
{
  g_autoptr(GString) typed = g_string_new (NULL);
  GtkTextIter at, next;

  g_return_val_if_fail (TAMBOUR_IS_FIGURE_TEXT (self), NULL);

  gtk_text_buffer_get_start_iter (self->buffer, &at);
  while (!gtk_text_iter_is_end (&at))
    {
      GtkTextTag *tag = find_figure (&at);
      g_autofree char *text = NULL;

      next = at;
      gtk_text_iter_forward_to_tag_toggle (&next, tag);
      text = tag ? g_strdup_printf ("{%s}", get_reference (tag)) : gtk_text_buffer_get_text (self->buffer, &at, &next, FALSE);
      g_string_append (typed, text);
      at = next;
    }

  return g_string_free (g_steal_pointer (&typed), FALSE);
}

/**
 * tambour_figure_text_insert:
 * @self: a text that shows something
 * @reference: the key of a figure, such as `cases.opened`
 *
 * Puts the figure where the cursor is, in the place of what is selected.
 */
void
tambour_figure_text_insert (TambourFigureText *self,
                            const char        *reference)
{
  g_autofree char *typed = NULL;
  GtkTextIter iter;

  g_return_if_fail (TAMBOUR_IS_FIGURE_TEXT (self));
  g_return_if_fail (self->facts != NULL);

  typed = g_strdup_printf ("{%s}", reference);
  self->is_filling = TRUE;
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  put (self, &iter, typed);
  self->is_filling = FALSE;
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (self->buffer), 0, FALSE, 0, 0);
  g_signal_emit (self, signals[TYPED], 0);
}

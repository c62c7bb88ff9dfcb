/* tambour-fonts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

#include "tambour-fonts.h"
#include "tambour-text.h"

struct _TambourFonts
{
  FcConfig     *config;
  PangoFontMap *map;
  PangoContext *context;
  GHashTable   *shapes;
  GHashTable   *needs;
  GStrv         folders;
  FcCharSet    *covered;
  gboolean      has_fallbacks;
};

G_DEFINE_QUARK (tambour-fonts-error-quark, tambour_fonts_error)

/* Where typefaces are installed: ours in a Flatpak, then Debian's, Fedora's and Arch's. */
static const char *usual_folders[] = {
  "/app/share/fonts",
  "/app/share/fonts/inter",
  "/usr/share/fonts/opentype/inter",
  "/usr/share/fonts/truetype/inter",
  "/usr/share/fonts/rsms-inter-fonts",
  "/usr/share/fonts/inter",
  "/usr/share/fonts/truetype/noto",
  "/usr/share/fonts/opentype/noto",
  "/usr/share/fonts/google-noto",
  "/usr/share/fonts/noto",
  NULL
};

/* One file for each weight: an instance of a variable font is not embedded as itself. */
static const char *faces[] = { "Inter-Regular", "Inter-SemiBold", "Inter-Bold", NULL };

static const char *fallback_faces[] = {
  "NotoSans-Regular", "NotoSans-Bold",
  "NotoSansArabic-Regular", "NotoSansArabic-Bold",
  "NotoSansHebrew-Regular", "NotoSansHebrew-Bold",
  "NotoSansDevanagari-Regular", "NotoSansDevanagari-Bold",
  "NotoSansThai-Regular", "NotoSansThai-Bold",
  "NotoSansGeorgian-Regular", "NotoSansArmenian-Regular",
  "NotoSansSymbols-Regular", "NotoSansSymbols2-Regular", "NotoSansMath-Regular",
  "NotoSansCJK-Regular", "NotoSansCJK-Bold",
  NULL
};

/* Returns: (transfer full): the folders asked for, then, if none were, the usual ones */
static GStrv
list_folders (const char *folders)
{
  const char *chosen = folders ? folders : g_getenv ("TAMBOUR_FONT_DIR");
  g_auto(GStrv) first = g_strsplit (chosen ? chosen : "", ":", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) first);
  if (folders == NULL)
    g_strv_builder_addv (builder, usual_folders);

  return g_strv_builder_end (builder);
}

/* Returns: (transfer full) (nullable): the path of @face in the first folder that has it */
static char *
find_face (const char * const *folders,
           const char         *face)
{
  static const char *endings[] = { ".otf", ".ttf", ".ttc" };

  for (guint i = 0; folders[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (endings); j++)
      {
        g_autofree char *name = g_strconcat (face, endings[j], NULL);
        g_autofree char *path = g_build_filename (folders[i], name, NULL);

        if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
          return g_steal_pointer (&path);
      }

  return NULL;
}

static gboolean
add_inter (TambourFonts  *self,
           GError       **error)
{
  for (guint i = 0; faces[i] != NULL; i++)
    {
      g_autofree char *path = find_face ((const char * const *) self->folders, faces[i]);

      if (path == NULL)
        {
          g_autofree char *folders = g_strjoinv (":", self->folders);

          g_set_error (error, TAMBOUR_FONTS_ERROR, TAMBOUR_FONTS_ERROR_NOT_FOUND,
                       "The font %s is in none of %s", faces[i], folders);
          return FALSE;
        }

      if (!FcConfigAppFontAddFile (self->config, (const FcChar8 *) path))
        {
          g_set_error (error, TAMBOUR_FONTS_ERROR, TAMBOUR_FONTS_ERROR_BROKEN,
                       "The font file %s cannot be read", path);
          return FALSE;
        }
    }

  return TRUE;
}

static void
note_covered (TambourFonts *self)
{
  FcFontSet *set = FcConfigGetFonts (self->config, FcSetApplication);
  FcCharSet *characters;

  if (set->nfont > 0 &&
      FcPatternGetCharSet (set->fonts[0], FC_CHARSET, 0, &characters) == FcResultMatch)
    self->covered = FcCharSetCopy (characters);
}

/* As a PDF asks for them: with others cairo would read every glyph once to measure and once more
 * to draw. Returns: (transfer full) */
static cairo_font_options_t *
make_options (void)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (NULL, NULL, 1, 1);

  cairo_surface_get_font_options (surface, options);
  cairo_surface_destroy (surface);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);

  return options;
}

static void
make_context (TambourFonts *self)
{
  cairo_font_options_t *options = make_options ();

  self->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->map), self->config);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);

  self->context = pango_font_map_create_context (self->map);
  pango_context_set_round_glyph_positions (self->context, FALSE);

  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
}

static gboolean
is_covered (TambourFonts *self,
            gunichar      character)
{
  return g_unichar_iscntrl (character) ||
         g_unichar_type (character) == G_UNICODE_FORMAT ||
         (self->covered != NULL && FcCharSetHasChar (self->covered, character));
}

static void
add_fallbacks (TambourFonts *self)
{
  for (guint i = 0; fallback_faces[i] != NULL; i++)
    {
      g_autofree char *path = find_face ((const char * const *) self->folders, fallback_faces[i]);

      if (path != NULL)
        FcConfigAppFontAddFile (self->config, (const FcChar8 *) path);
    }

  pango_fc_font_map_config_changed (PANGO_FC_FONT_MAP (self->map));
  self->has_fallbacks = TRUE;
}

/**
 * tambour_fonts_new:
 * @folders: (nullable): folders to look for font files in, joined by colons,
 *   or %NULL for `TAMBOUR_FONT_DIR` and then the usual ones
 *
 * Only the three weights of Inter are read at first; fallbacks come in when a
 * text needs them. Files are named, never searched for, so that every machine
 * with the same files draws the same pages.
 *
 * Returns: (transfer full): %NULL with a #TambourFontsError if Inter is missing or broken
 */
TambourFonts *
tambour_fonts_new (const char  *folders,
                   GError     **error)
{
  g_autoptr(TambourFonts) self = g_new0 (TambourFonts, 1);

  self->folders = list_folders (folders);
  self->config = FcConfigCreate ();
  if (!add_inter (self, error))
    return NULL;

  note_covered (self);
  make_context (self);
  self->shapes = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                        (GDestroyNotify) g_bytes_unref,
                                        (GDestroyNotify) tambour_shape_unref);
  self->needs = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, g_free);

  return g_steal_pointer (&self);
}

/**
 * tambour_fonts_free:
 *
 * Shapes that are still referenced keep the fonts that they need.
 */
void
tambour_fonts_free (TambourFonts *self)
{
  g_clear_pointer (&self->shapes, g_hash_table_unref);
  g_clear_pointer (&self->needs, g_hash_table_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->map);
  g_clear_pointer (&self->covered, FcCharSetDestroy);
  g_clear_pointer (&self->config, FcConfigDestroy);
  g_clear_pointer (&self->folders, g_strfreev);
  g_free (self);
}

/**
 * tambour_fonts_get_default:
 *
 * Returns: (transfer none): the fonts of this thread, made when first asked
 *   for and kept until it ends; %NULL with a #TambourFontsError
 */
TambourFonts *
tambour_fonts_get_default (GError **error)
{
  static GPrivate threads = G_PRIVATE_INIT ((GDestroyNotify) tambour_fonts_free);
  TambourFonts *self = g_private_get (&threads);

  if (self == NULL)
    {
      self = tambour_fonts_new (NULL, error);
      g_private_set (&threads, self);
    }

  return self;
}

/**
 * tambour_fonts_get_context:
 *
 * Returns: (transfer none): a context at 72 dots an inch, so that its units are points
 */
PangoContext *
tambour_fonts_get_context (TambourFonts *self)
{
  return self->context;
}

/**
 * tambour_fonts_get_shapes:
 *
 * Returns: (transfer none) (element-type GBytes TambourShape): texts already
 *   shaped, by all that decides how they look
 */
GHashTable *
tambour_fonts_get_shapes (TambourFonts *self)
{
  return self->shapes;
}

/**
 * tambour_fonts_get_needs:
 *
 * Returns: (transfer none) (element-type GBytes TambourTextNeed): texts already
 *   measured, by all that decides how wide they are
 */
GHashTable *
tambour_fonts_get_needs (TambourFonts *self)
{
  return self->needs;
}

/**
 * tambour_fonts_cover:
 *
 * Sees to it that fallbacks are there if @text has characters that Inter lacks.
 */
void
tambour_fonts_cover (TambourFonts *self,
                     const char   *text)
{
  if (self->has_fallbacks)
    return;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_covered (self, g_utf8_get_char (at)))
      {
        add_fallbacks (self);
        return;
      }
}
